from __future__ import annotations

import pytest

from sphinx_seminar.load.csv_file import MAX_ROWS, NotCsv, read_csv
from sphinx_seminar.load.roster_file import read_roster
from sphinx_seminar.load.signups_file import read_signups
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Problem
from sphinx_seminar.model.signup import SignupSheet

ROLES = (PresentingRole("Author"), PresentingRole("Reviewer"))


def read(content: str | bytes) -> tuple[SignupSheet, list[Problem]]:
    data = content.encode() if isinstance(content, str) else content
    return read_signups(read_csv(data), ROLES, "signups.csv")


def rows(content: str | bytes) -> list[tuple[str, str, list[tuple[str, str]]]]:
    sheet, problems = read(content)
    assert problems == []
    return [
        (row.session[0][1], row.paper, [(cell.role, cell.text) for cell in row.cells])
        for row in sheet.rows
    ]


WIDE = [
    ("2022-01-24", "A paper", [("Author", "Noor"), ("Reviewer", "Wei")]),
    ("2022-01-31", "", [("Author", ""), ("Reviewer", "")]),
]


@pytest.mark.parametrize(
    "content",
    [
        "date,paper,Author,Reviewer\n2022-01-24,A paper,Noor,Wei\n2022-01-31,,,\n",
        "\ufeffDate;Paper;author;REVIEWER\r\n2022-01-24;A paper;Noor;Wei\r\n2022-01-31;;;",
        "date\tpaper\tAuthor\tReviewer\n2022-01-24\tA paper\tNoor\tWei\n\n2022-01-31\t\t\t\n",
        "sep=;\ndate;paper;Author;Reviewer\n2022-01-24;A paper;Noor;Wei\n2022-01-31;;;\n",
        (
            "Spring 2022\n\ndate,paper,room,Authors,Reviewer 1\n2022-01-24,A paper,3,Noor,Wei\n"
            "2022-01-31,,4,,\n"
        ),
        'date,paper,Author,Reviewer\n2022-01-24,"A\npaper",Noor,Wei\n2022-01-31,,,\n',
        (
            "date,paper,Author,Reviewer\n2022-01-24,A paper,Noor,Wei\n"
            "date,paper,Author,Reviewer\n2022-01-31,,,\n"
        ),
    ],
    ids=["plain", "bom", "tabs", "sep", "title and extra columns", "quoted break", "header again"],
)
def test_a_wide_sheet_is_read_as_spreadsheets_export_it(content: str) -> None:
    assert rows(content) == WIDE


def test_utf_16_with_its_mark_is_read() -> None:
    content = "date\tAuthor\n2022-01-24\tTomás\n"
    assert rows(content.encode("utf-16")) == [("2022-01-24", "", [("Author", "Tomás")])]


def test_blanks_before_a_quotation_mark_are_of_no_cell() -> None:
    content = 'date, Author, Reviewer\n2022-01-24, "Noor, Wei",  Ada\n'
    assert rows(content) == [("2022-01-24", "", [("Author", "Noor, Wei"), ("Reviewer", "Ada")])]


def test_a_long_sheet_has_a_row_for_each_role() -> None:
    content = "session,paper,role,name\nalpha,P,author,Noor\n,P,Reviewer,Wei\nbeta,,,\n"
    assert rows(content) == [
        ("alpha", "P", [("Author", "Noor")]),
        ("alpha", "P", [("Reviewer", "Wei")]),
        ("beta", "", [("Author", ""), ("Reviewer", "")]),
    ]


def test_a_row_without_a_session_goes_on_with_the_last_one() -> None:
    content = "date,paper,Author\n2022-01-24,P,Noor\n,Q,Wei\n"
    assert [(key, paper) for key, paper, _ in rows(content)] == [
        ("2022-01-24", "P"),
        ("2022-01-24", "Q"),
    ]


def test_rows_keep_their_lines_behind_a_quoted_break() -> None:
    sheet, _ = read('date,Author\n2022-01-24,"Noor\nWei"\n2022-01-31,Ada\n')
    assert [row.line for row in sheet.rows] == [2, 4]


def test_the_questions_of_a_form_are_headers() -> None:
    content = "Timestamp,Your name(s) *,Session:,Role?\n1/2/2022 9:14:22,Noor,2022-01-24,Author\n"
    sheet, problems = read(content)
    assert not problems
    assert [(cell.role, cell.text) for row in sheet.rows for cell in row.cells] == [
        ("Author", "Noor")
    ]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", None, "the sheet is empty"),
        ("who,Author\nNoor,x\n", 1, "no column names the session"),
        ("date,Autor\n2022-01-24,x\n", 1, "no column is a presenting role"),
        ("date,role,who\n2022-01-24,Author,Noor\n", 1, "no column has the names beside the roles"),
        ("date,Author,Reviwer\n2022-01-24,x,y\n", 1, "did you mean 'Reviewer'?"),
        ("date,Author\n,Noor\n", 2, "the row names no session"),
        ("date,Author\n2022-01-24,Noor,Ada\n", 2, "'Ada' is behind the last column"),
        ("session,role,name\nalpha,Autor,Noor\n", 2, "did you mean 'Author'?"),
        ("session,role,name\nalpha,,Noor\n", 2, "the row names nobody's role"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told_with_its_line(
    content: str, line: int | None, says: str
) -> None:
    _, problems = read(content)
    assert len(problems) == 1
    assert problems[0].source.line == line
    assert says in problems[0].message


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (
            'date,Author\n2022-01-24,"Noor\n2022-01-31,Ada\n',
            2,
            "a quotation mark of the row is not",
        ),
        (
            'date,Author\n2022-01-24,"Noor" H,"Wei\n2022-01-31,Ada\n',
            2,
            "a quotation mark of the row is not",
        ),
        ("\n<!doctype html><html>", None, "this is a web page; export the sheet as CSV"),
    ],
)
def test_what_is_no_csv_is_refused(content: str, line: int | None, says: str) -> None:
    with pytest.raises(NotCsv, match=says) as caught:
        read_csv(content.encode())
    assert caught.value.line == line


def test_a_quotation_mark_inside_of_the_last_row_is_no_fault() -> None:
    assert read_csv(b'a,b\n3" disk,"x\ny"').rows[1].cells == ('3" disk', "x\ny")


def test_text_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(NotCsv, match="CSV UTF-8") as caught:
        read("date,Author\n2022-01-24,Tomás\n".encode("latin-1"))
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "content",
    [b"2022-01-24,Noor\n" * 100_000, b"x\n" * (MAX_ROWS + 2), b'"' * 5_000_000],
    ids=["100,000 rows", "one row too many", "5 MB of quotes"],
)
def test_a_file_that_is_too_long_is_refused(content: bytes) -> None:
    with pytest.raises(NotCsv, match="export the sheet of this course alone"):
        read_csv(content)


def test_a_roster_has_names_in_one_column_or_two() -> None:
    first, _ = read_roster(read_csv(b"Name,ID\nNoor Haddad,s1\n"), "students.csv")
    second, _ = read_roster(read_csv(b"Last name,First name,id\nHaddad,Noor,s1\n"), "students.csv")
    third, _ = read_roster(read_csv(b'name,id\n"Haddad, Noor",s1\n'), "students.csv")
    assert [(s.name, s.id) for s in first.students] == [("Noor Haddad", "s1")]
    assert first.students[0].key == second.students[0].key == third.students[0].key
    assert second.names == third.names == ["Noor Haddad"]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", None, "the roster is empty"),
        ("who\nNoor\n", 1, "no column has the names"),
        ("id,name\ns1,\n", 2, "the line names nobody"),
        ("id,name\ns1,Noor\nS1,Wei\n", 3, "line 2 has this id too"),
        ("name\nNoor\nnoor\n", 3, "no id tells them apart"),
    ],
)
def test_what_is_wrong_with_a_roster_is_told_with_its_line(
    content: str, line: int | None, says: str
) -> None:
    _, problems = read_roster(read_csv(content.encode()), "students.csv")
    assert [problem.source.line for problem in problems] == [line]
    assert says in problems[0].message
