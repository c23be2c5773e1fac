"""The date of a row: of its session, of each section, of a break, or of what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ...locale import _
from ...model.instant import Interval, day_start, utc_text
from ...pages.html import Tag, tag
from ..page import Page
from ..words.due import clock_tag, due_now
from ..words.times import date_range_tags, date_tag, marked_attributes, now_tag, time_tags
from .rows import ShownRow, ShownSchedule

if TYPE_CHECKING:
    from ..deadlines import ShownDeadline
    from ..words.section_dates import MarkedDate

Content = list[Tag | str]


def date_cell(row: ShownRow, shown: ShownSchedule, page: Page, *, is_first: bool) -> Tag:
    """The cell, which heads the row; what the script marks it by, where it *is_first* in it."""
    attributes = {"class": "seminar-date", "scope": "row"}
    return tag("th", attributes, *_now(row, shown, page, is_first), *_when(row, shown, page))


def _now(row: ShownRow, shown: ShownSchedule, page: Page, is_first: bool) -> tuple[Tag, ...]:
    if row.deadline is None:
        return (now_tag(),) if is_first and row.next and page.marks_now else ()
    if row.sort == "out":
        return (now_tag(),) if page.marks_now and shown.zone else ()
    return due_now(row.deadline.due, page)


def day_of(row: ShownRow | MarkedDate, zone: ZoneInfo | None) -> str | None:
    """The UTC instant at which the day of what can be *next* begins."""
    if row.next is None or row.meeting is None or zone is None:
        return None
    return utc_text(day_start(row.meeting.day, zone))


def mark(word: str, today: str | None = None) -> Tag:
    """A word that the script shows; *today* takes its place on the day itself."""
    return tag("span", {"class": "seminar-mark", "hidden": "", "data-today": today}, word)


def _when(row: ShownRow, shown: ShownSchedule, page: Page) -> Content:
    language = page.language
    if row.break_:
        first, last = row.break_.start, row.break_.end
        has_year = shown.has_years
        return [_day(*date_range_tags(first, last, language, has_year=has_year))]
    if row.deadline is not None:
        return _due(row, row.deadline, shown, page)
    if row.sections:
        return _dates(row, shown, page)
    when: Content = [_day(_("Date to be announced"))]
    if row.meeting is not None:
        day = date_tag(row.meeting.day, language, has_year=shown.has_years)
        when = [_day(day)]
        times = time_tags(row.meeting, shown.clock, shown.zone, language)
        if times:
            when += [" ", tag("span", {"class": "seminar-time"}, *times)]
    if row.marks and page.marks_now:
        return [*when, *_marks(row, shown.zone), now_tag()]
    if row.next is not None and page.marks_now:
        when += [" ", mark(_("Next"), today=_("Today")), now_tag()]
    return when


def _due(row: ShownRow, deadline: ShownDeadline, shown: ShownSchedule, page: Page) -> Content:
    """The day on which something is due, or out; that of each section where they differ."""
    if deadline.sections:
        from ..words.section_dues import section_due_tags, section_out_tags

        if row.sort == "due":
            return list(section_due_tags(deadline.sections, page))
        if any(each.out for each in deadline.sections):
            return list(section_out_tags(deadline.sections, page))
    when: Content = [_day(date_tag(row.days[0], page.language, has_year=shown.has_years))]
    if deadline.due and row.sort == "due":
        time = clock_tag(deadline.due, page.language)
        when += [" ", tag("span", {"class": "seminar-time"}, time)]
    return when


def _dates(row: ShownRow, shown: ShownSchedule, page: Page) -> Content:
    """The date of each section, with a mark of its own."""
    from ..words.section_dates import picked

    lines: Content = []
    for each in row.sections:
        attributes = marked_attributes(each.next)
        line: Content = [tag("span", {"class": "seminar-muted"}, each.section), " "]
        line += _when(ShownRow("session", row.week, each.meeting), shown, page)
        if each.meeting and each.meeting.where:
            room = tag("span", {"class": "seminar-notes seminar-muted"}, each.meeting.where)
            line += [" ", room]
        if each.next and page.marks_now:
            line += [" ", mark(_("Next"), today=_("Today")), now_tag()]
        if each.meeting:
            attributes["data-day"] = day_of(each, shown.zone)
        date = tag("p", attributes, *line)
        # Without its date a row would say of a moved session that it is held nowhere.
        is_moved = row.sort == "moved"
        lines.append(date if is_moved else picked(each.section, page, date))
    # The row is past when it is for all.
    return [*lines, now_tag()] if row.next and page.marks_now else lines


def _marks(row: ShownRow, zone: ZoneInfo | None) -> Content:
    """The marks of a session that all sections have at once, and some have as *next* earlier."""
    from ..words.section_dates import of_section

    day = day_of(row, zone)
    starts = [each.next.start for each in row.marks if each.next.start]
    last = max(starts, default=None)
    marks: Content = []
    for each in row.marks:
        if each.next.start != last:
            before = marked_attributes(Interval(each.next.start, last)) | {"data-day": day}
            word = _("{label}: {text}").format(label=each.section, text=_("Next"))
            own = tag("span", before, mark(word), now_tag())
            marks.append(of_section(each.section, own))
    end = row.next.end if row.next else None
    of_all = marked_attributes(Interval(last, end)) | {"data-day": day}
    return [*marks, " ", tag("span", of_all, mark(_("Next"), today=_("Today")), now_tag())]


def _day(*content: Tag | str) -> Tag:
    return tag("span", {"class": "seminar-day"}, *content)
