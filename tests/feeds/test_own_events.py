"""What a presenter's browser makes a calendar of is what the calendar of the course has."""

from __future__ import annotations

import json

import pytest

from ..conftest import Build
from .calendar_rules import Component, components
from .calendars import calendar_of

PATTERNS = {
    "one": "meetings: [{days: Mon, time: 13:00-14:00, where: One}]\n",
    "sections": (
        "sections:\n"
        "  - {name: Group A, meetings: [{days: Mon, time: 13:00-14:00, where: One}]}\n"
        "  - {name: Group B, meetings: [{days: Thu, time: 15:00-16:00, where: Two}]}\n"
    ),
}
COURSE = """\
title: Reading
timezone: Europe/Berlin
start: 2022-03-07
end: 2022-04-22
presenting: {roles: [Author]}
"""
PAGE = """\
# Course

:::::{schedule}
::::{session} Nobody presents
::::
::::{session} Clocks
:::{deadline} Slides
:when: 1 hour before class
:::
:::{presenters}
Author: Noor Haddad
:::
::::
::::{session} Off
:status: cancelled
:::{presenters}
Author: Noor Haddad
:::
::::
::::{session} Moved
:moved-from: 2022-03-28
:date: 2022-03-29
:time: 09:00-10:00
:::{presenters}
Author: Noor Haddad
:::
::::
:::::

:::{my-presentations}
:::
"""


def keys(event: Component) -> dict[str, list[str]]:
    return {name: event.values(name) for name in ("UID", "DTSTART", "DTEND", "SEQUENCE")}


@pytest.mark.parametrize(
    ("pattern", "titles"),
    [
        ("one", ["Clocks", "Due: Slides", "Moved"]),
        (
            "sections",
            [
                *("Group A: Clocks", "Group B: Clocks"),
                *("Group A: Due: Slides", "Group B: Due: Slides"),
                *("Group A: Moved", "Group B: Moved"),
            ],
        ),
    ],
)
def test_every_event_is_one_of_the_calendar_of_the_course(
    pattern: str, titles: list[str], build: Build
) -> None:
    site = build({"course.yml": COURSE + PATTERNS[pattern], "index.md": PAGE})
    course = {
        event.values("SUMMARY")[0]: event
        for event in components(calendar_of(site))
        if event.name == "VEVENT"
    }
    own = json.loads(str(site.one("button[data-calendar]")["data-calendar"]))["events"]
    assert [event["title"] for event in own] == titles
    for told in own:
        lines = "\r\n".join(("BEGIN:VEVENT", *told["lines"], "END:VEVENT", ""))
        (event,) = components(lines.encode())
        assert keys(event) == keys(course[told["title"]])
        assert [told["where"] or ""] == (course[told["title"]].values("LOCATION") or [""])
