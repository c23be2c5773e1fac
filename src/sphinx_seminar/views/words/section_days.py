"""The days of a session in a course with sections, behind its title in a list of sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from docutils import nodes

from ...locale import _
from ...model.course import Course
from ...model.schedule import SessionRow
from ...pages.html import Tag, tag
from ...pages.nodes import element, fragment
from ..page import Page
from .dates import day_text
from .section_dates import PICKED, ShownChoice, section_choice
from .times import date_tag, now_tag


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day on which a section has a session."""

    section: str
    """What readers see for it."""
    day: date | None
    """None where it has no date for the session."""


def shown_days(row: SessionRow, course: Course) -> tuple[ShownDay, ...]:
    """The day of each section; none where all of them have the session on one day."""
    days = {each.section: each.meeting.day if each.meeting else None for each in row.sections}
    if len(set(days.values())) < 2:
        return ()
    return tuple(ShownDay(course.section_name(section), day) for section, day in days.items())


def days_behind(days: Iterable[ShownDay], page: Page, *, has_year: bool) -> Iterator[nodes.Node]:
    """What is behind a title; the script hides the days of sections that are not the reader's."""
    if not page.is_html:
        yield nodes.Text(text_behind(days, page.language, has_year=has_year))
        return
    lines = []
    for each in days:
        when: Tag | str = _("Date to be announced")
        if each.day:
            when = date_tag(each.day, page.language, has_year=has_year)
        attributes = {"class": "seminar-muted"}
        mark = [now_tag()] if page.marks_now else []
        if mark:
            attributes["data-person"] = each.section
        lines.append(tag("span", attributes, " · ", each.section, " ", when, *mark))
    yield fragment(*lines)


def text_behind(days: Iterable[ShownDay], language: str, *, has_year: bool) -> str:
    """The same as text."""
    return "".join(f" · {text}" for text in _texts(days, language, has_year=has_year))


def days_text(days: Iterable[ShownDay], language: str, *, has_year: bool) -> str:
    """The days of all sections."""
    return _("; ").join(_texts(days, language, has_year=has_year))


def _texts(days: Iterable[ShownDay], language: str, *, has_year: bool) -> Iterator[str]:
    for each in days:
        when = _("Date to be announced")
        if each.day:
            when = day_text(each.day, language, has_year=has_year)
        yield _("{label}: {text}").format(label=each.section, text=when)


def under_choice(
    choice: ShownChoice | None, drawn: list[nodes.Node], page: Page
) -> list[nodes.Node]:
    """What is *drawn*, below the choice of a section where a script keeps one."""
    if choice is None or not (page.is_html and page.marks_now):
        return drawn
    return [element("div", {"class": PICKED}, fragment(section_choice(choice, page)), *drawn)]
