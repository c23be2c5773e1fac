"""What a row notes of its session behind its kind: what happened to it, an unusual room."""

from __future__ import annotations

from collections.abc import Iterator

from ...locale import _
from ..words.dates import Clock, day_text, meeting_text
from .rows import ShownRow


def session_notes(
    row: ShownRow, clock: Clock, language: str, *, has_year: bool
) -> Iterator[tuple[str, str]]:
    """The notes of a row behind its labels, each with the class of its element.

    The usual room is none.
    """
    if row.sort == "moved":
        if row.moved_to is None:
            yield "seminar-note", _("Moved; the new date is to be announced")
        else:
            date = meeting_text(row.moved_to, language, clock, has_year=has_year)
            yield "seminar-note", _("Moved to {date}").format(date=date)
    if row.is_cancelled:
        yield "seminar-note", _("Cancelled")
    if row.moved_from:
        date = day_text(row.moved_from, language, has_year=has_year)
        yield "seminar-note", _("Moved from {date}").format(date=date)
    if row.where:
        yield "seminar-where", row.where
