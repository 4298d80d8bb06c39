"""How readers can comment, one small module a provider.

A provider takes the site's comment settings and a post, and returns how its readers are invited.
Nothing of it loads from elsewhere before the reader asks for it. ``provider`` is the interface,
``registry`` finds the providers that are installed, and ``scripts`` holds what a browser loads once
it is asked to.
"""

from __future__ import annotations

from .invitation import as_attribute, comments_html, counting_values
from .none import NoComments
from .provider import Commented, Invitation, Mistake, Provider, ProviderSettings, Request
from .registry import SCRIPTS, provider_of, providers, unloadable

__all__ = [
    "SCRIPTS",
    "Commented",
    "Invitation",
    "Mistake",
    "NoComments",
    "Provider",
    "ProviderSettings",
    "Request",
    "as_attribute",
    "comments_html",
    "counting_values",
    "provider_of",
    "providers",
    "unloadable",
]
