"""The page about ``sphinx-seminar serve`` has what the command takes."""

from __future__ import annotations

import re
from pathlib import Path

from .pages import code, text_of
from .recipes import run


def test_the_page_has_every_option(tmp_path: Path) -> None:
    listed = set(re.findall(r"--[a-z]+", run("sphinx-seminar serve --help", tmp_path).stdout))
    assert listed - {"--help"} == set(re.findall(r"--[a-z]+", text_of("serve.md")))


def test_the_extra_is_that_of_the_page() -> None:
    install, start = code("serve.md", "sh")[0].splitlines()
    assert install == 'pip install "sphinx-seminar[serve]"'
    assert start == "sphinx-seminar serve . --open"
