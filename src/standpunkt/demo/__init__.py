"""A series of made-up consultation meetings over many years, with the truth about them.

In: a number of meetings, a seed, the year of the first. Out: a folder of minutes as text, each
with a note that says that it is made up, and ``truth.json``: who is who, what was claimed,
promised and kept. Read the modules in this order: ``chance``, ``words``, ``people``, ``casting``
(who sits where), ``gathering`` (who comes), ``plot`` (what happens), ``marks``, ``naming``,
``telling`` and ``lists`` (how it is written), ``series`` (all of it together), ``truth``,
``folder`` (where it goes), ``comparison`` (what a reader found of it).
"""

from standpunkt.demo.folder import write
from standpunkt.demo.series import Series, make

__all__ = ["Series", "make", "write"]
