"""What a rule that is not met says: where it is, what is there, and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_seminar.model.presenting import GroupRules, Presenting, StudentRules
from sphinx_seminar.model.presenting_check import Participant, UnmetRule, check_presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.slot import PresentingSession, Slot, Taker

from .test_rules import ROLES, check, sessions, slot


def at(session: int) -> Source:
    """The line of the sheet that a session is in."""
    return Source("signups.csv", session + 2)


AUTHOR_THRICE = [slot(number, "Author", "noor") for number in (0, 2, 4)]
THRICE = "session 'S0' (signups.csv:2), session 'S2' (signups.csv:4), session 'S4' (signups.csv:6)"
AUTHOR_THEN_REVIEWER = [slot(0, "Author", "noor"), slot(1, "Reviewer", "noor")]
BOTH = "session 'S0' (signups.csv:2), session 'S1' (signups.csv:3)"


@pytest.mark.parametrize(
    ("student", "slots", "unmet"),
    [
        (
            StudentRules(at_least=5),
            AUTHOR_THRICE,
            UnmetRule(
                "each_student.at_least",
                f"Noor has 3 slots, at least 5 are asked for: {THRICE}; sign up for 2 more",
                Source("students.csv", 2),
                "noor",
                missing=True,
                amount=2,
            ),
        ),
        (
            StudentRules(at_least=1),
            [],
            UnmetRule(
                "each_student.at_least",
                "Noor has no slots, at least 1 are asked for; sign up for 1 more",
                Source("students.csv", 2),
                "noor",
                missing=True,
                amount=1,
            ),
        ),
        (
            StudentRules(at_most=1),
            AUTHOR_THRICE,
            UnmetRule(
                "each_student.at_most",
                f"Noor has 3 slots, at most 1 are allowed: {THRICE}; give up 2",
                at(4),
                "noor",
                amount=2,
            ),
        ),
        (
            StudentRules(distinct_roles=True),
            AUTHOR_THRICE,
            UnmetRule(
                "each_student.distinct_roles",
                f"Noor is Author 3 times: {THRICE}; take another role each time",
                at(4),
                "noor",
                roles=("Author",),
            ),
        ),
        (
            StudentRules(distinct_roles=True),
            AUTHOR_THRICE[:2],
            UnmetRule(
                "each_student.distinct_roles",
                "Noor is Author twice: session 'S0' (signups.csv:2), session 'S2' (signups.csv:4); "
                "take another role each time",
                at(2),
                "noor",
                roles=("Author",),
            ),
        ),
        (
            StudentRules(every_role=True),
            [],
            UnmetRule(
                "each_student.every_role",
                "Noor has not been Author, Reviewer; sign up for each once",
                Source("students.csv", 2),
                "noor",
                missing=True,
                roles=("Author", "Reviewer"),
            ),
        ),
        (
            StudentRules(every_role=True),
            AUTHOR_THRICE[:1],
            UnmetRule(
                "each_student.every_role",
                "Noor has not been Reviewer: session 'S0' (signups.csv:2); sign up for each once",
                Source("students.csv", 2),
                "noor",
                missing=True,
                roles=("Reviewer",),
            ),
        ),
        (
            StudentRules(one_role_a_session=True),
            [slot(0, "Author", "noor"), slot(0, "Reviewer", "noor")],
            UnmetRule(
                "each_student.one_role_a_session",
                "Noor is Author and Reviewer in one session: session 'S0' (signups.csv:2), "
                "session 'S0' (signups.csv:2); keep one",
                at(0),
                "noor",
            ),
        ),
        (
            StudentRules(not_two_weeks_in_a_row=True),
            AUTHOR_THEN_REVIEWER,
            UnmetRule(
                "each_student.not_two_weeks_in_a_row",
                f"Noor presents in two weeks in a row: {BOTH}; move one",
                at(1),
                "noor",
            ),
        ),
    ],
)
def test_an_unmet_rule_of_a_student_says_what_is_there_and_what_to_do(
    student: StudentRules, slots: list[Slot], unmet: UnmetRule
) -> None:
    assert check(slots, "noor", student=student) == [unmet]


@pytest.mark.parametrize(
    "student",
    [
        StudentRules(at_least=2),
        StudentRules(at_most=2),
        StudentRules(distinct_roles=True),
        StudentRules(every_role=True),
        StudentRules(one_role_a_session=True),
    ],
)
def test_a_rule_that_just_holds_is_not_found(student: StudentRules) -> None:
    assert check(AUTHOR_THEN_REVIEWER, "noor", student=student) == []


def test_one_role_of_two_papers_of_a_session_is_one_role() -> None:
    slots = [slot(0, "Author", "noor", paper=paper) for paper in "PQ"]
    assert check(slots, student=StudentRules(one_role_a_session=True)) == []


def test_one_role_of_two_papers_of_a_session_is_two_slots() -> None:
    slots = [slot(0, "Author", "noor", paper=paper) for paper in "PQ"]
    for also in (True, False):
        student = StudentRules(one_slot_a_session=True, one_role_a_session=also)
        (found,) = check(slots, student=student)
        assert found.rule == "each_student.one_slot_a_session"
        assert found.message.startswith("Noor has 2 slots in one session: session 'S0'")
    assert check(slots[:1], student=StudentRules(one_slot_a_session=True)) == []


def test_sessions_without_a_date_are_in_no_week() -> None:
    undated = {key: PresentingSession(key, key, None, None) for key in "01"}
    presenting = Presenting(ROLES, each_student=StudentRules(not_two_weeks_in_a_row=True))
    assert check_presenting(presenting, AUTHOR_THEN_REVIEWER, undated, [], str.title) == []


def test_a_student_whose_name_is_hidden_is_a_student() -> None:
    presenting = Presenting(ROLES, each_student=StudentRules(at_least=1))
    participants = [Participant("noor", Source("students.csv"))]
    (found,) = check_presenting(presenting, [], {}, participants, lambda key: "")
    assert found.message.startswith("a student has no slots")


def test_who_is_in_no_roster_is_found_where_they_first_signed_up() -> None:
    found = check(AUTHOR_THEN_REVIEWER, student=StudentRules(at_least=3))
    assert [unmet.source for unmet in found] == [at(0)]


def test_a_slot_of_a_file_without_lines_is_named_by_the_file() -> None:
    taker = Taker("noor", "Noor", Source("index.md"))
    taken = Slot("0", "", "Author", (taker,), 1, None, Source("index.md"))
    (found,) = check([taken], student=StudentRules(at_least=2))
    assert "session 'S0' (index.md); sign up" in found.message


def test_rules_of_students_come_first_then_those_of_sessions_in_the_order_of_the_sheet() -> None:
    slots = [slot(1, "Author", "wei"), slot(0, "Reviewer", "noor", "wei", "priya")]
    found = check(slots, "noor", student=StudentRules(at_least=3), session=GroupRules(at_most=0))
    assert [(unmet.rule, unmet.person, unmet.source) for unmet in found] == [
        ("each_student.at_least", "noor", Source("students.csv", 2)),
        ("each_student.at_least", "wei", at(1)),
        ("each_student.at_least", "priya", at(0)),
        ("each_session.at_most", "", at(1)),
        ("presenting.roles", "", at(0)),
        ("each_session.at_most", "", at(0)),
    ]


@pytest.mark.parametrize(
    ("slots", "rule", "unmet"),
    [
        (
            [slot(0, "Reviewer", "noor", "wei", "priya")],
            GroupRules(),
            UnmetRule(
                "presenting.roles",
                "session 'S0': 3 people are Reviewer, at most 2 may be; move one",
                at(0),
            ),
        ),
        (
            [slot(0, "Reviewer", "noor", "noor")],
            GroupRules(),
            UnmetRule(
                "presenting.roles",
                "session 'S0': one student is there twice as Reviewer (signups.csv:2, "
                "signups.csv:2); take one out",
                at(0),
                "noor",
            ),
        ),
        (
            [slot(0, "Author"), slot(0, "Reviewer", "noor")],
            GroupRules(at_least=3),
            UnmetRule(
                "each_session.at_least",
                "session 'S0' has 1 presenter, at least 3 are asked for; find 2 more",
                at(0),
                missing=True,
            ),
        ),
        (
            [slot(0, "Author")],
            GroupRules(at_least=1),
            UnmetRule(
                "each_session.at_least",
                "session 'S0' has no presenters, at least 1 are asked for; find 1 more",
                at(0),
                missing=True,
            ),
        ),
        (
            [slot(0, "Author", "noor"), slot(0, "Reviewer", "wei", "priya")],
            GroupRules(at_most=1),
            UnmetRule(
                "each_session.at_most",
                "session 'S0' has 3 presenters, at most 1 are allowed; move 2",
                at(0),
            ),
        ),
        (
            [slot(0, "Author"), slot(0, "Author"), slot(0, "Reviewer"), slot(0, "Backup")],
            GroupRules(every_role=True),
            UnmetRule(
                "each_session.every_role",
                "session 'S0' has open slots: Author, Reviewer; fill them",
                at(0),
                missing=True,
            ),
        ),
    ],
)
def test_an_unmet_rule_of_a_session_says_what_is_there_and_what_to_do(
    slots: list[Slot], rule: GroupRules, unmet: UnmetRule
) -> None:
    assert check(slots, session=rule) == [unmet]


def test_an_unmet_rule_of_a_paper_names_it_beside_its_session() -> None:
    crowded = slot(0, "Reviewer", "noor", "wei", "priya", paper="P")
    assert [
        unmet.message for unmet in check([crowded], paper=GroupRules(at_least=4, at_most=2))
    ] == [
        "session 'S0', 'P': 3 people are Reviewer, at most 2 may be; move one",
        "session 'S0', 'P' has 3 presenters, at least 4 are asked for; find 1 more",
        "session 'S0', 'P' has 3 presenters, at most 2 are allowed; move 1",
    ]


def test_roles_of_the_session_itself_are_no_paper() -> None:
    assert check([slot(0, "Author")], paper=GroupRules(at_least=1, every_role=True)) == []


def test_somebody_in_two_roles_is_one_presenter_of_a_session() -> None:
    slots = [slot(0, "Author", "noor"), slot(0, "Reviewer", "noor")]
    assert check(slots, session=GroupRules(at_least=1, at_most=1)) == []


def test_two_guests_are_two_presenters_and_never_one_student_twice() -> None:
    guests = tuple(Taker("", name, at(0)) for name in ("Ada Brook", "Yuna Park"))
    taken = Slot("0", "", "Author", guests, 1, None, at(0))
    assert check([taken], session=GroupRules(at_least=2)) == []


def test_only_slots_that_are_no_backup_count_where_backups_do_not() -> None:
    slots = [slot(0, "Author", "noor"), slot(2, "Author", "noor"), slot(4, "Backup", "noor")]
    student = StudentRules(at_least=2, at_most=2, count_backups=False)
    assert check(slots, student=student) == []


def test_nobody_has_to_take_an_optional_role_or_step_in_for_another() -> None:
    roles = (
        PresentingRole("Author"),
        PresentingRole("Blogger", least=0),
        PresentingRole("Backup", backup=True),
    )
    presenting = Presenting(roles, each_student=StudentRules(every_role=True))
    slots = [slot(0, "Author", "noor")]
    assert check_presenting(presenting, slots, sessions(), [], str.title) == []


def test_too_many_in_a_session_are_found_at_the_last_of_them() -> None:
    takers = [Taker("noor", "Noor", Source("index.md", line)) for line in (1, 2, 3)]
    own = [
        replace(slot(0, role), takers=(taker,))
        for role, taker in zip(("Author", "Reviewer", "Backup"), takers, strict=True)
    ]
    (found,) = check(own, student=StudentRules(one_role_a_session=True))
    assert found.source == Source("index.md", 3)


def test_too_many_in_a_role_are_found_at_the_last_of_them() -> None:
    names = ("noor", "wei", "priya", "yuna")
    takers = tuple(Taker(name, name, Source("index.md", n)) for n, name in enumerate(names, 1))
    (found,) = check([replace(slot(0, "Reviewer"), takers=takers)])
    assert found.source == Source("index.md", 4)
