"""Tells whether what is in a file was written by a feed of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from .course_data_format import FILE, SCHEMA_ADDRESS

_CALENDAR = re.compile(rb"BEGIN:VCALENDAR\r\n.{0,200}?\r\nPRODID:-//sphinx-seminar//", re.DOTALL)
_DATA = re.compile(rb'\{\n"\$schema": "' + re.escape(SCHEMA_ADDRESS.encode()) + rb'"')
_NEWS = re.compile(
    rb'<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http://www\.w3\.org/2005/Atom"'
)
_GENERATOR = b"<generator>sphinx-seminar</generator>"
# As `readings_bib.write` makes it, to the byte: it names no program.
_ENTRIES = re.compile(
    r"(?:@misc\{[\w-]+,\n  title = \{.*\},\n"
    r"(?:  author = \{.*\},\n)?(?:  howpublished = \{.*\},\n)?"
    r"(?:  year = \{\d+\},\n)?(?:  note = \{.*\},\n)?"
    r"(?:  eprint = \{.*\},\n  archiveprefix = \{arXiv\},\n)?"
    r"(?:  doi = \{.*\},\n)?(?:  url = \{.*\},\n)?\}\n(?:\n(?=@)|\Z))+",
    re.ASCII,
)
# The same of `readings_csl.write`.
_ITEM_KEYS = (
    *("id", "type", "title", "author", "container-title", "issued", "note"),
    *("number", "publisher", "DOI", "URL"),
)


def is_ours(feed: str, content: bytes) -> bool:
    """Whether a file was made by the *feed* that is named: no other program writes it so."""
    return _CHECKS[feed](content)


def _is_news(content: bytes) -> bool:
    return _NEWS.match(content) is not None and _GENERATOR in content


def _is_bib(content: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return _ENTRIES.fullmatch(content.decode()) is not None
    return False


def _is_csl(content: bytes) -> bool:
    """Whether it has one item a line, and each the keys that ours have, in their order."""
    if not content.startswith(b"[\n") or not content.endswith(b"\n]\n"):
        return False
    with suppress(ValueError, RecursionError):
        items = json.loads(content)
        lines = content.count(b"\n") - 2
        return lines == max(len(items), 1) and all(map(_is_item, items))
    return False


def _is_item(item: object) -> bool:
    return (
        isinstance(item, dict)
        and {"id", "type", "title"} <= item.keys()
        and list(item) == [key for key in _ITEM_KEYS if key in item]
    )


_CHECKS: Mapping[str, Callable[[bytes], bool]] = {
    "calendar.ics": lambda content: _CALENDAR.match(content) is not None,
    FILE: lambda content: _DATA.match(content) is not None,
    "news.xml": _is_news,
    "readings.bib": _is_bib,
    "readings.csl.json": _is_csl,
}
