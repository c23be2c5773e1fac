"""``sphinx-seminar init``: a course that builds at once."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import yaml
from sphinx.errors import ExtensionError

import sphinx_seminar
from sphinx_seminar.cli import main
from sphinx_seminar.cli.scaffold import new_files
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.model.course import Course, Term

from ..conftest import Folder, words
from ..docs.pages import code

NOVEMBER = "1922000000"  # 2030-11-27, a Wednesday
OPTIONS = (
    *("--title", "Coasts", "--start", "2030-09-03", "--end", "2030-12-12", "--days", "tue, thu"),
    *("--time", "9:30-10:45", "--zone", "America/New_York"),
)
ROLES = ("--roles", "Leader, Scribe")
HOUSEKEEPING = {
    "requirements.txt",
    ".gitignore",
    ".readthedocs.yaml",
    ".github/workflows/site.yml",
    ".github/workflows/daily.yml",
}

Init = Callable[..., tuple[int, str, str]]


@pytest.fixture
def init(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Init:
    """Runs the command; what follows a pipe is its standard input."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOVEMBER)
    monkeypatch.setenv("TZ", "Europe/Paris")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, pipe: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(pipe))
        status = main(["init", *arguments])
        return (status, *capsys.readouterr())

    return run


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "zone",
    ["America/Los_Angeles", "America/St_Johns", "Europe/Paris", "Asia/Kolkata", "Asia/Tokyo"],
)
def test_its_workflows_build_when_the_day_of_the_course_has_begun(zone: str) -> None:
    course = Course(term=Term(date(2030, 9, 3), date(2030, 12, 12)), zone=ZoneInfo(zone))
    written = {file.path: file.content for file in new_files(course, b"")}
    for name in ("site", "daily"):
        workflow = yaml.safe_load(written[f".github/workflows/{name}.yml"])
        minute, hour, *days = workflow[True]["schedule"][0]["cron"].split()
        assert days == ["*"] * 3
        for month in (1, 7):
            at = datetime(2030, month, 1, int(hour), int(minute), tzinfo=UTC)
            assert at.astimezone(course.zone).hour < 2


def test_it_writes_a_course_that_builds_without_a_warning(init: Init, folder: Folder) -> None:
    (folder.srcdir / "conf.py").unlink()
    status, out, err = init(str(folder.srcdir), *OPTIONS, *ROLES, "--yes")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Coasts: 30 sessions, 2030-09-03 to 2030-12-12"
    assert files_of(folder.srcdir) == {
        *("conf.py", "course.yml", "index.md", "schedule.md", "presenting.md"),
        *("signups.csv", "students.csv", *HOUSEKEEPING),
    }
    site = folder.build()
    # The command has looked at the course in this process, which leaves its nodes registered.
    assert [line for line in site.warnings if "is already registered" not in line] == []
    assert site.page().h1
    assert words(site.one("h1")) == "Coasts¶"
    rows = site.page("schedule.html").select("tr.seminar-session")
    assert [rows[0]["data-date"], rows[-1]["data-date"]] == ["2030-09-03", "2030-12-12"]
    assert len(rows) == 30
    assert len(site.page("presenting.html").select(".seminar-open")) == 60
    assert site.app.config.html_theme == "furo"
    assert site.one("head > title", "presenting.html").text == "Presenting - Coasts"


def test_a_course_without_roles_has_no_sheet(init: Init, folder: Folder) -> None:
    (folder.srcdir / "conf.py").unlink()
    assert init(str(folder.srcdir), *OPTIONS, "--yes")[0] == 0
    assert files_of(folder.srcdir) == {
        *("conf.py", "course.yml", "index.md", "schedule.md", *HOUSEKEEPING)
    }
    assert folder.build().warnings == []
    assert "presenting" not in (folder.srcdir / "index.md").read_text("utf-8")


def test_it_asks_for_what_no_option_says_and_asks_again(init: Init, tmp_path: Path) -> None:
    answers = "Tides\n2030-09-31\n2030-09-02\n\nMondag\nMon\n9-11am\nBerlin\n\nSpeaker\n"
    status, out, err = init("new", pipe=answers)
    assert status == 0
    assert re.findall(r"[A-Z][^\[\]\n]+ \[[^]]*\](?=: )", out) == [
        "Title [New]",
        "First day of the term [2030-12-02]",
        "First day of the term [2030-12-02]",
        "Last day of the term [2030-12-13]",
        "Days of the week, such as Tue Thu [Mon]",
        "Days of the week, such as Tue Thu [Mon]",
        "Time, such as 9:30-10:45 [none]",
        "Time zone of the classroom [Europe/Paris]",
        "Time zone of the classroom [Europe/Paris]",
        "Presenting roles, such as Leader, Scribe [none]",
    ]
    assert err.splitlines() == [
        "'2030-09-31' is not in the calendar; check month and day",
        "'Mondag' is not a day; write Mon Tue Wed Thu Fri Sat Sun",
        "'Berlin' is not a time zone; did you mean 'Europe/Berlin'?",
    ]
    course = load_course(tmp_path / "new" / "course.yml", "course.yml")
    assert course.problems == ()
    assert course.course.title == "Tides"
    assert str(course.course.zone) == "Europe/Paris"
    assert [role.name for role in course.course.presenting.roles] == ["Speaker"]


def test_where_the_input_ends_what_is_proposed_is_taken(init: Init, tmp_path: Path) -> None:
    status, out, _ = init("sea-level_rise", pipe="")
    assert status == 0
    assert "Sea level rise: 15 sessions, 2030-12-02 to 2031-03-14" in out
    status, _, err = init("other", "--end", "2031-01-30", pipe="Title\nsoon\n")
    assert (status, (tmp_path / "other").exists()) == (2, False)
    assert err.endswith(
        "First day of the term: 'soon' is not a date; write year-month-day, such as 2022-01-24\n"
    )


@pytest.mark.parametrize("zone", ["", "nowhere/at-all", "EST5EDT"])
def test_a_machine_that_is_in_no_city_proposes_utc(
    init: Init, zone: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("babel.localtime.get_localzone", lambda: SimpleNamespace(zone=zone))
    assert init("new", "--yes")[0] == 0
    assert "\ntimezone: UTC\n" in (tmp_path / "new" / "course.yml").read_text("utf-8")


def test_all_that_is_wrong_with_the_options_is_told_and_nothing_is_written(
    init: Init, tmp_path: Path
) -> None:
    status, out, err = init("new", "--start", "soon", "--days", "Tu Th", "--zone", "EST", "--yes")
    assert (status, out, files_of(tmp_path)) == (2, "", set())
    assert err == (
        "sphinx-seminar init: --start: 'soon' is not a date; write year-month-day, such as "
        "2022-01-24; --zone: 'EST' is an abbreviation, not a city; write a city, such as "
        "America/New_York, America/Toronto or America/Panama\n"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--end", "2030-09-01"), "end: 2030-09-01 is before"),
        (("--end", "2030-09-03", "--days", "Fri"), "no meeting falls in the term (2030-09-03 to"),
        (("--roles", "Leader, leader"), "presenting.roles"),
        (("--roles", "=Leader"), "a spreadsheet takes the role '=Leader' for a formula; rename"),
        (("--title", "x" * 3000), "title: "),
    ],
)
def test_what_does_not_go_together_is_told_and_nothing_is_written(
    init: Init, options: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    status, out, err = init("new", *OPTIONS, *options, "--yes")
    assert (status, out, files_of(tmp_path)) == (2, "", set())
    assert told in err
    assert err.count("\n") == 1


def test_a_title_of_marks_is_the_title_everywhere(init: Init, folder: Folder) -> None:
    (folder.srcdir / "conf.py").unlink()
    title = """: {C}* & 'Seas' "<b>x</b>" `_a_` \\ [1](2) #"""
    assert (
        init(str(folder.srcdir), *OPTIONS, "--title", title, "--where", "A, 1: {x}", "--yes")[0]
        == 0
    )
    site = folder.build(confoverrides={"smartquotes": False})
    assert site.warnings == []
    assert words(site.one("h1")).removesuffix("¶") == title
    assert site.app.config.project == title
    course = load_course(folder.srcdir / "course.yml", "course.yml").course
    assert (course.title, course.patterns[0].where) == (title, "A, 1: {x}")


def test_roles_that_a_spreadsheet_has_to_quote_are_found_in_the_sheet(
    init: Init, folder: Folder
) -> None:
    (folder.srcdir / "conf.py").unlink()
    roles = 'Leader: first, Scribe "S", 2nd & last; {x}'
    assert init(str(folder.srcdir), *OPTIONS, "--roles", roles, "--yes")[0] == 0
    site = folder.build()
    assert site.warnings == []
    assert len(site.page("presenting.html").select(".seminar-open")) == 90


def test_nothing_is_overwritten(init: Init, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Mine\n")
    (tmp_path / "conf.py").write_text("mine = True\n")
    status, out, err = init(*OPTIONS, "--yes")
    assert (status, out, files_of(tmp_path)) == (2, "", {"index.md", "conf.py"})
    assert err == (
        "sphinx-seminar init: nothing is overwritten, and . has conf.py, index.md; name another "
        "folder, or move what is there away\n"
    )


def test_a_new_repository_keeps_its_readme_and_what_it_ignores(init: Init, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Repository\n")
    (tmp_path / ".gitignore").write_text("mine\n")
    status, out, _ = init(*OPTIONS, "--yes")
    assert status == 0
    assert "  .gitignore is there and stays as it is; it must name _build, _site" in out
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert "cd " not in out


def test_a_file_in_the_place_of_the_folder_is_told(init: Init, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("")
    status, _, err = init("new", *OPTIONS, "--yes")
    assert status == 2
    assert err == "sphinx-seminar init: new is a file; name a folder\n"


def test_a_dry_run_says_what_would_be_written(init: Init, tmp_path: Path) -> None:
    status, out, _ = init("new", *OPTIONS, "--yes", "--dry-run")
    assert (status, files_of(tmp_path)) == (0, set())
    assert "  schedule.md\n" in out
    assert out.endswith("nothing is written yet; take --dry-run out to do so\n")


def test_the_next_commands_are_printed(init: Init) -> None:
    assert init("my course", *OPTIONS, "--yes")[1].splitlines()[-4:] == [
        "next:",
        "  cd 'my course'",
        "  pip install -r requirements.txt",
        "  sphinx-seminar serve --open",
    ]


def test_who_ends_it_gets_no_traceback(
    init: Init, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def ended(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", ended)
    assert init("new") == (130, "", "\nsphinx-seminar init: ended; nothing is written\n")
    assert files_of(tmp_path) == set()


GIVEN = """
# Mine
title: Given
timezone: Europe/Berlin
start: 2030-10-14
end: 2030-10-31
meetings:
  - {days: Mon, time: 10-12, kind: Lecture}
  - {days: Thu, time: 10-12, kind: Lab}
breaks: {date: 2030-10-21, title: Holiday}
staff: [{name: Ada Brook, photo: ada.png, alt: Ada}]
presenting: {roles: [Author], signups: lists/who.csv, students: all.csv}
"""


def test_a_course_file_gives_the_facts_and_stays_as_it_is(
    init: Init, folder: Folder, tmp_path: Path
) -> None:
    (folder.srcdir / "conf.py").unlink()
    (tmp_path / "given.yml").write_text(GIVEN)
    (tmp_path / "ada.png").write_bytes(b"\x89PNG")
    (tmp_path / "all.csv").write_text("id,name\n1,Last Year\n")
    status, out, err = init(str(folder.srcdir), "--from", str(tmp_path / "given.yml"))
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Given: 5 sessions, 2030-10-14 to 2030-10-31"
    assert (folder.srcdir / "course.yml").read_text() == GIVEN
    assert (
        folder.srcdir / "lists" / "who.csv"
    ).read_text() == "number,Author\n1,\n2,\n3,\n4,\n5,\n"
    assert (folder.srcdir / "all.csv").read_text() == "id,name\n"
    assert (folder.srcdir / "ada.png").read_bytes() == b"\x89PNG"
    site = folder.build()
    assert site.warnings == []
    rows = site.page("schedule.html").select("tr.seminar-session")
    assert [row["data-date"][-5:] for row in rows] == ["10-14", "10-17", "10-24", "10-28", "10-31"]


def test_roles_without_a_sheet_are_open_on_the_pages(init: Init, folder: Folder) -> None:
    given = GIVEN.replace(", signups: lists/who.csv, students: all.csv", "")
    given = given.replace(", photo: ada.png, alt: Ada", "")
    folder.write({"course.yml": given})
    (folder.srcdir / "conf.py").unlink()
    assert init(str(folder.srcdir), "--from", str(folder.srcdir / "course.yml"))[0] == 0
    site = folder.build()
    assert site.warnings == []
    assert len(site.page("presenting.html").select(".seminar-open")) == 5


def test_a_course_file_in_its_own_folder_is_kept_with_its_files(init: Init, tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text(GIVEN.replace(", photo: ada.png, alt: Ada", ""))
    (tmp_path / "all.csv").write_text("id,name\n1,This Year\n")
    status, out, _ = init("--from", "course.yml")
    assert status == 0
    assert (tmp_path / "all.csv").read_text() == "id,name\n1,This Year\n"
    assert "  course.yml is there and stays as it is\n" in out
    (tmp_path / "schedule.md").write_text("# Mine\n")
    assert init("--from", "course.yml")[0] == 2
    assert (tmp_path / "schedule.md").read_text() == "# Mine\n"


def test_what_is_wrong_with_a_course_file_is_told_with_its_line(init: Init, tmp_path: Path) -> None:
    (tmp_path / "given.yml").write_text(GIVEN.replace("start:", "strat:"))
    status, out, err = init("new", "--from", "given.yml")
    assert (status, out, (tmp_path / "new").exists()) == (2, "", False)
    lines = err.splitlines()
    assert lines[0] == "sphinx-seminar init: given.yml has problems; correct them first"
    assert "given.yml:5: 'strat' is not a key here; did you mean 'start'?" in lines
    assert any(line.startswith("given.yml:11: staff[0].photo: no file is at") for line in lines)
    status, _, err = init("new", "--from", "none.yml")
    assert (status, err[:46]) == (2, "sphinx-seminar init: none.yml: the file can't ")


def test_facts_come_from_a_file_or_from_options(init: Init, tmp_path: Path) -> None:
    (tmp_path / "given.yml").write_text(GIVEN)
    status, _, err = init("new", "--from", "given.yml", *OPTIONS)
    assert status == 2
    assert "take out --title, --start, --end, --days, --time, --zone, or --from" in err


def test_a_file_that_states_nothing_makes_a_course_of_one_session(
    init: Init, folder: Folder
) -> None:
    folder.write({"course.yml": "title: Given\n"})
    (folder.srcdir / "conf.py").unlink()
    status, out, _ = init(str(folder.srcdir), "--from", str(folder.srcdir / "course.yml"))
    assert (status, out.splitlines()[0]) == (0, "Given: no sessions")
    assert folder.build().warnings == []


def test_each_key_in_a_comment_is_one_that_the_file_takes(init: Init, tmp_path: Path) -> None:
    assert init("new", *OPTIONS, *ROLES, "--yes")[0] == 0
    path = tmp_path / "new" / "course.yml"
    text = re.sub(r"  # (?=where)", ", ", path.read_text("utf-8")).replace(
        "}, where: Room 12", ", where: Room 12}"
    )
    path.write_text(
        re.sub(r"^( *)# (?=[a-z_]+:|- |  [-A-Z])", r"\1", text, flags=re.MULTILINE), "utf-8"
    )
    loaded = load_course(path, "course.yml")
    assert loaded.problems == ()
    assert loaded.course.code
    assert loaded.course.term_name
    assert loaded.course.breaks
    assert loaded.course.staff
    assert loaded.course.links
    assert loaded.course.patterns[0].where
    assert len(loaded.course.presenting.roles) == 3
    assert loaded.course.presenting.due
    assert loaded.course.presenting.each_student.at_least == 2
    assert text.startswith(code("course-yml.md", "yaml")[-1].splitlines()[0] + "\n")


def test_the_recipes_are_those_of_the_documentation(init: Init, tmp_path: Path) -> None:
    assert init("new", *OPTIONS, "--yes")[0] == 0
    pages = ("how-to/read-the-docs.md", "how-to/github-pages.md")
    written = [recipe for page in pages for recipe in code(page, "yaml")]
    hour = '"17 5 * * *"'  # of New York
    written = [recipe.replace('"17 4 * * *"', hour) for recipe in written]
    for name in HOUSEKEEPING - {"requirements.txt", ".gitignore"}:
        text = (tmp_path / "new" / name).read_text("utf-8")
        assert yaml.safe_load(text)
        assert re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE) in written


def test_a_python_that_is_too_old_is_named_in_the_first_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "version", "3.10.13 (main)")
    told = "sphinx-seminar needs Python 3.11 or newer; this is 3.10.13"
    assert main(["init"]) == 2
    assert capsys.readouterr() == ("", f"{told}\n")
    with pytest.raises(ExtensionError, match=told):
        sphinx_seminar.setup(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py", "cli/__init__.py"])
def test_an_older_python_can_read_what_names_it(name: str) -> None:
    source = (Path(sphinx_seminar.__file__).parent / name).read_text("utf-8")
    ast.parse(source, feature_version=(3, 8))


def test_the_package_is_the_command() -> None:
    command = [sys.executable, "-m", "sphinx_seminar", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == f"sphinx-seminar {sphinx_seminar.__version__}\n"


def test_where_one_file_cannot_be_written_none_is_left(init: Init, tmp_path: Path) -> None:
    before = tmp_path / "new" / "schedule.md"
    before.parent.mkdir()
    before.symlink_to("gone.md")
    status, out, err = init("new", "--yes", *OPTIONS)
    assert (status, out) == (2, "")
    assert err.startswith("sphinx-seminar init: new/schedule.md: the file can't be written: ")
    assert sorted(tmp_path.rglob("*")) == [before.parent, before]
    before.unlink()
    assert init("new/course", "--yes", *OPTIONS)[0] == 0


def test_folders_that_were_made_for_nothing_are_removed(init: Init, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / ".github").symlink_to("gone")
    status, _, err = init("new/.github/one", "--yes", *OPTIONS)
    assert status == 2
    assert err.count("\n") == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["new", ".github"]
