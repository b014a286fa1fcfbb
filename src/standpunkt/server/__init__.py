"""The local explorer and SPARQL endpoint: pages and data of one store, on this machine.

:func:`create_app` makes the application, :func:`serve` runs it until Ctrl-C. The graph can
only be read. There is no time limit on a query yet: Oxigraph cannot be interrupted, and a
query that crosses everything with everything keeps a thread busy until it is done, so this is
a tool for one's own machine and not for the open web.
"""

from standpunkt.server.app import create_app
from standpunkt.server.run import serve

__all__ = ["create_app", "serve"]
