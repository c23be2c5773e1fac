"""The page about ``sphinx-seminar init`` says what the command does, word for word."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from .pages import code, text_of
from .recipes import run

ASKED_ON = "1922000000"  # 2030-11-27


def test_the_questions_and_what_is_written_are_those_of_the_page(tmp_path: Path) -> None:
    questions, report = code("init.md", "text")
    answers = re.sub(r"^.*\]: ?", "", questions, flags=re.MULTILINE)
    (tmp_path / "answers").write_text(answers)
    command = code("init.md", "sh")[0].splitlines()[1]
    environ = {"TZ": "America/New_York", "SOURCE_DATE_EPOCH": ASKED_ON}
    done = run(f"{command} <answers", tmp_path, **environ)
    assert (done.returncode, done.stderr) == (0, "")
    # What is typed into a pipe is not seen.
    prompts = re.sub(r"(?<=\]:) ?.*\n", " ", questions)
    assert done.stdout == prompts + report
    *_, install, serve = report.splitlines()
    assert install == "  pip install -r requirements.txt"
    # That a preview comes up is seen in tests/cli/test_serve.py.
    assert serve == "  sphinx-seminar serve --open"
    folder = tmp_path / "coasts"
    assert run("sphinx-build -W -b html -d _doctrees . _site", folder).returncode == 0
    assert (folder / "_site" / "index.html").is_file()


def test_the_command_without_questions_asks_nothing(tmp_path: Path) -> None:
    done = run(code("init.md", "sh")[1], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Coasts: 30 sessions")


@pytest.mark.skipif(sys.platform == "win32", reason="the command line of POSIX")
def test_the_page_has_every_option(tmp_path: Path) -> None:
    listed = set(re.findall(r"--[a-z][a-z-]*", run("sphinx-seminar init --help", tmp_path).stdout))
    said = set(re.findall(r"--[a-z][a-z-]*", text_of("init.md")))
    of_serve = {"--open"}
    assert (listed - {"--help"}) | of_serve == said
