"""``sphinx-seminar check --sheet``: what another sheet would break, by the rules of the site."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.cli import main

from ..conftest import Folder
from ..forked import run_forked
from ..presenting.seminar import DURING, site

ROOT = Path(__file__).parents[2]
RULES = "roles: [Leader, Scribe]\neach_student: {at_most: 2, one_role_a_session: yes}"
SHEET = """\
session,Leader,Scribe
Alpha,Noor Haddad,Wei Lindqvist
Beta,Priya Okafor,
Gamma,Noor Haddad,Nobody Known
"""

Check = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def check(folder: Folder) -> Check:
    """Checks another sheet against a site that has one problem already."""
    folder.write(site(RULES, SHEET))
    other = folder.srcdir.parent / "other.csv"

    def run(sheet: str | bytes, *options: str) -> tuple[int, list[str], str]:
        other.write_bytes(sheet.encode() if isinstance(sheet, str) else sheet)
        return run_check(str(folder.srcdir), "--sheet", str(other), *options)

    return run


def run_check(*arguments: str) -> tuple[int, list[str], str]:
    environ = {"SOURCE_DATE_EPOCH": DURING, "GITHUB_WORKSPACE": ""}
    done = run_forked(main, ["check", *arguments], environ=environ)
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_what_changes_is_listed_and_what_was_wrong_before_is_not_held_against_it(
    check: Check,
) -> None:
    # A row above shifts the line of what is wrong already.
    status, out, err = check(
        SHEET.replace("Beta,Priya Okafor,", "\nBeta,Priya Okafor,Wei Lindqvist")
    )
    assert (status, err) == (0, "")
    assert out == [
        "signups.csv: 1 change",
        "  taken     Mon 2022-01-31  Beta: Scribe: Wei Lindqvist",
        "it breaks nothing that holds now",
    ]


def test_a_rule_that_it_breaks_is_told_with_the_line(check: Check) -> None:
    status, out, _ = check(SHEET.replace("Priya Okafor", "Noor Haddad"))
    assert status == 1
    assert out[:3] == [
        "signups.csv: 2 changes",
        "  given up  Mon 2022-01-31  Beta: Leader: Priya Okafor",
        "  taken     Mon 2022-01-31  Beta: Leader: Noor Haddad",
    ]
    assert out[3].startswith(
        "signups.csv:4: WARNING: Noor Haddad has 3 slots, at most 2 are allowed"
    )
    assert out[4:] == ["it breaks what holds now: 1"]


def test_a_name_that_the_roster_does_not_have_and_a_column_that_no_role_is_are_told(
    check: Check,
) -> None:
    sheet = SHEET.replace("Wei Lindqvist", "Mallory").replace("Scribe", "Scribbler")
    status, out, _ = check(sheet, "--format", "json")
    assert status == 1
    problems = json.loads("\n".join(out))["problems"]
    assert {problem["file"] for problem in problems} == {"signups.csv"}
    assert any("Scribbler" in problem["message"] for problem in problems)


def test_github_shows_it_at_the_line(check: Check) -> None:
    status, out, _ = check(SHEET.replace("Priya Okafor", "Noor Haddad"), "--format", "github")
    assert status == 1
    [line] = out
    assert line.startswith("::error file=signups.csv,line=4,title=seminar.rules::Noor Haddad has 3")


def test_a_slot_that_is_given_up_before_sign_ups_are_due_is_a_note(
    check: Check, folder: Folder
) -> None:
    rules = "roles: [Leader, Scribe]\neach_student: {at_least: 1}\ndue: 2022-02-20"
    folder.write(site(rules, SHEET))
    status, out, _ = check(SHEET.replace("Priya Okafor", ""))
    assert status == 0
    assert out[2].startswith("students.csv:4: NOTE: Priya Okafor has no slots")


def test_names_are_shown_as_far_as_the_course_allows(check: Check, folder: Folder) -> None:
    folder.write(site(f"{RULES}\nnames: hidden", SHEET))
    _, out, _ = check(SHEET.replace("Priya Okafor", "Noor Haddad"))
    assert out[1] == "  given up  Mon 2022-01-31  Beta: Leader"
    assert not any(name in line for line in out for name in ("Noor", "Priya", "Haddad"))


def test_what_a_terminal_would_carry_out_is_shown_and_no_more(check: Check) -> None:
    _, out, _ = check(SHEET.replace("Priya Okafor", "Priya \x1b[31mOkafor"))
    assert out[2] == r"  taken     Mon 2022-01-31  Beta: Leader: Priya \x1b[31mOkafor"
    assert all(line.isprintable() for line in out)


@pytest.mark.parametrize("sheet", [b"\x00\x01\x02", b"session\n" * 6000, b"", b"=cmd|x\n"])
def test_what_is_no_sheet_breaks_it_and_is_one_line(check: Check, sheet: bytes) -> None:
    status, out, _ = check(sheet)
    assert status == 1
    assert any(line.startswith("signups.csv:") and "WARNING" in line for line in out)
    assert len(out) < 12
    assert not any("given up" in line for line in out)  # nobody is known to have done so


def test_what_cannot_be_checked_is_refused(check: Check, folder: Folder) -> None:
    srcdir = str(folder.srcdir)
    status, _, err = run_check(srcdir, "--sheet", "nowhere.csv")
    assert status == 2
    assert "nowhere.csv: the file can't be read: " in err
    status, _, err = run_check(srcdir, "--course", ".")
    assert status == 2
    assert "--course goes with --sheet" in err
    folder.write(site(RULES))
    status, _, err = check(SHEET)
    assert status == 2
    assert "no course.yml of this site names a sheet" in err
    assert "course.yml names no sheet" in check(SHEET, "--course", ".")[2]


def test_the_hook_checks_a_site(folder: Folder) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command, *arguments = shlex.split(hook["entry"])
    assert (command, hook["language"]) == ("sphinx-seminar", "python")
    folder.write(site("roles: [Leader]\nnames: some"))
    done = run_forked(main, [*arguments, str(folder.srcdir)])
    assert done.returncode == 1
    assert "presenting.names: 'some' is not known here" in done.stdout


def test_the_action_reads_the_sheet_alone_of_a_pull_request() -> None:
    action = yaml.safe_load((ROOT / "check" / "action.yml").read_text("utf-8"))
    steps = action["runs"]["steps"]
    checkouts = [step for step in steps if "checkout" in step.get("uses", "")]
    assert [step["with"]["ref"] for step in checkouts] == [
        "${{ github.event.pull_request.base.ref }}"
    ]
    # What a pull request can choose is in no script: values come by the environment.
    assert not any("${{" in step.get("run", "") for step in steps)
    given = " ".join(str(step.get("env", "")) + str(step.get("with", "")) for step in steps)
    assert "head" not in given
    assert all(f"inputs.{name} }}}}" in given for name in action["inputs"])


@pytest.mark.parametrize("status", [0, 1, 2])
def test_the_action_tells_what_the_command_says_as_text(tmp_path: Path, status: int) -> None:
    said = "signups.csv: 1 change\n# [x](javascript:x) ```"
    command = tmp_path / "sphinx-seminar"
    command.write_text(f"#!/bin/sh\ncat <<'END'\n{said}\nEND\nexit {status}\n")
    command.chmod(0o755)
    environ = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "SITE": ".",
        "COURSE": "fall",
        "COMMENT": "no",
    }
    script = str(ROOT / "check" / "tell.sh")
    done = subprocess.run(["bash", script], env=environ, capture_output=True, check=False)
    assert done.returncode == status
    if status < 2:
        lines = (tmp_path / "summary").read_text().splitlines()
        assert lines[2:] == [f"    {line}" for line in said.splitlines()]
