"""What every test shares: a site built from a few files, and a browser that looks at it."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright
from sphinx.testing.util import SphinxTestApp

from .installed_browser import browser_path, launched_browser
from .repeated_work import done_once

pytest_plugins = ["sphinx.testing.fixtures"]

# What hypothesis finds must come again on the next machine, and no test may depend on a clock.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Leave alone what others do themselves: these ask transforms for their application."""
    config.addinivalue_line("filterwarnings", r"ignore:'myst_parser\.sphinx_ext\.")  # up to 5.2
    config.addinivalue_line("filterwarnings", r"ignore:'sphinx_book_theme\.")  # up to 1.4
    # Hypothesis says so of its own random numbers, on Python 3.14 and while the collector rests.
    config.addinivalue_line(
        "filterwarnings",
        "ignore:It looks like `register_random` was passed:hypothesis.errors.HypothesisWarning",
    )
    # Thousands of small builds in one process: the collector went through all modules again and
    # again, and Sphinx wrote nine hundred lines of debugging a build that nobody reads.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    logging.disable(logging.DEBUG)


QUICK = ("model", "load", "test_rooms.py")
"""The folders and files whose tests are marked as quick, but for those that build a site."""
SLOW = {"build", "folder", "make_app"}
"""The fixtures that build one."""
NONSENSE = "test_nonsense_never_raises.py"
"""Thousands of random inputs are not quick either."""


LONG = ("machine", "spoiled")
"""The folders with a test of a minute: begun last, it would leave the other processes idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the quick tests, and begin with the longest."""
    tests = Path(__file__).parent
    items.sort(key=lambda item: item.path.relative_to(tests).parts[0] not in LONG)
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if (
            item.path.relative_to(tests).parts[0] in QUICK
            and not names & SLOW
            and item.path.name != NONSENSE
        ):
            item.add_marker(pytest.mark.quick)


CONF = """
extensions = ["myst_parser", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence"]
html_theme = "basic"
"""


@dataclass
class Site:
    """A site that was built, and what the build said."""

    app: SphinxTestApp

    @property
    def warnings(self) -> list[str]:
        """One line a warning, and behind them our notes.

        Paths are relative to the sources, and terminal colors are taken out.
        """
        told = [line for line in self.app.warning.getvalue().splitlines() if line]
        told += [line for line in self.app.status.getvalue().splitlines() if ": NOTE: " in line]
        return [
            re.sub(r"\x1b\[[0-9;]*m", "", line).replace(f"{self.app.srcdir}/", "") for line in told
        ]

    def text(self, name: str) -> str:
        """The text of a file of the output."""
        return (self.app.outdir / name).read_text(encoding="utf-8")

    def page(self, name: str = "index.html") -> BeautifulSoup:
        """A page of the output, parsed."""
        return BeautifulSoup(self.text(name), "lxml")

    def one(self, selector: str, name: str = "index.html") -> Tag:
        """The only element of a page that a CSS selector finds."""
        found = self.page(name).select(selector)
        assert len(found) == 1, f"{selector}: {len(found)} found"
        return found[0]


def words(tag: Tag) -> str:
    """The text of an element, its white space made single blanks."""
    return " ".join(tag.get_text().split())


Build = Callable[..., Site]
"""The type of the fixture `build`."""


class Folder:
    """A source folder of a test, whose files can be written and built again and again."""

    def __init__(self, srcdir: Path, make_app: Callable[..., SphinxTestApp]) -> None:
        self.srcdir = srcdir
        self._make_app = make_app

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their path; text is dedented."""
        for name, content in files.items():
            path = self.srcdir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(dedent(content).lstrip("\n"), encoding="utf-8", newline="")

    def build(self, builder: str = "html", **options: Any) -> Site:
        """Build what is there; a second call builds on what the first one left."""
        app = self._make_app(builder, srcdir=self.srcdir, **options)
        app.build()
        # Nodes and directives are registered globally, and the next build does so again.
        app.cleanup()
        return Site(app)


@pytest.fixture(scope="session", autouse=True)
def repeated_work_is_done_once() -> Iterator[None]:
    """Do once what every small build does anew."""
    with done_once():
        yield


@pytest.fixture
def folder(tmp_path: Path, make_app: Callable[..., SphinxTestApp]) -> Folder:
    """An empty source folder with a conf.py."""
    srcdir = tmp_path / "source"
    srcdir.mkdir()
    folder = Folder(srcdir, make_app)
    folder.write({"conf.py": CONF})
    return folder


@pytest.fixture
def build(folder: Folder) -> Build:
    """Builds a site from files: ``build({"index.md": "..."}, builder="text")``."""

    def build_files(
        files: Mapping[str, str | bytes], builder: str = "html", **options: Any
    ) -> Site:
        folder.write(files)
        return folder.build(builder, **options)

    return build_files


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, running."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium; without one the test is skipped, or fails where SEMINAR_REQUIRE_BROWSER is set."""
    if browser_path() is None:
        if os.environ.get("SEMINAR_REQUIRE_BROWSER"):
            pytest.fail("no Chromium or Chrome is installed, and SEMINAR_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium or Chrome is installed")
    launched = launched_browser(playwright)
    yield launched
    launched.close()
