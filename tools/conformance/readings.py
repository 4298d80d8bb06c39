"""Why citations are read in another way than by pandoc, where they are."""

from __future__ import annotations

CAUSES = {
    "An address is more likely than a key right after such a sign, and an at sign behind a name "
    "is that of a server": (
        "A hyphen within a word before an at sign",
        "Signs of addresses before an at sign",
        "Somebody on a server",
        "A web address",
        "A web address in brackets",
    ),
    "A link cannot stand within a link, nor in the text for those who do not see a picture": (
        "The text and the target of a link",
        "The text of a picture",
    ),
    "Python-Markdown takes HTML and escaped signs before citations": (
        "Angle brackets",
        "An escaped sign in braces",
        "Tags in code",
        "Tags that rich text has",
    ),
    "Pandoc would print the key as a citation of its own within the other": (
        "A comma before a key parts two cites",
        "A key in the suffix makes it no citation",
        "A citation in brackets in a citation",
    ),
    "Both are meant as citations in brackets": ("Two citations right after each other",),
    "An empty key is none": ("A space in braces",),
    "Words that pandoc takes for numbers": (
        "A Roman number after an Arabic one",
        "That is",
        "A word with a number in it is no page",
        "An ordinal is no page",
        "A share is no page",
        "Numbers with a space between",
        "Apostrophes around a key",
    ),
    "All pages that are meant are in the locator, so that its label is right": (
        "Pages with an ampersand",
        "A range with spaces",
    ),
    "Punctuation after a locator begins the suffix": ("Colon after a locator",),
    "A space before a comma is a slip": ("A space before a comma", "Spaces within the brackets"),
    "A label may lack its period": (
        "A label without its period",
        "A label without its period and space",
    ),
    "Every label of CSL is read, in the language of the page and in English": (
        "Labels that pandoc does not know",
        "More labels that pandoc does not know",
        "An appendix with a letter",
        "English labels in a Portuguese page (pt-BR)",
        "Spaces within labels in French (fr)",
        "An apostrophe in a label in Dutch (nl)",
    ),
    "Curly quotation marks enclose as straight ones do": (
        "A semicolon within curly quotation marks parts nothing",
    ),
    "Emphasis would be lost in a locator": ("A locator in emphasis",),
    "Pandoc loses the space before code": ("Code in affixes",),
}
"""The titles of the cases by the reason."""


def cause(title: str) -> str:
    """Return why a case is read in another way, as far as that is known; else an empty text."""
    return next((why for why, titles in CAUSES.items() if title in titles), "")
