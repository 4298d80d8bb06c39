"""What pages load of comments once a reader asks, on sites that have such comments."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_evidence.comments import SCRIPTS, ProviderSettings, provider_of
from mkdocs_evidence.languages import catalogue

from .assets import FOLDER, without_remarks

COMMENTS = f"{FOLDER}/comments"
"""Where these files are in the built site."""

FOR_SCRIPTS = "thread_"
"""How the names of the words begin that scripts need."""


def add_scripts(
    settings: ProviderSettings, languages: Iterable[str], files: Files, config: MkDocsConfig
) -> None:
    """Add the scripts of the site's provider, with the words that they need in each language."""
    script = provider_of(settings).script
    if script is None:
        return
    for path in sorted([*SCRIPTS.iterdir(), script]):
        text = without_remarks(path.read_text("utf-8"), path.suffix)
        files.append(File.generated(config, f"{COMMENTS}/{path.name}", content=text))
    for language in sorted({*languages}):
        words = json.dumps(catalogue(language).beginning(FOR_SCRIPTS), ensure_ascii=False)
        name = f"{COMMENTS}/words/{language}.js"
        files.append(File.generated(config, name, content=f"export default {words};\n"))
