# ruff: noqa: RUF001 (full width punctuation is what is tested)
from __future__ import annotations

import pytest

from sphinx_seminar.model.person_name import (
    Mention,
    given_name,
    initials,
    may_mean,
    mentions,
    name_key,
    name_words,
    person_key,
    plain_cell,
    safe_cell,
    swapped,
    without_titles,
)
from sphinx_seminar.model.presenting import NameForm
from sphinx_seminar.model.shown_name import ShownNames, shown_names


@pytest.mark.parametrize(
    "name",
    [
        "A.Brook",
        "A. Brook",
        "  a.  BROOK ",
        "\uff21. Brook",
        "A.\u00a0Brook",
        "\u200bA. Br\u200book\u200f",
        "\u202aA.\u202c Brook",
    ],
)
def test_two_spellings_of_a_name_are_one(name: str) -> None:
    assert name_key(name) == "a. brook"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Dr. Ada Brook", "Ada Brook"),
        ("Prof. Dr. Ada Brook", "Ada Brook"),
        ("Mx Noor Haddad", "Noor Haddad"),
        ("Dipl.-Ing. Noor Haddad", "Noor Haddad"),
        ("Ada Brook, PhD", "Ada Brook"),
        ("Frau Dr. Ada Brook, M.Sc.", "Ada Brook"),
        ("د. نور حداد", "نور حداد"),
        ("田中 花さん", "田中 花"),
        # Names, and no titles.
        *(
            (name, name)
            for name in ("Don Rivera", "M. Curie", "Ing Tan", "Hon Wai", "Dr.", "Ma Lin")
        ),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, bare: str) -> None:
    assert without_titles(name) == bare
    assert person_key(name) == name_key(bare)
    assert (initials(name), given_name(name)) == (initials(bare), given_name(bare))


def test_a_degree_behind_a_comma_is_nobody() -> None:
    found = [
        mention.name for mention in mentions("Ada Brook, PhD, Noor Haddad, Jr.; Wei Lin, M.Sc")
    ]
    assert found == ["Ada Brook, PhD", "Noor Haddad, Jr.", "Wei Lin, M.Sc"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Noor Haddad", ["Noor", "Haddad"]),
        ("Y.J. Park", ["Y", "J", "Park"]),
        ("Jean\u2010Luc Moreau", ["Jean", "Luc", "Moreau"]),
        ("Jean-Luc", ["Jean-Luc"]),
        (" . ", []),
    ],
)
def test_initials_written_together_are_words_each(name: str, words: list[str]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("**Noor Haddad**", [Mention("Noor Haddad")]),
        ("_Noor_", [Mention("Noor")]),
        ("Noor  Haddad ( on  Zoom )", [Mention("Noor Haddad", "on Zoom")]),
        ("Noor ()", [Mention("Noor")]),
        ("Noor (a) and Wei (b)", [Mention("Noor", "a"), Mention("Wei", "b")]),
        ("Noor, (Invited Speaker)", [Mention("Noor"), Mention("", "Invited Speaker")]),
        ("(Invited Speaker)", [Mention("", "Invited Speaker")]),
        ("()", []),
        *(
            (f"山本 花{mark}佐藤 次郎", [Mention("山本 花"), Mention("佐藤 次郎")])
            for mark in "、，､；﹑／＆"
        ),
        ("نور حداد، ليلى سالم؛ عمر", [Mention("نور حداد"), Mention("ليلى سالم"), Mention("عمر")]),
        ("田中（遠隔、午後）、鈴木", [Mention("田中", "遠隔、午後"), Mention("鈴木")]),
        ("ジャン・モロー", [Mention("ジャン・モロー")]),
        ("\u200b", []),
        ("TBA\u200e", []),
        ("tba.", []),
        ("N/A", []),
        ("Noor, TBA, nobody", [Mention("Noor")]),
        ("TBA (room is free)", [Mention("", "room is free")]),
        (
            "Noor <mailto:noor@uni.example>, wei@uni.example",
            [Mention("Noor", mail="noor@uni.example"), Mention("", mail="wei@uni.example")],
        ),
        ("'=Noor", [Mention("=Noor")]),
        (
            "Noor und Wei et Ada y Priya with Zoe",
            [Mention(name) for name in ("Noor", "Wei", "Ada", "Priya", "Zoe")],
        ),
        ("Xavier X", [Mention("Xavier X")]),
        ("X@x.example", [Mention("", mail="X@x.example")]),
        # A character that no text has stands for none of the notes.
        ("Noor\x00 Haddad", [Mention("Noor Haddad")]),
        ("Andy Sandler", [Mention("Andy Sandler")]),
    ],
)
def test_a_cell_is_taken_apart_into_whom_it_names(cell: str, found: list[Mention]) -> None:
    assert mentions(cell) == found


@pytest.mark.parametrize(
    "cell",
    [
        *("N.N.", "N. N.", "(n.n.)", "noch offen", "frei", "à définir", "libre", "Por definir"),
        *("未定", "空き", "なし", "شاغر", "لم يُحدد بعد", "???", "TBA?", "[tbd]", "...", "TBC"),
    ],
)
def test_a_slot_is_open_where_a_language_says_so(cell: str) -> None:
    assert mentions(cell) == []
    assert mentions(f"Noor Haddad, {cell}") == [Mention("Noor Haddad")]


@pytest.mark.parametrize("cell", ["12", "Team 3", "N.A.", "Libby Frei", "Na Li"])
def test_what_may_be_somebody_is_not_taken_for_an_open_slot(cell: str) -> None:
    assert mentions(cell) == [Mention(cell)]


def test_who_is_known_by_an_address_alone_is_no_guest() -> None:
    assert not Mention("", mail="noor@uni.example").is_guest
    assert not Mention("Noor").is_guest
    assert Mention("", "Invited Speaker").is_guest


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Haddad, Noor", "Noor Haddad"),
        ("Haddad ,Noor ", "Noor Haddad"),
        ("Haddad, Noor, Jr.", None),
        ("Haddad", None),
        ("Haddad,", None),
        (", Noor", None),
    ],
)
def test_a_surname_before_a_comma_may_be_put_last(cell: str, name: str | None) -> None:
    assert swapped(cell) == name


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'=1", "=1"), (" '-1 ", "-1"), ("'tis", "'tis"), ("=1", "=1"), ("'", "'"), ("Noor", "Noor")],
)
def test_only_an_apostrophe_before_a_formula_is_not_of_the_text(cell: str, text: str) -> None:
    assert plain_cell(cell) == text


def test_a_name_is_safe_in_a_cell_as_it_is() -> None:
    assert safe_cell("Noor = Haddad") == "Noor = Haddad"
    assert safe_cell("\rNoor") == "'\rNoor"


@pytest.mark.parametrize(
    ("name", "first"),
    [("Noor Haddad", "Noor"), ("Noor", "Noor"), ("Noor Al Haddad", "Noor"), (" ", "")],
)
def test_a_given_name_is_the_first_word(name: str, first: str) -> None:
    assert given_name(name) == first


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("noor haddad", "N.H."),
        ("'Noor Haddad", "N.H."),
        ("-- Haddad", "H."),
        ("?? Haddad", "H."),
        ("Jean\u2010Luc Moreau", "J.L.M."),
    ],
)
def test_initials_are_capital_letters_of_words_that_have_some(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("written", "full", "may"),
    [
        ("noor HADDAD", "Noor Haddad", True),
        ("N. Haddad", "Noor Al Haddad", True),
        ("Noor A. Haddad", "Noor Al Haddad", True),
        ("N. A. Haddad", "Noor Al Haddad", True),
        ("A. N. Haddad", "Noor Al Haddad", False),
        ("Al Haddad", "Noor Al Haddad", True),
        ("Noor Al", "Noor Al Haddad", False),
        ("Noor H.", "Noor Haddad", False),
        ("Noor H", "Noor H", True),
        ("Al", "Noor Al Haddad", False),
        ("N", "Noor Haddad", False),
        ("N", "N Haddad", False),
        ("Al", "Al Haddad", True),
        ("Noor Al Haddad Jr", "Noor Al Haddad", False),
        ("No Haddad", "Noor Haddad", False),
        ("Noor", "Noor", True),
        ("", "Noor", False),
        ("Noor", "", False),
    ],
)
def test_a_shorter_form_means_whom_it_may_mean(written: str, full: str, may: bool) -> None:
    assert may_mean(written, full) is may


PEOPLE = [("a", "Noor Haddad"), ("b", "Noor Al Haddad"), ("c", "Wei Lindqvist"), ("d", "?")]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("full", ["Noor Haddad", "Noor Al Haddad", "Wei Lindqvist", "?"]),
        ("given", ["Noor 2", "Noor 1", "Wei", "?"]),
        ("initials", ["N.H.", "N.A.H.", "W.L.", ""]),
        ("hidden", ["", "", "", ""]),
    ],
)
def test_names_are_shown_as_the_course_lets_them(form: NameForm, shown: list[str]) -> None:
    names = shown_names(PEOPLE, form)
    assert names.form == form
    assert [names.of(key) for key in "abcd"] == shown


def test_two_of_one_full_name_are_numbered_by_their_keys() -> None:
    names = shown_names([("z", "Noor Haddad"), ("a", "Noor Haddad")], "given")
    assert (names.of("a"), names.of("z")) == ("Noor 1", "Noor 2")


def test_names_without_a_letter_are_shown_as_nothing_however_many_there_are() -> None:
    names = shown_names([("a", "?"), ("b", "!")], "initials")
    assert (names.of("a"), names.of("b")) == ("", "")


def test_nothing_is_shown_of_who_is_not_known() -> None:
    assert shown_names(PEOPLE, "full").of("x") == ""
    assert ShownNames().of("x") == ""


@pytest.mark.parametrize("cell", ["a" + " " * 50_000 + "b", "a b," + "\n" * 50_000 + "x"])
def test_a_run_of_blanks_is_looked_at_once(cell: str) -> None:
    assert mentions(cell)[0].name == "a b"
