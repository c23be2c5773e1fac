"""The page about ``sphinx-seminar import`` says what the command does, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import sphinx_seminar

from .pages import code, text_of
from .recipes import run

_PACKAGE = Path(sphinx_seminar.__file__).parent
_ROOMS = ("cli", "importers", "load")
_SOURCES = [path for room in _ROOMS for path in _PACKAGE.joinpath(room).glob("*.py")]


def test_what_is_told_of_the_page_is_what_the_command_prints(tmp_path: Path) -> None:
    [source] = code("import.md", "markdown")
    [told] = code("import.md", "text")
    command, _ = code("import.md", "sh")
    (tmp_path / "schedule.md").write_text(source)
    done = run(command, tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == told
    folder = tmp_path / "tides"
    assert told.splitlines()[-1] == "  sphinx-seminar serve --open"
    assert run("sphinx-build -W -b html -d _doctrees . _site", folder).returncode == 0
    assert (folder / "_site" / "schedule.html").is_file()


def test_a_column_that_was_read_wrongly_is_what_one_says(tmp_path: Path) -> None:
    [source] = code("import.md", "markdown")
    _, command = code("import.md", "sh")
    (tmp_path / "schedule.md").write_text(source)
    assert "column 3 'Papers' is optional (as you said)" in run(command, tmp_path).stdout


def test_the_page_has_every_kind_of_column() -> None:
    from sphinx_seminar.importers.header_words import KINDS

    table = text_of("import.md").partition("| Kind |")[2].partition("## Options")[0]
    assert [kind for kind in KINDS if f"`{kind}`" not in table] == []


def test_the_refusals_of_the_page_are_those_of_the_command() -> None:
    rows = text_of("import.md").partition("| It says |")[2].splitlines()[2:]
    quoted = [text for row in rows for text in re.findall(r"`([^`]+)`", row.split("|")[1])]
    parts = [part.strip() for text in quoted for part in re.split(r"…|bs4|1,000,000|20", text)]
    code = "".join(path.read_text("utf-8") for path in _SOURCES)
    # A text in several lines is one for who reads it.
    joined = re.sub(r'"\s*\n\s*f?"', "", code)
    assert len(quoted) > 20
    assert [part for part in parts if part not in joined] == []
