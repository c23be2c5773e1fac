"""When something comes out that is withheld until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _
from ..model.deadline import NotDue, When
from ..model.instant import utc_text
from ..model.release import Releases
from ..pages.html import Tag, tag
from ..pages.nodes import seminar_title
from ..plan.planned_course import PlannedCourse
from .page import Page
from .view import Body, Options, View
from .words.dates import Clock, clock_time, day_text, with_time
from .words.due import zone_text
from .words.filled_pattern import line_of_nodes
from .words.times import date_tag


@dataclass(frozen=True, slots=True)
class ShownRelease:
    """A day, or a moment of it."""

    day: date
    has_year: bool
    """Whether the day is not one of the term, so that its year has to be told."""
    clock: time | None
    """None for the start of the day."""
    instant: datetime
    style: Clock
    zone: ZoneInfo | None


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownRelease | None:
    """When it comes; None where that is not known."""
    return shown_release(options["when"], planned)


def shown_release(when: When | None, planned: PlannedCourse) -> ShownRelease | None:
    """What is shown of a moment that an author writes; None where it is not known."""
    course = planned.course
    if when is None:
        return None
    try:
        moment = Releases(course).moment(when)
    except NotDue:
        return None
    zone = course.zone if moment.clock else None
    has_year = course.term is None or moment.day not in course.term
    return ShownRelease(moment.day, has_year, moment.clock, moment.instant, course.clock, zone)


def draw(shown: ShownRelease | None, body: Body, page: Page) -> list[nodes.Node]:
    """A line with the title of what is withheld, where it has one."""
    line: list[nodes.Node] = []
    for title in body.children:
        assert isinstance(title, seminar_title)
        line += [nodes.strong("", "", *title.children), nodes.Text(" · ")]
    if shown is None:
        line.append(nodes.Text(_("To be announced")))
    else:
        zone = zone_text(shown.zone, page.language)
        # For translators: the day, and perhaps the time, from which on something is shown
        pattern = _("Comes on {date} ({zone})") if zone else _("Comes on {date}")
        when = release_tag(shown, page.language)
        line += line_of_nodes(pattern, is_html=page.is_html, date=when, zone=zone)
    return [nodes.paragraph("", "", *line, ids=body["ids"], classes=["seminar-muted"])]


VIEW = View(show=show, draw=draw, is_governed=False)


def release_tag(shown: ShownRelease, language: str) -> Tag:
    """The day, or the moment with its instant."""
    if shown.clock is None:
        return date_tag(shown.day, language, has_year=shown.has_year)
    clock = clock_time(shown.clock, shown.style, language)
    day = day_text(shown.day, language, has_year=shown.has_year)
    text = with_time(day, clock, language)
    return tag("time", {"datetime": utc_text(shown.instant)}, text)
