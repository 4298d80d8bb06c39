"""Comments by e-mail: the reader's own mail program opens with subject and address filled in."""

from __future__ import annotations

from html import escape
from typing import Literal
from urllib.parse import quote

from mkdocs_evidence.fields import EmailAddress
from mkdocs_evidence.languages import Catalogue

from .provider import Commented, Invitation, Provider, ProviderSettings


class EmailComments(ProviderSettings):
    """Comments by e-mail to the author."""

    provider: Literal["email"]
    """Readers write an e-mail; nothing is stored on the site."""
    address: EmailAddress
    """The address that receives the comments."""


class EmailProvider(Provider[EmailComments]):
    """Invites readers to write an e-mail."""

    settings = EmailComments

    def invitation(
        self, settings: EmailComments, commented: Commented, words: Catalogue
    ) -> Invitation:
        """Return the invitation to write to the address of the site."""
        return Invitation(mail_link(settings.address, commented, words))


def mail_link(address: str, commented: Commented, words: Catalogue) -> str:
    """Return the link that opens an e-mail about a post, as HTML.

    The address is written in character references, which browsers read and the simple programs
    that gather addresses mostly do not, and it is not shown. It needs no script.
    """
    title, url = commented.title, commented.url
    query = "?subject=" + quote(words.text("comment_email_subject", title=title))
    if url:
        body = words.text("comment_email_body", title=title, url=url) + "\r\n\r\n"
        query += "&body=" + quote(body)
    target = f"mailto:{quote(address, safe='@.+-_')}"
    label = escape(words.text("comment_email"))
    return f'<a class="evidence-comment" href="{_hidden(target)}{escape(query)}">{label}</a>'


def _hidden(text: str) -> str:
    """Return the text in character references, decimal and hexadecimal in turn."""
    return "".join(f"&#{ord(c)};" if i % 2 else f"&#x{ord(c):x};" for i, c in enumerate(text))
