"""The how-to guides: what each tells to write does what the guide says."""

from __future__ import annotations

import re
import shlex
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast, get_args

import pytest
import yaml

from sphinx_seminar.cli import main
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.locale import update
from sphinx_seminar.model.presenting import NameForm
from sphinx_seminar.model.shown_name import shown_names

from ..conftest import Folder, words
from ..forked import run_forked
from .pages import DOCS, code, file, text_of

NOW = "1922000000"  # 2030-11-27


def copy(folder: Folder, guide: str, *names: str) -> None:
    """Write files of a guide's sample at the top of a site."""
    for name in names:
        folder.write({Path(name).name: (DOCS / "how-to" / guide / name).read_text("utf-8")})


def test_a_term_that_is_too_short_is_reported_in_the_words_of_the_guide(folder: Folder) -> None:
    [line] = code("how-to/holiday/index.md", "text")
    copy(folder, "holiday", "course.yml", "samples/schedule.md")
    course = (folder.srcdir / "course.yml").read_text("utf-8")
    folder.write({"course.yml": course.replace("10-28", "10-22")})
    folder.write({"index.md": "# Course\n\n```{toctree}\nschedule\n```\n"})
    assert line.strip() in folder.build("dummy").warnings


def test_patterns_of_the_guide_are_read(tmp_path: Path) -> None:
    course = text_of("how-to/two-meetings/course.yml")
    guide = text_of("how-to/two-meetings/index.md")
    every, dates = re.findall(r"`(\{days: Fri.+?\}|dates: .+?)`", guide)
    for entry in (every, f"{{{dates}}}"):
        meetings = re.sub(r"meetings:\n(  - .*\n)+", f"meetings:\n  - {entry}\n", course)
        assert entry in meetings
        path = tmp_path / "course.yml"
        path.write_text(meetings, encoding="utf-8")
        assert load_course(path, path.name).problems == ()


def test_the_rules_of_a_role_playing_seminar_are_checked_after_due(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1917216000")  # 2030-10-03
    names = ("course.yml", "students.csv", "signups.csv", "samples/page.md")
    copy(folder, "role-playing", *names)
    (folder.srcdir / "page.md").rename(folder.srcdir / "index.md")
    sheet = (folder.srcdir / "signups.csv").read_text("utf-8")
    folder.write({"signups.csv": sheet.replace("Mira Sol", "")})
    noted = [line for line in folder.build("dummy").warnings if "[seminar.open]" in line]
    assert len(noted) == 1
    assert "Mira Sol has no slots" in noted[0]


def test_several_courses_are_shown_on_one_site(folder: Folder) -> None:
    page = "how-to/several-courses.md"
    names = [line.split()[0] for line in code(page, "text")[0].splitlines()]
    folder.write({name: file(page, name) for name in names if name != "conf.py"})
    part = code(page, "markdown")[-1]
    with (folder.srcdir / "index.md").open("a", encoding="utf-8") as front:
        front.write(f"\n{part}")
    built = folder.build()
    assert built.warnings == []
    titles = [words(card) for card in built.page().select(".seminar-card")]
    assert ["Rivers" in titles[0], "Oceans" in titles[1]] == [True, True]


def test_a_spreadsheet_is_imported_as_the_guide_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "how-to/bring-a-sheet.md"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    Path("schedule.csv").write_text(file(page, "schedule.csv"), encoding="utf-8")
    command, with_column, _ = (shlex.split(text) for text in code(page, "sh"))
    main(command[1:])
    assert code(page, "text")[1] in capsys.readouterr().out
    schedule = Path("tides", "schedule.md").read_text("utf-8")
    assert "Leader: Ada Brook" in schedule
    main([*with_column[1:], "--dry-run", "--into", "other"])
    assert "'Leader' is speaker (as you said)" in capsys.readouterr().out


def test_the_themes_of_the_guide_are_installed_by_these_names() -> None:
    rows = re.findall(r"^\| `(.+)` \| `(.+)` \|$", text_of("how-to/another-theme.md"), re.MULTILINE)
    themes = {theme.name: theme for theme in entry_points(group="sphinx.html_themes")}
    assert len(rows) == 4
    for package, name in rows:
        found = themes[name].dist
        assert found is not None
        assert found.name.replace("_", "-") == package


def test_a_calendar_is_offered_in_the_words_of_the_guide() -> None:
    pot = (Path(update.__file__).parent / "sphinx_seminar.pot").read_text("utf-8")
    labels = ("Add to your calendar", "Subscribe", "Download", "Copy the address")
    for label in labels:
        assert f"*{label}*" in text_of("how-to/calendar.md")
        assert f'msgid "{label}"' in pot


def test_names_are_shown_as_the_table_says() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text_of("how-to/privacy.md"), re.MULTILINE))
    del rows["names"]  # the header
    assert list(rows) == list(get_args(NameForm))
    for form, shown in rows.items():
        name = shown_names([("1", "Noor Haddad")], cast("NameForm", form)).of("1")
        assert name == ("" if form == "hidden" else shown)
    assert rows["hidden"] == "taken"


def test_a_sheet_of_a_pull_request_is_reported_in_the_words_of_the_guide(
    folder: Folder,
) -> None:
    guide = "how-to/sign-up-pull-requests.md"
    sheet = "session,Leader,Scribe\nSalt,Ada Brook,Ada Brook\nTides,Noor Haddad,\n"
    course = {
        "title": "Coasts",
        "timezone": "America/New_York",
        "start": "2030-09-03",
        "end": "2030-12-10",
        "meetings": [{"days": "Tue"}],
        "presenting": {
            "roles": ["Leader", "Scribe"],
            "signups": "signups.csv",
            "each_student": {"at_most": 2},
        },
    }
    page = (
        "# Coasts\n\n:::::{schedule}\n::::{session} Salt\n::::\n::::{session} Tides\n::::\n:::::\n"
    )
    folder.write({"course.yml": yaml.safe_dump(course), "signups.csv": sheet, "index.md": page})
    other = folder.srcdir.parent / "signups.csv"
    other.write_text(sheet.replace("Noor Haddad", "Ada Brook"))
    command, *arguments = shlex.split(code(guide, "sh")[0])
    assert command == "sphinx-seminar"
    given = [
        {"~/Downloads/signups.csv": str(other), ".": str(folder.srcdir)}.get(a, a)
        for a in arguments
    ]
    done = run_forked(main, given, environ={"SOURCE_DATE_EPOCH": NOW})
    assert (done.returncode, done.stdout) == (1, code(guide, "text")[0])


def test_the_check_of_pull_requests_has_every_option_of_its_file() -> None:
    action = yaml.safe_load((DOCS.parent / "check" / "action.yml").read_text("utf-8"))
    said = text_of("how-to/sign-up-pull-requests.md")
    assert all(f"`{name}`" in said for name in action["inputs"])
    for sample in code("how-to/sign-up-pull-requests.md", "yaml"):
        [step] = yaml.safe_load(sample)["jobs"]["check"]["steps"]
        assert step["uses"].split("@")[0].endswith("/check")
        assert set(step["with"]) <= set(action["inputs"])
