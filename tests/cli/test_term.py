"""``sphinx-seminar term``: a course in its next term."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from sphinx_seminar.assign.replaced_files import NewContent, NotReplaced
from sphinx_seminar.cli import main
from sphinx_seminar.cli.copied_course import copy_files, whole_copy

from ..conftest import CONF, Folder
from ..forked import run_forked

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
COURSE = """
# The facts, with remarks that stay.
title: Reading Machines
term: Spring 2022   # its name
timezone: America/Los_Angeles
start: 2022-01-24
end: "2022-03-11"   # a Friday
meetings:
  - {days: Mon, time: 13:00-16:00}
breaks: [{date: 2022-02-21, title: Since 2022-01-01}]
presenting:
  roles: [Author, Reviewer]
  due: 2022-01-28
  signups: signups.csv
  students: students.csv
"""
PAGE = """
# Page

:::::{schedule}
::::{session} One
:::{presenters}
:::
::::
::::{session} Two
:status: cancelled
::::
::::{session} Three
:date: 2022-02-14
:recording: https://video.example/3
:slides: https://slides.example/3
::::
:::::

::::{announcements}
:::{announcement} Welcome
:date: 2022-01-20

Come in.
:::
::::
"""
SHEET = (
    "date;Author;Reviewer;Remark\r\n1/24;Noor Haddad;;old\r\n2/14;;Wei Lindqvist;\r\n2/21;;;\r\n"
)
ROSTER = "id,name\n1,Noor Haddad\n2,Wei Lindqvist\n"
AFTER = "1650000000"  # 2022-04-15

Term = Callable[..., tuple[int, str, str]]


@pytest.fixture
def term(monkeypatch: pytest.MonkeyPatch, folder: Folder) -> Term:
    """Runs the command in the folder of the site; what follows a pipe is its standard input."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)

    def run(*arguments: str, pipe: str = "") -> tuple[int, str, str]:
        done = run_forked(main, ["term", *arguments], cwd=folder.srcdir, pipe=pipe)
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.fixture
def seminar(folder: Folder) -> Folder:
    files = {"course.yml": COURSE, "index.md": PAGE, "students.csv": ROSTER}
    folder.write({**files, "signups.csv": SHEET.encode()})
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "_build" not in path.parts
    }


def test_dates_are_changed_where_they_stand_and_all_else_stays(term: Term, seminar: Folder) -> None:
    status, out, err = term("--start", "2023-01-23", "--end", "2023-03-10", "--yes")
    assert (status, err) == (1, "")
    course = (seminar.srcdir / "course.yml").read_text("utf-8")
    assert course == COURSE.lstrip("\n").replace("Spring 2022", "Spring 2023").replace(
        "2022-01-24", "2023-01-23"
    ).replace("2022-03-11", "2023-03-10").replace("2022-02-21", "2023-02-20").replace(
        "2022-01-28", "2023-01-27"
    )
    assert (seminar.srcdir / "signups.csv").read_bytes() == (
        b"date;Author;Reviewer;Remark\r\n1/23;;;old\r\n2/14;;;\r\n2/20;;;\r\n"
    )
    assert (seminar.srcdir / "students.csv").read_text() == "id,name\n"
    assert out.splitlines() == [
        "Reading Machines, Spring 2023: 2023-01-23 to 2023-03-10, 52 weeks later",
        "changed: course.yml, signups.csv, students.csv",
        "moved with the term, so look whether they are right: breaks, presenting in course.yml",
        "not emptied, as they are no roles: the columns Remark of the sheet",
        "pinned: session 'Three' (index.md:11)",
        "left from the old term: cancelled session 'Two' (index.md:8)",
        "recordings of the old term: of 'Three' (index.md:13)",
        (
            "index.md:11: WARNING: session 'Three': ':date: 2022-02-14' is outside the term "
            "(2023-01-23 to 2023-03-10); write a date within it, or correct start and end in "
            "course.yml [seminar.date]"
        ),
        (
            "index.md:19: NOTE: announcement 'Welcome': 2022-01-20 is far outside the term "
            "(2023-01-23 to 2023-03-10); take it out, or write a date of this term [seminar.stale]"
        ),
    ]


def test_what_it_says_of_the_new_term_is_what_a_build_says(
    term: Term, seminar: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = term("--yes")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1674500000")  # on its first day
    told = [line for line in out.splitlines() if "WARNING" in line or "NOTE" in line]
    assert told
    assert [re.sub(r" \[[\w.]+\]$", "", line) for line in told] == [
        re.sub(r" \[[\w.]+\]$", "", line) for line in seminar.build().warnings
    ]


def test_a_dry_run_shows_the_difference_and_changes_nothing(term: Term, seminar: Folder) -> None:
    before = contents(seminar.srcdir)
    _, out, _ = term("--yes", "--dry-run")
    assert contents(seminar.srcdir) == before
    lines = out.splitlines()
    assert lines[:2] == ["--- a/course.yml", "+++ b/course.yml"]
    assert "-start: 2022-01-24" in lines
    assert "+start: 2023-01-23" in lines
    assert "-1,Noor Haddad" in lines
    assert lines[-1] == "nothing is changed yet; take --dry-run out to do so"


def test_a_name_of_which_nothing_follows_is_asked_for(term: Term, seminar: Folder) -> None:
    seminar.write({"course.yml": COURSE.replace("Spring 2022 ", "Edition 7 ")})
    before = contents(seminar.srcdir)
    status, _, err = term("--yes")
    assert (status, contents(seminar.srcdir)) == (2, before)
    assert "--term is needed, as none can be proposed" in err
    status, out, _ = term(pipe="\n\n\nEdition 8\n")
    assert out.count("Name of the term: ") == 2
    assert "term: Edition 8   # its name" in (seminar.srcdir / "course.yml").read_text("utf-8")


def test_it_asks_for_the_days_and_the_name(term: Term, seminar: Folder) -> None:
    _, out, err = term(pipe="2022-08-32\n2022-08-22\n\nAutumn '22\n")
    assert err == "'2022-08-32' is not in the calendar; check month and day\n"
    prompts = re.findall(r"[A-Z][^\[\]\n]+ \[[^]]*\](?=: )", out)
    assert prompts[1:] == [
        "First day of the term [2023-01-23]",
        "Last day of the term [2022-10-07]",
        "Name of the term [Fall 2022]",
    ]
    assert "term: Autumn '22   # its name\n" in (seminar.srcdir / "course.yml").read_text("utf-8")


def test_names_stay_where_the_sheet_is_of_the_new_term_already(term: Term, seminar: Folder) -> None:
    _, out, _ = term("--yes", "--keep-names")
    assert (seminar.srcdir / "signups.csv").read_bytes() == (
        b"date;Author;Reviewer;Remark\r\n1/23;Noor Haddad;;old\r\n2/14;;Wei Lindqvist;\r\n"
        b"2/20;;;\r\n"
    )
    assert (seminar.srcdir / "students.csv").read_text() == ROSTER
    assert "changed: course.yml, signups.csv\n" in out


@pytest.mark.parametrize(
    ("sheet", "moved"),
    [
        ("id,Author\none,Noor Haddad\nthree,\n", "id,Author\none,\nthree,\n"),
        ("number,Author\n1,Noor Haddad\n", "number,Author\n1,\n"),
        (
            "session,role,name\n2022-01-24,Author,Noor Haddad\none,Reviewer,Wei Lindqvist\n",
            "session,role,name\n2023-01-23,Author,\none,Reviewer,\n",
        ),
        (
            'when,paper,Author\n"Mon, Jan 24",A,"Haddad, Noor"\n,B,Wei Lindqvist\n',
            'when,paper,Author\n"Mon, Jan 23",A,""\n,B,\n',
        ),
    ],
)
def test_a_sheet_keeps_its_form_and_nobody_is_in_it(
    term: Term, seminar: Folder, sheet: str, moved: str
) -> None:
    seminar.write({"signups.csv": sheet.encode()})
    term("--yes")
    assert (seminar.srcdir / "signups.csv").read_text() == moved


def test_rows_follow_their_session_where_breaks_are_on_other_days(
    term: Term, seminar: Folder
) -> None:
    page = "# Page\n\n:::::{schedule}\n" + "".join(
        f"::::{{session}} S{number}\n::::\n" for number in range(1, 6)
    )
    seminar.write({"index.md": f"{page}:::::\n", "signups.csv": b"date,Author\n2/28,\n"})
    # The term begins with a holiday of its own, so all sessions are a week later than 52 weeks.
    seminar.write({"course.yml": COURSE.replace("breaks: [", "breaks: [{date: 2022-02-07}, ")})
    assert "S4" in seminar.build().text("index.html")
    term("--start", "2023-01-17", "--end", "2023-03-24", "--yes")
    # The break of February 7 is on January 30 now, that of February 21 on February 13.
    assert (seminar.srcdir / "signups.csv").read_text() == "date,Author\n2/27,\n"


def moved(text: str, weeks: int) -> str:
    def later(match: re.Match[str]) -> str:
        return str(date.fromisoformat(match[0]) + timedelta(weeks=weeks))

    return re.sub(r"\d{4}-\d\d-\d\d", later, text)


NAMES = {
    ("mlsys-seminar", 26): "Fall 2022",
    ("mlsys-seminar", 52): "Spring 2023",
    ("ml-and-systems", 26): "Spring 2022",
    ("ml-and-systems", 52): "Fall 2022",
}


@pytest.mark.parametrize("weeks", [26, 52])
@pytest.mark.parametrize("name", ["mlsys-seminar", "ml-and-systems"])
def test_an_example_moves_to_another_term_and_back(
    name: str, weeks: int, term: Term, folder: Folder
) -> None:
    shutil.copytree(EXAMPLES / name, folder.srcdir, dirs_exist_ok=True)
    folder.write({"conf.py": CONF})
    before = contents(folder.srcdir)
    course = before["course.yml"].decode()
    start, end = (re.search(rf"^{key}: (.*)$", course, re.MULTILINE) for key in ("start", "end"))
    assert start
    assert end
    status, out, err = term(
        *("--start", moved(start[1], weeks), "--end", moved(end[1], weeks), "--yes"), "--keep-names"
    )
    assert err == ""
    there = (folder.srcdir / "course.yml").read_text("utf-8")
    name_then = NAMES[name, weeks]
    assert there == re.sub(r"(?m)^term: .*$", f"term: {name_then}", moved(course, weeks))
    assert (status == 1) == bool(folder.build().warnings)
    assert f", {weeks} weeks later\n" in out
    status, out, _ = term("--start", start[1], "--end", end[1], "--yes", "--keep-names")
    assert (status, f", {weeks} weeks earlier\n" in out) == (0, True)
    assert contents(folder.srcdir) == before


TWO = {
    "index.md": "# Site\n\n:::{courses}\n:::\n\n:::{toctree}\nfall/index\n:::\n",
    "fall/course.yml": COURSE,
    "fall/index.md": PAGE.replace(":date: 2022-02-14\n", "").replace("cancelled", "confirmed"),
    "fall/notes.md": "---\norphan: true\n---\n# Notes\n",
    "fall/signups.csv": SHEET.replace("2/14", "2/7"),
    "fall/students.csv": ROSTER,
}


def test_the_old_term_stays_and_the_new_one_is_in_a_folder_of_its_own(
    term: Term, folder: Folder
) -> None:
    files = {name: text.replace(":status: confirmed\n", "") for name, text in TWO.items()}
    folder.write(files)
    before = contents(folder.srcdir)
    status, out, err = term("--into", "next/spring", "--yes")
    assert (status, err) == (0, "")
    after = contents(folder.srcdir)
    assert {name: text for name, text in after.items() if not name.startswith("next/")} == before
    assert {name for name in after if name.startswith("next/")} == {
        f"next/spring/{name}"
        for name in ("course.yml", "index.md", "notes.md", "signups.csv", "students.csv")
    }
    assert "changed: next/spring/course.yml, next/spring/signups.csv, next/" in out
    assert "the old term stays in fall, and the new one is in next/spring (5 files)\n" in out
    assert "next/spring/index.md:17: NOTE: announcement 'Welcome'" in out
    assert "name next/spring/index in the {toctree} of a page; " in out
    folder.write({"index.md": files["index.md"].replace("fall/", "next/spring/index\nfall/")})
    site = folder.build()
    [note] = [line for line in site.warnings if "fall/" not in line]
    assert note.startswith("next/spring/index.md:17: NOTE: announcement 'Welcome'")
    cards = [card["href"] for card in site.page().select(".seminar-card a")]
    assert cards == ["next/spring/index.html", "fall/index.html"]


def test_the_old_term_goes_to_an_archive_and_the_new_one_takes_its_place(
    term: Term, seminar: Folder
) -> None:
    seminar.write({"README.md": "# Not of the site\n", "requirements.txt": "furo\n"})
    seminar.write({"conf.py": f'{CONF}exclude_patterns = ["README.md"]\n'})
    page = PAGE.replace(":date: 2022-02-14\n", "")
    seminar.write({"index.md": page, "signups.csv": SHEET.replace("2/14", "2/7")})
    before = contents(seminar.srcdir)
    _, out, _ = term("--archive", "2022", "--yes")
    after = contents(seminar.srcdir)
    names = {"course.yml", "index.md", "signups.csv", "students.csv"}
    assert {name for name in after if name.startswith("2022/")} == {f"2022/{n}" for n in names}
    assert all(after[f"2022/{name}"] == before[name] for name in names)
    assert after["course.yml"] != before["course.yml"]
    assert (
        "the old term is in 2022 now (4 files), and the new one in the front of the site\n" in out
    )
    page += "\n:::{toctree}\n:hidden:\n\n2022/index\n:::\n\n:::{courses}\n:::\n"
    seminar.write({"index.md": page})
    site = seminar.build()
    [note] = [line for line in site.warnings if not line.startswith("2022/")]
    assert "NOTE: announcement 'Welcome': 2022-01-20 is far outside the term" in note
    assert site.page("2022/index.html").select("tr.seminar-session")[0]["data-date"] == "2022-01-24"
    assert site.page().select("tr.seminar-session")[0]["data-date"] == "2023-01-23"


def test_files_that_the_course_names_are_copied_wherever_they_are(
    term: Term, seminar: Folder
) -> None:
    course = COURSE.replace("signups.csv", "_data/signups.csv").replace(
        "students: students.csv", "students: private/students.csv"
    )
    course += "staff: [{name: Ada Brook, photo: _data/ada.png}]\n"
    picture = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    for name in ("signups.csv", "students.csv"):
        (seminar.srcdir / name).unlink()
    seminar.write({"_data/signups.csv": SHEET, "_data/ada.png": picture, "course.yml": course})
    seminar.write({"private/students.csv": ROSTER, "_data/old.csv": "x\n", "drafts/a.md": "# A\n"})
    seminar.write({"conf.py": f'{CONF}exclude_patterns = ["private", "drafts"]\n'})
    seminar.write({"_build/a.html": "x"})
    _, out, err = term("--into", "2023", "--yes")
    assert err == ""
    after = contents(seminar.srcdir)
    named = {"_data/signups.csv", "_data/ada.png", "private/students.csv"}
    assert {name.removeprefix("2023/") for name in after if name.startswith("2023/")} == {
        *("course.yml", "index.md"),
        *named,
    }
    assert after["2023/_data/ada.png"] == picture
    assert b"Noor" not in after["2023/_data/signups.csv"]
    assert "not copied: _data/old.csv, drafts/\n" in out


def test_places_are_those_of_the_new_term_and_titles_are_as_they_are(
    term: Term, seminar: Folder
) -> None:
    seminar.write({"index.md": PAGE.replace("{session} Three", "{session} Three (part 1)")})
    _, out, _ = term("--into", "2023", "--yes")
    assert "pinned: session 'Three (part 1)' (2023/index.md:11)\n" in out


@pytest.mark.parametrize("option", ["--into", "--archive"])
def test_a_copy_is_taken_away_where_the_new_term_cannot_be_written(
    tmp_path: Path, option: str
) -> None:
    course, sheet = tmp_path / "course.yml", tmp_path / "signups.csv"
    course.write_bytes(b"old")
    sheet.write_bytes(b"old")
    files = {path: NewContent(b"old", b"new") for path in (course, sheet)}
    originals = files if option == "--archive" else {}

    def fill(place: Path) -> None:
        copy_files(tmp_path, place, ["course.yml", "signups.csv"])
        raise NotReplaced("signups.csv can't be written: No space left on device")

    with (
        pytest.raises(NotReplaced, match=r"device$"),
        whole_copy(tmp_path, "terms/2023", originals) as place,
    ):
        fill(place)
    assert not (tmp_path / "terms").exists()
    course.write_bytes(b"new")  # as if its move had worked
    kept = r"; the old term is in terms/2023 now$" if option == "--archive" else r"device$"
    with (
        pytest.raises(NotReplaced, match=kept),
        whole_copy(tmp_path, "terms/2023", originals) as place,
    ):
        fill(place)
    assert (tmp_path / "terms" / "2023").exists() == (option == "--archive")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--start", "soon"), "--start: 'soon' is not a date"),
        (("--start", "2023-01-23", "--end", "2022-01-24"), "the term ends on 2022-01-24, before"),
        (("--course", "falls"), "no course.yml is in 'falls'"),
        (("--into", "../out"), "'../out' is not in the folder of the site"),
        (("--archive", "."), "'.' is not in the folder of the site"),
        (("--into", "_new"), "'_new' begins with a dot or a line"),
        (("--into", "there"), "there is there already, and nothing is overwritten"),
        (("--into", "a", "--archive", "b"), "--into keeps the old term where it is"),
        (("--end", "2040-01-01"), "course.yml does not fit that term: end: 2040-01-01 is more"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_changed(
    term: Term, seminar: Folder, options: tuple[str, ...], told: str
) -> None:
    seminar.write({"there/page.md": "---\norphan: true\n---\n# P\n"})
    before = contents(seminar.srcdir)
    status, out, err = term(*options, "--yes")
    assert (status, out) == (2, "")
    assert err.startswith("sphinx-seminar term: ")
    assert told in err
    assert contents(seminar.srcdir) == before


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"course.yml": COURSE.replace("start:", "strat:")}, "course.yml has problems; run"),
        ({"course.yml": "title: A\n"}, "course.yml has no start and end; write them there"),
        ({"a/course.yml": COURSE}, "several courses are in this site; name one with --course: "),
    ],
)
def test_a_course_that_cannot_be_moved_is_told(
    term: Term, seminar: Folder, files: dict[str, str], told: str
) -> None:
    seminar.write(files)
    status, out, err = term("--yes")
    assert (status, out) == (2, "")
    assert told in err


def test_listed_dates_move_by_whole_weeks(term: Term, folder: Folder) -> None:
    course = (
        "timezone: Europe/Berlin\r\n"
        "meetings: {dates: '2022-02-04, 2022-02-05', time: 9-17}  # a block\r\n"
    )
    folder.write({"course.yml": course.encode(), "index.md": "# P\n\n:::{schedule}\n:::\n"})
    status, out, _ = term("--start", "2023-02-01", "--term", "Block", "--yes")
    assert status == 0
    assert (folder.srcdir / "course.yml").read_bytes().decode() == (
        "term: Block\n"
        + course.replace("2022-02-04", "2023-02-03").replace("2022-02-05", "2023-02-04")
    )
    assert "course.yml: 2023-02-03 to 2023-02-04" not in out
    assert "Block: 2023-02-03 to 2023-02-04, 52 weeks later\n" in out
