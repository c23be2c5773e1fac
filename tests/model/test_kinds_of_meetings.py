from __future__ import annotations

from typing import Any

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.model.label import Label, WrittenKind, count_labels, kind_names
from sphinx_seminar.model.meeting import MeetingPattern
from sphinx_seminar.model.schedule import OpenRow, Schedule, build_schedule
from sphinx_seminar.model.session import Session
from sphinx_seminar.model.session_kind import SessionKind

from .seminars import course, messages, outline, pause, session, sessions, weekly

LECTURES = weekly("Mon Wed", "10:00-10:50", kind="Lecture", where="Hall")
LABS = weekly("Fri", "10:00-11:50", kind="Lab")
KINDS = (SessionKind("Lecture", is_numbered=True), SessionKind("Lab", True, "green"))


def lab(title: str, **facts: Any) -> Session:
    return session(title, kind="lab", **facts)


def with_labs(*patterns: MeetingPattern, end: str = "2022-02-04", **facts: Any) -> Course:
    return course(*(patterns or (LECTURES, LABS)), end=end, **{"kinds": KINDS, **facts})


def labels(schedule: Schedule) -> dict[str, str]:
    return {
        key: ", ".join(f"{found.text} {found.number or '-'}" for found in own)
        for key, own in schedule.labels.items()
    }


def test_sessions_take_the_meetings_of_their_kind_and_no_other() -> None:
    schedule = build_schedule(with_labs(), [lab("X"), *sessions("A B"), lab("Y"), *sessions("C")])
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-26 B",
        "2022-01-28 X",
        "2022-01-31 C",
        "2022-02-02 TBA",
        "2022-02-04 Y",
    ]
    assert schedule.problems == ()


def test_a_break_on_one_kind_of_meetings_leaves_the_others_where_they_are() -> None:
    given = [lab("X"), *sessions("A B C")]
    schedule = build_schedule(with_labs(breaks=[pause("2022-01-28")]), given)
    assert outline(schedule) == [
        "2022-01-24 A",
        "2022-01-26 B",
        "2022-01-28 - Break",
        "2022-01-31 C",
        "2022-02-02 TBA",
        "2022-02-04 X",
    ]


def test_a_session_without_a_kind_takes_a_meeting_without_one_where_there_are_some() -> None:
    of = with_labs(LABS, weekly("Mon Wed"))
    schedule = build_schedule(of, [*sessions("A"), lab("X"), session("Talk", kind="Guest talk")])
    assert outline(schedule)[:3] == ["2022-01-24 A", "2022-01-26 Talk", "2022-01-28 X"]


def test_a_kind_that_no_meetings_have_is_a_label() -> None:
    schedule = build_schedule(with_labs(), [session("Exam", kind="Exam"), lab("X")])
    assert outline(schedule)[0] == "2022-01-24 Exam"
    assert labels(schedule) == {"exam": "Exam -", "x": "lab 1"}


def test_sessions_are_counted_by_kind_and_date_and_not_by_document() -> None:
    given = [*sessions("A"), session("B", pinned="2022-02-02"), *sessions("C"), lab("X")]
    schedule = build_schedule(with_labs(), given)
    assert labels(schedule) == {"a": "Lecture 1", "c": "Lecture 2", "b": "Lecture 3", "x": "lab 1"}


def test_a_cancelled_session_keeps_its_number_as_it_keeps_its_meeting() -> None:
    given = [*sessions("A"), session("B", status="cancelled"), *sessions("C")]
    assert labels(build_schedule(with_labs(), given)) == {
        "a": "Lecture 1",
        "b": "Lecture 2",
        "c": "Lecture 3",
    }


def test_a_session_without_a_date_has_no_number_and_is_not_counted() -> None:
    given = [session("A", undated=True, kind="Lecture"), *sessions("B")]
    assert labels(build_schedule(with_labs(), given)) == {"b": "Lecture 1", "a": "Lecture -"}


def test_a_course_without_dates_counts_in_the_order_of_its_documents() -> None:
    given = [lab("X"), lab("Y"), *sessions("A")]
    schedule = build_schedule(Course(kinds=KINDS), given)
    assert labels(schedule) == {"x": "lab 1", "y": "lab 2"}


def test_dates_in_doubt_give_no_number() -> None:
    given = [lab("X", pinned="2022-01-28"), *sessions("A")]
    schedule = build_schedule(with_labs(dates_known=False), given)
    assert labels(schedule) == {"x": "lab -", "a": "Lecture -"}


def test_a_session_may_have_several_labels_each_with_its_own_count() -> None:
    kinds = (*KINDS, SessionKind("Quiz", is_numbered=True))
    given = [session("A", kind="Lecture, Quiz"), *sessions("B"), lab("X"), lab("Y")]
    given[-1] = session("Y", kind="Lab,quiz")
    schedule = build_schedule(with_labs(kinds=kinds), given)
    assert labels(schedule)["a"] == "Lecture 1, Quiz 1"
    assert labels(schedule)["y"] == "Lab 2, quiz 2"


def test_where_the_course_says_nothing_of_a_kind_its_meetings_label_no_session() -> None:
    assert build_schedule(with_labs(kinds=()), [*sessions("A"), lab("X")]).labels == {
        "x": (Label("lab", "lab"),)
    }


def test_too_many_sessions_are_told_by_kind() -> None:
    given = [lab("X"), lab("Y"), lab("Z"), *sessions("A")]
    (message,) = messages(build_schedule(with_labs(), given))
    assert message == (
        "session 'Z': no Lab is left for it: 3 such sessions need one and 2 are free; "
        "end the term later, take out a break, or write ':date: none'"
    )


def test_sessions_that_lack_their_kind_are_told_which_meetings_are_free() -> None:
    (message,) = messages(build_schedule(with_labs(), sessions("A B C D E")))
    assert message.startswith("session 'E': no Lecture is left for it: 5 such sessions need one")
    assert message.endswith("; 2 of Lab are free: is it one, with ':kind: Lab'?")


def test_a_pinned_session_of_a_kind_takes_its_meeting_and_not_that_of_another_kind() -> None:
    of = with_labs(LECTURES, weekly("Mon", "14:00-16:00", kind="Lab"))
    schedule = build_schedule(of, [lab("X", pinned="2022-01-31"), *sessions("A B C")])
    assert outline(schedule)[:4] == [
        "2022-01-24 A",
        "2022-01-24 TBA",
        "2022-01-26 B",
        "2022-01-31 C",
    ]
    assert outline(schedule)[4] == "2022-01-31 X"
    assert schedule.problems == ()


def test_a_day_without_meetings_of_its_kind_is_told_of_a_pinned_session() -> None:
    schedule = build_schedule(with_labs(), [lab("X", pinned="2022-01-31"), *sessions("A B C")])
    assert outline(schedule)[3:5] == ["2022-01-31 X", "2022-01-31 C"]
    (message,) = messages(schedule)
    assert "is a Monday, and there is no Lab then; the nearest meetings are on Fri" in message


def test_with_the_time_of_another_meeting_a_pinned_session_is_held_in_its_place() -> None:
    given = [lab("X", pinned="2022-01-26", times="10:00-10:50"), *sessions("A B")]
    schedule = build_schedule(with_labs(), given)
    assert outline(schedule)[:4] == [
        "2022-01-24 A",
        "2022-01-26 X",
        "2022-01-28 TBA",
        "2022-01-31 B",
    ]
    assert schedule.problems == ()


def test_a_label_may_be_pinned_to_any_meeting() -> None:
    given = [session("Exam", kind="Exam", pinned="2022-01-28"), lab("X")]
    schedule = build_schedule(with_labs(), given)
    assert "2022-01-28 Exam" in outline(schedule)
    assert outline(schedule)[-1] == "2022-02-04 X"
    assert schedule.problems == ()


def test_a_moved_session_leaves_a_meeting_of_its_own_kind() -> None:
    same_day = weekly("Mon", "14:00-16:00", kind="Lab")
    given = [lab("X", moved_from="2022-01-24", pinned="2022-01-31"), lab("Y"), *sessions("A B")]
    schedule = build_schedule(with_labs(LECTURES, same_day), given)
    assert outline(schedule)[:3] == [
        "2022-01-24 A",
        "2022-01-24 X moved to 2022-01-31",
        "2022-01-26 B",
    ]


def test_a_moved_session_is_told_that_it_had_no_meeting_of_its_kind_then() -> None:
    given = [lab("X", moved_from="2022-01-24", pinned="2022-01-28"), *sessions("A")]
    schedule = build_schedule(with_labs(), given)
    assert "2022-01-24 A" in outline(schedule)
    (message,) = messages(schedule)
    assert "':moved-from: 2022-01-24' is not a day on which there is a Lab; " in message


def test_meetings_of_two_kinds_at_one_time_are_both_there() -> None:
    of = with_labs(LECTURES, weekly("Mon", "10:00-10:50", kind="Lab"), end="2022-01-24")
    schedule = build_schedule(of, [])
    assert [row.meeting.kind for row in schedule.rows if isinstance(row, OpenRow)] == [
        "Lecture",
        "Lab",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (None, ()),
        ("", ()),
        (" , ", ()),
        ("Lab", ("Lab",)),
        ("Guest  talk, Lab", ("Guest talk", "Lab")),
        ("Lab, lab", ("Lab",)),
        ("実験、講義\uff0c試験", ("実験", "講義", "試験")),
    ],
)
def test_kinds_are_apart_by_commas(text: str | None, names: tuple[str, ...]) -> None:
    assert kind_names(text) == names


def test_readers_see_the_page_s_translation_of_a_kind_else_that_of_the_course() -> None:
    of = Course(kind_names=(("Lab", "Labor"),))
    items = [("a", (WrittenKind("lab", "lab"),), True), ("b", (WrittenKind("Lab", "Übung"),), True)]
    found = count_labels(of, items)
    assert [found[key][0].text for key in "ab"] == ["Labor", "Übung"]
