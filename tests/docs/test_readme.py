"""The README works on the package index, where nothing lies beside it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from .pages import DOCS, README, code, text_of
from .recipes import run

_FILES = "https://raw.githubusercontent.com/sphinx-seminar/sphinx-seminar/main/"
_PAGES = "https://sphinx-seminar.readthedocs.io/en/latest/"


def test_it_begins_with_what_one_sees() -> None:
    [title, picture, *_] = [line for line in text_of("README.md").splitlines() if line]
    assert title == "# sphinx-seminar"
    address = re.fullmatch(r"!\[.{40,}\]\((.+)\)", picture)
    assert address
    assert (README.parent / address[1].removeprefix(_FILES)).is_file()


def test_every_link_is_absolute_and_leads_to_what_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", re.sub(r"```.*?```", "", text_of("README.md"), flags=re.S))
    assert len(links) > 8
    for link in links:
        assert link.startswith("https://"), link
        if link.startswith(_PAGES):
            page = link.removeprefix(_PAGES).partition("#")[0]
            assert (DOCS / page.replace(".html", ".md")).is_file(), link
        if "/blob/main/" in link:
            assert (README.parent / link.partition("/blob/main/")[2]).is_file(), link


def test_two_lines_make_a_course(tmp_path: Path) -> None:
    install, start = code("README.md", "sh")[0].splitlines()
    assert install == 'pip install "sphinx-seminar[serve]" furo'
    init, serve = start.split(" && ")
    done = run(f"{init} </dev/null", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    # That a preview comes up is seen in tests/cli/test_serve.py.
    assert serve == "sphinx-seminar serve coasts --open"
    # What `init` prints installs the same as the first line, so either way leads to the preview.
    written = (tmp_path / "coasts" / "requirements.txt").read_text().splitlines()
    named = [line.partition("~=")[0] for line in written if not line.startswith("#")]
    assert named == shlex.split(install.removeprefix("pip install "))
    built = run("sphinx-build -W coasts out", tmp_path)
    assert built.returncode == 0, built.stderr
