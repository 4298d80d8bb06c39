"""The names of a site's authors in their parts, as references need them."""

from __future__ import annotations

from mkdocs_evidence.bibliography.names import csl_name, read_name
from mkdocs_evidence.exports import as_latex
from mkdocs_evidence.settings import Author


def csl_name_of(author: Author) -> dict[str, str]:
    """Return the name of an author in its parts, as CSL-JSON has them.

    The family name is the one that the site sets. Without that it is the last word, with the small
    words before it: "Ana Exemplo da Silva" is listed as "da Silva". A name of one word is a family
    name alone, and an author whose family name is the whole name is an organisation.
    """
    if author.family is None:
        return csl_name(read_name(as_latex(author.name)))
    given = " ".join(author.name.replace(author.family, "", 1).split())
    return {"family": author.family, "given": given} if given else {"literal": author.name}
