"""Addresses as authors write them: which ones a page may link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..model.address import SAFE_SCHEMES, scheme_of
from .fault import quoted

_RUNS = {"javascript", "vbscript"}
# What is not a whole address is rare, and these are compiled where it is there.
# A host without its scheme would become a link to a file of that name.
_HOST = (
    r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|edu|net|io|gov|dev|ac\.[a-z]{2}))(?:[/?#:]|$)"
)
_MAIL = r"[^\s@/:]+@[^\s@/]+\.[^\s@/.]+"
# A text may have a dot in it too (Node.js): only what courses hand out is taken for a file.
_FILE = (
    r"[^\s?#]+\.(?:pdf|html?|md|rst|ipynb|pptx?|docx?|odt|odp|key|txt|csv|xlsx?|ods|zip|ics|bib|tex"
    r"|png|jpe?g|svg|mp4|json|ya?ml)(?:[?#]\S*)?"
)
_MAX_LENGTH = 2_000


def read_address(text: str) -> str:
    """*text* where it is an address that a page may link to: web, mail, or relative to the page.

    Raises:
        ValueError: it is none, or its scheme could run a script; says what to write instead.
    """
    text = text.strip()
    if len(text) > _MAX_LENGTH:
        raise ValueError(f"{quoted(text)} is too long for an address")
    scheme = scheme_of(text)
    if scheme is None:
        return _relative(text)
    if scheme not in SAFE_SCHEMES:
        raise ValueError(
            f"{quoted(text)} is not an address that a page may link to; "
            "write an https:, http:, mailto: or relative one"
        )
    if re.search(r"\s", text):
        raise ValueError(f"{quoted(text)} has a blank in it; write %20 for a blank in an address")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise ValueError(f"{quoted(text)} is not an address; check its host") from None
    if scheme == "mailto" and "@" not in parts.path:
        raise ValueError(f"{quoted(text)} names nobody; write mailto:name@host")
    if scheme != "mailto" and not parts.netloc:
        raise ValueError(f"{quoted(text)} has no host; write it such as https://example.org/page")
    return text


def _relative(text: str) -> str:
    if re.match(_HOST, text, re.IGNORECASE):
        raise ValueError(f"{quoted(text)} has no scheme; write {quoted('https://' + text)}")
    if re.fullmatch(_MAIL, text):
        raise ValueError(f"{quoted(text)} has no scheme; write {quoted('mailto:' + text)}")
    is_path = "/" in text and not re.search(r"\s", text) and text.casefold() != "n/a"
    if not is_path and not looks_like_path(text):
        raise ValueError(
            f"{quoted(text)} is not an address; write one such as https://example.org/page or "
            "people/ada.html, or leave it out"
        )
    return text


def read_target(text: str) -> tuple[str, bool]:
    """What a link leads to: *text*, and whether it is an address or a text that stands for one.

    Raises:
        ValueError: it is meant for an address and can't be one; says what to write instead.
    """
    text = " ".join(text.split())
    scheme = scheme_of(text)
    if scheme is not None and (scheme in _RUNS or "://" in text or " " not in text):
        return read_address(text), True
    if " " not in text and re.match(_HOST, text, re.IGNORECASE):
        return read_address(text), True
    return text, looks_like_path(text)


def looks_like_path(text: str) -> bool:
    """Whether *text* looks like a path or an anchor, not like words."""
    if re.search(r"\s", text):
        return False
    return text.startswith(("./", "../", "/", "#")) or bool(
        re.fullmatch(_FILE, text, re.IGNORECASE)
    )
