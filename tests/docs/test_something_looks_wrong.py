"""What the documentation says of symptoms is so, and what it tells to write mends them."""

from __future__ import annotations

import subprocess

import pytest

from ..conftest import CONF, Build, Folder, words
from .pages import code, text_of
from .recipes import COURSE, run

PAGE = "something-looks-wrong.md"
WRONG, RIGHT = code(PAGE, "markdown")
TERM = COURSE.partition("presenting:")[0]


def site(markup: str) -> dict[str, str]:
    return {"conf.py": CONF, "course.yml": TERM, "index.md": f"# Readings\n\n{markup}"}


def test_colons_stand_on_the_page_until_conf_py_enables_them(build: Build) -> None:
    line = code(PAGE, "python")[0]
    assert line in CONF
    off = build({**site(RIGHT), "conf.py": CONF.replace(line, "")})
    assert ":::::{schedule}" in words(off.one("body"))
    assert ":::" not in words(build(site(RIGHT)).one("body"))


def test_a_line_of_four_blanks_is_an_example(build: Build) -> None:
    built = build(site("Text\n\n    :::{schedule}\n    :::\n"))
    assert ":::{schedule}" in words(built.one("pre"))


def test_one_directive_stands_there_where_its_line_begins_with_a_word(build: Build) -> None:
    for line in ("Text :::{schedule}", "::{schedule}"):
        assert "::{schedule}" in words(build(site(f"{line}\n")).one("body"))


def test_fences_of_one_length_close_one_another(build: Build) -> None:
    def outside(markup: str) -> bool:
        built = build(site(markup))
        [heading] = [
            found for found in built.page().select("[id='storage']") if found.name != "span"
        ]
        return heading.find_parent(class_="seminar-schedule") is None

    assert outside(WRONG)
    assert not outside(RIGHT)


@pytest.mark.parametrize("name", ["course.yaml", "Course.yml", "course.yml.txt", "data/course.yml"])
def test_a_course_file_of_another_name_or_elsewhere_gives_no_dates(name: str, build: Build) -> None:
    files = site(RIGHT)
    files[name] = files.pop("course.yml")
    schedule = words(build(files).one(".seminar-schedule"))
    assert "Consensus" in schedule
    assert "Date" not in schedule


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("start:", "strat:"), ("Europe/Berlin", "CET"), ("end: 2027", "end: 2026"), ("start:", "#")],
)
def test_a_course_file_that_could_shift_dates_shows_none(
    right: str, wrong: str, build: Build
) -> None:
    built = build({**site(RIGHT), "course.yml": TERM.replace(right, wrong)})
    assert "cannot be shown" in words(built.one(".admonition"))
    assert all(line.endswith(("[seminar.date]", "[seminar.course]")) for line in built.warnings)


def read_the_docs(folder: Folder, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Build as the page says that Read the Docs does."""
    folder.write(files)
    return run(next(text for text in code(PAGE, "sh") if "--keep-going" in text), folder.srcdir)


def test_a_build_that_fails_ends_its_log_as_the_page_says(folder: Folder) -> None:
    [last] = [text.strip() for text in code(PAGE, "text")]
    done = read_the_docs(folder, site("[gone](gone.md)\n"))
    assert done.returncode == 1
    assert done.stdout.strip().endswith(last), done.stdout
    assert "cross-reference target not found" in done.stderr
    assert "| `cross-reference target not found` |" in text_of(PAGE)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("Unknown directive type: 'schedule'", (', "sphinx_seminar"', "")),
        ("Could not import extension sphinx_seminar", ("sphinx_seminar", "sphinx_seminar_gone")),
        ("no theme named 'furo", ('"basic"', '"furo_gone"')),
    ],
)
def test_what_the_log_says_is_what_the_page_lists(
    said: str, change: tuple[str, str], folder: Folder
) -> None:
    done = read_the_docs(folder, {**site(RIGHT), "conf.py": CONF.replace(*change)})
    assert done.returncode != 0
    assert said in done.stdout + done.stderr
    assert f"| `{said}" in text_of(PAGE)
