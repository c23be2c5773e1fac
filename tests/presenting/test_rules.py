from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sphinx_seminar.model.presenting import GroupRules, Presenting, StudentRules
from sphinx_seminar.model.presenting_check import Participant, UnmetRule, check_presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.slot import PresentingSession, Slot, Taker

ROLES = (
    PresentingRole("Author"),
    PresentingRole("Reviewer", most=2),
    PresentingRole("Backup", least=0, backup=True),
)
FIRST = date(2022, 1, 24)


def sessions(cancelled: int = -1) -> dict[str, PresentingSession]:
    """Sessions 0 to 9, a week apart."""
    found = {}
    for number in range(10):
        day = FIRST + timedelta(days=7 * number)
        held = number != cancelled
        found[str(number)] = PresentingSession(str(number), f"S{number}", day, day, held)
    return found


def slot(session: int, role: str, *names: str, paper: str = "") -> Slot:
    declared = next(known for known in ROLES if known.name == role)
    takers = tuple(Taker(name, name, Source("signups.csv", session + 2)) for name in names)
    return Slot(
        *(str(session), paper, role, takers, declared.least, declared.most),
        Source("signups.csv", session + 2),
        declared.backup,
    )


def check(
    slots: Sequence[Slot],
    *people: str,
    student: StudentRules = StudentRules(),  # noqa: B008 - frozen
    cancelled: int = -1,
    session: GroupRules = GroupRules(),  # noqa: B008 - frozen
    paper: GroupRules = GroupRules(),  # noqa: B008 - frozen
) -> list[UnmetRule]:
    presenting = Presenting(ROLES, each_student=student, each_session=session, each_paper=paper)
    participants = [Participant(name, Source("students.csv", 2)) for name in people]
    return check_presenting(presenting, slots, sessions(cancelled), participants, str.title)


def rules(unmet_rules: Sequence[UnmetRule]) -> list[str]:
    return [unmet.rule for unmet in unmet_rules]


def test_without_rules_nothing_is_found() -> None:
    assert check([slot(0, "Author", "noor", "wei"), slot(0, "Reviewer")], "noor") == []


def test_a_student_with_too_few_slots_is_found_and_told_how_many_more() -> None:
    found = check([slot(0, "Author", "noor")], "noor", student=StudentRules(at_least=3))
    assert rules(found) == ["each_student.at_least"]
    assert found[0].missing
    assert found[0].amount == 2
    assert "Noor has 1 slot, at least 3" in found[0].message
    assert "session 'S0' (signups.csv:2)" in found[0].message


def test_a_student_of_the_roster_without_any_slot_is_found() -> None:
    found = check([], "wei", student=StudentRules(at_least=1))
    assert [unmet.source for unmet in found] == [Source("students.csv", 2)]


def test_too_many_slots_break_a_rule() -> None:
    slots = [slot(number, "Author", "noor") for number in range(3)]
    found = check(slots, student=StudentRules(at_most=2))
    assert rules(found) == ["each_student.at_most"]
    assert not found[0].missing
    assert found[0].source == Source("signups.csv", 4)


@pytest.mark.parametrize(
    ("count_backups", "expected"), [(True, []), (False, ["each_student.at_least"])]
)
def test_backups_count_or_do_not(count_backups: bool, expected: list[str]) -> None:
    slots = [slot(0, "Author", "noor"), slot(2, "Backup", "noor")]
    student = StudentRules(at_least=2, count_backups=count_backups)
    assert rules(check(slots, student=student)) == expected


def test_a_role_twice_is_no_distinct_role() -> None:
    slots = [slot(0, "Author", "noor"), slot(2, "Author", "noor"), slot(4, "Reviewer", "noor")]
    found = check(slots, student=StudentRules(distinct_roles=True))
    assert rules(found) == ["each_student.distinct_roles"]
    assert "Noor is Author twice: session 'S0' (signups.csv:2), session 'S2'" in found[0].message


def test_every_role_leaves_out_optional_ones_and_backups() -> None:
    found = check([slot(0, "Author", "noor")], student=StudentRules(every_role=True))
    assert [unmet.roles for unmet in found] == [("Reviewer",)]


def test_two_roles_in_one_session() -> None:
    slots = [slot(0, "Author", "noor"), slot(0, "Reviewer", "noor")]
    assert rules(check(slots, student=StudentRules(one_role_a_session=True))) == [
        "each_student.one_role_a_session"
    ]
    assert check(slots) == []


@pytest.mark.parametrize(("second", "found"), [(1, 1), (2, 0), (0, 0)])
def test_two_weeks_in_a_row_are_two_that_follow_each_other(second: int, found: int) -> None:
    slots = [slot(0, "Author", "noor"), slot(second, "Reviewer", "noor")]
    student = StudentRules(not_two_weeks_in_a_row=True)
    assert rules(check(slots, student=student)) == ["each_student.not_two_weeks_in_a_row"] * found


def test_a_cancelled_session_counts_for_no_rule() -> None:
    slots = [slot(0, "Author", "noor"), slot(1, "Author", "noor")]
    assert check(slots, student=StudentRules(distinct_roles=True), cancelled=1) == []


def test_more_people_than_a_role_takes() -> None:
    found = check([slot(0, "Reviewer", "noor", "wei", "priya")])
    assert rules(found) == ["presenting.roles"]
    assert "3 people are Reviewer, at most 2 may be" in found[0].message


def test_one_student_twice_in_a_slot() -> None:
    found = check([slot(0, "Reviewer", "noor", "noor")])
    assert rules(found) == ["presenting.roles"]


def test_who_is_twice_in_a_slot_is_one_person_for_all_else() -> None:
    twice = replace(slot(0, "Author", "noor", "noor"), least=2, most=2)
    assert (twice.open, [taker.key for taker in twice.people]) == (1, ["noor"])
    guests = replace(slot(0, "Author", "", "", "noor"), least=4)
    assert guests.open == 1
    student = StudentRules(at_most=1, distinct_roles=True)
    assert rules(check([twice], student=student)) == ["presenting.roles"]
    wei = replace(slot(0, "Author", "noor", "noor", "wei"), most=2)
    assert rules(check([wei], student=student)) == ["presenting.roles"]


def test_a_session_with_open_slots_too_few_or_too_many_people() -> None:
    slots = [slot(0, "Author"), slot(0, "Reviewer", "noor", "wei")]
    assert rules(check(slots, session=GroupRules(every_role=True))) == ["each_session.every_role"]
    assert rules(check(slots, session=GroupRules(at_least=3))) == ["each_session.at_least"]
    assert rules(check(slots, session=GroupRules(at_most=1))) == ["each_session.at_most"]
    assert check(slots, session=GroupRules(at_least=2, at_most=2)) == []


def test_papers_are_counted_each_for_itself() -> None:
    slots = [
        slot(0, "Author", "noor", paper="P"),
        slot(0, "Author", "wei", "priya", paper="Q"),
    ]
    found = check(slots, paper=GroupRules(at_most=1))
    assert rules(found) == ["each_paper.at_most"]
    assert "'Q'" in found[0].message


def test_a_guest_takes_a_slot_and_no_rule_speaks_of_them() -> None:
    guest = Taker("", "", Source("signups.csv", 2), "Invited Speaker")
    taken = Slot("0", "", "Author", (guest,), 1, None, Source("signups.csv", 2))
    student = StudentRules(at_least=2)
    assert check([taken], student=student, session=GroupRules(every_role=True)) == []
