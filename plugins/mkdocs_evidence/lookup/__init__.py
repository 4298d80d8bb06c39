"""Looking works up at the registries of DOIs and at PubMed."""

from __future__ import annotations

from .work import Work

__all__ = ["Work"]
