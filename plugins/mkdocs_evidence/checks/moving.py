"""What to write instead of the options of mkdocs-bibtex, from which a site may come.

The options are those of all its versions up to 4.4, after which its makers stopped.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Mapping

import yaml

from mkdocs_evidence.csl import style_names
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document, Span

Options = Mapping[str, object]

_ADDRESS = re.compile(r"\w+://(?P<host>[^/?#]*)(?P<path>[^?#]*)")
_FILE_NAME = re.compile(r"\w[\w.-]*")
_STYLE_COLLECTIONS = ("citation-style-language/styles", "zotero.org/styles/")
"""What stands in the addresses of the official styles."""


def take_moved_options(options: Document) -> list[Problem]:
    """Take the options of mkdocs-bibtex out of a site's options.

    Args:
        options: The options as they stand in the site's configuration file. They lose those that
            only mkdocs-bibtex knows.

    Returns:
        A problem for each of these, with what to write instead.
    """
    moved = {name: value for name, value in options.fields.items() if name in _ADVICE}
    problems = []
    for name, value in moved.items():
        advice = "Remove it: nothing is written after it."
        if value is not None and value != "":
            advice = _ADVICE[name](str(value), moved)
        span = Span(options.name_span((name,)).start, options.value_span((name,)).end)
        message = f"“{name}” is an option of mkdocs-bibtex."
        problems.append(options.problem(span, "moved-option", message, advice))
        del options.fields[name]
    return problems


def _bib_file(written: str, _: Options) -> str:
    if address := _ADDRESS.match(written):
        return _fetch(address, "refs.bib", "bibliography")
    return f"Write: {_line('bibliography', written)}"


def _bib_dir(written: str, others: Options) -> str:
    if not others.get("bib_file"):
        return f"Write: {_line('bibliography', written)}"
    file = str(others["bib_file"])
    address = _ADDRESS.match(file)
    both = [_saved_as(address, "refs.bib") if address else file, written]
    reason = "beside “bib_file”, mkdocs-bibtex does not read the folder"
    return f"Remove it: {reason}. To read both, write: {_line('bibliography', both)}"


def _csl_file(written: str, _: Options) -> str:
    name = re.split(r"[/\\]", written)[-1]
    style = name.lower().removesuffix(".csl")
    comes_along = style in style_names()
    if address := _ADDRESS.match(written):
        if comes_along and any(place in written for place in _STYLE_COLLECTIONS):
            return f"Write: {_line('style', style)}"
        return _fetch(address, "style.csl", "style")
    if comes_along:
        own = _line("style", written)
        return f"Write: {_line('style', style)} (or, if the file is not the official one, {own})"
    if written.endswith(".csl"):
        return f"Write: {_line('style', written)}"
    file = re.sub(r"\.\w+$", "", written) + ".csl"
    return f"Let the file's name end in .csl, and write: {_line('style', file)}"


def _fetch(address: re.Match[str], otherwise: str, option: str) -> str:
    """Return how to get the file at an address, and the line that then names it."""
    file = _saved_as(address, otherwise)
    how = f"fetch the file with “{shlex.join(['curl', '-fL', '-o', file, address.string])}”"
    if address["host"] == "api.zotero.org":  # which gives no more than 100 entries at a time
        export = "choose “File”, “Export Library…” and the format BibTeX"
        how = f"in Zotero, {export}, save it as {file} beside mkdocs.yml"
    return f"A build uses no network: {how}, and write: {_line(option, file)}"


def _saved_as(address: re.Match[str], otherwise: str) -> str:
    """Return a name for the file at an address: its own, where that is one with the right end."""
    name = address["path"].rpartition("/")[2]
    ending = otherwise[otherwise.index(".") :]
    return name if name.endswith(ending) and _FILE_NAME.fullmatch(name) else otherwise


def _line(option: str, value: str | list[str]) -> str:
    """Return the line of YAML that gives an option its value, right in curly brackets too."""
    group: str = yaml.safe_dump(
        {option: value}, default_flow_style=True, allow_unicode=True, width=sys.maxsize
    )
    return group.strip()[1:-1]


def _command(usual: str, comment: str) -> Callable[[str, Options], str]:
    """Return what gives the advice on a command that stands in the pages."""

    def advice(written: str, _: Options) -> str:
        if written == usual:
            return f"Remove it: a line “{usual}” is understood."
        return f"Remove it, and in the pages write “{comment}” instead of “{written}”."

    return advice


def _cite_style(written: str, _: Options) -> str:
    if written == "plain":
        return (
            "Remove it; “@key” is then Author (year) in the text, and “[@key]” is (Author, year)."
        )
    return "Remove it: citations are written in this way."


def _enable_inline_citations(written: str, _: Options) -> str:
    if written.lower() == "false":
        return "Remove it, and write “\\@key” where the key of an entry is to be no citation."
    return "Remove it: “@key” is a citation in the text too."


def _unneeded(reason: str) -> Callable[[str, Options], str]:
    return lambda _written, _others: f"Remove it: {reason}."


_ADVICE: Mapping[str, Callable[[str, Options], str]] = {
    "bib_file": _bib_file,
    "bib_dir": _bib_dir,
    "csl_file": _csl_file,
    "bib_command": _command("\\bibliography", "<!-- evidence/references -->"),
    "full_bib_command": _command(
        "\\full_bibliography", "<!-- evidence/bibliography {scope: library} -->"
    ),
    "cite_style": _cite_style,
    "enable_inline_citations": _enable_inline_citations,
    "bib_by_default": _unneeded("every page that cites has a list of its references"),
    "csl_file_encoding": _unneeded("the file of a style says itself how it is encoded"),
    "footnote_format": _unneeded("citations are links here, and no footnotes with a name"),
    "cite_inline": _unneeded("what a citation looks like in the text is a matter of the style"),
    "unescape_for_arithmatex": _unneeded("references have no backslashes that look like formulas"),
}
