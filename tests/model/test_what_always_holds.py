from __future__ import annotations

import copy
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.meeting import Meeting, MeetingKey, meetings
from sphinx_seminar.model.schedule import (
    BreakRow,
    MovedRow,
    OpenRow,
    Row,
    Schedule,
    SessionRow,
    build_schedule,
)
from sphinx_seminar.model.session import Session

from .seminars import with_break
from .strategies import breaks, courses, courses_with_sessions, partial_courses, plain_sessions
from .strategies import sessions as any_sessions


def planned(of: Course) -> list[Meeting]:
    """All meetings that no break covers."""
    assert of.term is not None
    return [
        meeting
        for meeting in meetings(of.patterns, of.term.start, of.term.end, of.weeks.first_day)
        if not any(meeting.day in break_ for break_ in of.breaks)
    ]


def session_rows(schedule: Schedule) -> list[SessionRow]:
    return [row for row in schedule.rows if isinstance(row, SessionRow)]


def flowing(schedule: Schedule) -> list[SessionRow]:
    """The rows of sessions that only the pattern gives a date, in the order of the rows."""
    return [
        row
        for row in session_rows(schedule)
        if row.meeting and not row.session.pinned and not row.session.undated
    ]


@given(courses(), plain_sessions())
def test_without_options_sessions_take_exactly_the_first_meetings(
    of: Course, listed: list[Session]
) -> None:
    schedule = build_schedule(of, listed)
    open_ = planned(of)
    given_ = [row.meeting for row in session_rows(schedule) if row.meeting]
    assert given_ == open_[: len(listed)]
    assert [row.session for row in session_rows(schedule)] == listed
    free = [row.meeting for row in schedule.rows if isinstance(row, OpenRow)]
    assert free == open_[len(listed) :]
    assert [row.number for row in session_rows(schedule) if row.meeting] == list(
        range(1, len(given_) + 1)
    )


@given(courses_with_sessions())
def test_unpinned_dates_follow_the_pattern_and_increase(
    given_: tuple[Course, list[Session]],
) -> None:
    of, listed = given_
    rows = flowing(build_schedule(of, listed))
    open_ = planned(of)
    assert {row.meeting.day for row in rows if row.meeting} <= {meeting.day for meeting in open_}
    in_document = sorted(rows, key=lambda row: listed.index(row.session))
    days = [row.meeting.day for row in in_document if row.meeting]
    assert days == sorted(days)
    at_pattern = [row.meeting for row in in_document if row.meeting and not row.session.times]
    order = [meeting.order for meeting in at_pattern]
    assert order == sorted(set(order))
    assert set(at_pattern) <= set(open_)


@given(courses_with_sessions())
def test_no_unpinned_session_is_on_a_break(given_: tuple[Course, list[Session]]) -> None:
    of, listed = given_
    for row in flowing(build_schedule(of, listed)):
        assert row.meeting is not None
        assert not any(row.meeting.day in break_ for break_ in of.breaks)


@given(courses_with_sessions())
def test_no_meeting_is_left_open_before_one_that_an_unpinned_session_takes(
    given_: tuple[Course, list[Session]],
) -> None:
    schedule = build_schedule(*given_)
    free = [row.meeting.order for row in schedule.rows if isinstance(row, OpenRow)]
    taken = [
        row.meeting.order for row in flowing(schedule) if row.meeting and not row.session.times
    ]
    assert not free or not taken or max(taken) < min(free)


@given(courses_with_sessions())
def test_no_meeting_of_the_pattern_is_lost(given_: tuple[Course, list[Session]]) -> None:
    of, listed = given_
    shown: set[MeetingKey] = set()
    retimed: set[date] = set()
    for row in build_schedule(of, listed).rows:
        if not isinstance(row, BreakRow) and row.meeting:
            shown.add(row.meeting.key)
            if isinstance(row, SessionRow) and row.session.times:
                retimed.add(row.meeting.day)
    assert all(meeting.key in shown or meeting.day in retimed for meeting in planned(of))


@given(courses_with_sessions())
def test_no_meeting_is_given_twice_but_to_sessions_pinned_onto_it(
    given_: tuple[Course, list[Session]],
) -> None:
    of, listed = given_
    schedule = build_schedule(of, listed)
    holders: dict[MeetingKey, list[Row]] = {}
    for row in schedule.rows:
        if isinstance(row, OpenRow | SessionRow) and row.meeting:
            holders.setdefault(row.meeting.key, []).append(row)
    told = {problem.source for problem in schedule.problems}
    for rows in holders.values():
        sharing = [
            row
            for row in rows
            if not (
                isinstance(row, SessionRow) and (row.session.times or row.session.source in told)
            )
        ]
        assert len(sharing) <= 1


@given(courses(), plain_sessions(least=1), st.data())
def test_adding_a_break_shifts_topics_and_drops_none(
    of: Course, listed: list[Session], data: st.DataObject
) -> None:
    assert of.term is not None
    before = build_schedule(of, listed)
    after = build_schedule(with_break(of, data.draw(breaks(of.term))), listed)
    assert [row.session for row in session_rows(after)] == listed
    assert [row.session for row in session_rows(before)] == listed
    for earlier, later in zip(session_rows(before), session_rows(after), strict=True):
        if later.meeting:
            assert earlier.meeting is not None
            assert later.meeting.order >= earlier.meeting.order
    undated = [row.session.title for row in session_rows(after) if not row.meeting]
    assert len(after.problems) == (len(undated) if states_meetings(of) else 0)


def states_meetings(of: Course) -> bool:
    return any(pattern.holds_sessions for pattern in of.patterns)


@given(courses_with_sessions(), st.data())
def test_adding_a_break_drops_no_session_of_any_kind_and_moves_no_pinned_one(
    given_: tuple[Course, list[Session]], data: st.DataObject
) -> None:
    of, listed = given_
    assert of.term is not None
    before = build_schedule(of, listed)
    after = build_schedule(with_break(of, data.draw(breaks(of.term))), listed)
    assert set(after.by_session) == set(before.by_session)
    for session in listed:
        earlier, later = before.by_session[session.id].meeting, after.by_session[session.id].meeting
        if session.pinned or session.undated:
            assert later == earlier
        elif earlier and later:
            assert later.day >= earlier.day


@given(partial_courses(), st.data())
def test_every_session_has_exactly_one_row_whatever_the_input(
    of: Course, data: st.DataObject
) -> None:
    listed = data.draw(any_sessions(of))
    schedule = build_schedule(of, listed)
    assert sorted(row.session.id for row in session_rows(schedule)) == sorted(
        session.id for session in listed
    )
    struck = [row.session.id for row in schedule.rows if isinstance(row, MovedRow)]
    assert sorted(struck) == sorted(session.id for session in listed if session.moved_from)
    shown = [row.break_ for row in schedule.rows if isinstance(row, BreakRow) and not row.goes_on]
    due = [one for one in of.breaks if of.term is None or one.touches(of.term)]
    assert sorted(shown, key=repr) == sorted(due if of.dates_known else [], key=repr)


@given(partial_courses(), st.data())
def test_rows_with_a_date_are_in_the_order_of_their_dates(of: Course, data: st.DataObject) -> None:
    days = []
    for row in build_schedule(of, data.draw(any_sessions(of))).rows:
        if isinstance(row, BreakRow):
            days.append(row.break_.start)
        elif row.meeting:
            days.append(row.meeting.day)
    assert days == sorted(days)


@given(partial_courses(), st.data())
def test_only_pinned_sessions_have_a_date_where_those_of_the_course_are_not_known(
    of: Course, data: st.DataObject
) -> None:
    listed = data.draw(any_sessions(of))
    schedule = build_schedule(of, listed)
    if of.dates_known and of.term and of.patterns:
        return
    for row in session_rows(schedule):
        pinned = row.session.pinned if not row.session.undated else None
        assert (row.meeting.day if row.meeting else None) == pinned
        if not of.dates_known:
            assert (row.week, row.number, row.next) == (None, None, None)


@given(courses_with_sessions())
def test_every_session_that_should_have_a_date_and_has_none_is_a_problem(
    given_: tuple[Course, list[Session]],
) -> None:
    of, listed = given_
    schedule = build_schedule(of, listed)
    told = {problem.source for problem in schedule.problems}
    for row in session_rows(schedule):
        if not (row.meeting or row.session.undated or row.session.moved_from):
            assert row.session.source in told or not states_meetings(of)


@given(partial_courses(), st.data())
def test_the_schedule_is_a_pure_function_of_course_and_sessions(
    of: Course, data: st.DataObject
) -> None:
    listed = data.draw(any_sessions(of))
    kept = copy.deepcopy(listed)
    first = build_schedule(of, listed)
    assert build_schedule(of, tuple(listed)) == first
    assert build_schedule(copy.deepcopy(of), copy.deepcopy(listed)) == first
    assert listed == kept


@given(courses_with_sessions())
def test_the_order_in_which_breaks_are_listed_changes_no_date(
    given_: tuple[Course, list[Session]],
) -> None:
    of, listed = given_
    turned = Course(zone=of.zone, term=of.term, patterns=of.patterns, weeks=of.weeks)
    for break_ in reversed(of.breaks):
        turned = with_break(turned, break_)
    assert build_schedule(turned, listed).by_session == build_schedule(of, listed).by_session
