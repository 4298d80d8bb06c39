"""The services that are asked, and where each is.

Other addresses can be set by environment variables, for a mirror or for tests. An address that is
not on this computer must begin with ``https://``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import quote

VARIABLES = {
    "crossref": "EVIDENCE_CROSSREF",
    "datacite": "EVIDENCE_DATACITE",
    "ncbi": "EVIDENCE_NCBI",
    "doi": "EVIDENCE_DOI",
}
"""The environment variables that set another address; that of NCBI stands for both of its own."""


@dataclass(frozen=True)
class Services:
    """The address of each service, without what is asked of it.

    Attributes:
        crossref: Crossref's REST API (https://api.crossref.org), which describes most articles.
        datacite: DataCite's REST API (https://support.datacite.org/docs/api), for data and
            many preprints.
        converter: The ID converter of PubMed Central
            (https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/), which knows the DOIs of the
            articles that are in it.
        utilities: NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/), which know
            all of PubMed.
        doi: The proxy of the DOI system
            (https://doi.info/doi-handbook/HTML/rest-api-response-format.html), which says whether
            a DOI leads anywhere, whoever registered it.
    """

    crossref: str = "https://api.crossref.org"
    datacite: str = "https://api.datacite.org"
    converter: str = "https://pmc.ncbi.nlm.nih.gov"
    utilities: str = "https://eutils.ncbi.nlm.nih.gov"
    doi: str = "https://doi.org"


def services() -> Services:
    """Return the services as the environment sets them."""
    found = {
        name: address.rstrip("/")
        for name, variable in VARIABLES.items()
        if (address := os.environ.get(variable, ""))
    }
    if ncbi := found.pop("ncbi", ""):
        found |= {"converter": ncbi, "utilities": ncbi}
    return Services(**found)


def in_path(doi: str) -> str:
    """Return a DOI as it can stand in the path of an address."""
    return quote(doi, safe="/")
