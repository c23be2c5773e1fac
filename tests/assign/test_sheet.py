"""A sheet that is written back: the new names, and every other byte as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_seminar.assign.sheet import Change, EditableSheet, NotWritable
from sphinx_seminar.assign.sheet_text import raw_cells, without_rows
from sphinx_seminar.load.csv_file import read_csv
from sphinx_seminar.load.signups_file import read_signups
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source
from sphinx_seminar.model.roster import Roster, Student
from sphinx_seminar.model.signup import SignupRow
from sphinx_seminar.model.slot import Slot

PRESENTING = Presenting((PresentingRole("Author"), PresentingRole("Reviewer", least=2)))
ROSTER = Roster(
    (
        Student("Noor Haddad", id="7"),
        Student("Wei Lindqvist", id="8"),
        Student("=Sum Okafor", id="9"),
        Student("Jun Park", id="10"),
        Student("Jun Park", id="11"),
        Student("Mira and Sol"),
    )
)
NOOR, WEI, FORMULA, JUN = "#7", "#8", "#9", "#11"


def rows_of(content: bytes) -> dict[str, tuple[SignupRow, ...]]:
    sheet, problems = read_signups(read_csv(content), PRESENTING.roles, "signups.csv")
    assert problems == []
    found: dict[str, tuple[SignupRow, ...]] = {}
    for row in sheet.rows:
        found[row.session[0][1]] = (*found.get(row.session[0][1], ()), row)
    return found


def slot(session: str, role: str, paper: str = "") -> Slot:
    return Slot(session, paper, role, (), 1, 1, Source("signups.csv", 2))


def changed(content: bytes, *changes: Change) -> bytes:
    written = EditableSheet(content, PRESENTING, rows_of(content), ROSTER).change(changes)
    rows_of(written)
    return written


def test_semicolons_a_byte_order_mark_and_line_ends_stay() -> None:
    content = (
        '\ufeffdate;Author;Reviewer;Remark\r\n2030-01-07;;TBA;"a;\nb"\r\n\r\n;;;\r\nx;;'.encode()
    )
    written = changed(
        content,
        Change(slot("2030-01-07", "Author"), new=(NOOR,)),
        Change(slot("2030-01-07", "Reviewer"), new=(WEI,)),
        Change(slot("x", "Reviewer"), new=(NOOR,)),
    )
    assert written.decode() == (
        '\ufeffdate;Author;Reviewer;Remark\r\n2030-01-07;Noor Haddad;Wei Lindqvist;"a;\nb"\r\n\r\n'
        ";;;\r\nx;;Noor Haddad"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_stays_as_it_is(encoding: str) -> None:
    content = "\ufeffid\tAuthor\tReviewer\na\t\t\n".encode(encoding)
    written = changed(content, Change(slot("a", "Author"), new=(NOOR,)))
    assert written.decode(encoding) == "\ufeffid\tAuthor\tReviewer\na\tNoor Haddad\t\n"


def test_a_sheet_without_a_change_is_written_byte_for_byte() -> None:
    content = b'sep=,\n"id","Author","Rev""x","Reviewer"\r\na, "x" ,"b""c",\r"d"e,f\n'
    assert changed(content) == content


def test_a_name_that_looks_like_a_formula_is_text() -> None:
    content = b"id,Author\na,\nb,Noor Haddad\n"
    written = changed(content, Change(slot("a", "Author"), new=(FORMULA,)))
    assert written == b"id,Author\na,'=Sum Okafor\nb,Noor Haddad\n"


def test_a_second_person_stands_behind_the_first_or_in_a_column_of_their_own() -> None:
    one = changed(b"id,Reviewer\na,N. Haddad\n", Change(slot("a", "Reviewer"), new=(WEI,)))
    assert one == b'id,Reviewer\na,"N. Haddad, Wei Lindqvist"\n'
    two = changed(
        b"id,Reviewer 1,Reviewer 2\na,Noor Haddad,\n", Change(slot("a", "Reviewer"), new=(WEI,))
    )
    assert two == b"id,Reviewer 1,Reviewer 2\na,Noor Haddad,Wei Lindqvist\n"


def test_a_dropout_leaves_and_the_others_stay() -> None:
    content = b'id,Reviewer\na,"N. Haddad (slides), Wei Lindqvist"\n'
    written = changed(content, Change(slot("a", "Reviewer"), gone=(WEI,), new=(JUN,)))
    assert written == b'id,Reviewer\na,"Noor Haddad (slides), 11"\n'


def test_who_shares_a_name_is_written_by_id() -> None:
    written = changed(b"id,Author\na,\n", Change(slot("a", "Author"), new=(JUN,)))
    assert written == b"id,Author\na,11\n"


def test_a_name_that_would_be_read_as_two_is_refused() -> None:
    key = ROSTER.students[-1].key
    with pytest.raises(NotWritable, match="give each student of the roster an id"):
        changed(b"id,Author\na,\n", Change(slot("a", "Author"), new=(key,)))


def test_the_long_form_fills_its_open_rows_and_gets_rows_at_its_end() -> None:
    content = b"date,paper,role,name,mark\r\n1/7,P,Author,,A\r\n1/7,P,Reviewer,Wei Lindqvist,\r\n"
    written = changed(
        content,
        Change(slot("1/7", "Author", "P"), new=(NOOR,)),
        Change(slot("1/7", "Reviewer", "P"), new=(FORMULA,)),
    )
    assert written == (
        b"date,paper,role,name,mark\r\n1/7,P,Author,Noor Haddad,A\r\n"
        b"1/7,P,Reviewer,Wei Lindqvist,\r\n"
        b"1/7,P,Reviewer,'=Sum Okafor,\r\n"
    )


@pytest.mark.parametrize(
    ("content", "end"),
    [
        (b'id,role,name,x\na,Author,Wei Lindqvist,"1\r\n2"\n', b"a,Author,Noor Haddad,\n"),
        (b"id,role,name\ra,Author,Wei Lindqvist\r", b"a,Author,Noor Haddad\r"),
        (b"id,role,name\r\na,Author,Wei Lindqvist", b"\r\na,Author,Noor Haddad"),
    ],
    ids=["another line end in a cell", "an old Mac's", "none at the end"],
)
def test_a_new_row_ends_as_the_others_do(content: bytes, end: bytes) -> None:
    assert changed(content, Change(slot("a", "Author"), new=(NOOR,))) == content + end


def test_a_role_without_a_column_has_no_cell() -> None:
    content = b"id,Author\na,\n"
    sheet = EditableSheet(content, PRESENTING, rows_of(content), ROSTER)
    assert sheet.has_cell(slot("a", "Author"))
    assert not sheet.has_cell(slot("a", "Reviewer"))
    assert not sheet.has_cell(replace(slot("a", "Author"), session="b"))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("a,b", ["a", "b"]),
        ('"a,b",c', ['"a,b"', "c"]),
        ('"a""b,"x,c', ['"a""b,"x', "c"]),
        ('a"b,c"', ['a"b', 'c"']),
        ("", [""]),
        (",", ["", ""]),
        ('"a', ['"a']),
        ('a, "b,c" ,d', ["a", ' "b,c" ', "d"]),
    ],
)
def test_cells_are_parted_as_csv_parts_them(row: str, cells: list[str]) -> None:
    assert raw_cells(row, ",") == cells


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([2], b"\xef\xbb\xbfid;name\r\n2;Wei\r\n3;Ada"),
        ([5], b'\xef\xbb\xbfid;name\r\n1;"Noor\r\nHaddad"\r\n2;Wei'),
        ([4, 5], b'\xef\xbb\xbfid;name\r\n1;"Noor\r\nHaddad"'),
        ([2, 4, 5], b"\xef\xbb\xbfid;name"),
    ],
)
def test_rows_are_taken_out_and_all_else_stays(lines: list[int], left: bytes) -> None:
    content = b'\xef\xbb\xbfid;name\r\n1;"Noor\r\nHaddad"\r\n2;Wei\r\n3;Ada'
    assert without_rows(content, lines) == left
