"""The providers that are installed, by the names of their entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, get_args

from .provider import Provider, ProviderSettings

GROUP = "mkdocs_evidence.comments"
"""The group of entry points by which a package, ours too, adds providers."""

OWN = __name__.partition(".")[0]

SCRIPTS = Path(__file__).with_name("scripts")
"""The folder of what pages load whatever their provider is; a provider's script joins it."""


@cache
def providers() -> dict[str, Provider[Any]]:
    """Return the installed providers by their names; those that cannot be loaded are left out."""
    return {name: found for name, found in _loaded().items() if isinstance(found, Provider)}


@cache
def unloadable() -> dict[str, str]:
    """Return why a provider cannot be loaded, by the names of those that cannot."""
    return {name: found for name, found in _loaded().items() if isinstance(found, str)}


def provider_of(settings: ProviderSettings) -> Provider[Any]:
    """Return the provider that these settings are for."""
    return providers()[settings.provider]


@cache
def _loaded() -> dict[str, Provider[Any] | str]:
    """Return each provider by its name, or why it cannot be loaded; our own names stay ours.

    Raises:
        ImportError: Our own are not among them, as this package was updated without its list.
    """
    entries = sorted(entry_points(group=GROUP), key=_is_ours)
    if not any(map(_is_ours, entries)):
        raise ImportError(
            "mkdocs-evidence has changed since it was installed. Install it again, with the same"
            " command as the first time."
        )
    found = {entry.name: _load(entry) for entry in entries}
    return {name: found[name] for name in sorted(found)}


def _is_ours(entry: EntryPoint) -> bool:
    return entry.value.startswith(f"{OWN}.")


def _load(entry: EntryPoint) -> Provider[Any] | str:
    try:
        provider = entry.load()()
        return _fault(provider, entry) or provider
    except Exception as error:  # whatever goes wrong in a package of others
        return f"{type(error).__name__}: {error}"


def _fault(provider: object, entry: EntryPoint) -> str:
    """Return what keeps a provider from being used, which would harm sites without it too."""
    if not isinstance(provider, Provider):
        return f"{entry.value} is no provider"
    if not issubclass(provider.settings, ProviderSettings):
        return "its settings are no ProviderSettings"
    if get_args(provider.settings.model_fields["provider"].annotation) != (entry.name,):
        return f'its settings need the line provider: Literal["{entry.name}"]'
    if provider.script and provider.script.name != f"{entry.name}.js":
        return f"its script must be called {entry.name}.js"
    if provider.script and (SCRIPTS / provider.script.name).exists():
        return f"{provider.script.name} is a script of ours, so it needs another name"
    if provider.script and not provider.script.is_file():
        return f"its script {provider.script.name} is missing"
    return ""
