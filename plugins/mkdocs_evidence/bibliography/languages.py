"""The names that babel, and so biblatex, has for languages, as language tags (BCP 47).

biblatex manual, section 2.3.11 and table 2.
"""

from __future__ import annotations

import re

_TAGS = {
    "acadian": "fr-CA", "afrikaans": "af-ZA", "american": "en-US", "arabic": "ar",
    "australian": "en-GB", "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR",
    "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg-BG", "canadian": "en-US",
    "canadien": "fr-CA", "catalan": "ca-AD", "chinese": "zh-CN", "croatian": "hr-HR",
    "czech": "cs-CZ", "danish": "da-DK", "dutch": "nl-NL", "english": "en-US",
    "estonian": "et-EE", "finnish": "fi-FI", "francais": "fr-FR", "french": "fr-FR",
    "galician": "gl-ES", "german": "de-DE", "germanb": "de-DE", "greek": "el-GR",
    "hebrew": "he-IL", "hungarian": "hu-HU", "icelandic": "is-IS", "italian": "it-IT",
    "japanese": "ja-JP", "korean": "ko-KR", "latin": "la", "latvian": "lv-LV",
    "lithuanian": "lt-LT", "magyar": "hu-HU", "mexican": "es-MX", "naustrian": "de-AT",
    "newzealand": "en-GB", "ngerman": "de-DE", "norsk": "nb-NO", "norwegian": "nb-NO",
    "nswissgerman": "de-CH", "nynorsk": "nn-NO", "persian": "fa-IR", "polish": "pl-PL",
    "portuges": "pt-PT", "portuguese": "pt-PT", "romanian": "ro-RO", "russian": "ru-RU",
    "serbian": "sr-RS", "slovak": "sk-SK", "slovene": "sl-SI", "slovenian": "sl-SI",
    "spanish": "es-ES", "swedish": "sv-SE", "swissgerman": "de-CH", "thai": "th-TH",
    "turkish": "tr-TR", "ukenglish": "en-GB", "ukrainian": "uk-UA", "usenglish": "en-US",
    "vietnamese": "vi-VN", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de",
    "nld": "nl", "dut": "nl", "por": "pt", "spa": "es", "ita": "it",
}  # fmt: skip
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?", re.IGNORECASE)


def language_tag(name: str) -> str:
    """Return the tag of the language that an entry names, or nothing where it is not known."""
    if known := _TAGS.get(name.casefold()):
        return known
    tag = _TAG.fullmatch(name)
    if tag is None:
        return ""
    return f"{tag[1].lower()}-{tag[2].upper()}" if tag[2] else tag[1].lower()


def is_english(tag: str) -> bool:
    """Say whether a language is English, as one that is not named is taken to be."""
    return tag in ("", "en") or tag.startswith("en-")
