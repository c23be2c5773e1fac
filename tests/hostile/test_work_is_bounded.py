"""Small or large, no input takes work without end: what is counted here is work, not time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.load import csv_file, yaml_file
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.csv_file import NotCsv, read_csv
from sphinx_seminar.load.signups import load_signups
from sphinx_seminar.load.yaml_file import read_yaml
from sphinx_seminar.model.person_name import Mention, may_mean
from sphinx_seminar.model.presenting import Presenting
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import Problem, Source, at_most
from sphinx_seminar.model.roster import Roster, Student
from sphinx_seminar.model.schedule import build_schedule
from sphinx_seminar.plan.presenter_names import PresenterNames

ROOT = Path(__file__).parent.parent.parent
TEN_MEGABYTES = 10_000_000


def refuse(*args: object, **kwargs: object) -> object:
    pytest.fail("what is too long was parsed")


@pytest.mark.parametrize("character", [b"x", b"\xff", b"[", b"\n", b"*"])
def test_10_megabytes_of_yaml_are_refused_before_they_are_decoded(
    character: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "parse", refuse)
    monkeypatch.setattr(yaml_file, "_decoded", refuse)
    [fault] = read_yaml(character * TEN_MEGABYTES).faults
    assert fault.message == "the file is larger than 1,000,000 bytes; write one that is smaller"


@pytest.mark.parametrize("character", [b"x", b"\xff", b'"', b"\n", b","])
def test_10_megabytes_of_csv_are_refused_before_they_are_decoded(
    character: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csv.reader", refuse)
    monkeypatch.setattr(csv_file, "_delimiter", refuse)
    with pytest.raises(NotCsv, match="is longer than 5,000 rows or 2 MB, and is not read"):
        read_csv(character * TEN_MEGABYTES)


def test_no_more_of_a_file_is_read_than_is_looked_at(tmp_path: Path) -> None:
    """A sparse file of a terabyte: reading it whole would not end."""
    for name in ("course.yml", "signups.csv"):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(10**12)
    [problem] = load_course(tmp_path / "course.yml", "course.yml").problems
    assert "larger than 1,000,000 bytes" in problem.message
    presenting = Presenting(roles=(PresentingRole("Author"),), signups="signups.csv")
    [problem] = load_signups(tmp_path, presenting, "").problems
    assert "is not read" in problem.message


def test_no_pattern_backtracks_without_end() -> None:
    """Each takes milliseconds; one that backtracks without end would take years."""
    command = [sys.executable, "-m", "tests.hostile.patterns"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    names = done.stdout.splitlines()
    assert names[-1:] == ["done"], done.stderr
    assert "sphinx_seminar.pages.transforms.links._LEFT_AS_TEXT" in names


def test_a_small_file_makes_no_endless_schedule(tmp_path: Path) -> None:
    patterns = "".join(
        f"- {{days: Mon Tue Wed Thu Fri Sat Sun, time: '{hour:02}:{minute:02}'}}\n"
        for hour in range(6, 24)
        for minute in range(60)
    )
    path = tmp_path / "course.yml"
    path.write_text(f"timezone: UTC\nstart: 2022-01-01\nend: 2023-12-31\nmeetings:\n{patterns}")
    loaded = load_course(path, "course.yml")
    [problem] = loaded.problems
    assert problem.message == (
        "meetings: up to 793,800 meetings are in the term, more than 2,000; "
        "write fewer, or 'sessions: no' with those without any"
    )
    assert build_schedule(loaded.course, []).rows == ()


def test_a_course_that_meets_every_day_for_two_years_is_read(tmp_path: Path) -> None:
    path = tmp_path / "course.yml"
    days = "meetings: {days: Mon Tue Wed Thu Fri Sat Sun}"
    path.write_text(f"timezone: UTC\nstart: 2022-01-01\nend: 2023-12-31\n{days}\n")
    loaded = load_course(path, "course.yml")
    assert loaded.problems == ()
    assert len(build_schedule(loaded.course, []).rows) == 730


def test_of_many_unknown_names_the_first_hundred_are_compared_with_the_roster(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def nearest(name: str, known: list[str]) -> None:
        compared.append(name)

    monkeypatch.setattr("sphinx_seminar.plan.presenter_names.nearest", nearest)
    names = PresenterNames(roster=Roster((Student("Noor Haddad"),)))
    names.read(f"Student {number}" for number in range(1_000))
    assert len(compared) == 100
    assert names.faults("Student 999")


def test_of_more_than_a_hundred_namesakes_no_shorter_form_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def counted(written: str, full: str) -> bool:
        compared.append(full)
        return may_mean(written, full)

    monkeypatch.setattr("sphinx_seminar.model.roster.may_mean", counted)
    few = Roster(tuple(Student(f"Noor{number} Haddad") for number in range(100)))
    many = Roster((*few.students, Student("Ada Haddad")))
    assert few.find(Mention("Noor7 Haddad")).students == (few.students[7],)
    assert few.find(Mention("Haddad")).students == few.students
    assert len(compared) == 100
    assert many.find(Mention("Ada Haddad")).students == many.students[-1:]
    assert many.find(Mention("A. Haddad")).students == ()
    assert len(compared) == 100


def test_what_is_told_of_a_file_has_an_end() -> None:
    source = Source("signups.csv", 7)
    problems = [Problem("signups", f"wrong {number}", source) for number in range(5)]
    assert at_most(5, problems) == problems
    *first, last = at_most(3, problems)
    assert first == problems[:3]
    assert last.message == "2 more problems follow; they are shown once these are solved"
    assert last.source == Source("signups.csv")
