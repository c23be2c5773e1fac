"""Problems that have a cause in common take three lines."""

from __future__ import annotations

import pytest

from sphinx_seminar.model.listed import listed
from sphinx_seminar.model.problem import Kind, Problem, Source, at_most, folded
from sphinx_seminar.model.spreadsheet_error import is_spreadsheet_error


def problems(count: int, cause: str = "is it?", kind: Kind = "signups") -> list[Problem]:
    return [Problem(kind, f"{n} is wrong", Source("a.csv", n), cause) for n in range(1, count + 1)]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_three_are_told_as_they_are(count: int) -> None:
    assert folded(problems(count)) == problems(count)


def test_of_more_the_third_line_says_how_many_and_where() -> None:
    found = folded(problems(40))
    assert found[:2] == problems(2)
    assert found[2:] == [
        Problem("signups", "38 more like these, in lines 3 to 40; is it?", Source("a.csv", 3))
    ]


def test_what_has_another_cause_or_none_stays() -> None:
    others = [*problems(3, "is that?"), *problems(9, "")]
    found = folded([*others[:6], *problems(5), *others[6:]])
    assert [problem for problem in found if problem in others] == others
    assert len(found) == len(others) + 3


def test_what_is_told_in_the_same_words_has_one_cause() -> None:
    same = [Problem("roles", "no such role", Source("a.md", n)) for n in (4, 8, 9, 20)]
    assert folded(same)[2].message == "2 more like these, in lines 9 to 20"
    here = [Problem("roles", "no such role", Source(f"{n}.md", 1)) for n in range(12)]
    assert len(folded(here)) == 12  # each page has words of its own


@pytest.mark.parametrize(
    "form",
    [
        "':date:' '{}.2.2030' is not a date; write year-month-day",
        "deadline \"Ada's {}\" has no ':when:'; write one, such as ':when: 1 hour before class'",
        "':status: gone{}' is not known; write cancelled, or held (the default)",
        "':where: Hall {}' is read as text; write ':where: Hall {}' right below {{session}}",
    ],
)
def test_what_is_said_of_other_values_has_one_cause_on_a_page(form: str) -> None:
    said = [Problem("option", form.format(n, n), Source("a.md", n)) for n in range(1, 9)]
    assert folded(said) == said
    assert folded(said, by_form=True) == [
        *said[:2],
        Problem("option", "6 more like these, in lines 3 to 8", Source("a.md", 3)),
    ]


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("option", ["{session} has no option ':%s:'; did you mean 'where'?"]),
        ("bibliography", ["no entry is called 'ada%s'; did you mean 'ada1999'?"]),
        ("link", ["the file '%s.pdf' is not there; put it there, or write 'soon'"]),
        ("date", ["':%s:' '1.2.2030' is not a date; write year-month-day"]),
    ],
)
def test_other_names_are_other_causes(kind: Kind, forms: list[str]) -> None:
    names = ("wher", "were", "whre", "whee", "hwere")
    said = [Problem(kind, forms[0] % name, Source("a.md", n)) for n, name in enumerate(names)]
    assert folded(said, by_form=True) == said


def test_pages_are_named_and_a_line_that_has_them_all() -> None:
    pages = [Problem("date", "x", Source(f"{n}.md", 1), "y") for n in range(12)]
    text = "10 more like these, in 2.md, 3.md, 4.md, 5.md, 6.md, 7.md and 4 more; y"
    assert folded(pages)[2].message == text
    line = [Problem("date", f"{n}", Source("c.yml", 5), "y") for n in range(9)]
    assert folded(line)[2].message == "7 more like these, in this line; y"


def test_notes_are_not_counted_with_warnings() -> None:
    mixed = [*problems(2), *problems(2, kind="open")]
    assert folded(mixed) == mixed


def test_they_are_counted_before_the_rest_is_cut_off() -> None:
    found = at_most(5, problems(90))
    assert [problem.message for problem in found[2:]] == [
        "88 more like these, in lines 3 to 90; is it?"
    ]
    assert folded(found) == found


def test_a_list_ends_after_six() -> None:
    names = [f"n{number}" for number in range(8)]
    assert listed(names[:6]) == "n0, n1, n2, n3, n4, n5"
    assert listed(names) == "n0, n1, n2, n3, n4, n5 and 2 more"
    assert listed(iter(names[:2]), " or ") == "n0 or n1"


@pytest.mark.parametrize(
    "cell",
    [
        "#N/A",
        " #n/a ",
        "#REF!",
        "#DIV/0!",
        "#NAME?",
        "#NV",
        "#WERT!",
        "#¿NOMBRE?",
        "#N/D",
        "Err:502",
    ],
)
def test_an_error_of_a_spreadsheet_is_one(cell: str) -> None:
    assert is_spreadsheet_error(cell)


@pytest.mark.parametrize("cell", ["", "#1", "#3 Noor", "N/A", "Noor Haddad", "Ada!", "#"])
def test_what_people_write_is_no_error(cell: str) -> None:
    assert not is_spreadsheet_error(cell)
