"""Parallel sections share sessions, and each has dates of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_seminar.model.course import Break, Course, Term
from sphinx_seminar.model.label import WrittenKind
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.notation import TimeRange
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import MovedRow, OpenRow, Schedule, SessionRow, build_schedule
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_name import NamedSession, SessionFinder

MON, TUE, WED, THU, FRI = range(5)
START = date(2030, 9, 2)  # a Monday


def pattern(section: str, *days: int, kind: str | None = None) -> MeetingPattern:
    return MeetingPattern(days=days, start=time(10), end=time(11), section=section, kind=kind)


def course(*patterns: MeetingPattern, weeks: int = 6, breaks: tuple[Break, ...] = ()) -> Course:
    return Course(
        zone=ZoneInfo("America/New_York"),
        term=Term(START, START + timedelta(days=7 * weeks - 1)),
        patterns=patterns,
        sections=tuple(dict.fromkeys(each.section for each in patterns if each.section)),
        breaks=breaks,
    )


def sessions(count: int) -> list[Session]:
    return [Session(f"s{n}", f"S{n}", Source("index.md", n)) for n in range(1, count + 1)]


def days(schedule: Schedule, section: str) -> dict[str, date | None]:
    found: dict[str, date | None] = {}
    for own_id, row in schedule.by_session.items():
        dates = {each.section: each.meeting for each in row.sections}
        meeting = dates[section] if dates else row.meeting  # all have it at once
        if dates or meeting:
            found[own_id] = meeting.day if meeting else None
    return found


TWO = course(pattern("A", MON), pattern("B", WED))


def test_the_nth_session_is_at_the_nth_meeting_of_each_section() -> None:
    found = build_schedule(TWO, sessions(2))
    assert days(found, "A") == {"s1": START, "s2": date(2030, 9, 9)}
    assert days(found, "B") == {"s1": date(2030, 9, 4), "s2": date(2030, 9, 11)}
    assert found.problems == ()


def test_a_row_stands_at_its_first_date() -> None:
    off = Break(START, START)
    found = build_schedule(replace(TWO, breaks=(off,)), sessions(3))
    assert [row.meeting and row.meeting.day for row in found.by_session.values()] == [
        date(2030, 9, 4),
        date(2030, 9, 11),
        date(2030, 9, 18),
    ]


@settings(max_examples=40)
@given(
    st.lists(st.sets(st.integers(0, 6), min_size=1), min_size=2, max_size=4),
    st.integers(0, 41),
    st.integers(0, 12),
)
def test_a_break_moves_the_dates_of_the_sections_that_meet_then_and_drops_none(
    meets: list[set[int]], off: int, count: int
) -> None:
    names = "ABCD"[: len(meets)]
    patterns = [pattern(name, *sorted(on)) for name, on in zip(names, meets, strict=True)]
    before = build_schedule(course(*patterns), sessions(count))
    day = START + timedelta(days=off)
    after = build_schedule(course(*patterns, breaks=(Break(day, day),)), sessions(count))
    assert after.by_session.keys() == before.by_session.keys()
    for name, on in zip(names, meets, strict=True):
        old, new = days(before, name), days(after, name)
        if day.weekday() not in on:
            assert new == old
        dated = [found for found in new.values() if found]
        assert dated == sorted(dated)
        assert day not in dated
        # Each of the old dates but that of the break has a session still.
        assert {found for found in old.values() if found and found != day} <= {*dated}


def test_too_many_sessions_are_told_with_the_section_that_lacks_a_meeting() -> None:
    off = Break(START, START)
    found = build_schedule(replace(TWO, breaks=(off,)), sessions(6))
    [problem] = found.problems
    assert problem.message.startswith("section 'A': session 'S6': no meeting is left for it: 6 ")
    assert days(found, "A")["s6"] is None
    assert days(found, "B")["s6"] == date(2030, 10, 9)


def test_what_is_wrong_in_all_sections_is_told_once() -> None:
    found = build_schedule(TWO, sessions(7))
    assert [each.message.partition(":")[0] for each in found.problems] == ["session 'S7'"]


def test_meetings_without_a_session_stand_side_by_side() -> None:
    found = build_schedule(replace(TWO, breaks=(Break(START, START),)), sessions(4))
    rows = [row for row in found.rows if isinstance(row, OpenRow)]
    shown = [
        [(each.section, each.meeting.day) for each in row.sections if each.meeting] for row in rows
    ]
    assert shown == [
        [("A", date(2030, 10, 7)), ("B", date(2030, 10, 2))],
        [("B", date(2030, 10, 9))],
    ]


def test_a_date_is_that_of_the_sections_that_meet_then() -> None:
    one, two = sessions(2)
    found = build_schedule(TWO, [replace(one, pinned=date(2030, 9, 16)), two])
    assert days(found, "A") == {"s2": START, "s1": date(2030, 9, 16)}
    assert days(found, "B") == {"s1": date(2030, 9, 4), "s2": date(2030, 9, 11)}
    assert found.problems == ()


def test_a_date_on_which_none_meets_is_that_of_all() -> None:
    exam, other = sessions(2)
    evening = TimeRange(time(19), time(21))
    exam = replace(exam, pinned=date(2030, 9, 16), times=evening)  # A meets at another time
    found = build_schedule(TWO, [exam, other])
    assert days(found, "A")["s1"] == days(found, "B")["s1"] == date(2030, 9, 16)
    assert days(found, "A")["s2"] == START
    assert found.problems == ()


def test_a_moved_session_leaves_the_meeting_of_one_section() -> None:
    one, two = sessions(2)
    moved = replace(one, moved_from=START, pinned=date(2030, 9, 6), times=TimeRange(time(9)))
    found = build_schedule(TWO, [moved, two])
    assert days(found, "A") == {"s1": date(2030, 9, 6), "s2": date(2030, 9, 9)}
    assert days(found, "B") == {"s1": date(2030, 9, 4), "s2": date(2030, 9, 11)}
    [left] = [row for row in found.rows if isinstance(row, MovedRow)]
    assert [each.section for each in left.sections] == ["A"]
    assert left.moved_to
    assert left.moved_to.day == date(2030, 9, 6)


def test_each_section_gives_its_kinds_of_meetings_to_sessions_of_their_own() -> None:
    of_kinds = course(
        pattern("A", MON, kind="Lecture"),
        pattern("A", TUE, kind="Lab"),
        pattern("B", WED, kind="Lecture"),
        pattern("B", FRI, kind="Lab"),
    )
    lecture, lab = sessions(2)
    found = build_schedule(of_kinds, [lecture, replace(lab, kinds=(WrittenKind("Lab", "Lab"),))])
    assert days(found, "A") == {"s1": START, "s2": date(2030, 9, 3)}
    assert days(found, "B") == {"s1": date(2030, 9, 4), "s2": date(2030, 9, 6)}


def test_each_section_has_its_own_next_session() -> None:
    found = build_schedule(replace(TWO, breaks=(Break(START, START),)), sessions(2))

    def next_of(section: str, now: datetime) -> list[str]:
        return [
            own_id
            for own_id, row in found.by_session.items()
            for each in row.sections
            if each.section == section and each.next and now in each.next
        ]

    friday = datetime(2030, 9, 6, 12, tzinfo=UTC)  # A begins a week later than B
    assert next_of("A", friday) == ["s1"]
    assert next_of("B", friday) == ["s2"]
    row = found.by_session["s1"]
    assert row.next
    assert row.next.start is None
    assert row.next.end == datetime(2030, 9, 10, 4, tzinfo=UTC)


def test_a_cancelled_session_keeps_its_meetings() -> None:
    one, two = sessions(2)
    found = build_schedule(TWO, [replace(one, status="cancelled"), two])
    assert [each.next for each in found.by_session["s1"].sections] == [None, None]
    assert days(found, "A")["s2"] == date(2030, 9, 9)


def test_dates_that_are_not_known_are_those_of_no_section() -> None:
    found = build_schedule(replace(TWO, dates_known=False), sessions(1))
    [row] = found.rows
    assert isinstance(row, SessionRow)
    assert row.sections == ()


@pytest.mark.parametrize("day", ["2030-09-09", "2030-09-11"])
def test_the_date_of_any_section_names_a_session(day: str) -> None:
    found = build_schedule(TWO, sessions(2)).by_session
    named = [NamedSession(own_id, row.session.title, row) for own_id, row in found.items()]
    assert SessionFinder(named).find([("date", day)]).id == "s2"
