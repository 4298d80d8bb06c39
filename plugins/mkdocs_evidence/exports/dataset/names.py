"""What the files are called in which the studies of a site can be downloaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Format = Literal["csv", "json", "bib", "ris", "csl", "dictionary"]
"""The forms of the data: two of the studies, three of the articles, and what the columns mean."""

FILES: Mapping[Format, str] = {
    "csv": "evidence.csv",
    "json": "evidence.json",
    "bib": "articles.bib",
    "ris": "articles.ris",
    "csl": "articles.csl.json",
    "dictionary": "dictionary.csv",
}
"""The name of each file."""

DATA_FOLDER = "assets/evidence/data"
"""The folder of the built site that holds them, from its root."""
