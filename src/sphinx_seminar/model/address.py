"""Addresses that a page may link to."""

from __future__ import annotations

import re

SAFE_SCHEMES = ("http", "https", "mailto")
"""The schemes that run nothing; a relative address, which has none, is safe too."""

# Browsers strip these from an address before they look at its scheme (WHATWG URL, section 4.4).
_STRIPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.ASCII | re.IGNORECASE)


def scheme_of(address: str) -> str | None:
    """The scheme as a browser reads it, in lower case (RFC 3986, section 3.1); None if relative."""
    match = _SCHEME.match(_STRIPPED.sub("", address))
    return match[0].casefold() if match else None


def web_fault(address: str) -> str | None:
    """What is wrong with an address that begins with ``http`` and has no ``://``; else None."""
    if address[:4] == "http" and "://" not in address[:9]:
        return f"{address!r} leads nowhere; begin it with https://"
    return None


def is_safe(address: str) -> bool:
    """Whether *address* is relative or has a scheme that runs nothing."""
    return scheme_of(address) in (None, *SAFE_SCHEMES)
