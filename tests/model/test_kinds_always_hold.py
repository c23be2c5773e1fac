"""What holds for random patterns of up to four kinds, whatever break is added."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.meeting import Meeting, meetings
from sphinx_seminar.model.meeting_kinds import kind_of_meeting, meeting_kinds
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.schedule import OpenRow, build_schedule
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_kind import SessionKind

from .seminars import session, with_break
from .strategies import breaks, courses, patterns

KINDS = (None, "Lecture", "Lab", "Discussion")


@st.composite
def courses_of_kinds(draw: st.DrawFn) -> Course:
    """A course with meetings of one to four kinds, some of them numbered."""
    of = draw(courses())
    assert of.term is not None
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4))
    return replace(
        of,
        patterns=tuple(replace(draw(patterns(of.term)), kind=kind) for kind in kinds),
        kinds=tuple(SessionKind(kind, draw(st.booleans())) for kind in KINDS if kind),
    )


@st.composite
def sessions_of_kinds(draw: st.DrawFn, of: Course) -> list[Session]:
    """Sessions of these kinds, of none, or of one that no meetings have; some are pinned."""
    assert of.term is not None
    found = []
    for number in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from((*KINDS, "Exam")))
        made = session(f"S{number}", kind=kind)
        if draw(st.integers(0, 3)) == 0:
            made = replace(made, pinned=draw(st.dates(of.term.start, of.term.end)))
        found.append(replace(made, source=Source("index.md", number)))
    return found


def all_meetings(of: Course) -> tuple[Meeting, ...]:
    assert of.term is not None
    return meetings(of.patterns, of.term.start, of.term.end, of.weeks.first_day)


@given(courses_of_kinds(), st.data())
def test_a_break_moves_only_sessions_of_its_own_meetings_and_drops_none(
    of: Course, data: st.DataObject
) -> None:
    assert of.term is not None
    listed = data.draw(sessions_of_kinds(of))
    added = data.draw(breaks(of.term))
    before, after = build_schedule(of, listed), build_schedule(with_break(of, added), listed)
    touched = {kind_of_meeting(found) for found in all_meetings(of) if found.day in added}
    kinds = meeting_kinds(of.patterns)
    assert set(after.by_session) == {found.id for found in listed}
    for found in listed:
        earlier, later = before.by_session[found.id].meeting, after.by_session[found.id].meeting
        if found.pinned or kinds.of(found) not in touched:
            assert later == earlier
        elif later:
            assert earlier is not None
            assert later.order >= earlier.order


@given(courses_of_kinds(), st.data())
def test_a_session_is_held_at_a_meeting_of_its_kind_and_in_the_order_of_the_document(
    of: Course, data: st.DataObject
) -> None:
    listed = data.draw(sessions_of_kinds(of))
    schedule = build_schedule(of, listed)
    kinds = meeting_kinds(of.patterns)
    last: dict[str | None, Meeting] = {}
    for found in listed:
        meeting = schedule.by_session[found.id].meeting
        if meeting is None or found.pinned:
            continue
        kind = kinds.of(found)
        assert kind_of_meeting(meeting) == kind
        assert kind not in last or last[kind].order < meeting.order
        last[kind] = meeting


@given(courses_of_kinds(), st.data())
def test_no_meeting_of_any_kind_is_lost(of: Course, data: st.DataObject) -> None:
    schedule = build_schedule(of, data.draw(sessions_of_kinds(of)))
    shown = {row.meeting.key for row in schedule.by_session.values() if row.meeting}
    shown |= {row.meeting.key for row in schedule.rows if isinstance(row, OpenRow)}
    held = {
        found.key
        for found in all_meetings(of)
        if not any(found.day in break_ for break_ in of.breaks)
    }
    assert held <= shown


@given(courses_of_kinds(), st.data())
def test_each_kind_is_counted_from_one_without_a_gap_in_order_of_date(
    of: Course, data: st.DataObject
) -> None:
    schedule = build_schedule(of, data.draw(sessions_of_kinds(of)))
    numbers: dict[str, list[int]] = {}
    for row in schedule.by_session.values():  # in order of date
        for label in schedule.labels.get(row.session.id, ()):
            if label.number is not None:
                numbers.setdefault(label.name, []).append(label.number)
    numbered = {kind.name for kind in of.kinds if kind.is_numbered}
    assert set(numbers) <= numbered
    for found in numbers.values():
        assert found == list(range(1, len(found) + 1))
