"""The head of an e-mail, as it stands in one that was saved or printed as plain text."""

from __future__ import annotations

import re
from email.utils import parseaddr, parsedate_to_datetime

from mkdocs_evidence.importing.post import Details, LeftOut

_LINE = re.compile(r"(?P<name>[^\W\d_][\w-]{0,20}) ?:(?: (?P<value>.*))?")
_SUBJECT = ("subject", "onderwerp", "assunto", "objet")
_FROM = ("from", "van", "de")
_DATE = ("date", "sent", "datum", "verzonden", "data", "enviado", "envoyé")
_PASSED_ON = re.compile(r"(?:(?:re|fwd?|antw|enc|tr) ?: ?)+", re.IGNORECASE)


def without_mail_head(text: str) -> tuple[Details, str, list[LeftOut]]:
    """Return what the head of an e-mail says, the text below it, and the head itself.

    Args:
        text: The text of a file; one that is no e-mail has no head.
    """
    head, blank, body = text.strip("\n").partition("\n\n")
    lines = [_LINE.fullmatch(line.strip()) for line in head.split("\n")]
    named = {each["name"].casefold(): each["value"] or "" for each in lines if each}
    subject, sender, date = (_first(names, named) for names in (_SUBJECT, _FROM, _DATE))
    if not (blank and all(lines) and subject and (sender or date)):
        return Details(), text, []
    author = parseaddr(sender)[0]
    details = Details(
        title=_PASSED_ON.sub("", subject, count=1).strip(),
        authors=[author] if author else [],
        date=_day(date),
    )
    return details, body, [LeftOut(head, "the head of the e-mail")]


def _first(names: tuple[str, ...], named: dict[str, str]) -> str:
    return next((named[name] for name in names if named.get(name)), "")


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return ""
