"""WCAG 2, levels A and AA, by axe-core and by our own measure of contrast."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .contrast import ENOUGH, ratios
from .pages import COURSE, EVERYTHING, EVERYTHING_NOW, marks

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

TEXTS = {
    "muted": ".seminar-now, .seminar-time, .seminar-speaker, .seminar-presenters th",
    "week": ".seminar-week:not(.seminar-this-week) .seminar-number",
    "this week": ".seminar-this-week .seminar-number",
    "date of next": ".seminar-next .seminar-date time",
    "past": ".seminar-past .seminar-title, .seminar-past .seminar-date time",
    "cancelled": ".seminar-cancelled .seminar-title",
    "note": ".seminar-note",
    "break": ".seminar-break td, .seminar-break .seminar-date, .seminar-break .seminar-number",
    "mark": ".seminar-mark:not([hidden])",
    "open place": ".seminar-open",
    "venue": ".seminar-venue",
    "to come": ".seminar-forthcoming",
    "group": ".seminar-group",
    "collapsible": ".seminar-optional > summary, .seminar-details > summary",
    "course info": ".seminar-course-info dt, .seminar-course-info dd",
    "link": ".seminar-schedule a:not(.headerlink)",
}


# WCAG 2.2, 2.5.8. A link within a text is no target of its own.
_CONTROLS = """() => {
  const all = [...document.querySelectorAll("[class^=seminar-] :is(summary, button, select)")];
  const seen = all.filter((control) => control.checkVisibility() && control.offsetHeight > 0);
  const low = seen.filter((control) => control.getBoundingClientRect().height < 24);
  return [seen.length, low.map((control) => control.textContent)];
}"""
_SMALL_TEXTS = """() => [...document.querySelectorAll("[class^=seminar-] *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
  .filter((element) => element.checkVisibility())
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12)
  .map((element) => element.textContent)"""


def open_everything(
    build_once: BuildOnce,
    open_page: OpenPage,
    name: str,
    *,
    theme: str = "furo",
    scheme: Scheme = "light",
    width: int = 1280,
) -> Page:
    """A page with everything on it, marks set and collapsibles open."""
    address = build_once(EVERYTHING, theme=theme) + name
    page = open_page(address, EVERYTHING_NOW, scheme=scheme, width=width)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    return page


def violations(page: Page) -> list[str]:
    """What axe-core finds on all of a page, a line an element."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "compact.html", "lone.html"])
def test_axe_finds_no_violation_on_the_whole_page(
    build_once: BuildOnce, open_page: OpenPage, name: str, scheme: Scheme, width: int
) -> None:
    page = open_everything(build_once, open_page, name, scheme=scheme, width=width)
    if name != "lone.html":
        assert marks(page).words == ["This week", "Today"]
    assert violations(page) == []


def test_axe_would_find_a_violation_of_ours(build_once: BuildOnce, open_page: OpenPage) -> None:
    """The control of the test above."""
    page = open_everything(build_once, open_page, "index.html")
    page.evaluate("document.documentElement.style.setProperty('--seminar-muted', '#bbb')")
    assert any("seminar" in found for found in violations(page))


@pytest.mark.parametrize(
    ("theme", "scheme"), [("furo", "light"), ("furo", "dark"), ("alabaster", "light")]
)
def test_every_text_of_ours_stands_out_from_what_is_behind_it(
    build_once: BuildOnce, open_page: OpenPage, theme: str, scheme: Scheme
) -> None:
    page = open_everything(build_once, open_page, "index.html", theme=theme, scheme=scheme)
    found = {text: ratios(page, selector) for text, selector in TEXTS.items()}
    assert all(found.values()), "nothing of a kind is on the page"
    too_faint = {text: min(each) for text, each in found.items() if min(each) < ENOUGH}
    assert too_faint == {}


def test_our_measure_of_contrast_agrees_with_known_ratios(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    """The control of the test above, by the ratios that WCAG's own formula gives."""
    page = open_everything(build_once, open_page, "index.html")
    page.set_content(
        "<body style='background: #fff'><b style='color: #000'>21</b>"
        "<i style='color: #767676'>4.54</i>"
        "<u style='color: color-mix(in srgb, #000 50%, transparent)'>3.95</u>"
    )
    found = [ratios(page, tag)[0] for tag in ("b", "i", "u")]
    assert [round(ratio, 1) for ratio in found] == [21.0, 4.5, 4.0]


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
@pytest.mark.parametrize("width", [1280, 320])
def test_tables_are_tables_for_assistive_technology_at_every_width(
    build_once: BuildOnce, open_page: OpenPage, theme: str, width: int
) -> None:
    page = open_everything(build_once, open_page, "index.html", theme=theme, width=width)
    schedule = page.get_by_role("table", name="Schedule")
    heads = schedule.get_by_role("columnheader").all_inner_texts()
    assert heads[:3] == ["Week", "Date", "Session"]
    assert page.locator(".seminar-next").first.get_by_role("rowheader").count() == 2
    presenters = page.get_by_role("table", name="Presenters")
    assert presenters.count() == 3
    assert presenters.first.get_by_role("columnheader").count() == 5


def test_what_is_now_is_told_to_assistive_technology(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_everything(build_once, open_page, "index.html")
    current = page.locator("[aria-current=date]")
    assert current.count() == 1
    # The week's head comes first in its row.
    assert "This week" in current.inner_text()
    assert "Today" in current.inner_text()


def test_collapsibles_open_by_keyboard(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(EVERYTHING) + "index.html", EVERYTHING_NOW)
    details = page.locator("details").first
    details.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
def test_controls_are_24_pixels_high_and_texts_12(
    build_once: BuildOnce, open_page: OpenPage, theme: str
) -> None:
    page = open_everything(build_once, open_page, "index.html", theme=theme, width=390)
    controls, low = page.evaluate(_CONTROLS)
    assert controls >= 4
    assert low == []
    assert page.evaluate(_SMALL_TEXTS) == []


_IS_LIST = """() => {
  const boxes = [...document.querySelectorAll(".seminar-column > p, .seminar-event")].map((line) =>
    line.getBoundingClientRect());
  return boxes.length >= 4 &&
    boxes.slice(1).every((box, before) => box.height > 0 && box.top >= boxes[before].bottom);
}"""


@pytest.mark.parametrize("allowed", [True, False])
def test_where_a_site_forbids_styles_in_its_pages_nothing_false_is_drawn(
    build_once: BuildOnce, open_page: OpenPage, allowed: bool
) -> None:
    site = {
        "course.yml": f"{COURSE}grading: {{Talk: 40, Report: 60}}\n",
        "index.md": "# C\n\n:::{grading}\n:::\n\n:::{timetable}\n:::\n",
    }
    page = open_page(None, EVERYTHING_NOW)
    address = build_once(site) + "index.html"
    path = Path(unquote(urlsplit(address).path))
    policy = "<meta http-equiv='Content-Security-Policy' content='style-src file:'>"
    copy = path.with_name(f"allowed-{allowed}.html")
    content = path.read_text(encoding="utf-8")
    copy.write_text(content if allowed else content.replace("<head>", f"<head>{policy}"))
    page.goto(copy.as_uri())
    assert page.locator(".seminar-bar:visible").count() == (2 if allowed else 0)
    assert page.get_by_text("10:00–11:00").count() == 2
    assert page.get_by_text("40%").is_visible()
    # The hours would lie over the days: without them the week is a list.
    assert page.locator(".seminar-hour:visible").count() == (1 if allowed else 0)
    assert page.evaluate(_IS_LIST) == (not allowed)
