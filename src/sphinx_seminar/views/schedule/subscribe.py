"""How readers get a schedule into their own calendar: a collapsible beside it, in html."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils import nodes

from ...locale import _
from ...pages.html import Tag, tag
from ...pages.nodes import fragment
from ...plan.calendars import CALENDAR, course_calendars
from ...plan.planned_course import PlannedCourse
from ..page import Page


@dataclass(frozen=True, slots=True)
class ShownCalendar:
    """A calendar to subscribe to."""

    path: str
    """Relative to the root of the site."""
    kind: str | None
    """The kind of sessions that it holds; None where it holds all."""
    is_of_role: bool = False
    """Whether it is that of a presenting role."""


def shown_calendars(planned: PlannedCourse) -> tuple[ShownCalendar, ...]:
    """The calendars of a course."""
    return tuple(
        ShownCalendar(
            posixpath.join(planned.folder or "", calendar.file),
            calendar.label,
            is_of_role=calendar.role is not None,
        )
        for calendar in course_calendars(planned)
    )


def subscribe_box(calendars: tuple[ShownCalendar, ...], page: Page) -> Iterator[nodes.Node]:
    """A line for each calendar; once on a page, which may show a course twice.

    A calendar is subscribed to by an address with the scheme ``webcal``. Where the build does not
    know the address of the site, a script does.
    """
    if not calendars or not page.offers(CALENDAR):
        return
    if not page.claim(calendars[0].path, "seminar-calendars"):
        return
    common = [calendar for calendar in calendars if not calendar.is_of_role]
    lines = [_line(calendar, len(common) > 1, page) for calendar in common]
    of_roles = [_line(calendar, True, page) for calendar in calendars if calendar.is_of_role]
    # Most readers want none of these.
    roles = [_collapsible(_("Roles"), of_roles)] if of_roles else []
    yield fragment(_collapsible(_("Add to your calendar"), lines, *roles))


def _collapsible(summary: str, lines: Iterable[Tag], *more: Tag) -> Tag:
    return tag(
        "details",
        {"class": "seminar-calendars"},
        *(tag("summary", {}, summary), tag("ul", {"role": "list"}, *lines), *more),
    )


def _line(calendar: ShownCalendar, is_named: bool, page: Page) -> Tag:
    name = calendar.kind or _("Whole course")
    full = page.full_address(calendar.path)
    file = page.file_address(calendar.path)
    webcal = re.sub("^https?:", "webcal:", full) if full else None

    def of_calendar(word: str) -> str | None:
        return _("{label}: {text}").format(label=name, text=word) if is_named else None

    subscribe, download, copy = _("Subscribe"), _("Download"), _("Copy the address")
    links = (
        tag(
            "a",
            {
                "class": "seminar-subscribe",
                # Until the script has completed it, it leads to the file and is hidden.
                "href": webcal or file,
                "hidden": None if webcal else "",
                "aria-label": of_calendar(subscribe),
            },
            subscribe,
        ),
        tag("a", {"href": file, "download": "", "aria-label": of_calendar(download)}, download),
        tag(
            "button",
            {
                "type": "button",
                "hidden": "",
                "data-address": full,
                "aria-label": of_calendar(copy),
            },
            copy,
        ),
        tag("span", {"role": "status"}, tag("span", {"hidden": ""}, _("Copied"))),
    )
    return tag("li", {}, *([tag("span", {}, name)] if is_named else []), *links)
