"""A page that stays open corrects itself, and a link arrives where it leads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .pages import CLASSROOM, EVERYTHING, EVERYTHING_NOW, SEMINAR, Marks, marks

pytestmark = pytest.mark.browser

BEFORE_MIDNIGHT = "2022-03-03T07:59:00Z"
"""A minute before the end of a day with a session, in the classroom."""


@pytest.fixture
def seminar(build_once: BuildOnce) -> str:
    """The address of a page with a schedule."""
    return build_once(SEMINAR) + "index.html"


def left_open(page: Page, address: str, since: str) -> None:
    """Load a page whose timers run by the clock of the test."""
    page.clock.install(time=since)
    page.goto(address)


@pytest.mark.parametrize("zone", [CLASSROOM, "Asia/Tokyo"])
def test_a_page_left_open_over_midnight_corrects_itself(
    seminar: str, open_page: OpenPage, zone: str
) -> None:
    page = open_page(None, BEFORE_MIDNIGHT, zone=zone)
    left_open(page, seminar, BEFORE_MIDNIGHT)
    assert marks(page).next == ["Second"]
    page.clock.run_for(50_000)
    assert marks(page).next == ["Second"]
    page.clock.run_for(11_000)
    assert marks(page).next == ["Morning", "Afternoon"]
    assert marks(page).today == ["Morning"]


def test_a_page_left_open_for_days_follows_every_change(seminar: str, open_page: OpenPage) -> None:
    page = open_page(None, "2022-02-27T20:00:00Z")
    left_open(page, seminar, "2022-02-27T20:00:00Z")
    found = []
    for _day in range(5):
        found.append((marks(page).weeks, marks(page).next, marks(page).states[0][:4]))
        page.clock.run_for("24:00:00")
    assert found == [
        ([], ["First"], "The "),
        (["1"], ["First"], "Jump"),
        (["1"], ["Second"], "Jump"),
        (["1"], ["Second"], "Jump"),
        (["1"], ["Morning", "Afternoon"], "Jump"),
    ]


def test_a_device_that_slept_corrects_its_marks_when_it_wakes(
    seminar: str, open_page: OpenPage
) -> None:
    page = open_page(None, BEFORE_MIDNIGHT)
    left_open(page, seminar, BEFORE_MIDNIGHT)
    # As after closing the lid: what was due fires once.
    page.clock.fast_forward(72 * 60 * 60 * 1000)
    assert marks(page).next == ["Morning", "Afternoon"]


@pytest.mark.parametrize(
    "event",
    [
        "document.dispatchEvent(new Event('visibilitychange'))",
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ],
)
def test_a_missed_timer_is_made_up_for_when_the_page_is_seen_again(
    seminar: str, open_page: OpenPage, event: str
) -> None:
    page = open_page(seminar, BEFORE_MIDNIGHT)
    page.clock.set_fixed_time("2022-03-03T08:00:00Z")
    # The control: no timer has fired.
    assert marks(page).next == ["Second"]
    page.evaluate(event)
    assert marks(page).next == ["Morning", "Afternoon"]


def top_of_today(page: Page) -> float:
    """How far below the top of the window the row of today begins, in pixels."""
    top: float = page.evaluate("document.getElementById('today').getBoundingClientRect().top")
    return top


def arrives_at_today(page: Page) -> bool:
    """Whether the row of today comes to be at the top, below what a theme keeps there."""
    # A theme may scroll smoothly.
    page.wait_for_function(
        "Math.abs(document.getElementById('today').getBoundingClientRect().top - 60) < 60"
    )
    return True


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_a_link_to_today_arrives_there(
    build_once: BuildOnce, open_page: OpenPage, width: int, theme: str
) -> None:
    address = build_once("mlsys-seminar", theme=theme) + "index.html"
    page = open_page(address, "2022-03-30T20:00:00Z", width=width)
    assert top_of_today(page) > 800
    # A new load: going to a fragment of an open page is another matter.
    page.goto("about:blank")
    page.goto(address + "#today")
    assert arrives_at_today(page)


def test_jump_to_today_jumps(build_once: BuildOnce, open_page: OpenPage) -> None:
    address = build_once("mlsys-seminar", theme="furo") + "index.html"
    page = open_page(address, "2022-03-30T20:00:00Z")
    for _time in range(2):
        page.evaluate("scrollTo(0, 0)")
        page.get_by_role("link", name="Jump to today").click()
        assert arrives_at_today(page)


def test_a_page_arrived_at_today_still_marks_the_right_row_after_midnight(
    seminar: str, open_page: OpenPage
) -> None:
    page = open_page(seminar + "#today", BEFORE_MIDNIGHT)
    assert marks(page).today == ["Second"]
    page.clock.set_fixed_time("2022-03-03T08:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert marks(page) == Marks(
        next=["Morning", "Afternoon"],
        weeks=["1"],
        today=["Morning"],
        words=["This week", "Next", "Next"],
        states=["Jump to today"],
    )


@pytest.mark.parametrize("target", ["deep-details", "deep-reading", "optional-of-this-week"])
def test_a_link_into_a_closed_collapsible_opens_it(
    build_once: BuildOnce, open_page: OpenPage, target: str
) -> None:
    address = build_once(EVERYTHING) + "index.html"
    page = open_page(address, EVERYTHING_NOW)
    element = page.locator(f"#{target}")
    holder = element.locator("xpath=ancestor-or-self::details")
    # The control: all are closed.
    assert page.locator("details[open]").count() == 0
    page.evaluate(f"location.hash = '{target}'")
    page.wait_for_selector(f"details[open] #{target}, details[open]#{target}")
    assert holder.get_attribute("open") is not None
    assert page.locator("details[open]").count() == 1
    page.goto("about:blank")
    page.goto(f"{address}#{target}")
    assert holder.get_attribute("open") is not None
    assert element.bounding_box() is not None


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "nowhere", ""])
def test_an_address_with_a_strange_fragment_stops_nothing(
    seminar: str, open_page: OpenPage, fragment: str
) -> None:
    page = open_page(None, BEFORE_MIDNIGHT)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{seminar}#{fragment}")
    page.clock.set_fixed_time("2022-03-03T08:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert marks(page).next == ["Morning", "Afternoon"]
    assert errors == []
