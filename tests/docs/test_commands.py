"""Every command in the documentation is one that its program takes."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable
from importlib.util import find_spec

import pytest
from packaging.requirements import Requirement
from sphinx.cmd.build import get_parser as sphinx_parser
from sphinx.cmd.make_mode import BUILDERS

from sphinx_seminar.cli import argument_parser

from .pages import PAGES, README, code

ROOT = README.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = set(PROJECT["optional-dependencies"])


def _commands(page: str) -> list[list[str]]:
    text = "\n".join(code(page, "sh")).replace("\\\n", " ")
    split = (shlex.split(line, comments=True) for line in re.split(r"\n|&&", text))
    return [words for words in split if words]


def _ours(words: list[str]) -> None:
    argument_parser().parse_args(words)


def _sphinx(words: list[str]) -> None:
    if words[0] == "-M":
        assert words[1] in {name for _, name, _ in BUILDERS}
    else:
        sphinx_parser().parse_args(words)


def _pip(words: list[str]) -> None:
    assert words[0] == "install"
    for word in words[1:]:
        if word.startswith(("git+https://", "-")) or word in {".[docs]", ".[test]"}:
            continue
        asked = Requirement(word.removeprefix("-r "))
        if asked.name == "sphinx-seminar":
            assert asked.extras <= EXTRAS


def _python(words: list[str]) -> None:
    if words[:2] == ["-m", "venv"]:
        return
    if words[:2] == ["-m", "pytest"]:
        return
    if words[0] == "-m":
        assert find_spec(words[1])
    else:
        assert words[0] == "-c"
        compile(words[1], "docs", "exec")


def _nox(words: list[str]) -> None:
    assert words[0] == "-s"
    assert f"def {words[1]}(" in (ROOT / "noxfile.py").read_text("utf-8")


def _elsewhere(words: list[str]) -> None:
    """Other tests run these commands."""


PROGRAMS: dict[str, Callable[[list[str]], None]] = {
    "sphinx-seminar": _ours,
    "sphinx-build": _sphinx,
    "pip": _pip,
    "python": _python,
    "python3": _python,
    "nox": _nox,
    "cd": _elsewhere,
    "curl": _elsewhere,
    "git": _elsewhere,
}


@pytest.mark.parametrize("page", [page for page in (README.name, *PAGES) if _commands(page)])
def test_every_command_of_a_page_is_taken(page: str) -> None:
    for program, *words in _commands(page):
        PROGRAMS[program.rpartition("/")[2]](words)


def test_a_command_with_a_wrong_option_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _ours(["term", ".", "--unto", "fall"])
    assert "--unto" in capsys.readouterr().err
