"""``sphinx-seminar check``, and a course that is moved to a new term."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from ..conftest import CONF, Folder
from ..presenting.seminar import site
from ..samples import COURSE

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

PAGE = """
# Page

:::::{schedule}
::::{session} One
::::
::::{session} Two
:date: 2022-02-14
:::{deadline} Paper
:when: 2022-02-11
:::
::::
::::{session} Some day
:date: none
::::
:::::
"""


def check(srcdir: Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "sphinx_seminar.cli", "check", str(srcdir)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


def test_it_prints_the_date_of_every_session_and_what_is_pinned(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    status, out, err = check(folder.srcdir)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Reading Machines, Spring 2022 · course.yml · 2022-01-24 to 2022-03-11",
        "   1  Mon 2022-01-24  13:00-16:00  One",
        "   2  Mon 2022-02-14  13:00-16:00  Two (pinned)",
        "      no date                      Some day (no date by ':date: none')",
        "pinned:",
        "  index.md:6: session 'Two': ':date: 2022-02-14'",
        "  index.md:8: deadline 'Paper': 2022-02-11",
        "",
        "no problems",
    ]
    assert sorted(path.name for path in folder.srcdir.iterdir()) == [
        "conf.py",
        "course.yml",
        "index.md",
    ]


def test_it_prints_all_problems_and_fails(folder: Folder) -> None:
    course = COURSE.replace("end: 2022-03-11", "end: 2022-02-01\ntitel: x")
    folder.write({"course.yml": course, "index.md": PAGE})
    status, out, _err = check(folder.srcdir)
    assert status == 1
    for problem in (
        "course.yml:7: WARNING: 'titel' is not a key here",
        "index.md:6: WARNING: session 'Two': ':date: 2022-02-14' is outside the term",
        "index.md:8: WARNING: deadline 'Paper': 2022-02-11 is outside the term",
        "problems: 3",
    ):
        assert problem in out


@pytest.mark.parametrize("conf", [None, "extensions = []\n", "raise ValueError\n"])
def test_it_says_why_nothing_can_be_checked(tmp_path: Path, conf: str | None) -> None:
    if conf is not None:
        (tmp_path / "conf.py").write_text(conf)
    (tmp_path / "index.rst").write_text("Page\n====\n")
    status, out, err = check(tmp_path)
    assert (status, out) == (2, "")
    assert err.startswith("sphinx-seminar check: ")


def moved(text: str, weeks: int) -> str:
    def later(match: re.Match[str]) -> str:
        return str(date.fromisoformat(match[0]) + timedelta(weeks=weeks))

    return re.sub(r"\d{4}-\d\d-\d\d", later, text)


def moved_example(name: str, folder: Folder) -> int:
    """An example with the dates of its course.yml 52 weeks later; how many dates it pins."""
    shutil.copytree(EXAMPLES / name, folder.srcdir, dirs_exist_ok=True)
    folder.write({"conf.py": CONF})
    course = folder.srcdir / "course.yml"
    course.write_text(moved(course.read_text("utf-8"), 52), "utf-8")
    pages = [path.read_text("utf-8") for path in folder.srcdir.rglob("*.md")]
    pinned = re.compile(r"^:(?:date|when|moved-from):\s*\d{4}-", re.MULTILINE)
    return sum(len(pinned.findall(page)) for page in pages)


@pytest.mark.parametrize("name", ["mlsys-seminar", "ml-and-systems"])
def test_an_example_moved_by_52_weeks_has_a_problem_for_each_pinned_date_alone(
    name: str, folder: Folder
) -> None:
    pinned = moved_example(name, folder)
    assert len(folder.build().warnings) == pinned
    status, out, _err = check(folder.srcdir)
    assert status == (1 if pinned else 0)
    assert ("pinned: nothing" in out) == (pinned == 0)


def test_a_pinned_date_is_a_problem_when_the_term_is_moved(folder: Folder) -> None:
    folder.write({"course.yml": moved(COURSE, 52), "index.md": PAGE})
    site = folder.build()
    assert len(site.warnings) == 2
    assert all("is outside the term" in line for line in site.warnings)


def test_it_prints_open_slots_loads_and_rules_for_instructors(folder: Folder) -> None:
    sheet = "date,Author,Reviewer\n1/24,Noor Haddad,\n1/31,Noor Haddad,Wei Lindqvist\n"
    rules = "roles: [Author, Reviewer]\ndue: 2099-01-01\n"
    rules += "each_student: {at_least: 2, distinct_roles: yes}"
    folder.write(site(rules, sheet))
    status, out, _ = check(folder.srcdir)
    assert status == 1
    lines = out.splitlines()
    assert lines[4:] == [
        "pinned:",
        "  signups.csv:2: a row for 1/24",
        "  signups.csv:3: a row for 1/31",
        "open slots: 1",
        "  Mon 2022-01-24  Alpha: Reviewer",
        "students:",
        "  Noor Haddad     2  Author",
        "  Priya Okafor    0",
        "  Wei Lindqvist   1  Reviewer",
        "rules:",
        (
            "  signups.csv:3: Noor Haddad is Author twice: session 'Alpha' (signups.csv:2), "
            "session 'Beta' (signups.csv:3); take another role each time "
            "(each_student.distinct_roles)"
        ),
        (
            "  students.csv:3: Wei Lindqvist has 1 slot, at least 2 are asked for: session 'Beta' "
            "(signups.csv:3); sign up for 1 more (each_student.at_least)"
        ),
        (
            "  students.csv:4: Priya Okafor has no slots, at least 2 are asked for; sign up for 2 "
            "more (each_student.at_least)"
        ),
        "",
        (
            "signups.csv:3: WARNING: Noor Haddad is Author twice: session 'Alpha' (signups.csv:2), "
            "session 'Beta' (signups.csv:3); take another role each time "
            "(each_student.distinct_roles) [seminar.rules]"
        ),
        "problems: 1",
    ]


@pytest.mark.parametrize("example", ["mlsys-seminar", "ml-and-systems"])
def test_the_rules_hold_in_the_examples(example: str, folder: Folder) -> None:
    shutil.copytree(EXAMPLES / example, folder.srcdir, dirs_exist_ok=True)
    status, out, _ = check(folder.srcdir)
    assert status == 0
    assert "rules: all hold" in out.splitlines()
    assert "students:" in out.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_who_reads_the_first_line_alone_gets_no_traceback(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "sphinx_seminar.cli", "check", str(folder.srcdir)]
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (141, "")
