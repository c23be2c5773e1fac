"""A heading that says a day beside its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .day import Day, read_day
from .table import Cell

_COUNTED = re.compile(
    r"(?:week|lecture|class|session|meeting|day|wk|no)\.?\s*#?\d{1,3}\b", re.IGNORECASE
)
_BETWEEN = " ,;:.|-–—()"
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class DatedTitle:
    """What a heading says."""

    day: Day | None
    title: str
    """Markdown, without the day."""
    counted: str = ""
    """The number of the week or the class, which is computed anew."""


def dated_title(cell: Cell) -> DatedTitle:
    """The day and the title of a heading such as ``Week 3 (9/18): Salt`` or ``Sep 4 - Tides``."""
    text, counted = cell.text, ""
    if (match := _COUNTED.match(text)) and _found(text[match.end() :].lstrip(_BETWEEN)):
        counted = match[0]
        text = text[match.end() :].lstrip(_BETWEEN)
    found = _found(text)
    if found is None:
        return DatedTitle(None, cell.markdown)
    day, rest, written = found
    if not cell.links and cell.markdown.find(written) < 0:
        return DatedTitle(day, rest, counted)  # its markup is between the parts of the date
    title = cell.markdown.replace(written, "", 1)
    if counted:
        title = title.replace(counted, "", 1)
    title = title.replace("()", "", 1).lstrip(_BETWEEN.replace("(", "")).rstrip(" ,;:|-–—")
    return DatedTitle(day, " ".join(title.split()), counted)


def _found(text: str) -> tuple[Day, str, str] | None:
    """The day, what is beside it, and how it is written."""
    day = read_day(text)
    if day:
        written = text[: text.rfind(day.rest)] if day.rest else text
        return day, day.rest.strip(_BETWEEN), written.strip(_BETWEEN.replace(".", ""))
    for match in _IN_PARENTHESES.finditer(text):
        day = read_day(match[1])
        if day and not day.rest:
            return day, (text[: match.start()] + text[match.end() :]).strip(), match[1]
    return None
