"""What the words before a colon, over a list or in a heading say of what follows."""

from __future__ import annotations

import re
from typing import Literal

from .header_words import Kind, kinds_said

Label = Kind | Literal["details"]

_DETAILS = {"details", "detailed", "description", "abstract"}
_DETAILS_ELSEWHERE = {"beschreibung", "kurzbeschreibung", "descripción", "概要", "الوصف"}
_MANY_WORDS = 5
_MARKS = "*_: "
_BEFORE_COLON = re.compile(
    r"(?P<mark>\*\*|\*|)(?P<label>[^:*\[\]<`]{2,48}?)(?::(?P=mark)|(?P=mark):)\s*(?P<rest>.*)"
)


def label_of(text: str, *, is_class: bool = False) -> Label | None:
    """What a short text says that follows; None where it says nothing.

    The classes of an element of HTML (*is_class*) are English words, whatever the page is in.
    """
    words = re.findall(r"\w+", text.casefold())
    if not words or len(words) > _MANY_WORDS:
        return None
    if (_DETAILS if is_class else _DETAILS | _DETAILS_ELSEWHERE) & set(words):
        return "details"
    return next(iter(kinds_said(text, others=not is_class)), None)


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
