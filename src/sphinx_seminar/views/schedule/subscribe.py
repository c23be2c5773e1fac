"""How readers get a schedule into their own calendar: a collapsible beside it, in html."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
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


def shown_calendars(planned: PlannedCourse) -> tuple[ShownCalendar, ...]:
    """The calendars of a course."""
    return tuple(
        ShownCalendar(posixpath.join(planned.folder or "", calendar.file), calendar.label)
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
    lines = [_line(calendar, len(calendars) > 1, page) for calendar in calendars]
    summary = tag("summary", {}, _("Add to your calendar"))
    content = tag("ul", {"role": "list"}, *lines)
    yield fragment(tag("details", {"class": "seminar-calendars"}, summary, content))


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
