"""Takes the pictures of docs/gallery.md: an example in each theme, and the other examples.

Run ``python -m docs.gallery`` with the extra ``test``; it needs a Chromium, and no network.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize, sync_playwright
from sphinx.cmd.build import build_main

from tests.installed_browser import launched_browser

DOCS = Path(__file__).parent
PICTURES = DOCS / "_static" / "gallery"

THEMES = ("furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme", "alabaster")
IN_THEMES = ("mlsys-seminar", "ML Systems", "index.html", "2022-02-23T20:00:00Z")
EXAMPLES = (
    ("ml-and-systems", "ML and Systems", "index.html", "2021-10-13T18:00:00Z"),
    ("frugal-computing", "Frugal Computing", "schedule.html", "2026-04-22T10:00:00Z"),
    ("databases", "Databases", "schedule.html", "2030-10-09T16:00:00Z"),
)
"""The folder of a course, its name, a page of it, and when it is looked at."""

CONF = """
project = html_title = "{title}"
extensions = ["myst_parser", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst.xref_missing"]
html_theme = "{theme}"
html_copy_source = False
"""
SIZE = ViewportSize(width=1100, height=620)


def build(course: str, title: str, theme: str, folder: Path) -> Path:
    """Build an example as a site of its own; returns the folder of its pages."""
    source = folder / f"{course}-{theme}"
    shutil.copytree(DOCS / "examples" / course, source)
    (source / "conf.py").write_text(CONF.format(title=title, theme=theme), encoding="utf-8")
    built = source / "_build"
    if build_main(["-q", "-b", "html", str(source), str(built)]):
        raise SystemExit(f"{course} was not built with {theme}")
    return built


def take(browser: Browser, page: Path, now: str, name: str) -> None:
    """Take what a reader sees who goes to the current week."""
    context = browser.new_context(viewport=SIZE, offline=True, reduced_motion="reduce")
    tab = context.new_page()
    tab.clock.set_fixed_time(now)
    tab.goto(page.as_uri())
    tab.evaluate("scrollTo(0, document.querySelector('#today').getBoundingClientRect().top - 190)")
    tab.wait_for_timeout(300)
    tab.screenshot(path=PICTURES / f"{name}.jpg", type="jpeg", quality=65)
    context.close()


def main() -> None:
    """Take all of them."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launched_browser(playwright)
        course, title, page, now = IN_THEMES
        for theme in THEMES:
            take(browser, build(course, title, theme, Path(scratch)) / page, now, theme)
        for course, title, page, now in EXAMPLES:
            built = build(course, title, THEMES[0], Path(scratch))
            take(browser, built / page, now, course)
        browser.close()


if __name__ == "__main__":
    main()
