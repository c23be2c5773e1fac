from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.load.loaded_course import LoadedCourse
from sphinx_seminar.model.course import Break, Course, Link, OfficeHours, Person, Term, WeekCount
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source

from .conftest import Load

TERM = "timezone: America/Los_Angeles\nstart: 2022-01-24\nend: 2022-05-13\n"

SEMINAR = """\
title: Machine Learning Systems
code: CS 294-162
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-05-13
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
weeks: {start: Sun, count_breaks: no}
breaks:
  - {date: 2022-02-21, title: Presidents' Day}
  - {start: 2022-03-21, end: 2022-03-25, title: Spring break}
staff:
  - {name: Ada Brook, role: Instructor, url: https://example.org/ada, office_hours: TBA}
links:
  Announcements: Piazza          # a text or an address
  Review system: https://example.org/reviews
presenting:
  roles: [Author, Reviewer, Archaeologist, Backup/Scribe]
"""


def read(loaded: LoadedCourse) -> Course:
    assert loaded.problems == ()
    return loaded.course


def test_a_whole_course_file_becomes_a_course(load: Load) -> None:
    assert read(load(SEMINAR)) == Course(
        id="Spring 2022 CS 294-162",
        title="Machine Learning Systems",
        code="CS 294-162",
        term_name="Spring 2022",
        zone=ZoneInfo("America/Los_Angeles"),
        term=Term(date(2022, 1, 24), date(2022, 5, 13)),
        patterns=(MeetingPattern((0,), start=time(13), end=time(16), where="Soda 405"),),
        weeks=WeekCount(6, count_breaks=False),
        breaks=(
            Break(date(2022, 2, 21), date(2022, 2, 21), "Presidents' Day", "Presidents' Day"),
            Break(date(2022, 3, 21), date(2022, 3, 25), "Spring break", "Spring break"),
        ),
        links=(
            Link("Announcements", "Piazza", is_address=False),
            Link("Review system", "https://example.org/reviews", is_address=True),
        ),
        staff=(
            Person("Ada Brook", "Instructor", "https://example.org/ada", (OfficeHours("TBA"),)),
        ),
        presenting=Presenting(
            tuple(
                PresentingRole(name)
                for name in ("Author", "Reviewer", "Archaeologist", "Backup/Scribe")
            ),
            source=Source("course.yml", 18),
        ),
        clock=24,
        dates_known=True,
    )


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("{days: Mon Wed}", MeetingPattern((0, 2))),
        ("{days: [Wed, Mon]}", MeetingPattern((0, 2))),
        (
            "{days: TuTh, time: 8:30AM - 9:45AM}",
            MeetingPattern((1, 3), (), time(8, 30), time(9, 45)),
        ),
        ("{days: Fri, every: 2}", MeetingPattern((4,), every=2)),
        ("{days: Fri, every: 3 weeks}", MeetingPattern((4,), every=3)),
        ("{days: Fri, every: other week}", MeetingPattern((4,), every=2)),
        ("{days: Fri, every: every second week}", MeetingPattern((4,), every=2)),
        ("{days: Fri, every: week}", MeetingPattern((4,))),
        (
            "{days: Fri, from: 2022-02-01, until: 2022-3-1}",
            MeetingPattern((4,), first=date(2022, 2, 1), last=date(2022, 3, 1)),
        ),
        (
            "{days: Fri, kind: Discussion, sessions: no}",
            MeetingPattern((4,), kind="Discussion", holds_sessions=False),
        ),
        ("{days: Fri, sessions: False}", MeetingPattern((4,), holds_sessions=False)),
        ("{days: Fri, sessions: yes}", MeetingPattern((4,))),
        ("{days: Fri, where: , time: ~, sessions: }", MeetingPattern((4,))),
        ("{dates: 2022-02-04}", MeetingPattern((), (date(2022, 2, 4),))),
        (
            "{dates: [2022-02-05, 2022-02-04]}",
            MeetingPattern((), (date(2022, 2, 4), date(2022, 2, 5))),
        ),
        (
            "{dates: '2022-02-04, 2022-02-05', time: 10:00}",
            MeetingPattern((), (date(2022, 2, 4), date(2022, 2, 5)), time(10)),
        ),
    ],
)
def test_meetings_are_written_in_many_ways(
    load: Load, written: str, pattern: MeetingPattern
) -> None:
    assert read(load(f"{TERM}meetings: {written}\n")).patterns == (pattern,)
    assert read(load(f"{TERM}meetings:\n- {written}\n")).patterns == (pattern,)


@pytest.mark.parametrize(
    ("times", "clock"),
    [
        (["13:00-16:00"], 24),
        (["1-4pm"], 12),
        (["9:00", "noon"], 12),
        ([], 24),
    ],
)
def test_times_are_shown_the_way_they_are_written(load: Load, times: list[str], clock: int) -> None:
    meetings = "".join(f"- {{days: Mon, time: {text}}}\n" for text in times)
    assert read(load(f"{TERM}meetings:\n{meetings}")).clock == clock


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{date: 2022-02-21, title: Holiday}", ("2022-02-21", "2022-02-21", "Holiday")),
        ("{date: 2022-02-21}", ("2022-02-21", "2022-02-21", None)),
        ("{date: 2022-02-21, title: }", ("2022-02-21", "2022-02-21", None)),
        ("{start: 2022-03-21, end: 2022-03-25}", ("2022-03-21", "2022-03-25", None)),
        ("{start: 2022-03-21, end: 2022-03-21}", ("2022-03-21", "2022-03-21", None)),
    ],
)
def test_breaks_are_a_day_or_days_with_a_title_or_without(
    load: Load, written: str, expected: tuple[str, str, str | None]
) -> None:
    first, last, title = expected
    breaks = (Break(date.fromisoformat(first), date.fromisoformat(last), title, title),)
    assert read(load(f"{TERM}breaks: {written}\n")).breaks == breaks
    assert read(load(f"{TERM}breaks: [{written}]\n")).breaks == breaks


@pytest.mark.parametrize(
    "written",
    [
        "\n  Forum: Piazza\n  Slides: slides.pdf\n",
        "{Forum: Piazza, Slides: slides.pdf}",
        "\n- Forum: Piazza\n- Slides: slides.pdf\n",
        "\n- {Forum: Piazza, Slides: slides.pdf}\n",
        "\n- {Forum: Piazza}\n- {label: Slides, url: slides.pdf}\n",
    ],
)
def test_links_are_a_mapping_or_a_list_of_mappings(load: Load, written: str) -> None:
    assert read(load(f"links: {written}")).links == (
        Link("Forum", "Piazza", is_address=False),
        Link("Slides", "slides.pdf", is_address=True),
    )


@pytest.mark.parametrize(
    "written",
    ["Ada Brook", "[Ada Brook]", "{name: Ada  Brook}", "[{name: Ada Brook, url: , role: ''}]"],
)
def test_a_bare_text_is_the_name_of_a_person(load: Load, written: str) -> None:
    assert read(load(f"staff: {written}\n")).staff == (Person("Ada Brook"),)


@pytest.mark.parametrize(
    "written",
    ["[Author, Backup/Scribe]", "Author, Backup/Scribe", "\n  - Author\n  - Backup/Scribe"],
)
def test_roles_are_a_list_or_names_with_commas(load: Load, written: str) -> None:
    course = read(load(f"presenting:\n  roles: {written}\n"))
    assert [role.name for role in course.presenting.roles] == ["Author", "Backup/Scribe"]


@pytest.mark.parametrize(
    ("written", "weeks"),
    [
        ("{start: Mon, count_breaks: true}", WeekCount(0, count_breaks=True)),
        ("{start: Sunday}", WeekCount(6, count_breaks=True)),
        ("{count_breaks: no}", WeekCount(0, count_breaks=False)),
        ("{count_breaks: Off, start: }", WeekCount(0, count_breaks=False)),
        ("{}", WeekCount()),
        ("", WeekCount()),
    ],
)
def test_weeks_start_and_count_as_stated(load: Load, written: str, weeks: WeekCount) -> None:
    assert read(load(f"weeks: {written}\n")).weeks == weeks


def test_days_are_in_the_order_of_the_week_of_the_course(load: Load) -> None:
    entries = (
        "meetings: {days: Tue Sun, time: 10:00}\n"
        "staff: [{name: Ada Brook, office_hours: {days: Mon Sun, time: 9:00-10:00}}]\n"
    )
    term = "timezone: Africa/Cairo\nstart: 2026-09-20\nend: 2026-12-31\n"
    for start, orders in (("Mon", [(1, 6), (0, 6)]), ("Sun", [(6, 1), (6, 0)])):
        loaded = load(f"{term}weeks: {{start: {start}}}\n{entries}")
        assert loaded.problems == ()
        days = [loaded.course.patterns[0].days, loaded.course.staff[0].office_hours[0].days]
        assert days == orders


def test_what_looks_like_a_number_stays_as_it_was_written(load: Load) -> None:
    course = read(load("title: 2022\ncode: 0294\nterm: 2022.10\n"))
    assert (course.title, course.code, course.term_name) == ("2022", "0294", "2022.10")


@pytest.mark.parametrize(
    "key",
    [
        "title",
        "code",
        "term",
        "timezone",
        "start",
        "end",
        "meetings",
        "weeks",
        "breaks",
        "links",
        "staff",
        "presenting",
    ],
)
@pytest.mark.parametrize("nothing", ["", "~", "''", "'  '"])
def test_a_key_with_nothing_behind_it_counts_as_absent(load: Load, key: str, nothing: str) -> None:
    assert read(load(f"{key}: {nothing}\n")) == Course()


def test_lists_may_be_empty(load: Load) -> None:
    course = read(load("meetings: []\nbreaks: []\nlinks: {}\nstaff: []\npresenting: {roles: []}\n"))
    assert course == Course(presenting=Presenting(source=Source("course.yml", 5)))


def test_a_course_without_facts_has_no_problem(load: Load) -> None:
    assert read(load("{}")) == Course()


def test_the_term_of_listed_dates_goes_from_the_first_to_the_last(load: Load) -> None:
    course = read(
        load(
            "timezone: UTC\nmeetings:\n- dates: [2022-03-05, 2022-03-04]\n"
            "- {dates: 2022-04-01, sessions: no}\n"
        )
    )
    assert course.term == Term(date(2022, 3, 4), date(2022, 4, 1))


def test_a_stated_start_or_end_holds_for_listed_dates_too(load: Load) -> None:
    course = read(load("timezone: UTC\nstart: 2022-03-01\nmeetings: {dates: [2022-03-05]}\n"))
    assert course.term == Term(date(2022, 3, 1), date(2022, 3, 5))


def test_a_term_may_go_over_new_year_and_end_on_29_february(load: Load) -> None:
    course = read(load("start: 2023-10-16\nend: 2024-02-29\n"))
    assert course.term == Term(date(2023, 10, 16), date(2024, 2, 29))
