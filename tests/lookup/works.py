"""What the server in `tests.lookup.server` knows, as the registries describe it."""

from __future__ import annotations

from typing import Any


def article(doi: str, title: str, **more: Any) -> dict[str, Any]:
    """Return an invented article as Crossref describes one."""
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "author": [{"given": "Ana", "family": "Exemplo", "sequence": "first", "affiliation": []}],
        "container-title": ["Journal of Invented Results"],
        "issued": {"date-parts": [[2020, 3]]},
        **more,
    }


def update(kind: str, doi: str, source: str, *date: int) -> dict[str, Any]:
    """Return a record of an update as Crossref writes it on either of its two works."""
    return {"type": kind, "DOI": doi, "source": source, "updated": {"date-parts": [list(date)]}}


COAN = {
    "DOI": "10.1093/scan/nsx091",
    "type": "journal-article",
    "title": [
        "Relationship status and perceived support in the social regulation of neural responses "
        "to threat"
    ],
    "author": [
        {"given": given, "family": family, "affiliation": []}
        for given, family in (
            ("James A", "Coan"),
            ("Lane", "Beckes"),
            ("Marlen Z", "Gonzalez"),
            ("Erin L", "Maresh"),
            ("Casey L", "Brown"),
            ("Karen", "Hasselmo"),
        )
    ],
    "container-title": ["Social Cognitive and Affective Neuroscience"],
    "publisher": "Oxford University Press (OUP)",
    "volume": "12",
    "issue": "10",
    "page": "1574-1583",
    "issued": {"date-parts": [[2017, 10, 1]]},
    "URL": "https://doi.org/10.1093/scan/nsx091",
}
GOTINK = {
    "DOI": "10.1371/journal.pone.0124344",
    "type": "journal-article",
    "title": [
        "Standardised Mindfulness-Based Interventions in Healthcare: An Overview of Systematic "
        "Reviews and Meta-Analyses of RCTs"
    ],
    "author": [{"given": "Rinske A.", "family": "Gotink"}],
    "container-title": ["PLOS ONE"],
    "volume": "10",
    "issue": "4",
    "page": "e0124344",
    "issued": {"date-parts": [[2015]]},
    "updated-by": [
        update("retraction", "10.1371/journal.pone.0215608", "publisher", 2019),
        update("retraction", "10.1371/journal.pone.0215608", "retraction-watch", 2019),
    ],
}
GOTINK_NOTICE = {
    "DOI": "10.1371/journal.pone.0215608",
    "type": "journal-article",
    "title": ["Retraction: Standardised Mindfulness-Based Interventions in Healthcare"],
    "author": [{"name": "The PLOS ONE Editors", "sequence": "first"}],
    "container-title": ["PLOS ONE"],
    "issued": {"date-parts": [[2019]]},
    "update-to": [update("retraction", "10.1371/journal.pone.0124344", "publisher", 2019)],
}
PREPRINT = article(
    "10.5555/preprint.1",
    "An invented preprint",
    type="posted-content",
    subtype="preprint",
    institution=[{"name": "InventedRxiv"}],
    relation={
        "is-preprint-of": [{"id-type": "doi", "id": "10.5555/article.2", "asserted-by": "subject"}]
    },
)
CONCERN = article(
    "10.5555/concern.1",
    "An invented article in doubt",
    **{
        "updated-by": [
            update("expression_of_concern", "10.5555/notice.1", "publisher", 2021, 5, 4),
            update("correction", "10.5555/notice.2", "publisher", 2020, 11, 30),
        ]
    },
)
TRIAL = article(
    "10.5555/trial.1",
    "AN INVENTED TRIAL OF <i>WALKING</i> &amp; TALKING",
    subtitle=["Twelve weeks"],
    license=[
        {"URL": "https://www.elsevier.com/tdm/userlicense/1.0/", "content-version": "tdm"},
        {"URL": "http://creativecommons.org/licenses/by/4.0/", "content-version": "vor"},
    ],
    funder=[{"name": "The Invented Fund", "award": ["1"]}, {"name": "The Invented Fund"}],
    **{
        "clinical-trial-number": [{"clinical-trial-number": "isrctn00000000", "registry": "10.1"}],
        "article-number": "e12",
    },
)
ARTICLE = article("10.5555/article.2", "An invented article")

CROSSREF: dict[str, Any] = {
    str(work["DOI"]): work
    for work in (COAN, GOTINK, GOTINK_NOTICE, PREPRINT, CONCERN, TRIAL, ARTICLE)
}
DATACITE: dict[str, Any] = {
    "10.5555/data.1": {
        "doi": "10.5555/data.1",
        "types": {"resourceTypeGeneral": "Dataset"},
        "titles": [{"title": "Invented answers"}, {"title": "Wave 2", "titleType": "Subtitle"}],
        "creators": [
            {"name": "Exemplo, Ana", "nameType": "Personal"},
            {"name": "The Invented Group", "nameType": "Organizational"},
        ],
        "publisher": {"name": "Invented Archive"},
        "publicationYear": 2022,
        "dates": [{"date": "2022-02-03T00:00:00Z", "dateType": "Issued"}],
        "rightsList": [
            {"rightsUri": "https://creativecommons.org/publicdomain/zero/1.0/legalcode"}
        ],
        "fundingReferences": [{"funderName": "The Invented Fund"}],
        "language": "en",
    },
    "10.5556/preprint.2": {
        "doi": "10.5556/preprint.2",
        "types": {"resourceTypeGeneral": "Preprint"},
        "titles": [{"title": "Another invented preprint"}],
        "creators": [{"familyName": "de Exemplo", "givenName": "Rui", "name": "de Exemplo, Rui"}],
        "publisher": "arXiv",
        "publicationYear": "2021",
        "relatedIdentifiers": [
            {"relationType": "IsVersionOf", "relatedIdentifier": "10.5556/preprint.2.all"},
            {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/ARTICLE.2"},
        ],
    },
}
ELSEWHERE = ["10.5555/elsewhere.1"]
"""DOIs of other agencies."""

PUBMED = {"28985422": "10.1093/scan/nsx091", "30000001": "10.5555/trial.1", "30000002": ""}
IN_PMC = ["28985422"]
