"""``sphinx-seminar assign``, as an instructor runs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sphinx_seminar.cli import assign as command
from sphinx_seminar.cli import main

from ..conftest import Folder
from ..forked import run_forked

COURSE = """
title: Reading Machines
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-11
meetings:
  - {days: Mon, time: 13:00-16:00}
presenting:
  roles: [Author, Reviewer]
  each_student: {at_least: 2, distinct_roles: yes, one_role_a_session: yes}
  signups: signups.csv
  students: students.csv
"""
SESSIONS = "".join(f"::::{{session}} Topic {n}\n::::\n" for n in range(1, 5))
PAGE = f"# Page\n\n:::::{{schedule}}\n{SESSIONS}:::::\n"
SHEET = "\ufeffdate;Author;Reviewer;Remark\r\n" + "".join(
    f"{date};{author};;\r\n"
    for date, author in (
        ("1/24/2022", "Noor Haddad"),
        ("1/31/2022", ""),
        ("2/7/2022", "Wei Lindqvist"),
        ("2/14/2022", ""),
    )
)
ROSTER = """id,name,prefers,cannot
1,Noor Haddad,,
2,Wei Lindqvist,,2022-01-24
3,=Priya Okafor,Topic 4,
4,Ada Brook,,Tue
"""
BEFORE_THE_TERM = "1642000000"
AFTER_THE_FIRST = "1643500000"
LOOSE = COURSE.replace("at_least: 2, distinct_roles: yes", "distinct_roles: no")


def assign(folder: Path, *options: str, epoch: str = BEFORE_THE_TERM) -> tuple[int, str, str]:
    run = run_forked(main, ["assign", str(folder), *options], environ={"SOURCE_DATE_EPOCH": epoch})
    # A slow machine is told what is being done.
    err = [line for line in run.stderr.splitlines() if not line.endswith(" s)")]
    return run.returncode, run.stdout, "\n".join(err)


@pytest.fixture
def seminar(folder: Folder) -> Folder:
    folder.write({"course.yml": COURSE, "index.md": PAGE, "students.csv": ROSTER})
    folder.write({"signups.csv": SHEET.encode()})
    return folder


def test_it_prints_what_it_would_change_and_writes_nothing(seminar: Folder) -> None:
    status, out, err = assign(seminar.srcdir)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [line[:32] for line in lines[:2]] == [
        "+ Mon 2022-01-24  Topic 1, Revie",
        "+ Mon 2022-01-31  Topic 2, Autho",
    ]
    assert lines[-2:] == [
        "6 slots are given; each student has 2 in all",
        "nothing is written yet; add --write to do so",
    ]
    assert (seminar.srcdir / "signups.csv").read_bytes() == SHEET.encode()
    assert assign(seminar.srcdir)[1] == out


def test_what_it_writes_is_a_sheet_in_which_all_rules_hold(seminar: Folder) -> None:
    status, out, _err = assign(seminar.srcdir, "--write")
    assert status == 0
    assert out.endswith("written to signups.csv\n")
    written = (seminar.srcdir / "signups.csv").read_bytes().decode()
    assert written.startswith("\ufeffdate;Author;Reviewer;Remark\r\n1/24/2022;Noor Haddad;")
    assert written.count("'=Priya Okafor") == 2
    assert written.count("\r\n") == 5
    assert seminar.build().warnings == []
    again = assign(seminar.srcdir)
    assert again[:2] == (0, "no slot is given; each student has 2 in all\n")


def test_a_dropout_is_replaced_in_sessions_to_come_alone(seminar: Folder) -> None:
    status, out, _err = assign(
        seminar.srcdir, "--drop", "Noor", "Wei Lindqvist", epoch=AFTER_THE_FIRST
    )
    assert status == 1
    assert "no assignment fulfills all of this:" in out
    assert "(presenting.each_student.distinct_roles, course.yml:7)" in out
    assert "6 slots in 'Topic 2', 'Topic 3', 'Topic 4' want 6 people (signups.csv:3 to 5)" in out
    seminar.write({"course.yml": LOOSE})
    status, out, _err = assign(seminar.srcdir, "--drop", "Noor", "2", epoch=AFTER_THE_FIRST)
    assert status == 0
    assert "- Mon 2022-02-07  Topic 3, Author: Wei Lindqvist" in out
    assert "2022-01-24" not in out
    assert "+ Mon 2022-02-07  Topic 3, Author: " in out


def test_who_is_dropped_leaves_the_roster_too(seminar: Folder) -> None:
    seminar.write({"course.yml": LOOSE})
    status, out, err = assign(seminar.srcdir, "--drop", "Wei Lindqvist")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert "- students.csv:3: Wei Lindqvist" in lines
    assert lines[-1] == "nothing is written yet; add --write to do so"
    assert (seminar.srcdir / "students.csv").read_text() == ROSTER
    status, out, _err = assign(seminar.srcdir, "--drop", "Wei Lindqvist", "--write")
    assert out.endswith("written to signups.csv and students.csv\n")
    kept = ROSTER.replace("2,Wei Lindqvist,,2022-01-24\n", "")
    assert (seminar.srcdir / "students.csv").read_text() == kept
    assert seminar.build().warnings == []
    assert assign(seminar.srcdir)[:2] == (0, "no slot is given; each student has 2 to 3 in all\n")


def test_who_is_dropped_without_a_slot_leaves_the_roster(seminar: Folder) -> None:
    seminar.write({"course.yml": LOOSE})
    assign(seminar.srcdir, "--write", "--drop", "Ada")
    sheet = (seminar.srcdir / "signups.csv").read_bytes()
    seminar.write({"students.csv": f"{ROSTER}5,Jun Park,,"})
    _status, out, _err = assign(seminar.srcdir, "--write", "--drop", "Jun", "Ada")
    assert out.endswith("written to students.csv\n")
    left = ROSTER.replace("4,Ada Brook,,Tue\n", "").rstrip("\n")
    assert (seminar.srcdir / "students.csv").read_text() == left
    assert (seminar.srcdir / "signups.csv").read_bytes() == sheet


def test_who_is_dropped_and_presented_before_stays_in_the_roster(seminar: Folder) -> None:
    seminar.write({"course.yml": LOOSE})
    _status, out, err = assign(seminar.srcdir, "--drop", "Noor", "--write", epoch=AFTER_THE_FIRST)
    assert "students.csv:2: this line stays, as Noor Haddad has Mon 2022-01-24  Topic 1" in err
    assert "- students.csv" not in out
    assert (seminar.srcdir / "students.csv").read_text() == ROSTER
    assert seminar.build().warnings == []


def test_nothing_leaves_the_roster_where_there_is_no_solution(seminar: Folder) -> None:
    status, _out, _err = assign(seminar.srcdir, "--drop", "Noor", "Wei Lindqvist", "--write")
    assert status == 1
    assert (seminar.srcdir / "students.csv").read_text() == ROSTER


def test_a_conflict_of_many_slots_takes_a_few_lines(seminar: Folder) -> None:
    course = COURSE.replace("end: 2022-03-11", "end: 2022-08-29")
    course = course.replace("at_least: 2, distinct_roles: yes", "at_most: 6")
    sessions = "".join(f"::::{{session}} Topic {n}\n::::\n" for n in range(1, 31))
    sheet = "number,Author,Reviewer\n" + "".join(f"{n},,\n" for n in range(1, 31))
    page = f"# Page\n\n:::::{{schedule}}\n{sessions}:::::\n"
    seminar.write({"course.yml": course, "index.md": page, "signups.csv": sheet})
    status, out, _err = assign(seminar.srcdir)
    assert status == 1
    lines = out.splitlines()
    assert lines[0] == "no assignment fulfills all of this:"
    assert lines[1] == (
        "- 60 slots want 60 people (signups.csv:2 to 31), but all 4 students must have at most "
        "6 slots (presenting.each_student.at_most, course.yml:7): 60 are wanted, 24 can be had, "
        "36 too few"
    )
    assert lines[2] == "36 changes of rules and slots solve it, and fewer do not:"
    assert "course.yml:7" in lines[3]


def test_a_conflict_names_rules_and_slots_with_their_lines(seminar: Folder) -> None:
    seminar.write({"students.csv": ROSTER + "5,Jun Park,,\n"})
    status, out, _err = assign(seminar.srcdir)
    assert status == 1
    assert out.splitlines() == [
        "no assignment fulfills all of this:",
        (
            "- all 5 students must have at least 2 slots (presenting.each_student.at_least, "
            "course.yml:7), but 8 slots take 8 people (presenting.roles, course.yml:7): "
            "10 are wanted, 8 can be had, 2 too few"
        ),
        "2 changes of rules and slots solve it, and fewer do not:",
        out.splitlines()[-1],
    ]
    assert out.splitlines()[-1].startswith("- one more place for ")
    assert (seminar.srcdir / "signups.csv").read_bytes() == SHEET.encode()


def test_who_is_not_in_the_roster_is_told(seminar: Folder) -> None:
    seminar.write({"signups.csv": SHEET.replace("Wei Lindqvist", "Zoe Quist").encode()})
    _status, _out, err = assign(seminar.srcdir)
    assert "signups.csv:4: Zoe Quist has Mon 2022-02-07  Topic 3, Author, and is not in the" in err


@pytest.mark.parametrize(
    ("change", "options", "told"),
    [
        (("  signups: signups.csv\n", ""), (), "course.yml names no sheet"),
        (("  students: students.csv\n", ""), (), "course.yml names no roster"),
        (("", ""), ("--drop", "Noor Hadad"), "did you mean 'Noor Haddad'?"),
        (("", ""), ("--course", "fall"), "no course.yml is in 'fall'"),
        (("end: 2022", "end: 2020"), (), "course.yml has problems"),
        (("at_least: 2", "at_least: 0"), (), "course.yml:9: WARNING: presenting.each_student"),
    ],
)
def test_it_says_why_nothing_can_be_assigned(
    seminar: Folder, change: tuple[str, str], options: tuple[str, ...], told: str
) -> None:
    seminar.write({"course.yml": COURSE.replace(*change) if change[0] else COURSE})
    status, out, err = assign(seminar.srcdir, *options)
    assert (status, out) == (2, "")
    assert told in err


def test_a_wish_that_means_nothing_is_told(seminar: Folder) -> None:
    seminar.write({"students.csv": ROSTER.replace("Topic 4", "Authr").replace("Tue", "Someday")})
    status, _out, err = assign(seminar.srcdir)
    assert status == 2
    assert "students.csv:4: prefers: 'Authr' is no presenting role and no session; did you" in err
    assert "students.csv:5: cannot: 'Someday' is no date, no day of the week" in err


def test_without_the_solver_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    assert main(["assign", "."]) == 2
    assert capsys.readouterr().err == (
        "sphinx-seminar assign: OR-Tools, which solves this, is not installed; "
        "run: pip install 'sphinx-seminar[assign]'\n"
    )


def test_one_of_several_courses_is_named_and_its_sheet_alone_is_written(folder: Folder) -> None:
    page = "# Site\n\n:::{toctree}\nfall/index\nspring/index\n:::\n"
    files: dict[str, str | bytes] = {"index.md": page}
    for term in ("fall", "spring"):
        own = {"course.yml": COURSE, "index.md": PAGE, "students.csv": ROSTER}
        files |= {f"{term}/{name}": content for name, content in own.items()}
        files[f"{term}/signups.csv"] = SHEET.encode()
    folder.write(files)
    status, out, err = assign(folder.srcdir)
    assert (status, out) == (2, "")
    assert err.endswith("several courses have a sheet; name one with --course: fall, spring")
    status, out, err = assign(folder.srcdir, "--course", "sprnig")
    assert (status, out) == (2, "")
    assert "did you mean 'spring'?" in err
    status, out, err = assign(folder.srcdir, "--course", "spring", "--write")
    assert status == 0
    assert out.endswith("written to spring/signups.csv\n")
    assert (folder.srcdir / "fall/signups.csv").read_bytes() == SHEET.encode()
    assert (folder.srcdir / "spring/signups.csv").read_bytes() != SHEET.encode()


@pytest.mark.parametrize("seed", ["-1", "x", str(2**31)])
def test_a_seed_that_the_solver_cannot_take_is_refused(seed: str, seminar: Folder) -> None:
    status, out, err = assign(seminar.srcdir, f"--seed={seed}")
    assert (status, out) == (2, "")
    assert "is no whole number from 0 to 2147483647" in err
    assert repr(seed) in err


@pytest.mark.parametrize(
    ("step", "name"),
    [("load_site", "signups.csv"), ("_solved", "signups.csv"), ("_solved", "students.csv")],
)
def test_a_file_that_is_edited_while_it_runs_is_left(
    step: str, name: str, seminar: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = getattr(command, step)
    path = seminar.srcdir / name

    def edited(*arguments: object) -> object:
        result = original(*arguments)
        path.write_bytes(path.read_bytes().replace(b"Wei", b"Mei"))
        return result

    seminar.write({"course.yml": LOOSE})
    monkeypatch.setattr(command, step, edited)
    before = {
        file: (seminar.srcdir / file).read_bytes() for file in ("signups.csv", "students.csv")
    }
    status, _out, err = assign(seminar.srcdir, "--drop", "Noor Haddad", "--write")
    assert status == 2
    assert err.endswith(
        f"sphinx-seminar assign: {name} has changed since it was read; run this again"
    )
    after = {file: (seminar.srcdir / file).read_bytes() for file in ("signups.csv", "students.csv")}
    assert after == before | {name: before[name].replace(b"Wei", b"Mei")}
    assert sorted(seminar.srcdir.glob(".*.new")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_sheet_behind_a_link_is_written_where_it_is(seminar: Folder) -> None:
    sheet = seminar.srcdir / "signups.csv"
    real = sheet.rename(seminar.srcdir / "shared.csv")
    real.chmod(0o640)
    sheet.symlink_to("shared.csv")
    assert assign(seminar.srcdir, "--write")[0] == 0
    assert sheet.is_symlink()
    assert real.read_bytes().count(b"Noor Haddad") == 2
    assert real.stat().st_mode & 0o777 == 0o640
