"""The registers in which studies are entered, and the addresses of their entries."""

from __future__ import annotations

import re

_ADDRESSES = {
    r"NCT\d{8}": "https://clinicaltrials.gov/study/{number}",
    r"ISRCTN\d{8}": "https://www.isrctn.com/{number}",
    r"CRD42\d{6,10}": "https://www.crd.york.ac.uk/PROSPERO/view/{number}",
    r"RBR-\w{6,8}": "https://ensaiosclinicos.gov.br/rg/{number}",
    r"DRKS\d{8}": "https://drks.de/search/en/trial/{number}",
    r"ACTRN\d{14}": "https://www.anzctr.org.au/{number}.aspx",
    r"osf\.io/\w{5}": "https://{number}",
    r"(?:NTR|NL)\d{3,4}|NL-OMON\d{4,6}|ChiCTR[\w-]*\d{8,10}|KCT\d{7}|PACTR\d{15}|TCTR\d{11}": (
        "https://trialsearch.who.int/Trial2.aspx?TrialID={number}"
    ),
}
"""The addresses of entries by the form of their numbers.

A register's own page of the entry, or that of the World Health Organization, which collects the
entries of its partners, where a register has moved or its addresses do not have the number.
"""

_NUMBER = re.compile(rf"\b(?:{'|'.join(f'({form})' for form in _ADDRESSES)})\b", re.IGNORECASE)


def with_addresses(registered: str) -> list[tuple[str, str]]:
    """Return a text that names entries of registers in parts, each with its address.

    Args:
        registered: What the author wrote, such as ``ReBEC RBR-4c94dtn``.

    Returns:
        The parts in their order. Where one is no number of a known form, its address is empty.
    """
    parts, after = [], 0
    templates = list(_ADDRESSES.values())
    for found in _NUMBER.finditer(registered):
        assert found.lastindex
        address = templates[found.lastindex - 1].format(number=found[0])
        parts += [(registered[after : found.start()], ""), (found[0], address)]
        after = found.end()
    return [part for part in [*parts, (registered[after:], "")] if part[0]]
