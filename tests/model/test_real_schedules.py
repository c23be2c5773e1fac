"""Two schedules that were really taught, as facts: every date and every week number."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.schedule import BreakRow, OpenRow, Schedule, SessionRow, build_schedule
from sphinx_seminar.model.session import Session

from .seminars import course, marked_next, pause, session, weekly

BERKELEY_ROWS = [
    (1, "2022-01-24", "Introduction and Course Overview"),
    (2, "2022-01-31", "Big Data Systems"),
    (3, "2022-02-07", "Hardware for Machine Learning"),
    (4, "2022-02-14", "Distributed deep learning, Part I: Systems"),
    (5, "2022-02-21", "Holiday (Presidents Day)"),
    (6, "2022-02-28", "Distributed deep learning, Part II: Scaling Constraints"),
    (7, "2022-03-07", "Project Proposals"),
    (8, "2022-03-14", "Machine learning Applied to Systems"),
    (9, "2022-03-21", "Spring Break"),
    (10, "2022-03-28", "Machine Learning Frameworks and Automatic Differentiation"),
    (11, "2022-04-04", "Efficient Machine Learning"),
    (12, "2022-04-11", "Fundamentals of Machine Learning in the Cloud, the Modern Data Stack"),
    (13, "2022-04-18", "Benchmarking Machine Learning Workloads"),
    (14, "2022-04-25", "Machine learning and Security"),
    (15, "2022-05-02", "RRR Week"),
    (16, "2022-05-09", "Project Presentations"),
]
BERKELEY = course(
    weekly("Mon", "13:00-16:00"),
    start="2022-01-24",
    end="2022-05-13",
    breaks=[
        pause("2022-02-21", title="Holiday (Presidents Day)"),
        pause("2022-03-21", "2022-03-25", "Spring Break"),
        pause("2022-05-02", "2022-05-06", "RRR Week"),
    ],
)

UMASS_ROWS = [
    (1, "2021-09-02", "Deep Learning Optimization"),
    (2, "2021-09-07", "Machine Learning Framework"),
    (2, "2021-09-09", "Network Pruning"),
    (3, "2021-09-14", "Deep Learning Optimization"),
    (3, "2021-09-16", "Deep Learning Optimization"),
    (4, "2021-09-21", "Debugging Machine Learning"),
    (4, "2021-09-23", "Deep Learning Optimization"),
    (5, "2021-09-28", "Task Scheduling"),
    (5, "2021-09-30", "Transformer"),
    (6, "2021-10-05", "Transformer"),
    (6, "2021-10-07", "Task Scheduling"),
    (7, "2021-10-12", "Dynamic Nerual Network"),
    (7, "2021-10-14", "Project Midterm Report"),
    (8, "2021-10-19", "Autonomous Driving (General)"),
    (8, "2021-10-21", "ML Application (Autonomous Driving)"),
    (9, "2021-10-26", "ML Application (Autonomous Driving)"),
    (9, "2021-10-28", "ML Application (Autonomous Driving)"),
    (10, "2021-11-02", "ML Application (Autonomous Driving)"),
    (10, "2021-11-04", "GNN Training"),
    (11, "2021-11-09", "ML Application (Autonomous Driving)"),
    (11, "2021-11-11", "Veterans’ Day (holiday)"),
    (12, "2021-11-16", "ML Application (Autonomous Driving)"),
    (12, "2021-11-18", "ML Application (Autonomous Driving)"),
    (13, "2021-11-23", "Others"),
    (13, "2021-11-25", "Holiday"),
    (14, "2021-11-30", "Project Report"),
    (14, "2021-12-02", "Project Report"),
    (15, "2021-12-07", "Project Report"),
]
UMASS = course(
    weekly("Tue Thu", "10:00-11:15"),
    start="2021-09-01",
    end="2021-12-08",
    zone="America/New_York",
    breaks=[
        pause("2021-11-11", title="Veterans’ Day (holiday)"),
        pause("2021-11-25", title="Holiday"),
    ],
)

SCHEDULES = [
    pytest.param(BERKELEY, BERKELEY_ROWS, id="Berkeley"),
    pytest.param(UMASS, UMASS_ROWS, id="UMass"),
]
Facts = list[tuple[int, str, str]]


def sessions_of(of: Course, rows: Facts) -> list[Session]:
    """The sessions alone, as an author lists them: titles, and no dates."""
    off = {break_.title for break_ in of.breaks}
    titles = [title for _, _, title in rows if title not in off]
    # A title is no key: some are there several times.
    return [Session(f"{number}", title, session("A").source) for number, title in enumerate(titles)]


def facts(schedule: Schedule) -> list[tuple[int | None, str, str]]:
    found: list[tuple[int | None, str, str]] = []
    for row in schedule.rows:
        number = row.week.number if row.week else None
        match row:
            case SessionRow(session, meeting) if meeting:
                found.append((number, str(meeting.day), session.title))
            case BreakRow(break_):
                found.append((number, str(break_.start), break_.title or ""))
            case _:
                pytest.fail(f"a row without a date: {row}")
    return found


@pytest.mark.parametrize(("of", "rows"), SCHEDULES)
def test_every_date_and_week_comes_out_of_titles_alone(of: Course, rows: Facts) -> None:
    schedule = build_schedule(of, sessions_of(of, rows))
    assert facts(schedule) == rows
    assert schedule.problems == ()


@pytest.mark.parametrize(("of", "rows"), SCHEDULES)
def test_sessions_are_numbered_without_the_breaks(of: Course, rows: Facts) -> None:
    listed = sessions_of(of, rows)
    schedule = build_schedule(of, listed)
    assert [schedule.by_session[session.id].number for session in listed] == list(
        range(1, len(listed) + 1)
    )
    assert len(listed) == len(rows) - len(of.breaks)


@pytest.mark.parametrize(("of", "rows"), SCHEDULES)
def test_the_meetings_that_are_left_without_a_last_session_are_open(
    of: Course, rows: Facts
) -> None:
    schedule = build_schedule(of, sessions_of(of, rows)[:-1])
    last = schedule.rows[-1]
    assert isinstance(last, OpenRow)
    assert str(last.meeting.day) == rows[-1][1]


def test_berkeley_has_thirteen_weeks_where_breaks_do_not_count() -> None:
    skipping = course(
        *BERKELEY.patterns,
        start="2022-01-24",
        end="2022-05-13",
        breaks=BERKELEY.breaks,
        count_breaks=False,
    )
    found = facts(build_schedule(skipping, sessions_of(BERKELEY, BERKELEY_ROWS)))
    assert [number for number, _, _ in found if number] == list(range(1, 14))
    assert [title for number, _, title in found if not number] == [
        "Holiday (Presidents Day)",
        "Spring Break",
        "RRR Week",
    ]


@pytest.mark.parametrize(("of", "rows"), SCHEDULES)
def test_at_noon_of_every_day_the_row_is_next_that_the_original_page_marked(
    of: Course, rows: Facts
) -> None:
    # The original marks the first row whose day has not ended. Where that is a break, the session
    # after it is meant.
    schedule = build_schedule(of, sessions_of(of, rows))
    off = {break_.title for break_ in of.breaks}
    classes = [(date.fromisoformat(on), title) for _, on, title in rows if title not in off]
    assert of.zone is not None
    today = classes[0][0] - timedelta(days=10)
    while today <= classes[-1][0]:
        noon = datetime.combine(today, time(12), of.zone)
        expected = next(title for on, title in classes if today <= on)
        assert marked_next(schedule, noon) == [expected], today
        today += timedelta(days=1)
    midnight = datetime.combine(today, time(), of.zone)
    assert marked_next(schedule, midnight) == []


def test_a_reader_anywhere_sees_the_row_that_the_classroom_sees() -> None:
    # 7 in the morning of a class day in California is midnight in Tokyo, where the day is over.
    schedule = build_schedule(BERKELEY, sessions_of(BERKELEY, BERKELEY_ROWS))
    for number, on, title in BERKELEY_ROWS:
        if number in {5, 9, 15}:
            continue
        at = datetime.combine(date.fromisoformat(on), time(7, 30), BERKELEY.zone)
        for zone in ("Asia/Tokyo", "Pacific/Honolulu", "Asia/Kolkata", "Pacific/Kiritimati"):
            assert marked_next(schedule, at.astimezone(ZoneInfo(zone))) == [title]
