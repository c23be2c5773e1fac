"""What a browser makes of a page: which addresses it follows, and which markup it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

SAFE = {"http", "https", "mailto"}
# Those that a browser fetches, follows or sends to.
_ADDRESSES = (
    *("action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest"),
    *("ping", "poster", "profile", "src", "xlink:href"),
)


def browser_scheme(address: str) -> str | None:
    """The scheme by which a browser takes an address; None where it is relative.

    By the URL Standard, sections 4.4: C0 controls and blanks around it are left out, and tabs and
    line breaks everywhere.
    """
    text = address.strip("".join(map(chr, range(0x21))))
    text = re.sub(r"[\t\n\r]", "", text)
    match = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", text)
    return match[0].lower() if match else None


def harmful(page: str) -> list[str]:
    """What in a page has no place there: addresses with other schemes, code of others."""
    return list(_harmful(BeautifulSoup(page, "html.parser")))


def _harmful(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        for name, value in tag.attrs.items():
            text = value if isinstance(value, str) else " ".join(value)
            if name in _ADDRESSES and browser_scheme(text) not in (None, *SAFE):
                yield f"<{tag.name} {name}={text!r}>"
            if name == "srcset" and any(
                browser_scheme(part) not in (None, *SAFE) for part in text.split(",")
            ):
                yield f"<{tag.name} {name}={text!r}>"
            if name.startswith("on") or name == "srcdoc":
                yield f"<{tag.name} {name}={text!r}>"
        if tag.name in {"iframe", "object", "embed", "base", "form"} and not _is_search(tag):
            yield f"<{tag.name}>"
        if tag.name == "script" and not tag.get("src") and not _is_of_theme(tag):
            yield f"<script>{tag.get_text()[:80]}"
        if tag.name == "meta" and tag.get("http-equiv"):
            yield str(tag)


def _is_search(tag: Tag) -> bool:
    return tag.name == "form" and "search" in str(tag.get("class"))


def _is_of_theme(tag: Tag) -> bool:
    return tag.get_text().startswith(("document.getElementById(", "window.MathJax = "))


def vocabulary(page: str) -> set[tuple[str, str]]:
    """The elements of a page, each with its attributes."""
    soup = BeautifulSoup(page, "html.parser")
    return {(tag.name, attribute) for tag in soup.find_all(True) for attribute in ("", *tag.attrs)}
