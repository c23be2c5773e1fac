"""When something is due for each section of a course, where that is not the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...locale import _
from ...pages.html import Tag, tag
from ..page import Page
from .dates import short_date
from .due import (
    ShownDue,
    due_now,
    due_tag,
    due_text,
    out_words,
    shown_due,
    until_attributes,
)
from .section_dates import picked
from .times import date_tag

if TYPE_CHECKING:
    from ...model.course import Course
    from ...plan.deadlines import SectionDue


@dataclass(frozen=True, slots=True)
class ShownSectionDue:
    """When something is due for a section."""

    section: str
    """What readers see for it."""
    due: ShownDue | None
    out: date | None
    """None where that is shown for all sections at once, or not at all."""


def one_out(found: Iterable[SectionDue]) -> date | None:
    """The day on which all of the sections have it; None where they have it on several."""
    outs = {each.out for each in found}
    return outs.pop() if len(outs) == 1 else None


def shown_section_dues(
    found: Sequence[SectionDue], course: Course, *, has_out: bool
) -> tuple[ShownSectionDue, ...]:
    """What is shown of when something is due for each section, and out where that differs."""
    has_out = has_out and one_out(found) is None
    return tuple(
        ShownSectionDue(
            course.section_name(each.section),
            shown_due(each.due, course),
            each.out if has_out else None,
        )
        for each in found
    )


def last_due(found: Iterable[ShownSectionDue]) -> ShownDue | None:
    """The last moment of all, from which on it is past for everybody; None where one is unknown."""
    dues = [each.due for each in found]
    known = [due for due in dues if due]
    if len(known) < len(dues):
        return None
    return max(known, key=lambda shown: (shown.due.day, shown.due.clock), default=None)


def section_due_tags(
    found: Iterable[ShownSectionDue], page: Page, *, zone: str = "", has_out: bool = True
) -> Iterator[Tag]:
    """A line for each section, which turns paler when it is past for that section."""
    for each in found:
        of = tag("span", {"class": "seminar-muted"}, each.section)
        behind = f" ({zone})" if zone else ""
        out = out_words(each.out, page.language) if has_out else ""
        more = [tag("span", {"class": "seminar-muted"}, out)] if out else []
        line = [of, " ", due_tag(each.due, page.language), behind, *more]
        attributes = {"class": "seminar-deadline"} | until_attributes(each.due)
        yield picked(each.section, page, tag("p", attributes, *line, *due_now(each.due, page)))


def section_out_tags(found: Iterable[ShownSectionDue], page: Page) -> Iterator[Tag]:
    """The day on which it is handed out, a line for each section."""
    for each in found:
        of = tag("span", {"class": "seminar-muted"}, each.section)
        day = date_tag(each.out, page.language) if each.out else _("date to be announced")
        yield picked(each.section, page, tag("p", {}, of, " ", day))


def section_due_text(
    found: Iterable[ShownSectionDue], language: str, *, has_out: bool = True
) -> str:
    """The same as text."""
    return _("; ").join(
        _("{label}: {text}").format(label=each.section, text=due_text(each.due, language))
        + (out_words(each.out, language) if has_out else "")
        for each in found
    )


def section_out_text(found: Iterable[ShownSectionDue], language: str) -> str:
    """The day on which it is handed out to each section, as text."""
    return _("; ").join(
        _("{label}: {text}").format(label=each.section, text=short_date(each.out, language))
        for each in found
        if each.out
    )
