"""Nothing moves, nothing sticks out, and nothing is lost without script, style or screen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import EXAMPLES, BuildOnce, OpenPage
from .pages import COURSE, EVERYTHING, EVERYTHING_NOW, SEMINAR, marks

pytestmark = pytest.mark.browser

WIDE, PHONE = 1280, 320
WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
ADDRESS = "https://example.org/" + "very-long-address-without-a-break/" * 5

LONG_WORDS = {
    "course.yml": COURSE.replace("Room 1", WORD),
    "index.md": f"""
        # Long words

        :::{{course-info}}
        - **{WORD}:** <{ADDRESS}>
        :::

        ::::::{{schedule}}

        :::::{{session}} {WORD}
        :speaker: {WORD}
        :where: {WORD}
        :link: {ADDRESS}

        ::::{{readings}}
        - [{WORD}]({ADDRESS}) [{WORD}]
        - <{ADDRESS}>
        ::::

        ::::{{details}} {WORD}
        {WORD}
        ::::

        ::::{{presenters}}
        Author: {WORD}, Noor Haddad
        Reviewer: [{WORD}]({ADDRESS})
        ::::

        ::::{{presenters}}
        | Paper | Author | Reviewer |
        | --- | --- | --- |
        | {WORD} | {WORD} | {WORD} |
        ::::
        :::::

        ::::::

        :::{{toctree}}
        compact
        :::
        """,
    "compact.md": "# Compact\n\n:::{schedule}\n:show: title\n:::\n",
}

# Observed from the first moment on; "buffered" catches what came before the observer.
_OBSERVE = """
window.shifts = [];
window.painted = false;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(() => {
  window.painted = true;
}).observe({ type: "paint", buffered: true });
"""

_TWO_FRAMES = "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"

# What a theme adds and moves itself is left out.
_PLACES = """() => [...document.querySelectorAll(".seminar-schedule, .seminar-schedule *")].map(
  (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.tagName} ${x} ${y} ${width} ${height}`;
  },
)"""


def layout_shift(page: Page) -> float:
    """The sum of all layout shifts so far."""
    page.evaluate(_TWO_FRAMES)
    shift: float = page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)")
    return shift


MARKED_PAGES = [
    ("mlsys-seminar", "furo", "index.html", "2022-02-28T20:00:00Z"),
    ("mlsys-seminar", "furo", "index.html", "2022-02-24T20:00:00Z"),  # in the week of a break
    ("ml-and-systems", "furo", "index.html", "2021-10-12T20:00:00Z"),
    (EVERYTHING, "alabaster", "index.html", EVERYTHING_NOW),
    (EVERYTHING, "alabaster", "compact.html", EVERYTHING_NOW),
    (SEMINAR, "alabaster", "index.html", "2022-01-01T12:00:00Z"),  # before the term
    (SEMINAR, "alabaster", "index.html", "2022-06-01T12:00:00Z"),  # after it
]


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize(("source", "theme", "name", "now"), MARKED_PAGES)
def test_nothing_moves_while_a_page_arrives_and_is_marked(
    build_once: BuildOnce,
    open_page: OpenPage,
    source: Any,
    theme: str,
    name: str,
    now: str,
    width: int,
) -> None:
    # So tall that all rows are in view: only what is in view counts as a shift.
    page = open_page(None, now, width=width, height=9000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(source, theme=theme) + name)
    assert page.locator(":is(.seminar-mark, .seminar-states > *):not([hidden])").count() > 0
    before = page.evaluate(_PLACES)
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert page.evaluate(_PLACES) == before
    # Furo's own script moves an icon by as much as a millionth.
    assert layout_shift(page) <= 0.002


def test_a_shift_would_be_seen(build_once: BuildOnce, open_page: OpenPage) -> None:
    """The control of the test above."""
    page = open_page(None, "2022-03-01T07:59:00Z", height=3000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(SEMINAR) + "index.html")
    page.evaluate(_TWO_FRAMES)
    page.evaluate("document.querySelector('.seminar-now').style.paddingBlockEnd = '200px'")
    assert layout_shift(page) > 0.005


def test_a_mark_that_comes_later_would_be_seen(build_once: BuildOnce, open_page: OpenPage) -> None:
    """The control of how places are compared."""
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-01T07:59:00Z")
    before = page.evaluate(_PLACES)
    page.add_style_tag(content=".seminar-mark { display: none !important }")
    assert page.evaluate(_PLACES) != before


def widest(page: Page) -> int:
    """How wide the page is, in pixels; wider than the window, it scrolls sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
@pytest.mark.parametrize(
    ("source", "names", "now"),
    [
        ("mlsys-seminar", ["index"], "2022-02-28T20:00:00Z"),
        (
            "ml-and-systems",
            [
                "index",
                *sorted(
                    f"sessions/{path.stem}"
                    for path in (EXAMPLES / "ml-and-systems" / "sessions").glob("*.md")
                )[::5],
            ],
            "2021-10-12T20:00:00Z",
        ),
        (EVERYTHING, ["index", "compact", "lone"], EVERYTHING_NOW),
        (LONG_WORDS, ["index", "compact"], "2022-02-28T20:00:00Z"),
    ],
    ids=["mlsys-seminar", "ml-and-systems", "everything", "long words"],
)
def test_no_page_scrolls_sideways_on_a_phone(
    build_once: BuildOnce, open_page: OpenPage, source: Any, names: list[str], now: str, theme: str
) -> None:
    folder = build_once(source, theme=theme)
    page = open_page(None, now, width=PHONE)
    for name in names:
        page.goto(f"{folder}{name}.html")
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        # A title that is so long that it breaks is the theme's; ours must fit all the same.
        if source is LONG_WORDS:
            page.add_style_tag(content="body { overflow-wrap: anywhere }")
        assert widest(page) <= PHONE, name


def test_a_page_that_is_too_wide_would_be_seen(build_once: BuildOnce, open_page: OpenPage) -> None:
    """The control of the test above."""
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-01T07:59:00Z", width=PHONE)
    page.evaluate("document.querySelector('.seminar-date').style.whiteSpace = 'nowrap'")
    page.evaluate("document.querySelector('.seminar-date').append(' wide'.repeat(50))")
    assert widest(page) > PHONE


def optional_readings_seen(page: Page) -> list[bool]:
    """Of each optional reading of the schedule, whether it is laid out to be seen."""
    seen: list[bool] = page.locator(".seminar-schedule .seminar-optional li").evaluate_all(
        "items => items.map(item => item.checkVisibility() && item.offsetHeight > 0)"
    )
    return seen


@pytest.mark.parametrize("source", ["mlsys-seminar", EVERYTHING], ids=["example", "everything"])
def test_print_shows_the_optional_readings(
    build_once: BuildOnce, open_page: OpenPage, source: Any
) -> None:
    page = open_page(build_once(source, theme="furo") + "index.html", EVERYTHING_NOW)
    assert optional_readings_seen(page)
    assert not any(optional_readings_seen(page))
    page.emulate_media(media="print")
    assert all(optional_readings_seen(page))
    assert page.locator("details[open]").count() == 0


def test_where_style_cannot_open_a_collapsible_for_print_the_script_does(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(EVERYTHING) + "index.html", EVERYTHING_NOW)
    page.locator("summary").first.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    # Calendars and tools are for the screen alone.
    assert page.locator("details:not([open], .seminar-calendars, .seminar-tools)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 1


def test_print_shows_no_marks(build_once: BuildOnce, open_page: OpenPage) -> None:
    # Paper does not know what day it is.
    page = open_page(build_once(EVERYTHING) + "index.html", EVERYTHING_NOW)
    assert marks(page).words == ["This week", "Today"]
    colors = "titles => new Set(titles.map(title => getComputedStyle(title).color)).size"
    titles = page.locator(".seminar-session[data-until] .seminar-title")
    assert titles.evaluate_all(colors) > 1
    page.emulate_media(media="print")
    assert marks_seen(page) == []
    assert titles.evaluate_all(colors) == 1


def test_a_document_to_print_is_made_whole(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(EVERYTHING) + "index.html", EVERYTHING_NOW)
    assert page.pdf().startswith(b"%PDF")
    # Nothing is left open that was closed before.
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("width", [WIDE, 768, 500, PHONE])
def test_all_names_of_a_role_stand_on_its_line(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    # One of the names is a link; a role has as many lines as its text needs, not one a name. Where
    # there is little room, the role is above them.
    page = open_page(
        build_once(EVERYTHING, theme="furo") + "index.html", EVERYTHING_NOW, width=width
    )
    link = page.get_by_role("link", name="Wei Lindqvist")
    box, cell = link.bounding_box(), link.locator("xpath=..").bounding_box()
    assert box is not None
    assert cell is not None
    assert cell["height"] < 4 * box["height"]


def marks_seen(page: Page) -> list[str]:
    """The words of marks and states that are seen; works without script on the page too."""
    words = page.locator(".seminar-mark, .seminar-states > *")
    return [word.inner_text() for word in words.all() if word.is_visible()]


@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_without_javascript_every_reading_is_in_reach(
    build_once: BuildOnce, open_page: OpenPage, theme: str
) -> None:
    address = build_once(EVERYTHING, theme=theme) + "index.html"
    page = open_page(address, EVERYTHING_NOW, javascript=False)
    for summary in page.locator("details:is(.seminar-optional, .seminar-details) > summary").all():
        summary.click()
    readings = page.locator(".seminar-readings > li")
    assert readings.count() == 7
    assert all(reading.is_visible() for reading in readings.all())
    assert page.get_by_text("Deep in the description.").is_visible()


def test_without_javascript_nothing_is_marked_and_no_link_is_dead(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    address = build_once(EVERYTHING, theme="furo") + "index.html"
    page = open_page(address, EVERYTHING_NOW, javascript=False)
    assert marks_seen(page) == []
    assert not page.get_by_text("Jump to today").is_visible()
    assert page.get_by_text("Times are Los Angeles time.").is_visible()
    # The control: with it something is.
    marked = open_page(address, EVERYTHING_NOW)
    assert marks_seen(marked) == ["Jump to today", "This week", "Today"]


def test_without_the_style_sheet_no_word_stands_where_it_is_not_true(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(None, EVERYTHING_NOW)
    page.route("**/seminar.css*", lambda route: route.abort())
    page.goto(build_once(EVERYTHING) + "index.html")
    assert page.locator(".seminar-mark").count() > 8
    assert marks_seen(page) == ["Jump to today", "This week", "Today"]


def test_without_style_sheet_and_script_no_such_word_stands_there_at_all(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(None, EVERYTHING_NOW, javascript=False)
    page.route("**/seminar.css*", lambda route: route.abort())
    page.goto(build_once(EVERYTHING) + "index.html")
    assert marks_seen(page) == []
