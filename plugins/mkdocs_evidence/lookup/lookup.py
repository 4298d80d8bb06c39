"""Asking the registries in their order, until one knows the work."""

from __future__ import annotations

from contextlib import suppress

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.cache import Cache

from .answers import group, groups, text
from .client import Client, Limits
from .crossref import crossref_work
from .datacite import datacite_work
from .errors import UnknownWork, Unreachable
from .services import in_path, services
from .work import Work

_MOST_FOUND = 5
_HANDLE_FOUND = 1
"""What the DOI system answers of a DOI that leads somewhere
(https://doi.info/doi-handbook/HTML/rest-api-response-format.html)."""


class Lookup:
    """Looks works up at the registries, one question at a time.

    Args:
        contact: The address that is told to the registries, so that they can complain.
        cache: Where answers are kept for a day, if anywhere.
        limits: How long to wait for a registry, and how much to take from it.
    """

    def __init__(
        self, contact: str = "", cache: Cache | None = None, limits: Limits | None = None
    ) -> None:
        self._client = Client(contact, cache, limits or Limits())
        self._services = services()

    def by_doi(self, doi: str) -> Work:
        """Return the work with a DOI.

        Raises:
            UnknownWork: No registry describes it.
            Unreachable: A registry cannot be asked.
        """
        if message := self._crossref(f"works/{in_path(doi)}"):
            return crossref_work(message, doi)
        answer = self._client.ask(f"{self._services.datacite}/dois/{in_path(doi)}")
        if attributes := group(group(group(answer).get("data")).get("attributes")):
            return datacite_work(attributes, doi)
        if answer is not None:
            raise Unreachable("What DataCite sends is no answer.")
        if self._resolves(doi):
            raise UnknownWork(
                f"The DOI {doi} exists, but neither Crossref nor DataCite describes the work.",
                resolves=True,
            )
        raise UnknownWork(f"No registry knows the DOI {doi}.")

    def by_pmid(self, pmid: str) -> Work:
        """Return the work with a number of PubMed.

        Raises:
            UnknownWork: PubMed has no such article, or none with a DOI.
            Unreachable: A registry cannot be asked.
        """
        doi = self._doi_in_pmc(pmid) or self._doi_in_pubmed(pmid)
        work = self.by_doi(doi)
        work.item["PMID"] = pmid
        return work

    def by_title(self, title: str) -> list[Work]:
        """Return the works that Crossref finds for a title, the likeliest first.

        Raises:
            Unreachable: Crossref cannot be asked.
        """
        asked = {"query.bibliographic": title, "rows": str(_MOST_FOUND)}
        found = groups(self._crossref("works", asked).get("items"))
        return [crossref_work(each) for each in found[:_MOST_FOUND]]

    def _crossref(self, path: str, asked: dict[str, str] | None = None) -> dict[str, object]:
        """Return what Crossref says, which is nothing where it knows nothing."""
        parameters = {**(asked or {}), "mailto": self._client.contact}
        answer = self._client.ask(f"{self._services.crossref}/{path}", parameters)
        message = dict(group(group(answer).get("message")))
        if answer is not None and not message:
            raise Unreachable("What Crossref sends is no answer.")
        return message

    def _resolves(self, doi: str) -> bool:
        """Say whether a DOI leads anywhere, whoever registered it."""
        answer = self._client.ask(f"{self._services.doi}/api/handles/{in_path(doi)}")
        if answer is not None and "responseCode" not in group(answer):
            raise Unreachable("What the DOI system sends is no answer.")
        return group(answer).get("responseCode") == _HANDLE_FOUND

    def _doi_in_pmc(self, pmid: str) -> str:
        """Return the DOI of an article that is in PubMed Central, or nothing."""
        address = f"{self._services.converter}/tools/idconv/api/v1/articles/"
        asked = {"ids": pmid, "idtype": "pmid", "format": "json"}
        with suppress(Unreachable):  # the E-utilities know it too
            records = groups(group(self._client.ask(address, self._for_ncbi(asked))).get("records"))
            return next(filter(None, (doi_in(text(each.get("doi"))) for each in records)), "")
        return ""

    def _doi_in_pubmed(self, pmid: str) -> str:
        address = f"{self._services.utilities}/entrez/eutils/esummary.fcgi"
        asked = {"db": "pubmed", "id": pmid, "retmode": "json"}
        answer = self._client.ask(address, self._for_ncbi(asked))
        if answer is not None and "result" not in group(answer):
            raise Unreachable("What PubMed sends is no answer.")
        record = group(group(group(answer).get("result")).get(pmid))
        if not record or "error" in record:
            raise UnknownWork(f"PubMed has no article with the number {pmid}.")
        for each in groups(record.get("articleids")):
            if each.get("idtype") == "doi" and (doi := doi_in(text(each.get("value")))):
                return doi
        raise UnknownWork(f"PubMed gives no DOI for the article with the number {pmid}.")

    def _for_ncbi(self, asked: dict[str, str]) -> dict[str, str]:
        return {**asked, "tool": "mkdocs-evidence", "email": self._client.contact}
