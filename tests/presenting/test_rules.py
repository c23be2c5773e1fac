from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from sphinx_seminar.model.place import Place, PlacedSession, Taker
from sphinx_seminar.model.presenting import GroupRules, Presenting, StudentRules
from sphinx_seminar.model.presenting_check import Finding, Participant, check_presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source

ROLES = (
    PresentingRole("Author"),
    PresentingRole("Reviewer", most=2),
    PresentingRole("Backup", least=0, backup=True),
)
FIRST = date(2022, 1, 24)


def sessions(cancelled: int = -1) -> dict[str, PlacedSession]:
    """Sessions 0 to 9, a week apart."""
    found = {}
    for number in range(10):
        day = FIRST + timedelta(days=7 * number)
        held = number != cancelled
        found[str(number)] = PlacedSession(str(number), f"S{number}", day, day, held)
    return found


def place(session: int, role: str, *names: str, paper: str = "") -> Place:
    declared = next(known for known in ROLES if known.name == role)
    takers = tuple(Taker(name, name, Source("signups.csv", session + 2)) for name in names)
    return Place(
        *(str(session), paper, role, takers, declared.least, declared.most),
        Source("signups.csv", session + 2),
        declared.backup,
    )


def check(
    places: Sequence[Place],
    *people: str,
    student: StudentRules = StudentRules(),  # noqa: B008 - frozen
    cancelled: int = -1,
    session: GroupRules = GroupRules(),  # noqa: B008 - frozen
    paper: GroupRules = GroupRules(),  # noqa: B008 - frozen
) -> list[Finding]:
    presenting = Presenting(ROLES, each_student=student, each_session=session, each_paper=paper)
    participants = [Participant(name, Source("students.csv", 2)) for name in people]
    return check_presenting(presenting, places, sessions(cancelled), participants, str.title)


def rules(findings: Sequence[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_without_rules_nothing_is_found() -> None:
    assert check([place(0, "Author", "noor", "wei"), place(0, "Reviewer")], "noor") == []


def test_a_student_with_too_few_places_is_found_and_told_how_many_more() -> None:
    found = check([place(0, "Author", "noor")], "noor", student=StudentRules(at_least=3))
    assert rules(found) == ["each_student.at_least"]
    assert found[0].missing
    assert found[0].amount == 2
    assert "Noor has 1 place, at least 3" in found[0].message
    assert "session 'S0' (signups.csv:2)" in found[0].message


def test_a_student_of_the_roster_without_any_place_is_found() -> None:
    found = check([], "wei", student=StudentRules(at_least=1))
    assert [finding.source for finding in found] == [Source("students.csv", 2)]


def test_too_many_places_break_a_rule() -> None:
    places = [place(number, "Author", "noor") for number in range(3)]
    found = check(places, student=StudentRules(at_most=2))
    assert rules(found) == ["each_student.at_most"]
    assert not found[0].missing
    assert found[0].source == Source("signups.csv", 4)


@pytest.mark.parametrize(
    ("count_backups", "expected"), [(True, []), (False, ["each_student.at_least"])]
)
def test_backups_count_or_do_not(count_backups: bool, expected: list[str]) -> None:
    places = [place(0, "Author", "noor"), place(2, "Backup", "noor")]
    student = StudentRules(at_least=2, count_backups=count_backups)
    assert rules(check(places, student=student)) == expected


def test_a_role_twice_is_no_distinct_role() -> None:
    places = [place(0, "Author", "noor"), place(2, "Author", "noor"), place(4, "Reviewer", "noor")]
    found = check(places, student=StudentRules(distinct_roles=True))
    assert rules(found) == ["each_student.distinct_roles"]
    assert "Noor is Author twice: session 'S0' (signups.csv:2), session 'S2'" in found[0].message


def test_every_role_leaves_out_optional_ones_and_backups() -> None:
    found = check([place(0, "Author", "noor")], student=StudentRules(every_role=True))
    assert [finding.roles for finding in found] == [("Reviewer",)]


def test_two_roles_in_one_session() -> None:
    places = [place(0, "Author", "noor"), place(0, "Reviewer", "noor")]
    assert rules(check(places, student=StudentRules(one_role_a_session=True))) == [
        "each_student.one_role_a_session"
    ]
    assert check(places) == []


@pytest.mark.parametrize(("second", "found"), [(1, 1), (2, 0), (0, 0)])
def test_two_weeks_in_a_row_are_two_that_follow_each_other(second: int, found: int) -> None:
    places = [place(0, "Author", "noor"), place(second, "Reviewer", "noor")]
    student = StudentRules(not_two_weeks_in_a_row=True)
    assert rules(check(places, student=student)) == ["each_student.not_two_weeks_in_a_row"] * found


def test_a_cancelled_session_counts_for_no_rule() -> None:
    places = [place(0, "Author", "noor"), place(1, "Author", "noor")]
    assert check(places, student=StudentRules(distinct_roles=True), cancelled=1) == []


def test_more_people_than_a_role_takes() -> None:
    found = check([place(0, "Reviewer", "noor", "wei", "priya")])
    assert rules(found) == ["presenting.roles"]
    assert "3 people are Reviewer, at most 2 may be" in found[0].message


def test_one_student_twice_in_a_place() -> None:
    found = check([place(0, "Reviewer", "noor", "noor")])
    assert rules(found) == ["presenting.roles"]


def test_a_session_with_open_places_too_few_or_too_many_people() -> None:
    places = [place(0, "Author"), place(0, "Reviewer", "noor", "wei")]
    assert rules(check(places, session=GroupRules(every_role=True))) == ["each_session.every_role"]
    assert rules(check(places, session=GroupRules(at_least=3))) == ["each_session.at_least"]
    assert rules(check(places, session=GroupRules(at_most=1))) == ["each_session.at_most"]
    assert check(places, session=GroupRules(at_least=2, at_most=2)) == []


def test_papers_are_counted_each_for_itself() -> None:
    places = [
        place(0, "Author", "noor", paper="P"),
        place(0, "Author", "wei", "priya", paper="Q"),
    ]
    found = check(places, paper=GroupRules(at_most=1))
    assert rules(found) == ["each_paper.at_most"]
    assert "'Q'" in found[0].message


def test_a_guest_takes_a_place_and_no_rule_speaks_of_them() -> None:
    guest = Taker("", "", Source("signups.csv", 2), "Invited Speaker")
    taken = Place("0", "", "Author", (guest,), 1, None, Source("signups.csv", 2))
    student = StudentRules(at_least=2)
    assert check([taken], student=student, session=GroupRules(every_role=True)) == []
