"""One summary with what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import ValidationError

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source, read_source
from mkdocs_evidence.summary import Summary, is_draft, summary_model

from .headings import headings
from .markdown_form import read_markdown
from .nodes import Document, Path, read_nodes
from .validation import validate

SUFFIXES = (".yaml", ".yml", ".md")
"""The endings of files that may hold a summary."""


@dataclass
class SummaryFile:
    """An author's file, read.

    Attributes:
        path: The file.
        document: Its fields, with their places.
        summary: What it says; None where it cannot be understood.
        problems: What is wrong with it; further checks add to it.
        understood: As much of the summary as can be understood, for further checks.
    """

    path: FilePath
    document: Document
    summary: Summary | None
    problems: list[Problem] = field(default_factory=list)
    understood: Summary | None = None

    @property
    def source(self) -> Source:
        """The text of the file."""
        return self.document.source

    @property
    def has_errors(self) -> bool:
        """Whether something is so wrong with it that there is no post to show."""
        return any(problem.level == "error" for problem in self.problems)

    @property
    def is_draft(self) -> bool:
        """Whether the file says that it is a draft, even where the rest cannot be understood."""
        return is_draft(self.document.fields)

    def add_problem(self, path: Path, rule: RuleId, message: str, advice: str = "") -> None:
        """Note that the value at this path is wrong."""
        span = self.document.value_span(path)
        self.problems.append(self.document.problem(span, rule, message, advice))


class SummaryReader:
    """Reads the summaries of one site.

    Args:
        section_ids: The site's sections.
        section_names: The section's field for each name with which an author may begin its
            heading in the Markdown form.
    """

    def __init__(self, section_ids: tuple[str, ...], section_names: Mapping[str, str]) -> None:
        self.model = summary_model(section_ids)
        self.section_names = section_names

    def read(self, path: FilePath, shown_as: str) -> SummaryFile:
        """Read one file; whatever is wrong with it is among the result's problems."""
        source, problems = read_source(path, shown_as)
        as_markdown = path.suffix.lower() == ".md"
        if problems and not source.text:
            document = Document(source, broken=True)
        elif as_markdown:
            document = read_markdown(source, self.section_names)
        else:
            document = read_nodes(source)
        file = SummaryFile(path, document, None, [*problems, *document.problems])
        if not document.broken:
            file.summary, found = validate(self.model, document)
            file.problems += found
            file.understood = file.summary or self._understood(document)
        if file.understood and not as_markdown:
            _check_headings(file, file.understood)
        return file

    def _understood(self, document: Document) -> Summary:
        """Return the fields that are right, as a draft, which may lack the others."""
        fields = document.fields | {"draft": True}
        try:
            return self.model.model_validate(fields)
        except ValidationError as error:
            wrong = {details["loc"][0] for details in error.errors()}
        return self.model.model_validate({k: v for k, v in fields.items() if k not in wrong})


def _check_headings(file: SummaryFile, summary: Summary) -> None:
    """Find headings in the texts that would stand beside the section's own."""
    texts: dict[Path, str] = {(name, "text"): part.text for name, part in summary.sections.items()}
    if summary.lead:
        texts["lead",] = summary.lead
    if summary.conclusion:
        texts["conclusion", "text"] = summary.conclusion.text
    for path, text in texts.items():
        after = file.document.value_span(path).start
        for heading in headings(text):
            line = text[heading.start : heading.end].partition("\n")[0].strip()
            # The text may stand further to the right in the file than it does here.
            found = re.compile(rf"^[ \t]*({re.escape(line)})[ \t]*$", re.MULTILINE).search(
                file.source.text, after
            )
            start, after = found.span(1) if found else (after, after)
            if heading.level <= 2:
                file.problems.append(
                    file.source.problem(
                        start,
                        "heading-level",
                        "A heading inside a text begins with at least three number signs.",
                        f"Write: ### {heading.text}",
                        end=after,
                    )
                )
