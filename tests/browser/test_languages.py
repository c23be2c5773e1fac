"""Pages in other languages: the script's words, and what is turned where one reads to the left."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ..languages.seminar import SOUND
from .conftest import BuildOnce, OpenPage

pytestmark = pytest.mark.browser

WIDE, PHONE = 1280, 320
MONDAY = "2022-02-28T20:00:00Z"
"""The day of the session Solus."""

# In CSS, as a site may; by the attribute, as a theme or a script may; not at all.
TURNED = {
    "attribute": "() => { document.documentElement.dir = 'rtl'; }",
    "style": "() => { document.documentElement.style.direction = 'rtl'; }",
    "nothing": "() => {}",
}
every_way = pytest.mark.parametrize("way", TURNED)

_SEEN = """(selector) => [...document.querySelectorAll(selector)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => element.textContent)"""
_MIDDLES = """(selectors) => selectors.map((selector) => {
  const { x, width } = document.querySelector(selector).getBoundingClientRect();
  return x + width / 2;
})"""
_WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def middles(page: Page, *selectors: str) -> list[float]:
    """The middles of elements, from the left."""
    found: list[float] = page.evaluate(_MIDDLES, list(selectors))
    return found


@pytest.mark.parametrize(
    ("language", "week", "today", "before", "after"),
    [
        ("de", "Diese Woche", "Heute", "Das Semester beginnt", "Das Semester endete"),
        ("fr", "Cette semaine", "Aujourd’hui", "Le semestre commence", "Le semestre s’est terminé"),
        ("es", "Esta semana", "Hoy", "El periodo empieza", "El periodo terminó"),
        ("ja", "今週", "今日", "学期は2022年1月24日(月)に始", "学期は2022年4月22日(金)に終"),
        ("ar", "هذا الأسبوع", "اليوم", "يبدأ الفصل", "انتهى الفصل"),
    ],
)
def test_the_marks_speak_the_language_of_the_page(
    language: str,
    week: str,
    today: str,
    before: str,
    after: str,
    build_once: BuildOnce,
    open_page: OpenPage,
) -> None:
    address = build_once(SOUND, "furo", language) + "index.html"
    page = open_page(address, MONDAY)
    assert page.evaluate(_SEEN, ".seminar-mark") == [week, today] * 3
    for now, text in (("2022-01-01T20:00:00Z", before), ("2023-01-01T20:00:00Z", after)):
        [line, *_others] = open_page(address, now).evaluate(_SEEN, ".seminar-states > *")
        assert line.startswith(text)


@pytest.fixture
def arabic(build_once: BuildOnce, open_page: OpenPage) -> Any:
    """Opens the page in Arabic, turned in one of the ways."""

    def open_(way: str, width: int = WIDE) -> Page:
        address = build_once(SOUND, "furo", "ar") + "index.html"
        page = open_page(address, MONDAY, width=width)
        page.evaluate(TURNED[way])
        return page

    return open_


@every_way
def test_columns_run_from_right_to_left(way: str, arabic: Any) -> None:
    page = arabic(way)
    for parts in (
        [f".seminar-schedule thead th:nth-child({n})" for n in (1, 2, 3)],
        [f".seminar-signups tbody td:nth-of-type({n})" for n in (1, 2)],
        [f".seminar-grading thead th:nth-child({n})" for n in (1, 2)],
        [f".seminar-timetable .seminar-column:nth-of-type({n}) > p" for n in (1, 2)],
        [".seminar-course-info dt", ".seminar-course-info dd"],
    ):
        found = middles(page, *parts)
        assert found == sorted(found, reverse=True), parts
        assert len(set(found)) == len(parts)


@every_way
def test_text_stands_at_the_right(way: str, arabic: Any) -> None:
    page = arabic(way)
    selectors = (".seminar-schedule .seminar-title", ".seminar-deadlines", ".seminar-name")
    for selector in selectors:
        style = "(e) => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]"
        direction, align = page.locator(selector).first.evaluate(style)
        assert (direction, align in {"start", "right"}) == ("rtl", True), selector


@every_way
def test_the_edge_of_this_week_is_at_the_right(way: str, arabic: Any) -> None:
    page = arabic(way)
    if way == "style":
        # The style sheet knows the language of the page; it cannot ask for a direction.
        assert page.evaluate("() => document.documentElement.lang") == "ar"
    shadow = page.locator("th.seminar-this-week").first.evaluate(
        "(e) => getComputedStyle(e).boxShadow"
    )
    assert " -3px 0px 0px 0px inset" in shadow


def test_it_is_at_the_left_elsewhere(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SOUND, "furo", "de") + "index.html", MONDAY)
    shadow = page.locator("th.seminar-this-week").first.evaluate(
        "(e) => getComputedStyle(e).boxShadow"
    )
    assert " 3px 0px 0px 0px inset" in shadow
    found = middles(page, *(f".seminar-schedule thead th:nth-child({n})" for n in (1, 2, 3)))
    assert found == sorted(found)


def test_what_a_page_sets_itself_is_left_alone(arabic: Any) -> None:
    page = arabic("nothing")
    page.evaluate("() => { document.documentElement.dir = 'ltr'; }")
    found = middles(page, *(f".seminar-schedule thead th:nth-child({n})" for n in (1, 2, 3)))
    assert found == sorted(found)


@every_way
def test_a_role_stands_before_its_names_on_a_phone(way: str, arabic: Any) -> None:
    """Its words come from the style sheet, so that their place is known by that of the names."""
    page = arabic(way, PHONE)
    gap = """() => {
      const cells = [...document.querySelectorAll("td[data-role='Auctor']")];
      const cell = cells.find((one) => one.checkVisibility());
      const names = document.createRange();
      names.selectNodeContents(cell);
      const edge = cell.getBoundingClientRect().right;
      return edge - names.getBoundingClientRect().right;
    }"""
    assert page.evaluate(gap) > 30


@every_way
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_nothing_sticks_out(way: str, width: int, arabic: Any) -> None:
    page = arabic(way, width)
    assert page.evaluate(_WIDER) <= 0


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_page_from_right_to_left_is_accessible(width: int, arabic: Any) -> None:
    page = arabic("attribute", width)
    options = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]}}
    found = Axe().run(page, "article", options=options).response["violations"]
    ours = [rule for rule in found if any("seminar" in node["html"] for node in rule["nodes"])]
    assert ours == []
