"""The graph on disk: Oxigraph, changed in whole generations, and the build that fills it.

``graph`` holds the store itself, ``merged`` the default graph that queries ask, ``generations``
how one change follows another, and ``corpus`` the build from documents.
"""

from standpunkt.store.graph import BULK, Store, Writer
from standpunkt.store.merged import merge

__all__ = ["BULK", "Store", "Writer", "merge"]
