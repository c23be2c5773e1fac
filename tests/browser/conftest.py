"""Sites that are built once for all browser tests, and pages as their readers see them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, Literal, Protocol

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page
from sphinx.cmd.build import main as sphinx_build

from ..conftest import CONF
from ..forked import run_forked
from .pages import CLASSROOM
from .script_coverage import SCRIPT, ScriptCoverage

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

BuildOnce = Callable[..., str]
"""``build_once(files, theme="furo", language="de")``, or ``build_once("mlsys-seminar")`` for an
example of the docs; any other argument is a value of conf.py.

Returns the address of the folder of pages, with a slash at its end.
"""


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuildOnce:
    """Builds a site the first time that any of the processes that run the tests asks for it."""
    base = tmp_path_factory.getbasetemp()
    sites = (base if worker_id == "master" else base.parent) / "sites"

    def build(
        source: Mapping[str, str | bytes] | str,
        theme: str = "basic",
        language: str = "en",
        **conf: Any,
    ) -> str:
        conf |= {"html_theme": theme, "language": language}
        files = source if isinstance(source, str) else sorted(source.items())
        key = hashlib.sha256(repr((files, sorted(conf.items()))).encode()).hexdigest()[:16]
        site = sites / key
        site.mkdir(parents=True, exist_ok=True)
        with FileLock(site / "lock"):
            if not (site / "whole").exists():
                _build(source, conf, site)
                (site / "whole").touch()
        return (site / "html").as_uri() + "/"

    return build


def _build(source: Mapping[str, str | bytes] | str, conf: Mapping[str, Any], site: Path) -> None:
    srcdir = site / "source"
    _write(source, srcdir)
    settings = "".join(f"{name} = {value!r}\n" for name, value in conf.items())
    (srcdir / "conf.py").write_text(CONF + settings, encoding="utf-8")
    # In a process of its own: sphinx-book-theme changes modules of pydata-sphinx-theme.
    ran = run_forked(sphinx_build, ["-q", str(srcdir), str(site / "html")])
    assert (ran.returncode, ran.stderr) == (0, "")


def _write(source: Mapping[str, str | bytes] | str, srcdir: Path) -> None:
    if isinstance(source, str):
        shutil.copytree(EXAMPLES / source, srcdir, dirs_exist_ok=True)
        return
    for name, text in source.items():
        path = srcdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


class OpenPage(Protocol):
    """The type of the fixture `open_page`."""

    def __call__(
        self,
        address: str | None,
        now: str,
        *,
        zone: str = CLASSROOM,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
    ) -> Page: ...


@pytest.fixture(scope="session")
def script_coverage() -> Iterator[ScriptCoverage | None]:
    """Counts what of the script has run where ``SEMINAR_SCRIPT_COVERAGE`` names a file for it."""
    report = os.environ.get("SEMINAR_SCRIPT_COVERAGE")
    coverage = ScriptCoverage(SCRIPT.read_text(encoding="utf-8")) if report else None
    yield coverage
    if report and coverage:
        Path(report).write_text(coverage.report(), encoding="utf-8")


@pytest.fixture
def open_page(browser: Browser, script_coverage: ScriptCoverage | None) -> Iterator[OpenPage]:
    """Opens a page for a reader in a time zone, the clock fixed at an instant given with a ``Z``.

    Without an address the page is empty, for a test that sets something up before it loads one.
    """
    contexts: list[BrowserContext] = []

    def open_(
        address: str | None,
        now: str,
        *,
        zone: str = CLASSROOM,
        width: int = 1280,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
    ) -> Page:
        # Without it the instant would be one of the zone of the machine.
        assert now.endswith("Z")
        context = browser.new_context(
            timezone_id=zone,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if script_coverage and javascript:
            script_coverage.watch(page)
        page.clock.set_fixed_time(now)
        if address is not None:
            page.goto(address)
        return page

    yield open_
    for context in contexts:
        if script_coverage:
            script_coverage.collect(context)
        context.close()
