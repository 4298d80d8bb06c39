"""The folder ``admin`` of a built site: the form, and the page on which it stands."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs_evidence.settings import FormSettings
from mkdocs_evidence.templates import render

from .editor import write_editor

FOLDER = "admin"
"""Where the form is in the built site."""

_CONFIGURATION = "forms.json"
_GITHUB = ("https://api.github.com",)
_FACES = ("https://avatars.githubusercontent.com",)
"""Where GitHub has the pictures of its users."""


def write_form(
    site: Path, configuration: Mapping[str, Any], forms: FormSettings, cache: Path | None = None
) -> Path:
    """Write the form into a built site.

    Args:
        site: The folder of the site.
        configuration: What `form_configuration` says.
        forms: What the site sets for the form.
        cache: As for `write_editor`.

    Returns:
        The folder of the form.

    Raises:
        FileExistsError: The site has a folder of this name that is none of ours.
        EditorError: The program of the form cannot be made.
        OSError: Something cannot be written.
    """
    folder = site / FOLDER
    if folder.exists() and not (folder / _CONFIGURATION).is_file():
        raise FileExistsError(str(folder))
    with tempfile.TemporaryDirectory(dir=site, prefix=".") as name:
        made = Path(name) / FOLDER
        write_editor(made, cache)
        text = json.dumps(configuration, ensure_ascii=False)
        (made / _CONFIGURATION).write_bytes(text.encode())
        (made / "index.html").write_bytes(page(forms).encode())
        if folder.exists():
            folder.rename(Path(name) / "before")
        made.rename(folder)
    return folder


def page(forms: FormSettings) -> str:
    """Return the page on which the form stands, as HTML."""
    with_github = forms.repository is not None
    return render("form.html.jinja", policy=_policy(forms), only_local=not with_github)


def _policy(forms: FormSettings) -> str:
    """Return what the page may load and ask (Content Security Policy, level 3)."""
    service = urlsplit(forms.sign_in or "")
    hosts = [*_GITHUB, *([f"{service.scheme}://{service.netloc}"] if forms.sign_in else [])]
    asked, faces = (hosts, _FACES) if forms.repository else ((), ())
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'"],
        "worker-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:", *faces],
        "media-src": ["'self'", "blob:"],
        "manifest-src": ["blob:"],
        "connect-src": ["'self'", "blob:", "data:", *asked],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())
