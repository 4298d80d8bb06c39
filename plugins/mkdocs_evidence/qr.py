"""An address as a QR code, by which a telephone finds its way from paper back to the page."""

from __future__ import annotations

from functools import partial

import segno

from mkdocs_evidence.cache import Cache

QUIET_ZONE = 4
"""The white margin around a code, in modules (ISO/IEC 18004)."""


def kept_code(address: str, cache: Cache) -> str:
    """Return the QR code of an address, as `qr_code` makes it; one made before is found again.

    An encoder has to try all eight masks of the standard, which takes some milliseconds a post.
    """
    return cache.once(partial(qr_code, address), b"qr", address.encode())


def qr_code(address: str) -> str:
    """Return the QR code of an address as inline SVG.

    It can be read when 15 % of it is spoilt (error correction M). It says nothing to those who do
    not see it, so the address is to stand beside it as text.

    Args:
        address: The whole address of a page.

    Returns:
        The code, or nothing for an address that is longer than a code can hold.
    """
    try:
        code = segno.make_qr(address, error="m")
    except segno.DataOverflowError:
        return ""
    return code.svg_inline(border=QUIET_ZONE, omitsize=True, lineclass=None, svgclass="evidence-qr")
