"""What a row notes of its session: kind, what happened to it, an unusual place."""

from __future__ import annotations

from collections.abc import Iterator

from ..locale import _
from ..model.course import Course
from ..model.schedule import MovedRow, SessionRow
from .context import ViewContext
from .dates import meeting_text, short_date
from .schedule_rows import ShownRow


def session_notes(
    shown: ShownRow, course: Course, context: ViewContext
) -> Iterator[tuple[str, str]]:
    """The notes of a row, each with the class of its element; the usual place is none."""
    row = shown.row
    if shown.content and shown.content.kind:
        yield "seminar-kind", shown.content.kind
    if isinstance(row, MovedRow):
        if row.moved_to is None:
            yield "seminar-note", _("Moved; the new date is to be announced")
        else:
            date = meeting_text(row.moved_to, context.language, course.clock)
            yield "seminar-note", _("Moved to {date}").format(date=date)
    elif isinstance(row, SessionRow):
        if row.session.status == "cancelled":
            yield "seminar-note", _("Cancelled")
        if row.session.moved_from and row.meeting:
            date = short_date(row.session.moved_from, context.language)
            yield "seminar-note", _("Moved from {date}").format(date=date)
        where = row.meeting.where if row.meeting else row.session.where
        if where and where not in {pattern.where for pattern in course.patterns}:
            yield "seminar-where", where
