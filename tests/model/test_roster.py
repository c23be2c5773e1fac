from __future__ import annotations

import pytest

from sphinx_seminar.model.person_name import Mention
from sphinx_seminar.model.roster import Match, Roster, Student, repeated_ids

NOOR = Student("Noor Haddad", id="s1", mail="noor@uni.example", team="3")
WEI = Student("Wei Lindqvist", id="s2", mail="wei@uni.example", team="team 4")
PRIYA = Student("Priya Okafor", id="s3", mail="wei@uni.example", team="3")
ROSTER = Roster((NOOR, WEI, PRIYA))


@pytest.mark.parametrize(
    "mention",
    [
        Mention("Noor Haddad"),
        Mention("noor  haddad"),
        Mention("S1"),
        Mention("", mail="Noor@Uni.example"),
        Mention("Haddad"),
        Mention("Noor"),
        Mention("N. Haddad"),
        # What is in no roster is passed over for what is.
        Mention("Noor Haddad", mail="noor@home.example"),
        # An address is trusted more than a name.
        Mention("Wei Lindqvist", mail="noor@uni.example"),
    ],
)
def test_a_student_is_found_for_certain(mention: Mention) -> None:
    assert ROSTER.find(mention) == Match((NOOR,), certain=True)


def test_a_team_is_all_of_its_members() -> None:
    assert ROSTER.find(Mention("Team 3")) == Match((NOOR, PRIYA), certain=True)
    assert ROSTER.find(Mention("3")) == Match((NOOR, PRIYA), certain=True)
    assert ROSTER.find(Mention("Team 4")) == Match((WEI,), certain=True)


def test_of_two_who_share_what_is_written_neither_is_certain() -> None:
    assert ROSTER.find(Mention("", mail="wei@uni.example")) == Match((WEI, PRIYA), certain=False)
    twins = (Student("Yuna Park", id="s1"), Student("Yuna Park", id="S1"))
    assert Roster(twins).find(Mention("s1")) == Match(twins, certain=False)
    assert Roster(twins).find(Mention("Yuna Park")) == Match(twins, certain=False)
    assert Roster(twins).find(Mention("Y. Park")) == Match(twins, certain=False)


def test_an_id_is_trusted_more_than_a_name_and_a_name_more_than_a_team() -> None:
    named = Student("x1", team="noor haddad")
    numbered = Student("Wei Lindqvist", id="x1")
    roster = Roster((named, numbered, NOOR))
    assert roster.find(Mention("x1")).students == (numbered,)
    assert roster.find(Mention("Noor Haddad")).students == (NOOR,)


@pytest.mark.parametrize("name", ["Zoe Quist", "...", "Haddad Noor"])
def test_who_is_in_no_roster_is_nobody(name: str) -> None:
    assert ROSTER.find(Mention(name)) == Match((), certain=False)


def test_a_guest_is_nobody_of_the_roster() -> None:
    assert ROSTER.find(Mention("", "Invited Speaker")) == Match()


def test_a_student_without_a_word_in_their_name_is_found_by_their_id_alone() -> None:
    unnamed = Student("...", id="s9")
    assert Roster((unnamed, NOOR)).find(Mention("s9")).students == (unnamed,)


@pytest.mark.parametrize(
    ("written", "students"),
    [
        ("Noor-Wei", (NOOR, WEI)),
        ("Noor - Wei - Priya", (NOOR, WEI, PRIYA)),
        ("Noor", ()),
        ("Noor-", ()),
        ("-", ()),
        ("Noor-Zoe", ()),
        # One of several is not told.
        ("Noor-3", ()),
    ],
)
def test_a_group_is_read_where_each_part_means_one_student(
    written: str, students: tuple[Student, ...]
) -> None:
    assert ROSTER.find_group(Mention(written)) == students


def test_students_whom_nothing_tells_apart_are_paired_with_the_first_of_them() -> None:
    first, second, third = (Student("Noor Haddad", team=team) for team in "123")
    other = Student("Noor Haddad", id="s1")
    assert repeated_ids([first, other, second, third]) == [(first, second), (first, third)]
    assert repeated_ids([other, Student("Wei Lindqvist", id="S1")]) != []


def roster_of_namesakes(count: int) -> Roster:
    return Roster(
        tuple(Student(f"Noor {number} Haddad", id=f"s{number}") for number in range(count))
    )


def test_among_a_hundred_namesakes_a_shorter_name_may_mean_each() -> None:
    assert len(roster_of_namesakes(100).find(Mention("Haddad")).students) == 100


def test_among_more_it_means_nobody() -> None:
    assert roster_of_namesakes(101).find(Mention("Haddad")).students == ()
