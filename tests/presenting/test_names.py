from __future__ import annotations

import pytest

from sphinx_seminar.model.person_name import Mention, initials, may_mean, mentions, safe_cell
from sphinx_seminar.model.presenting import NameForm
from sphinx_seminar.model.roster import Roster, Student
from sphinx_seminar.model.shown_name import shown_names
from sphinx_seminar.plan.presenter_names import PresenterNames


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Noor Haddad", ["Noor Haddad"]),
        ("Noor Haddad, Wei Lindqvist", ["Noor Haddad", "Wei Lindqvist"]),
        ("Noor Haddad; Wei Lindqvist", ["Noor Haddad", "Wei Lindqvist"]),
        ("Noor Haddad\nWei Lindqvist", ["Noor Haddad", "Wei Lindqvist"]),
        ("Noor and Wei & Priya/Ada", ["Noor", "Wei", "Priya", "Ada"]),
        ("Jean-Luc Moreau", ["Jean-Luc Moreau"]),
        ("TBA", []),
        ("  ", []),
        ("-", []),
        ("TBA, Noor", ["Noor"]),
    ],
)
def test_a_cell_names_its_people(cell: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions(cell)] == names


def test_a_note_stands_behind_a_name_and_a_comma_in_it_parts_nothing() -> None:
    found = mentions("Noor Haddad (remote, first half), Wei Lindqvist")
    assert found == [
        Mention("Noor Haddad", "remote, first half"),
        Mention("Wei Lindqvist"),
    ]


def test_a_guest_takes_a_slot_and_is_nobody_of_the_course() -> None:
    assert mentions("(Invited Speaker)") == [Mention("", "Invited Speaker")]
    assert mentions("(Invited Speaker)")[0].is_guest


def test_an_address_of_mail_is_no_part_of_a_name() -> None:
    assert mentions("Noor Haddad <noor@uni.example>") == [
        Mention("Noor Haddad", mail="noor@uni.example")
    ]
    assert mentions("noor@uni.example") == [Mention("", mail="noor@uni.example")]


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"])
def test_a_formula_becomes_text_and_is_read_back_as_it_was(formula: str) -> None:
    assert safe_cell(formula) == f"'{formula}"
    assert mentions(safe_cell("=Noor")) == mentions("=Noor")


@pytest.mark.parametrize(
    ("written", "full", "may"),
    [
        ("A. Brook", "Ada Brook", True),
        ("A Brook", "Ada Lou Brook", True),
        ("Ada", "Ada Brook", True),
        ("Brook", "Ada Brook", True),
        ("Y.J. Park", "Yuna Park", False),
        ("Y. Park", "Yuna Park", True),
        ("Y. Park", "Yuna Parks", False),
        ("B. Ada", "Ada Brook", False),
        ("A.", "Ada Brook", False),
    ],
)
def test_a_shorter_form_has_the_words_in_order(written: str, full: str, may: bool) -> None:
    assert may_mean(written, full) is may


def test_two_who_share_surname_and_first_initial_are_never_taken_for_one() -> None:
    roster = Roster((Student("Yuna Park"), Student("Yejin Park"), Student("Noor Haddad")))
    match = roster.find(Mention("Y. Park"))
    assert not match.certain
    assert {student.name for student in match.students} == {"Yuna Park", "Yejin Park"}
    assert roster.find(Mention("Yuna Park")).students == (Student("Yuna Park"),)
    assert roster.find(Mention("Y.J. Park")).students == ()


@pytest.mark.parametrize(
    ("form", "told"), [("full", "the name 'Noor Haddad' is"), ("hidden", "a name is that")]
)
def test_a_name_that_two_students_have_asks_for_the_id(form: NameForm, told: str) -> None:
    both = Roster((Student("Noor Haddad", id="s1"), Student("Noor Haddad", id="s2")))
    [fault] = PresenterNames(form, both).faults("Noor Haddad")
    assert fault.text == f"{told} of 2 students in the roster; write the id of one of them"


def test_an_id_an_address_of_mail_and_a_team_find_people() -> None:
    noor = Student("Noor Haddad", id="s1", mail="noor@uni.example", team="3")
    wei = Student("Wei Lindqvist", id="s2", team="3")
    roster = Roster((noor, wei))
    assert roster.find(Mention("S1")).students == (noor,)
    assert roster.find(Mention("", mail="Noor@uni.example")).students == (noor,)
    assert roster.find(Mention("Team 3")).students == (noor, wei)
    assert roster.find_group(Mention("Noor-Wei")) == (noor, wei)
    assert roster.find_group(Mention("Noor-Zoe")) == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Noor Haddad", "N.H."),
        ("Jean-Luc Moreau", "J.L.M."),
        ("Y.J. Park", "Y.J.P."),
        ("李 明", "李.明."),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


def test_initials_that_collide_get_a_number_each() -> None:
    people = [("a", "Noor Haddad"), ("b", "Nils Hansen"), ("c", "Wei Lindqvist")]
    shown = shown_names(people, "initials")
    assert [shown.of(key) for key in "abc"] == ["N.H. 2", "N.H. 1", "W.L."]


def test_hidden_names_show_nothing() -> None:
    assert shown_names([("a", "Noor Haddad")], "hidden").of("a") == ""
