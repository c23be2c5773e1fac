"""The events of a calendar are the rows of the schedule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ..conftest import Build, Site
from ..samples import COURSE, MARKUPS
from .calendar_rules import components, findings
from .calendars import by_ical_js, by_icalendar, calendar_of, sessions_of_page

READERS = ("America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo")

TERMS = {
    "clocks are set forward in Berlin": ("Europe/Berlin", "2022-03-21", "2022-04-08"),
    "clocks are set back in Berlin": ("Europe/Berlin", "2022-10-24", "2022-11-11"),
    "both changes in Los Angeles": ("America/Los_Angeles", "2022-03-07", "2022-11-18"),
    "both changes in Sydney": ("Australia/Sydney", "2022-03-21", "2022-10-14"),
    "half an hour in Lord Howe": ("Australia/Lord_Howe", "2022-03-21", "2022-10-14"),
    "Ramadan in Casablanca": ("Africa/Casablanca", "2022-03-14", "2022-05-20"),
    "no change in Kolkata": ("Asia/Kolkata", "2022-03-21", "2022-04-08"),
    "UTC": ("UTC", "2022-03-21", "2022-04-08"),
    "New Year": ("Europe/Berlin", "2022-12-19", "2023-01-13"),
    "February 29": ("America/New_York", "2024-02-26", "2024-03-15"),
    "the law changed in Moscow": ("Europe/Moscow", "2014-10-13", "2014-11-07"),
}

# At the hours that clocks leave out or show twice, too.
PATTERNS = """
meetings:
  - {days: Mon Tue Wed Thu Fri Sat, time: 13:00-16:00, where: "Hall 1; north, upper"}
  - {days: Sun, time: 00:30-01:15}
  - {days: Sun, time: 01:30-02:45}
  - {days: Sun, time: 02:15-03:30}
  - {days: Sun, time: 23:00-23:50}
"""


def of_term(build: Build, zone: str, start: str, end: str) -> Site:
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    sessions = "".join(f"::::{{session}} Title {n}\n::::\n" for n in range(days * 2))
    course = f"title: Long\ntimezone: {zone}\nstart: {start}\nend: {end}\n{PATTERNS}"
    page = f"# Course\n\n:::::{{schedule}}\n{sessions}:::::\n"
    return build({"course.yml": course, "index.md": page})


@pytest.mark.tools
@pytest.mark.parametrize("name", TERMS)
def test_events_are_the_rows_in_every_zone(name: str, build: Build) -> None:
    site = of_term(build, *TERMS[name])
    content = calendar_of(site)
    assert findings(content) == []
    rows = sessions_of_page(site)
    assert len(rows) > 20
    for read in (by_icalendar, by_ical_js):
        events = [(event.summary, event.start, event.end) for event in read(content)]
        # An end in the hour that clocks leave out may not come after its start.
        wanted = [
            (title, start, end if isinstance(end, datetime) and end > start else None)
            for title, start, end in rows
        ]
        for reader in READERS:
            assert in_zone(events, reader) == in_zone(wanted, reader), (read, reader)


def in_zone(events: Sequence[tuple[str, object, object]], zone: str) -> list[tuple[str, str, str]]:
    def shown(moment: object) -> str:
        if isinstance(moment, datetime):
            moment = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        return str(moment)

    return [(title, shown(start), shown(end)) for title, start, end in events]


PAGES = {
    "md": """
# Course

:::::{schedule}

::::{session} Storage, or: files; and more
:speaker: [Ada Brook](https://people.example/ada) (Uni)
:link: https://call.example/1

:::{readings}
- [Resilient Distributed Datasets [NSDI'12]](https://papers.example/rdd)
- Read chapter 1 of [Principles](https://papers.example/book)
- [Local](local.pdf)
:::

:::{readings}
:optional:

- A book on paper
:::

:::{deadline} Review of the paper
:when: 1 hour before class
:kind: Homework
:::
::::

::::{session} Consensus
:status: cancelled
::::

::::{session} Clocks
:moved-from: 2022-02-07
:date: 2022-02-09
:time: 10:00-11:00
:where: Elsewhere
::::

::::{session} Later
:moved-from: 2022-02-14
:date: none
::::

::::{session} Never
:date: none
::::

:::::
""",
    "rst": """
Course
======

.. schedule::

   .. session:: Storage, or: files; and more
      :speaker: `Ada Brook <https://people.example/ada>`__ (Uni)
      :link: https://call.example/1

      .. readings::

         - `Resilient Distributed Datasets [NSDI'12] <https://papers.example/rdd>`__
         - Read chapter 1 of `Principles <https://papers.example/book>`__
         - :download:`Local <local.pdf>`

      .. readings::
         :optional:

         - A book on paper

      .. deadline:: Review of the paper
         :when: 1 hour before class
         :kind: Homework

   .. session:: Consensus
      :status: cancelled

   .. session:: Clocks
      :moved-from: 2022-02-07
      :date: 2022-02-09
      :time: 10:00-11:00
      :where: Elsewhere

   .. session:: Later
      :moved-from: 2022-02-14
      :date: none

   .. session:: Never
      :date: none
""",
}


def course(build: Build, markup: str = "md", **confoverrides: object) -> Site:
    files = {"course.yml": COURSE, f"index.{markup}": PAGES[markup], "local.pdf": b"%PDF"}
    return build(files, confoverrides=confoverrides)


def pacific(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    zone = ZoneInfo("America/Los_Angeles")
    return datetime(year, month, day, hour, minute, tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_calendar_has_sessions_breaks_and_deadlines(markup: str, build: Build) -> None:
    site = course(build, markup)
    content = calendar_of(site)
    assert findings(content) == []
    events = {event.summary: event for event in by_icalendar(content)}
    assert {
        name: (event.start, event.end, event.status, event.sequence)
        for name, event in events.items()
    } == {
        "Storage, or: files; and more": (
            *(pacific(2022, 1, 24, 13), pacific(2022, 1, 24, 16), "CONFIRMED", 0),
        ),
        "Cancelled: Consensus": (
            *(pacific(2022, 1, 31, 13), pacific(2022, 1, 31, 16), "CANCELLED", 1),
        ),
        "Clocks": (pacific(2022, 2, 9, 10), pacific(2022, 2, 9, 11), "CONFIRMED", 1),
        "Later": (pacific(2022, 2, 14, 13), pacific(2022, 2, 14, 16), "CANCELLED", 1),
        "Presidents' Day": (date(2022, 2, 21), date(2022, 2, 22), "CONFIRMED", 0),
        "Due: Review of the paper": (
            *(pacific(2022, 1, 24, 11, 45), pacific(2022, 1, 24, 12), "CONFIRMED", 0),
        ),
    }
    assert events["Storage, or: files; and more"].description.splitlines() == [
        "Ada Brook (Uni)",
        "https://call.example/1",
        "Readings:",
        "- Resilient Distributed Datasets [NSDI’12] https://papers.example/rdd",
        "- Read chapter 1 of Principles https://papers.example/book",
        "- Local",
        "Additional optional reading:",
        "- A book on paper",
    ]
    assert events["Clocks"].description == "Moved from Mon, Feb 7"
    assert events["Later"].description == "Moved; the new date is to be announced"
    assert events["Due: Review of the paper"].description.splitlines() == [
        "Homework",
        "Storage, or: files; and more",
    ]


@pytest.mark.tools
def test_signs_of_the_format_in_texts_are_texts(build: Build) -> None:
    title = "Back \\ slash, comma; END:VEVENT: ünï😀 " + "ä" * 90
    page = f"# Course\n\n::::{{schedule}}\n:::{{session}} {title}\n:where: a\\b\\New;\n:::\n::::\n"
    content = calendar_of(build({"course.yml": COURSE, "index.md": page}))
    assert findings(content) == []
    assert by_icalendar(content)[0].summary == title
    assert "LOCATION:a\\\\b\\\\\u200bNew\\;" in content.decode()
    assert by_ical_js(content) == by_icalendar(content)


@pytest.mark.tools
def test_another_parser_reads_the_same(build: Build) -> None:
    content = calendar_of(course(build))
    assert by_ical_js(content) == by_icalendar(content)


def test_a_calendar_says_what_it_is_and_when_to_look_again(build: Build) -> None:
    content = calendar_of(course(build)).decode()
    for line in (
        "NAME:CS 101 Reading Machines\\, Spring 2022",
        "X-WR-CALNAME:CS 101 Reading Machines\\, Spring 2022",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ):
        assert f"\r\n{line}\r\n" in content
    assert "METHOD" not in content
    assert "RRULE" not in content.partition("BEGIN:VEVENT")[2]


def test_a_break_takes_nobodys_time(build: Build) -> None:
    free = {
        part.values("SUMMARY")[0]: part.values("TRANSP")
        for part in components(calendar_of(course(build)))
        if part.name == "VEVENT"
    }
    assert free["Presidents' Day"] == free["Cancelled: Consensus"] == ["TRANSPARENT"]
    assert free["Clocks"] == free["Due: Review of the paper"] == ["OPAQUE"]


@pytest.mark.parametrize(
    ("builder", "page"), [("html", "index.html"), ("dirhtml", ""), ("singlehtml", "index.html")]
)
def test_an_event_leads_to_where_its_session_stands(
    builder: str, page: str, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"course.yml": COURSE, "index.md": PAGES["md"], "local.pdf": b"%PDF"}
    site = build(files, builder, confoverrides={"html_baseurl": "https://course.example/2022"})
    urls = {
        part.values("SUMMARY")[0]: part.values("URL")
        for part in components(calendar_of(site))
        if part.name == "VEVENT"
    }
    assert urls["Clocks"] == [f"https://course.example/2022/{page}#clocks"]
    assert urls["Presidents' Day"] == []
    assert site.page(page or "index.html").select("#clocks")


def test_read_the_docs_says_where_the_site_is(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://course.example/en/latest/")
    assert b"URL:https://course.example/en/latest/index.html#clocks\r\n" in calendar_of(
        course(build)
    )


def test_an_event_without_a_known_site_has_no_address(build: Build) -> None:
    assert b"\r\nURL" not in calendar_of(course(build, html_baseurl="/"))


KINDS = """
title: Kinds
timezone: Europe/Berlin
start: 2022-04-04
end: 2022-04-29
meetings:
  - {days: Mon, time: 10:00-12:00, kind: Lecture}
  - {days: Fri, time: 10:00-12:00, kind: Übung}
breaks:
  - {date: 2022-04-15, title: Good Friday}
"""


def test_each_kind_of_session_has_a_calendar_of_its_own(build: Build) -> None:
    page = (
        "# Course\n\n:::::{schedule}\n::::{session} One\n::::\n::::{session} Two\n:kind: Übung\n\n"
        ":::{deadline} Sheet\n:when: class\n:::\n::::\n"
        "::::{session} Three\n:kind: Exam\n::::\n:::::\n"
    )
    site = build({"course.yml": KINDS, "index.md": page})
    names = {path.name for path in site.app.outdir.glob("*.ics")}
    (other,) = names - {"calendar.ics", "calendar-lecture.ics", "calendar-exam.ics"}
    found = {}
    for name in names:
        content = calendar_of(site, name)
        assert findings(content) == []
        found[name] = [event.summary for event in by_icalendar(content)]
    assert found == {
        "calendar.ics": ["One", "Two", "Three", "Good Friday", "Due: Sheet"],
        "calendar-lecture.ics": ["One"],
        other: ["Two", "Due: Sheet"],
        "calendar-exam.ics": ["Three"],
    }
    assert b"NAME:Kinds: Lecture\r\n" in calendar_of(site, "calendar-lecture.ics")


def test_the_calendar_of_a_section_keeps_its_name_when_another_is_inserted(build: Build) -> None:
    def names(sections: list[str]) -> set[str]:
        listed = "".join(
            f"  - {{name: '{name}', meetings: {{days: Mon, time: '1{hour}:00'}}}}\n"
            for hour, name in enumerate(sections)
        )
        course = KINDS[: KINDS.index("meetings:")] + f"sections:\n{listed}"
        page = "# Course\n\n::::{schedule}\n:::{session} One\n:::\n::::\n"
        site = build({"course.yml": course, "index.md": page})
        return {path.name for path in site.app.outdir.glob("*.ics")}

    before = names(["002", "003 (online)"])
    assert before == {"calendar.ics", "calendar-002.ics", "calendar-003-online.ics"}
    assert before < names(["001 (online)", "002", "003 (online)"])


def test_a_deadline_in_the_hour_that_is_there_twice_ends_when_it_is_due(build: Build) -> None:
    body = (
        "# Course\n\n::::{schedule}\n:::{session} One\n:date: 2022-11-06\n:time: 02:30-04:00\n"
        ":::\n::::\n\n:::{deadline} Review\n:session: One\n:when: 1 hour before class\n:::\n"
    )
    site = build({"course.yml": COURSE.replace("2022-03-11", "2022-11-11"), "index.md": body})
    due = next(
        event for event in by_icalendar(calendar_of(site)) if event.summary.startswith("Due")
    )
    assert isinstance(due.start, datetime)
    assert due.end == datetime(2022, 11, 6, 9, 30, tzinfo=UTC)
    assert due.end - due.start == timedelta(minutes=15)
