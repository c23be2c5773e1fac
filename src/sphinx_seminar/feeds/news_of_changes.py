"""What the news say of a session that was moved or cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..locale import _
from ..model.schedule import SessionRow
from ..plan.calendars import session_keys
from ..plan.planned_course import PlannedCourse
from ..views.words.dates import long_date, meeting_text


@dataclass(frozen=True, slots=True)
class Change:
    """A dated change of the schedule."""

    key: str
    """What tells it from other news: its session, and what became of that.

    A session that is moved once more, or is cancelled then, is in the news once more; one whose
    change was dated wrongly is not.
    """
    title: str
    day: date
    text: str
    docname: str
    anchor: str


def changes(planned: PlannedCourse, language: str) -> Iterator[Change]:
    """The changes of a course that are out, the last one first."""
    keys = session_keys(planned)
    for found in planned.facts.changed:
        row = planned.row_of(found)
        day = row.session.changed_on
        assert day is not None
        what, lines = _told(row, planned, language)
        yield Change(
            key=f"change\n{keys[found.id]}\n{_became(row)}",
            title=_("{label}: {text}").format(label=what, text=found.title),
            day=day,
            text="\n".join(lines),
            docname=found.docname,
            anchor=found.anchor,
        )


def _became(row: SessionRow) -> str:
    if row.session.status == "cancelled":
        return "cancelled"
    return f"moved {row.meeting.day if row.meeting else ''}".strip()


def _told(row: SessionRow, planned: PlannedCourse, language: str) -> tuple[str, list[str]]:
    """What happened in a few words, and the dates: the one that it had, and those it has."""
    course, meeting, left = planned.course, row.meeting, row.session.moved_from
    lines = [_("Moved from {date}").format(date=long_date(left, language))] if left else []
    is_cancelled = row.session.status == "cancelled"
    what = _("Cancelled") if is_cancelled else _("Moved; the new date is to be announced")
    if meeting is None:
        return what, lines
    if row.sections:
        for each in row.sections:
            if each.meeting:
                day = meeting_text(each.meeting, language, course.clock, has_year=True)
                label = course.section_name(each.section)
                lines.append(_("{label}: {text}").format(label=label, text=day))
        return what if is_cancelled else lines[0], lines
    day = meeting_text(meeting, language, course.clock, has_year=True)
    if is_cancelled:
        return what, [*lines, day]
    lines.append(_("Moved to {date}").format(date=day))
    short = meeting_text(meeting, language, course.clock)
    return _("Moved to {date}").format(date=short), [*lines, *filter(None, [meeting.where])]
