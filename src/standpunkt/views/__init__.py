"""Network views: one query each, drawn as a page that needs nothing but itself.

In goes a store and the name of a view (a pair of files in ``viz/views/``); out comes an HTML
page with a network, the sentence behind every line of it, and a table with the same content.

* :func:`names` and :func:`definition` say which views there are and what they ask for;
* :func:`options` lists what a reader can choose for a parameter;
* :func:`render` makes the page;
* :func:`wording` gives the words of all pages in bokmål, nynorsk and English.
"""

from standpunkt.views.definitions import Parameter, View, definition, names
from standpunkt.views.page import Frame, render
from standpunkt.views.parameters import Option, options
from standpunkt.views.things import Thing, describe
from standpunkt.views.wording import in_language, known_language, wording

__all__ = [
    "Frame",
    "Option",
    "Parameter",
    "Thing",
    "View",
    "definition",
    "describe",
    "in_language",
    "known_language",
    "names",
    "options",
    "render",
    "wording",
]
