"""The week as a grid; on a phone, and outside html, a list by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from math import gcd

from docutils import nodes

from ..locale import _, ngettext
from ..markup import Tag, tag
from ..model.course import Course
from ..model.timetable import Event, Placed, Timetable, timetable
from ..nodes import fragment, seminar_view
from ..plan.planned_course import PlannedCourse
from .context import ViewContext
from .course_info import pattern_text
from .dates import clock_time, day_names, short_date, time_range
from .due import times_note
from .hours import hours_text
from .notice import broken_notice

# What kind it is stands in its words too.
_CLASSES = {"meeting": "seminar-meeting", "section": "", "office hours": "seminar-hours"}


def timetable_view(
    placeholder: seminar_view, planned: PlannedCourse, context: ViewContext
) -> list[nodes.Node]:
    """The grid, then what has no time of the week."""
    course = planned.course
    week = timetable(course)
    shown = broken_notice(planned)
    if week.days and (course.dates_known or not course.patterns):
        shown += times_note(course, context.language)
        draw = _grid if context.is_html else _by_day
        shown += draw(week, course, context.language)
        shown += _others(week, course, context.language)
    elif course.dates_known:
        shown += _others(week, course, context.language)
    return [*shown, *placeholder.children]


def _others(week: Timetable, course: Course, language: str) -> list[nodes.Node]:
    texts = [
        _("{label}: {text}").format(
            label=pattern.kind or _("Class"), text=pattern_text(pattern, course, language)
        )
        for pattern in week.patterns
    ]
    for person, hours in week.hours:
        text = hours_text(hours, language, course.clock)
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


def _by_day(week: Timetable, course: Course, language: str) -> list[nodes.Node]:
    items = nodes.definition_list()
    for day in week.days:
        lines = nodes.bullet_list(bullet="-")
        for placed in day.events:
            event = placed.event
            times = time_range(event.start, event.end, course.clock, language)
            words = _(", ").join(_words(event, language))
            text = _("{label}: {text}").format(label=times, text=words)
            lines += nodes.list_item("", nodes.paragraph("", text))
        term = nodes.term("", day_names((day.number,), language))
        items += nodes.definition_list_item("", term, nodes.definition("", lines))
    return [items]


def _grid(week: Timetable, course: Course, language: str) -> list[nodes.Node]:
    """One grid for all days: an event may take the room that its words need.

    Its rows are as long as all starts and ends have in common; row 1 has the days' names.
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
        text = clock_time(time(minute // 60 % 24), course.clock, language)
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
        events = [_event(placed, column, line, course, language) for placed in day.events]
        listed = tag("ul", {"role": "list", "aria-label": name}, *events)
        content.append(tag("div", {"class": "seminar-column"}, tag("p", head, name), listed))
        column += day.lanes
    columns = sum(day.lanes for day in week.days)
    style = (
        f"grid-template-columns: 3.5rem repeat({columns}, minmax(0, 1fr)); "
        f"grid-template-rows: auto repeat({last - 2}, minmax({step / 20:.2f}rem, auto))"
    )
    box = tag("div", {"class": "seminar-grid", "style": style}, *content)
    return [fragment(tag("div", {"class": "seminar-timetable"}, box))]


def _event(
    placed: Placed, column: int, line: Callable[[int], int], course: Course, language: str
) -> Tag:
    event = placed.event
    start, end = event.minutes
    first = column + placed.lane
    style = f"grid-area: {line(start)} / {first} / {line(end)} / {first + placed.span}"
    name, *more = _words(event, language)
    times = time_range(event.start, event.end, course.clock, language)
    return tag(
        "li",
        {"class": f"seminar-event {_CLASSES[event.kind]}".rstrip(), "style": style},
        tag("span", {"class": "seminar-time"}, times),
        " ",
        tag("strong", {}, name),
        *(tag("span", {}, f" {word}") for word in more),
    )
