"""``sphinx-seminar check``, and a course that is moved to a new term."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from sphinx_seminar.cli import main
from sphinx_seminar.cli.check import check as run_check
from sphinx_seminar.cli.told_problem import ToldProblem, as_github

from ..conftest import CONF, Folder
from ..forked import run_forked
from ..presenting.seminar import DURING, site
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


def check(srcdir: Path, *more: str) -> tuple[int, str, str]:
    run = run_forked(main, ["check", str(srcdir), *more])
    return run.returncode, run.stdout, run.stderr


def test_it_prints_the_date_of_every_session_and_what_is_pinned(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    status, out, err = check(folder.srcdir)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Reading Machines, Spring 2022 · course.yml · 2022-01-24 to 2022-03-11",
        "   1  Mon 2022-01-24  13:00-16:00  One",
        "   2  Mon 2022-02-14  13:00-16:00  Two (pinned)",
        "      no date                      Some day (no date by its ':date:')",
        "pinned: session 'Two' (index.md:6), deadline 'Paper' (index.md:8)",
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


def test_what_a_terminal_would_carry_out_is_left_out_of_titles(folder: Folder) -> None:
    page = "# Page\n\n:::::{schedule}\n::::{session} One \x1b[31mred\n::::\n:::::\n"
    folder.write({"course.yml": COURSE, "index.md": page})
    _status, out, _err = check(folder.srcdir)
    assert "One [31mred\n" in out
    assert all(line.isprintable() for line in out.splitlines())


def test_what_is_pinned_takes_one_line_however_much_it_is(folder: Folder) -> None:
    days = [date(2022, 1, 26) + timedelta(days=number) for number in range(9)]
    sessions = "".join(
        f"::::{{session}} S{day.day}\n:date: {day}\n:time: 09:00\n::::\n" for day in days
    )
    listed = "\n  - {dates: [2022-02-10, 2022-02-11]}\nbreaks:"
    course = COURSE.replace("\nbreaks:", listed)
    page = f"# Page\n\n:::::{{schedule}}\n{sessions}:::::\n"
    folder.write({"course.yml": course, "index.md": page})
    _status, out, _err = check(folder.srcdir)
    (line,) = (line for line in out.splitlines() if "pinned:" in line)
    assert line.startswith("pinned: session 'S26' (index.md:4), ")
    assert line.endswith(" and 3 more; 2 listed dates")


SEVERAL = {
    **site(
        "roles: [Author, Reviewer]\ndue: 2022-01-30\neach_student: {at_least: 1}",
        "date,Author\n1/24,Noor Haddad\n2/6,Wei Lindqvist\n",
    ),
    "a,b.md": """\
---
orphan: yes
---
# Other: 100%

:::{session} Late
:date
:::

{session}`50%0A,: of it`
""",
}


def of_text(out: str) -> Iterator[tuple[str, int, str, str, bool]]:
    for line in out.splitlines():
        match = re.fullmatch(r"(.+?):(\d+): (WARNING|NOTE): (.*) \[(.+)\]", line)
        if match:
            yield match[1], int(match[2]), match[5], match[4], match[3] == "NOTE"


def of_json(out: str) -> Iterator[tuple[str, int, str, str, bool]]:
    for told in json.loads(out)["problems"]:
        assert list(told) == ["file", "line", "type", "message", "note"]
        yield tuple(told.values())


def of_github(out: str) -> Iterator[tuple[str, int, str, str, bool]]:
    def read(text: str) -> str:
        for mark, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            text = text.replace(mark, char)
        return text

    for line in out.splitlines():
        match = re.fullmatch(
            r"::(error|notice) file=([^,:]+),line=(\d+),title=([^,:]+)::(.*)", line
        )
        assert match, line
        file, kind, message = read(match[2]), read(match[4]), match[5]
        message = message.replace("%25", "%")
        yield file, int(match[3]), kind, message, match[1] == "notice"


def test_each_format_gives_the_same_problems(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(folder.srcdir)
    folder.write(SEVERAL)
    text = check(folder.srcdir)
    as_json = check(folder.srcdir, "--format", "json")
    github = check(folder.srcdir, "--format", "github")
    assert text[0] == as_json[0] == github[0] == 1
    told = list(of_text(text[1]))
    assert f"problems: {len(told)}" in text[1].splitlines()
    assert {kind for _, _, kind, _, _ in told} >= {
        "seminar.open",
        "seminar.link",
        "seminar.signups",
        "myst.directive_option",
    }
    assert {note for *_, note in told} == {True, False}
    assert {file for file, *_ in told} >= {"a,b.md", "signups.csv"}
    assert any("50%0A,: of it" in message for _, _, _, message, _ in told)
    assert told == list(of_json(as_json[1])) == list(of_github(github[1]))


def test_no_problem_is_none_in_each_format(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    assert check(folder.srcdir, "--format", "github") == (0, "", "")
    status, out, _err = check(folder.srcdir, "--format", "json")
    assert (status, json.loads(out)) == (0, {"problems": []})


def test_github_gets_paths_from_the_root_of_the_repository(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.srcdir.parent))
    folder.write({"course.yml": f"{COURSE}titel: x\n", "index.md": PAGE})
    _status, out, _err = check(folder.srcdir, "--format", "github")
    assert out.startswith(f"::error file={folder.srcdir.name}/course.yml,line=")


def test_a_message_cannot_end_its_workflow_command() -> None:
    problem = ToldProblem("a:b,c.md", 1, "seminar.date", "100%\r\n::error::no")
    (line,) = as_github([problem], Path("/site"))
    assert line == ("::error file=a%3Ab%2Cc.md,line=1,title=seminar.date::100%25%0D%0A::error::no")


def test_it_tells_of_courses_alone(folder: Folder) -> None:
    strange = "# Other\n\n[gone](gone.md)\n\n```{frobnicate}\n```\n\n### Deep\n"
    files = {"README.md": strange, "venv/lib/pkg/LICENSE.md": strange}
    folder.write({"course.yml": COURSE, "index.md": PAGE, **files})
    status, out, _err = check(folder.srcdir)
    assert (status, out.splitlines()[-1]) == (0, "no problems")


def test_what_keeps_a_session_from_being_read_is_told(folder: Folder) -> None:
    lost = ":::{sesion} Lost\n:::\n\n:::{session} Found\n:date\n:::\n"
    folder.write({"course.yml": COURSE, "index.md": f"# Page\n\n{lost}"})
    status, out, _err = check(folder.srcdir)
    assert status == 1
    assert "index.md:3: WARNING: Unknown directive type: 'sesion' [myst.directive_unknown]" in out
    assert re.search(r"index\.md:\d: WARNING: 'session': Invalid options format", out)
    assert out.splitlines()[-1] == "problems: 2"


def test_what_nobody_knows_is_told_where_one_of_ours_is_in_it(folder: Folder) -> None:
    folder.write(
        {
            "index.md": "# Page\n\n::::{frob} A\n:::{session} Lost\n:::\n::::\n\n```{frob}\n```\n",
            "other.rst": "Other\n=====\n\n.. frob:: A\n\n   .. session:: Lost\n\n.. frob:: B\n",
        }
    )
    status, out, _err = check(folder.srcdir)
    assert status == 1
    assert "index.md:3: WARNING: Unknown directive type: 'frob'" in out
    assert 'other.rst:4: WARNING: Unknown directive type "frob".' in out
    assert out.splitlines()[-1] == "problems: 2"


@pytest.mark.parametrize("type_shown", [True, False])
def test_what_conf_py_suppresses_is_not_told(folder: Folder, type_shown: bool) -> None:
    conf = f"{CONF}suppress_warnings = ['seminar.link']\nshow_warning_types = {type_shown}\n"
    page = "# Page\n\n{session}`gone` {nope}`x`\n\n{schedule}`x`\n"
    folder.write({"conf.py": conf, "course.yml": f"{COURSE}titel: x\n", "index.md": page})
    _status, out, _err = check(folder.srcdir)
    assert out.splitlines()[-1] == "problems: 1"
    assert "'titel' is not a key here" in out
    assert "[seminar.course]" in out


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
    assert ("pinned: " in out) == (pinned > 0)


def test_a_pinned_date_is_a_problem_when_the_term_is_moved(folder: Folder) -> None:
    folder.write({"course.yml": moved(COURSE, 52), "index.md": PAGE})
    site = folder.build()
    assert len(site.warnings) == 2
    assert all("is outside the term" in line for line in site.warnings)


def test_it_prints_open_slots_loads_and_rules_for_instructors(folder: Folder) -> None:
    sheet = "date,Author,Reviewer\n1/24,Noor Haddad,\n1/31,Noor Haddad,Wei Lindqvist\n"
    rules = "roles: [Author, Reviewer]\ndue: 2022-02-28\n"
    rules += "each_student: {at_least: 2, distinct_roles: yes}"
    folder.write(site(rules, sheet))
    status, out, _ = check(folder.srcdir)
    assert status == 1
    lines = out.splitlines()
    assert lines[4:] == [
        "pinned: 2 rows of signups.csv",
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


def test_it_counts_meetings_with_a_session_by_kind_and_names_kinds(folder: Folder) -> None:
    room = "  - {days: Mon, time: 13:00-16:00, where: Soda 405}\n"
    patterns = (
        "  - {days: Mon, time: 13:00-16:00, kind: Lecture}\n"
        "  - {days: Wed, time: 13:00-16:00, kind: Lab}\n"
        "kinds: {Lab: {number: yes}}\n"
    )
    page = PAGE.replace("One\n", "One\n:kind: Lab\n")
    folder.write({"course.yml": COURSE.replace(room, patterns), "index.md": page})
    _status, out, _err = check(folder.srcdir)
    assert out.splitlines()[1:5] == [
        "   1  Wed 2022-01-26  13:00-16:00  One (Lab 1)",
        "   2  Mon 2022-02-14  13:00-16:00  Two (pinned)",
        "      no date                      Some day (no date by its ':date:')",
        "meetings with a session: 1 of 6 Lecture, 1 of 7 Lab",
    ]


def test_a_fixed_event_follows_the_term_and_is_not_pinned(folder: Folder) -> None:
    page = PAGE.replace(":date: 2022-02-14", ":date: week 2 Fri\n:time: 9:00")
    folder.write(
        {"course.yml": COURSE, "index.md": page.replace(":when: 2022-02-11", ":when: class")}
    )
    _status, out, _err = check(folder.srcdir)
    assert out.splitlines()[2] == "   2  Fri 2022-02-04  09:00        Two (week 2 Fri)"
    assert "pinned:" not in out


def test_in_a_new_term_kinds_keep_their_numbers_and_their_own_days(folder: Folder) -> None:
    room = "  - {days: Mon, time: 13:00-16:00, where: Soda 405}\n"
    patterns = (
        "  - {days: Mon, time: 13:00-16:00, kind: Lecture}\n"
        "  - {days: Wed, time: 13:00-16:00, kind: Lab}\n"
        "kinds: {Lecture: {number: yes}, Lab: {number: yes}}\n"
    )
    page = PAGE.replace("One\n", "One\n:kind: Lab\n").replace(":date: 2022-02-14\n", "")
    course = COURSE.replace(room, patterns)
    for old, new in (("2022-01-24", "2023-01-23"), ("2022-03-11", "2023-03-10")):
        course = course.replace(old, new)
    folder.write({"course.yml": course.replace("2022-02-21", "2023-01-23"), "index.md": page})
    _status, out, _err = check(folder.srcdir)
    assert out.splitlines()[1:3] == [
        "   1  Wed 2023-01-25  13:00-16:00  One (Lab 1)",
        "   2  Mon 2023-01-30  13:00-16:00  Two (Lecture 1)",
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")
def test_output_that_finds_no_room_is_one_line(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})
    command = [sys.executable, "-m", "sphinx_seminar.cli", "check", str(folder.srcdir)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr == "sphinx-seminar: the output: No space left on device\n"


def test_no_room_for_temporary_files_is_one_line(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write({"course.yml": COURSE, "index.md": PAGE})

    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/tmp/scratch")

    monkeypatch.setattr("sphinx_seminar.cli.site.TemporaryDirectory", full)
    assert run_check(str(folder.srcdir)) == 2
    assert capsys.readouterr().err == (
        "sphinx-seminar check: /tmp/scratch: No space left on device\n"
    )


def test_a_broken_conf_py_is_one_line(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write({"conf.py": "1 / 0\n", "index.md": PAGE})
    assert run_check(str(folder.srcdir)) == 2
    told = capsys.readouterr().err
    assert told.endswith("configuration file: ZeroDivisionError: division by zero\n")
    assert told.count("\n") == 1
