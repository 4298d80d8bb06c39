"""The HTML by which readers come to comment."""

from __future__ import annotations

import json

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .provider import Commented, ProviderSettings
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
    provider = provider_of(settings)
    invitation = provider.invitation(settings, commented, words)
    if invitation is None:
        return ""
    request = invitation.request
    values = {}
    if request and provider.script:
        values = {
            "module": provider.script.name,
            "receiver": request.receiver,
            "language": words.language,
            **request.values,
        }
    return render(
        "comments.html.jinja",
        link=invitation.link,
        request=request,
        values=json.dumps(values, ensure_ascii=False),
        assets=assets,
        words=words,
    ).strip()
