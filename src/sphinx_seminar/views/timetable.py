"""``{timetable}``: the week as a grid; on a phone, and outside html, a list by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from math import gcd
from zoneinfo import ZoneInfo

from docutils import nodes

from ..locale import _, ngettext
from ..model.course import Person
from ..model.timetable import Event, Placed, Timetable, timetable
from ..pages.html import Tag, tag
from ..pages.nodes import fragment
from ..plan.planned_course import PlannedCourse
from .page import Page
from .view import Body, Options, View
from .words.dates import Clock, clock_time, day_names, short_date, time_range
from .words.due import times_note
from .words.label import kind_classes
from .words.meeting_pattern import ShownPattern, pattern_text, shown_pattern
from .words.notice import Notice, notice_nodes, notice_of
from .words.office_hours import hours_text

# Color alone tells nobody what an event is: `_words` says it too.
_CLASSES = {"meeting": "seminar-meeting", "section": "", "office hours": "seminar-hours"}


@dataclass(frozen=True, slots=True)
class ShownTimetable:
    """A week, and how its times are written."""

    notice: Notice | None
    week: Timetable
    """Empty where its dates are in doubt."""
    patterns: tuple[ShownPattern, ...]
    """What has no time of the week."""
    clock: Clock
    zone: ZoneInfo | None


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where course.yml has neither meetings nor office hours."""
    course = planned.course
    if course.patterns or any(person.office_hours for person in course.staff):
        return None
    return f"{planned.file} has neither meetings nor office hours; write 'meetings:' there"


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownTimetable:
    """The meetings and office hours of course.yml."""
    course = planned.course
    week = timetable(course)
    if not course.dates_known and (course.patterns or not week.days):
        week = Timetable((), 0, 0, (), ())
    hours = tuple((Person(person.name), found) for person, found in week.hours)
    return ShownTimetable(
        notice=notice_of(planned),
        week=replace(week, patterns=(), hours=hours),
        patterns=tuple(shown_pattern(found, course, with_room=True) for found in week.patterns),
        clock=course.clock if week.days or any(found.times for _who, found in hours) else 24,
        zone=course.zone if week.days else None,
    )


def draw(shown: ShownTimetable, body: Body, page: Page) -> list[nodes.Node]:
    """The grid, then what has no time of the week."""
    drawn = notice_nodes(shown.notice)
    if shown.week.days:
        drawn += times_note(shown.zone, page.language)
        draw_week = _grid if page.is_html else _by_day
        drawn += draw_week(shown.week, shown.clock, page.language)
    return [*drawn, *_others(shown, page.language), *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _others(shown: ShownTimetable, language: str) -> list[nodes.Node]:
    texts = [
        _("{label}: {text}").format(
            label=pattern.kind or _("Class"), text=pattern_text(pattern, language)
        )
        for pattern in shown.patterns
    ]
    for person, hours in shown.week.hours:
        text = hours_text(hours, language, shown.clock)
        texts.append(_("Office hours of {name}: {hours}").format(name=person.name, hours=text))
    items = (nodes.list_item("", nodes.paragraph("", text)) for text in texts)
    others = nodes.bullet_list("", *items, bullet="-", classes=["seminar-text"])
    return [others] if texts else []


def _words(event: Event, language: str) -> list[str]:
    """What an event is, where, and when it is not each week of the term."""
    if event.kind == "office hours":
        words = [_("Office hours: {name}").format(name=event.title)]
    else:
        # For translators: a meeting of the whole course, and one of a part of it
        words = [event.title or (_("Class") if event.kind == "meeting" else _("Section"))]
    if event.where:
        words.append(event.where)
    if event.every == 2:
        words.append(_("every other week"))
    elif event.every > 2:
        weeks = ngettext("every {count} week", "every {count} weeks", event.every)
        words.append(weeks.format(count=event.every))
    if event.first:
        words.append(_("from {date}").format(date=short_date(event.first, language)))
    if event.last:
        words.append(_("until {date}").format(date=short_date(event.last, language)))
    return words


def _by_day(week: Timetable, clock: Clock, language: str) -> list[nodes.Node]:
    items = nodes.definition_list()
    for day in week.days:
        lines = nodes.bullet_list(bullet="-")
        for placed in day.events:
            event = placed.event
            times = time_range(event.start, event.end, clock, language)
            words = _(", ").join(_words(event, language))
            text = _("{label}: {text}").format(label=times, text=words)
            lines += nodes.list_item("", nodes.paragraph("", text))
        term = nodes.term("", day_names((day.number,), language))
        items += nodes.definition_list_item("", term, nodes.definition("", lines))
    return [items]


def _grid(week: Timetable, clock: Clock, language: str) -> list[nodes.Node]:
    """One grid for all days: an event may take the room that its words need.

    It is one where the styles in it count: a site may forbid these. Its rows are as long as all
    starts and ends have in common; row 1 has the days' names.
    """
    minutes = {
        minute for day in week.days for placed in day.events for minute in placed.event.minutes
    }
    step = gcd(60, *(minute - week.first_minute for minute in minutes))

    def line(minute: int) -> int:
        return (minute - week.first_minute) // step + 2

    last = line(week.last_minute)
    content: list[Tag | str] = []
    for minute in range(week.first_minute, week.last_minute, 60):
        text = clock_time(time(minute // 60 % 24), clock, language)
        style = f"grid-area: {line(minute)} / 1 / {line(minute + 60)} / -1"
        content.append(
            tag("span", {"class": "seminar-hour", "style": style, "aria-hidden": "true"}, text)
        )
    column = 2
    for day in week.days:
        name = day_names((day.number,), language)
        head = {
            "class": "seminar-group",
            "style": f"grid-area: 1 / {column} / 2 / {column + day.lanes}",
        }
        events = [_event(placed, column, line, clock, language) for placed in day.events]
        listed = tag("ul", {"role": "list", "aria-label": name}, *events)
        content.append(tag("div", {"class": "seminar-column"}, tag("p", head, name), listed))
        column += day.lanes
    columns = sum(day.lanes for day in week.days)
    style = (
        "--_grid: grid; --_flat: contents; "
        f"grid-template-columns: 3.5rem repeat({columns}, minmax(0, 1fr)); "
        f"grid-template-rows: auto repeat({last - 2}, minmax({step / 20:.2f}rem, auto))"
    )
    box = tag("div", {"class": "seminar-grid", "style": style}, *content)
    return [fragment(tag("div", {"class": "seminar-timetable"}, box))]


def _event_class(event: Event) -> str:
    css_class = f"seminar-event {_CLASSES[event.kind]}".rstrip()
    if event.named:
        css_class += kind_classes([event.named])
        css_class += f" seminar-color-{event.named.color}" if event.named.color else ""
    return css_class


def _event(
    placed: Placed, column: int, line: Callable[[int], int], clock: Clock, language: str
) -> Tag:
    event = placed.event
    start, end = event.minutes
    first = column + placed.lane
    style = f"grid-area: {line(start)} / {first} / {line(end)} / {first + placed.span}"
    name, *more = _words(event, language)
    times = time_range(event.start, event.end, clock, language)
    return tag(
        "li",
        {"class": _event_class(event), "style": style},
        tag("span", {"class": "seminar-time"}, times),
        " ",
        tag("strong", {}, name),
        *(tag("span", {}, f" {word}") for word in more),
    )
