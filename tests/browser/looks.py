"""The themes that are tried, and a site that shows everything as each of them draws it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .themed_site import FILES, NOW

WIDE, PHONE = 1280, 320
OURS = '[class^="seminar-"], [class*=" seminar-"]'
"""Whatever has a class of ours."""

OUTERMOST = "[data-outermost]"
"""What is in nothing else of ours, on a page that `open_look` has opened."""

_OPEN = """(ours) => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll(ours)) {
    if (!element.parentElement.closest(ours)) element.dataset.outermost = "";
  }
}"""
# Themes scroll the page in a box of its own, or tie its parts to the window: in a window as tall
# as all of it, the picture has it whole.
_HEIGHT = "Math.max(...[...document.querySelectorAll('body, body *')].map((e) => e.scrollHeight))"


@dataclass(frozen=True)
class Look:
    """A theme, and the language of the pages."""

    theme: str
    language: str = "en"
    dark: bool = False
    """Whether the theme has dark colors."""

    def __str__(self) -> str:
        return self.theme if self.language == "en" else f"{self.theme}-{self.language}"


LOOKS = (
    Look("furo", dark=True),
    Look("pydata_sphinx_theme", dark=True),
    Look("sphinx_book_theme", dark=True),
    Look("sphinx_rtd_theme"),
    Look("alabaster"),
    Look("sphinx_book_theme", language="ar", dark=True),
)


def built_look(look: Look, build_once: BuildOnce) -> str:
    """The address of the site as a theme draws it, with a slash at its end."""
    return build_once(FILES, look.theme, look.language, html_title="Course")


def open_look(
    look: Look,
    build_once: BuildOnce,
    open_page: OpenPage,
    name: str = "index",
    *,
    width: int = WIDE,
    scheme: Literal["light", "dark"] = "light",
) -> Page:
    """A page of the site as a theme draws it, marks set and collapsibles open."""
    page = open_page(f"{built_look(look, build_once)}{name}.html", NOW, width=width, scheme=scheme)
    page.evaluate(_OPEN, OURS)
    return page


def keep_picture(page: Page, look: Look, name: str) -> None:
    """Write a picture of the whole page into the folder that SEMINAR_SCREENSHOTS names, if any."""
    folder = os.environ.get("SEMINAR_SCREENSHOTS")
    size = page.viewport_size
    if not folder or size is None:
        return
    page.set_viewport_size({**size, "height": page.evaluate(_HEIGHT)})
    page.screenshot(path=Path(folder) / f"{look}-{name}.png")
    page.set_viewport_size(size)
