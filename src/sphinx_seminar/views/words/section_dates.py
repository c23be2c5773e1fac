"""The dates of a session in a course with sections: one for each, of which a reader picks one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from ...locale import _
from ...model.course import Course
from ...model.instant import Interval
from ...model.meeting import Meeting
from ...model.sections import SectionDate
from ...model.weeks import Week
from ...pages.html import Tag, tag
from ...plan.planned_course import PlannedCourse
from ..page import Page
from .dates import Clock, meeting_text
from .shown_meeting import shown_meeting
from .times import now_tag

PICKED = "seminar-sections"
"""The class of what holds a choice and the dates that it is made of."""


@dataclass(frozen=True, slots=True)
class ShownDate:
    """When a section has a session."""

    section: str
    """What readers see for it."""
    meeting: Meeting | None


@dataclass(frozen=True, slots=True)
class MarkedDate(ShownDate):
    """The same where what is now is marked."""

    next: Interval | None = None
    """When the session is the section's *next*."""


@dataclass(frozen=True, slots=True)
class ShownMark:
    """When a session is *next* for a section."""

    section: str
    """What readers see for it."""
    next: Interval


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """The sections of a course, one of which is the reader's."""

    sections: tuple[str, ...]
    folder: str
    """The course: a reader's choice is remembered by it."""


def shown_dates(
    dates: Iterable[SectionDate], course: Course, *, has_room: bool
) -> tuple[ShownDate, ...]:
    """What is shown of the dates of a session."""
    return tuple(
        ShownDate(course.section_name(each.section), shown_meeting(each.meeting, has_room=has_room))
        for each in dates
    )


def marked_dates(
    dates: Iterable[SectionDate], course: Course, *, has_room: bool
) -> tuple[MarkedDate, ...]:
    """The same with what marks them."""
    return tuple(
        MarkedDate(
            course.section_name(each.section),
            shown_meeting(each.meeting, has_room=has_room),
            each.next,
        )
        for each in dates
    )


def shown_choice(planned: PlannedCourse) -> ShownChoice:
    """The choice of a section."""
    sections = tuple(map(planned.course.section_name, planned.course.sections))
    return ShownChoice(sections, planned.folder or "")


def in_week(dates: Iterable[SectionDate], week: Week) -> tuple[SectionDate, ...]:
    """Those of the dates that are in a week."""
    return tuple(each for each in dates if each.meeting and week.holds(each.meeting.day))


def are_in_week(dates: Iterable[ShownDate | SectionDate], week: Week | None) -> bool:
    """Whether all of the dates are in that week."""
    days = [each.meeting.day for each in dates if each.meeting]
    return week is not None and all(map(week.holds, days))


def date_texts(
    dates: Iterable[ShownDate], clock: Clock, language: str, *, has_year: bool = False
) -> list[str]:
    """Each section with its date, its time and its room."""
    texts = []
    for each in dates:
        when = _("Date to be announced")
        if each.meeting:
            when = meeting_text(each.meeting, language, clock, has_year=has_year)
            if each.meeting.where:
                when = _(", ").join([when, each.meeting.where])
        texts.append(_("{label}: {text}").format(label=each.section, text=when))
    return texts


def picked(section: str, page: Page, *content: Tag | str) -> Tag:
    """What is of one section: the script hides it where a reader has picked another one."""
    return of_section(section, *content) if page.marks_now else tag("div", {}, *content)


def of_section(section: str, *content: Tag | str) -> Tag:
    """The same on a page that marks what is now."""
    return tag("div", {"data-person": section}, now_tag(), *content)


def section_choice(shown: ShownChoice, page: Page) -> Tag:
    """The choice of a section, which the browser remembers for all pages of the course."""
    select = tag(
        "select",
        {"data-course": page.file_address(posixpath.join(shown.folder, "sections"))},
        tag("option", {"value": ""}, _("All sections")),
        *(tag("option", {"value": name}, name) for name in shown.sections),
    )
    label = tag("label", {}, _("Your section"), " ", select)
    return tag("div", {"class": "seminar-pick"}, label, now_tag())
