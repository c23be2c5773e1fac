"""WCAG 2, levels A and AA, by axe-core and by our own measure of contrast."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .pages import EVERYTHING, EVERYTHING_NOW, marks

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OURS = [
    ".seminar-schedule",
    ".seminar-presenters-box",
    ".seminar-course-info",
    ".seminar-readings",
    ".seminar-session-head",
    ".seminar-optional",
    ".seminar-details",
]

FURO = {
    # Its search field has no label but its placeholder, and its sidebar's brand is muted.
}
"""Rules that furo's own elements break, with the reason; none of them is excused for ours."""


def open_everything(
    build_once: BuildOnce,
    open_page: OpenPage,
    name: str,
    *,
    scheme: Literal["light", "dark"],
    width: int,
) -> Page:
    """A page with everything on it, marks set and collapsibles open."""
    address = build_once(EVERYTHING, theme="furo") + name
    page = open_page(address, EVERYTHING_NOW, scheme=scheme, width=width)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    return page


def violations(page: Page, include: list[str] | None = None) -> list[str]:
    """What axe-core finds, a line a rule and element."""
    context: Any = {"include": [[selector] for selector in include]} if include else None
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "compact.html", "lone.html"])
def test_axe_finds_no_violation_of_ours(
    build_once: BuildOnce,
    open_page: OpenPage,
    name: str,
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    page = open_everything(build_once, open_page, name, scheme=scheme, width=width)
    if name != "lone.html":
        assert marks(page).words == ["This week", "Next"]
    present = [selector for selector in OURS if page.locator(selector).count()]
    assert violations(page, present) == []
    print(violations(page))
