"""What the words before a colon, over a list or in a heading say of what follows."""

from __future__ import annotations

import re
from typing import Literal

from .column import Kind, kind_of_header

Label = Kind | Literal["details"]

_DETAILS = {"details", "detailed", "description", "abstract"}
_MANY_WORDS = 5
_MARKS = "*_: "
_BEFORE_COLON = re.compile(
    r"(?P<mark>\*\*|\*|)(?P<label>[^:*\[\]<`]{2,48}?)(?::(?P=mark)|(?P=mark):)\s*(?P<rest>.*)"
)


def label_of(text: str) -> Label | None:
    """What a short text says that follows; None where it says nothing."""
    words = re.findall(r"\w+", text.casefold())
    if not words or len(words) > _MANY_WORDS:
        return None
    if _DETAILS & set(words):
        return "details"
    return kind_of_header(text)


def is_label_alone(markdown: str) -> bool:
    """Whether a line is in bold letters, or ends with a colon, as one above a list does."""
    plain = markdown.strip()
    return plain.strip("* ").endswith(":") or (plain[:2] == plain[-2:] == "**" and len(plain) > 4)


def plain_label(markdown: str) -> str:
    """A label without the marks around it."""
    return markdown.strip(_MARKS)


def split_label(markdown: str) -> tuple[str, str] | None:
    """The words before the first colon of a line and what is behind it, marks off."""
    match = _BEFORE_COLON.fullmatch(markdown)
    return (match["label"].strip(), match["rest"].strip()) if match else None
