"""The sheet and the roster that ``course.yml`` names, where they cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_seminar.load.signups import load_signups
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Source

PRESENTING = Presenting((PresentingRole("Author"),), signups="signups.csv", students="students.csv")
SHEET, ROSTER = "number,Author\n1,Noor Haddad\n", "name\nNoor Haddad\n"


def write(folder: Path, sheet: bytes) -> None:
    (folder / "signups.csv").write_bytes(sheet)
    (folder / "students.csv").write_text(ROSTER, encoding="utf-8")


def test_both_files_are_read(tmp_path: Path) -> None:
    write(tmp_path, SHEET.encode())
    loaded = load_signups(tmp_path, PRESENTING, "seminar")
    assert loaded.problems == ()
    assert loaded.sheet
    assert [row.line for row in loaded.sheet.rows] == [2]
    assert loaded.sheet.source == Source("seminar/signups.csv")
    assert loaded.roster
    assert loaded.roster.names == ["Noor Haddad"]


def test_a_sheet_that_is_too_long_is_told_and_the_roster_is_read(tmp_path: Path) -> None:
    write(tmp_path, b"number,Author\n" + 200_000 * b"1,Noor Haddad\n")
    loaded = load_signups(tmp_path, PRESENTING, "")
    assert loaded.sheet is None
    assert loaded.roster
    (problem,) = loaded.problems
    assert problem.source.path == "signups.csv"
    assert problem.message.startswith("the file ")


def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, SHEET.encode())

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    loaded = load_signups(tmp_path, PRESENTING, "")
    assert [problem.message for problem in loaded.problems] == [
        "the file can't be read: Permission denied",
        "the file can't be read: Permission denied",
    ]
