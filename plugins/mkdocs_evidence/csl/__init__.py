"""A CSL 1.0.2 processor: citations and reference lists of CSL-JSON items, by a CSL style.

It knows nothing of where items come from or where the output goes, and imports nothing of the
package around it. The modules follow the specification:

``files`` finds styles and locale files (File Types). ``style`` is the structure of a style,
``locales`` the terms and formats of a language, and ``locators`` has those for the parts of a work.
``items`` are what is cited, with their ``people`` and dates (``dating``). ``elements`` are the
rendering elements, one module each, which make an ``output`` tree of an item within a ``context``.
``numbers``, ``initials``, ``textcase`` and ``richtext`` have the rules for the texts in it.

``sorting`` with ``collation``, ``positions``, ``disambiguation``, ``citing`` with ``cites`` and
``collapsing``, ``listing`` and ``labels`` are Style Behavior; ``apa`` has what a style cannot say.
``processor`` does all of it for a document; ``typography`` mends quotation marks and punctuation,
``writers`` write HTML, text and Markdown, and ``storing`` keeps documents for the next time.
"""

from .files import StyleError, locale_for, style_names
from .locators import LOCATORS, locator_terms
from .model import Citation, Cite, Document, Formatted, Fragment, Reference
from .processor import Processor
from .storing import Store
from .style import Style, find_style, load_style

__all__ = [
    "LOCATORS",
    "Citation",
    "Cite",
    "Document",
    "Formatted",
    "Fragment",
    "Processor",
    "Reference",
    "Store",
    "Style",
    "StyleError",
    "find_style",
    "load_style",
    "locale_for",
    "locator_terms",
    "style_names",
]
