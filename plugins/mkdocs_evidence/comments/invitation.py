"""The HTML by which readers come to comment, and what the scripts in it are given."""

from __future__ import annotations

import json
from html import escape

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .provider import Commented, Invitation, ProviderSettings
from .registry import provider_of


def comments_html(
    settings: ProviderSettings, commented: Commented, words: Catalogue, assets: str = ""
) -> str:
    """Return the HTML by which readers come to comment; empty where they are not invited.

    Args:
        settings: The site's settings of its provider.
        commented: What is commented on.
        words: The words of its language.
        assets: Where the page finds what it may load, with a slash at the end.
    """
    invitation = provider_of(settings).invitation(settings, commented, words)
    if invitation is None:
        return ""
    values = _values(settings, invitation)
    return render(
        "comments.html.jinja",
        link=invitation.link,
        request=invitation.request if values else None,
        values=as_attribute(values),
        assets=assets,
        words=words,
    ).strip()


def counting_values(
    settings: ProviderSettings, commented: Commented, words: Catalogue
) -> dict[str, str]:
    """Return what the provider's script is given to count comments; empty where it cannot."""
    provider = provider_of(settings)
    invitation = provider.invitation(settings, commented, words) if provider.has_counts else None
    return _values(settings, invitation) if invitation else {}


def as_attribute(values: dict[str, str]) -> str:
    """Return what a script is given as an HTML attribute, for which single quotes are shortest."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return escape(text, quote=False).replace("'", "&#39;")


def _values(settings: ProviderSettings, invitation: Invitation) -> dict[str, str]:
    """Return what the provider's script is given; empty where nothing is loaded."""
    script, request = provider_of(settings).script, invitation.request
    if not script or not request:
        return {}
    own = {"module": script.stem, "receiver": request.receiver}
    return own | dict(request.values)
