"""Past weeks are one line, which opens for a reader, a link, a search and print."""

from __future__ import annotations

import pytest

from .conftest import BuildOnce, OpenPage
from .pages import COURSE, SCHEDULE, SEMINAR, Evaluates
from .test_accessibility import violations
from .test_layout import _OBSERVE, layout_shift

pytestmark = pytest.mark.browser

IN_WEEK_3 = "2022-03-16T20:00:00Z"
LINE = ".seminar-past-weeks button"
SEEN = """() => [...document.querySelectorAll(".seminar-schedule tbody")]
  .filter((week) => week.getBoundingClientRect().height > 0)
  .map((week) => week.querySelector(".seminar-number")?.textContent)"""
FROM_WEEK_3 = ["3", "4", "5", "6"]
ALL = ["1", "2", *FROM_WEEK_3]


def seen(page: Evaluates) -> list[str]:
    """The numbers of the weeks that a reader sees."""
    weeks: list[str] = page.evaluate(SEEN)
    return weeks


@pytest.mark.parametrize("width", [1280, 320])
def test_past_weeks_are_one_line_that_says_how_many(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    page = open_page(None, IN_WEEK_3, width=width, height=5000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(SEMINAR) + "index.html")
    assert seen(page) == FROM_WEEK_3
    assert page.locator(LINE).inner_text() == "Past weeks: 2"
    assert layout_shift(page) <= 0.002


def test_a_reader_opens_them_and_this_browser_remembers_it(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", IN_WEEK_3)
    page.locator(LINE).focus()
    page.keyboard.press("Enter")
    assert seen(page) == ALL
    assert not page.locator(LINE).is_visible()
    page.reload()
    assert seen(page) == ALL


def test_a_link_to_a_past_session_opens_them(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html#first", IN_WEEK_3)
    page.wait_for_function("document.querySelector('#first').getBoundingClientRect().height > 0")
    assert seen(page) == ALL
    # It was not the reader who wanted to see all of them.
    assert page.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_print_shows_them(theme: str, build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR, theme=theme) + "index.html", IN_WEEK_3)
    assert seen(page) == FROM_WEEK_3
    page.emulate_media(media="print")
    assert seen(page) == ALL
    assert not page.locator(LINE).is_visible()


@pytest.mark.parametrize("now", ["2022-02-01T20:00:00Z", "2022-06-01T20:00:00Z"])
def test_before_and_after_the_term_all_weeks_are_shown(
    build_once: BuildOnce, open_page: OpenPage, now: str
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", now)
    assert seen(page) == ALL
    assert not page.locator(LINE).is_visible()


def test_without_a_script_all_weeks_are_shown(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", IN_WEEK_3, javascript=False)
    assert page.locator(".seminar-schedule tbody:visible").count() == len(ALL)
    assert not page.locator(LINE).is_visible()


def test_a_browser_whose_search_finds_nothing_folded_shows_all_weeks(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(None, IN_WEEK_3)
    page.add_init_script("delete HTMLElement.prototype.onbeforematch")
    page.goto(build_once(SEMINAR) + "index.html")
    assert seen(page) == ALL


def test_a_week_that_ends_while_the_page_is_open_is_folded(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", IN_WEEK_3)
    page.clock.set_fixed_time("2022-03-22T20:00:00Z")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert seen(page) == FROM_WEEK_3[1:]
    assert page.locator(LINE).inner_text() == "Past weeks: 3"


def test_all_collapsibles_of_a_schedule_open_at_once(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(
        build_once("mlsys-seminar", theme="furo") + "index.html", "2022-02-28T20:00:00Z"
    )
    closed = page.locator(".seminar-schedule table details:not([open])")
    before = closed.count()
    assert before > 5
    page.locator(".seminar-expand").click()
    assert closed.count() == 0
    assert page.locator(".seminar-expand").inner_text() == "Collapse all"
    page.locator(".seminar-expand").click()
    assert closed.count() == before
    assert page.locator(".seminar-expand").inner_text() == "Expand all"


UNITS = {
    "course.yml": COURSE,
    "index.md": "# Seminar\n"
    + SCHEDULE.replace("::::{session} First", "## Part I\n\n::::{session} First")
    .replace("::::{session} Morning", "## Part II\n\n::::{session} Morning")
    .replace("::::{session} After the", "## Part III\n\n::::{session} After the"),
}
"""The second begins in the midst of week 2."""

SEEN_UNITS = """() => [...document.querySelectorAll(".seminar-unit")]
  .filter((unit) => unit.closest("tbody").getBoundingClientRect().height > 0)
  .map((unit) => unit.id)"""


@pytest.mark.parametrize("width", [1280, 320])
def test_a_past_unit_is_folded_with_its_weeks_and_one_that_goes_on_is_not(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    page = open_page(None, IN_WEEK_3, width=width, height=5000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(UNITS, seminar_feeds=[]) + "index.html")  # nothing to expand
    assert page.evaluate(SEEN_UNITS) == ["part-ii", "part-iii"]
    assert page.locator(LINE).inner_text() == "Past weeks: 2"
    assert layout_shift(page) <= 0.002
    page.locator(LINE).click()
    assert page.evaluate(SEEN_UNITS) == ["part-i", "part-ii", "part-iii"]


def test_a_link_of_the_list_opens_a_past_unit(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(UNITS) + "index.html", IN_WEEK_3)
    assert page.evaluate(SEEN_UNITS) == ["part-ii", "part-iii"]
    page.locator(".seminar-units a").first.click()
    page.wait_for_function("!document.querySelector('tbody:has(#part-i)').hidden")
    assert not page.locator(LINE).is_visible()


FOLD = ".seminar-fold"


def test_a_reader_folds_one_unit_and_this_browser_remembers_it(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(None, "2022-02-01T20:00:00Z", height=5000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(UNITS, seminar_feeds=[]) + "index.html")
    second = page.get_by_role("button", name="Sessions: Part II", exact=True)
    assert seen(page) == [None, "1", "2", None, "2", "3", None, "4", "5", "6"]
    second.focus()
    page.keyboard.press("Enter")
    without = [None, "1", "2", None, None, "4", "5", "6"]
    assert seen(page) == without
    assert second.get_attribute("aria-expanded") == "false"
    assert violations(page) == []
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.reload()
    assert seen(page) == without
    assert layout_shift(page) <= 0.002
    second.click()
    page.reload()
    assert seen(page)[4] == "2"


def test_a_link_into_a_folded_unit_opens_it_alone_and_paper_shows_all(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(UNITS, seminar_feeds=[]) + "index.html", "2022-02-01T20:00:00Z")
    for number in range(3):
        page.locator(FOLD).nth(number).click()
    assert seen(page) == [None, None, None]
    page.goto(page.url + "#morning")
    page.wait_for_function("document.querySelector('#morning').getBoundingClientRect().height > 0")
    assert seen(page) == [None, None, "2", "3", None]
    page.emulate_media(media="print")
    assert len(seen(page)) == 10
