"""Looking works up at the registries of DOIs and at PubMed.

``identify`` says what an author's text means, and `Lookup` asks: ``services`` has the addresses,
``client`` carries the questions over a ``connection``. ``crossref`` and ``datacite`` make a `Work`
of what comes back, with ``fates``, ``describing`` and ``answers``, which trusts nothing.
"""

from __future__ import annotations

from .client import Limits
from .errors import LookupFailed, UnknownWork, Unreachable
from .identify import Doi, Pmid, Title, identify
from .lookup import Lookup
from .work import Work

__all__ = [
    "Doi",
    "Limits",
    "Lookup",
    "LookupFailed",
    "Pmid",
    "Title",
    "UnknownWork",
    "Unreachable",
    "Work",
    "identify",
]
