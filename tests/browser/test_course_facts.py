"""Staff, grading, deadlines, this week, the timetable and news as their readers see them."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .pages import ZONES, again_at
from .test_accessibility import violations

pytestmark = pytest.mark.browser

WIDE, PHONE = 1280, 320
# Observed from the first moment on; "buffered" catches what came before the observer.
_OBSERVE = """
window.painted = false;
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(() => {
  window.painted = true;
}).observe({ type: "paint", buffered: true });
"""
_TWO_FRAMES = "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
# Of all that is below the week, and of its own box.
_PLACES = """() => [...document.querySelectorAll(
  ".seminar-panels, .seminar-panels ~ *, .seminar-panels ~ * *")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return `${element.tagName} ${x} ${y} ${width} ${height}`;
})"""

COURSE = """
title: Facts
timezone: America/Los_Angeles
start: 2022-02-28
end: 2022-03-25
meetings:
  - {days: Mon, time: 10:00-11:00, where: Room 1}
  - {days: Mon, time: 10:30-11:30, where: Room 2, kind: Discussion, sessions: no}
breaks:
  - {start: 2022-03-14, end: 2022-03-18, title: Spring break}
presenting:
  roles: [Author, Reviewer]
staff:
  - name: Ada Brook
    pronouns: she/her
    role: Instructor
    url: https://example.org/ada
    links: {Mail: "mailto:ada@example.org"}
    office_hours: {days: Mon, time: 10:00-12:00, where: Room 3}
  - {name: Noor Haddad, role: Assistant, office_hours: "Wed 9-9:30am, Room 3"}
grading:
  Talk: 40
  Project: {Code: 20, Report: 30, Poster: 10}
  bands: {A: 90, B: 80, F: 0}
"""

PAGE = """
# Facts

:::{this-week}
:::

What stands below.

:::{staff}
:::

:::{grading}
:::

:::{timetable}
:::

:::{deadlines}
:::

::::{announcements}
:::{announcement} Welcome
:date: 2022-01-20
Hello *all*.
:::
::::

:::{courses}
:::

## Schedule

:::::{schedule}
::::{session} First
:speaker: Wei Lindqvist

:::{readings}
- [A paper](https://example.org/paper) [NSDI'12]
- [Another](https://example.org/other)
:::
:::{presenters}
Author: Noor Haddad
Reviewer:
:::
:::{deadline} Review
:when: Friday 23:59
:link: https://example.org/review
:::
::::
::::{session} Second
::::
:::::
"""

FACTS = {"course.yml": COURSE, "index.md": PAGE}
FIRST_WEEK = "2022-03-02T20:00:00Z"


def panels(page: Page) -> list[str]:
    """The first lines of the panels that are seen."""
    return [
        panel.inner_text().splitlines()[0]
        for panel in page.locator(".seminar-panel").all()
        if panel.is_visible()
    ]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2022-02-28T07:59:59Z", "The term starts on Mon, Feb 28, 2022."),
        ("2022-02-28T08:00:00Z", "Week 1 · Mon, Feb 28 – Sun, Mar 6"),
        ("2022-03-14T06:59:59Z", "Week 2 · Mon, Mar 7 – Sun, Mar 13"),
        ("2022-03-14T07:00:00Z", "Week 3 · Mon, Mar 14 – Sun, Mar 20"),  # clocks went forward
        ("2022-03-28T07:00:00Z", "The term ended on Fri, Mar 25, 2022."),
    ],
)
def test_one_week_is_shown_and_the_same_to_every_reader(
    build_once: BuildOnce, open_page: OpenPage, zone: str, now: str, expected: str
) -> None:
    page = open_page(build_once(FACTS) + "index.html", now, zone=zone)
    assert panels(page) == [expected]


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("now", ["2022-01-01T12:00:00Z", FIRST_WEEK, "2022-06-01T12:00:00Z"])
def test_nothing_moves_when_the_week_is_shown(
    build_once: BuildOnce, open_page: OpenPage, now: str, width: int
) -> None:
    page = open_page(None, now, width=width, height=9000)
    page.add_init_script(_OBSERVE)
    page.goto(build_once(FACTS, theme="alabaster") + "index.html")
    assert len(panels(page)) == 1
    page.evaluate(_TWO_FRAMES)
    assert page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)") <= 0.002


def test_a_page_left_open_goes_on_to_the_next_week(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FACTS) + "index.html", FIRST_WEEK)
    again_at(page, "2022-03-08T20:00:00Z", "() => null")
    assert panels(page) == ["Week 2 · Mon, Mar 7 – Sun, Mar 13"]


def test_without_javascript_it_is_a_link_to_the_schedule(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    address = build_once(FACTS, theme="furo") + "index.html"
    page = open_page(address, FIRST_WEEK, javascript=False)
    assert panels(page) == []
    link = page.get_by_text("See the whole schedule")
    assert link.is_visible()
    assert (link.get_attribute("href") or "").endswith("#schedule")
    # No room is kept for what cannot be shown.
    top = page.locator("h1").bounding_box()
    below = page.get_by_text("What stands below.").bounding_box()
    assert top is not None
    assert below is not None
    assert below["y"] - top["y"] < 160


@pytest.mark.parametrize("zone", ZONES)
def test_a_deadline_recedes_at_its_instant(
    build_once: BuildOnce, open_page: OpenPage, zone: str
) -> None:
    page = open_page(build_once(FACTS) + "index.html", "2022-03-05T07:58:59Z", zone=zone)
    past = "() => document.querySelectorAll('.seminar-deadline.seminar-past').length"
    assert page.evaluate(past) == 0
    # In the session, in the list, and in the week.
    assert again_at(page, "2022-03-05T07:59:00Z", past) == 3


_BOXES = """() => [...document.querySelectorAll(".seminar-event")].map((event) => {
  const { left, right, top, bottom } = event.getBoundingClientRect();
  return [left, right, top, bottom, event.scrollWidth - event.clientWidth,
    event.scrollHeight - event.clientHeight];
})"""


@pytest.mark.parametrize("width", [WIDE, 800, PHONE])
def test_no_event_of_the_timetable_hides_another(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    page = open_page(build_once(FACTS, theme="furo") + "index.html", FIRST_WEEK, width=width)
    boxes = page.evaluate(_BOXES)
    assert len(boxes) == 4
    for number, (left, right, top, bottom, wide, high) in enumerate(boxes):
        assert (wide, high) == (0, 0)
        for other in boxes[number + 1 :]:
            apart = right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top
            assert apart
    lefts = {box[0] for box in boxes}
    assert len(lefts) == (1 if width == PHONE else 4)


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_no_fact_makes_a_phone_scroll_sideways(
    build_once: BuildOnce, open_page: OpenPage, theme: str
) -> None:
    page = open_page(build_once(FACTS, theme=theme) + "index.html", FIRST_WEEK, width=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe_finds_nothing_wrong(
    build_once: BuildOnce, open_page: OpenPage, scheme: Literal["light", "dark"], width: int
) -> None:
    address = build_once(FACTS, theme="furo") + "index.html"
    page = open_page(address, FIRST_WEEK, scheme=scheme, width=width)
    context: Any = {"include": [["article"]]}
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    options = {"runOnly": {"type": "tag", "values": tags}}
    response = Axe().run(page, context=context, options=options).response
    found = [
        f"{violation['id']}: {node['html']}"
        for violation in response["violations"]
        for node in violation["nodes"]
        if "seminar" in node["html"] or "sd-" in node["html"]
    ]
    assert found == []


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_screen_reader_gets_names_for_lists_and_tables(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    page = open_page(build_once(FACTS, theme="furo") + "index.html", FIRST_WEEK, width=width)
    for role in ("Instructor", "Assistant"):
        assert page.get_by_role("list", name=role).get_by_role("listitem").count() == 1
    monday = page.get_by_role("list", name="Monday").get_by_role("listitem")
    assert [" ".join(text.split()) for text in monday.all_inner_texts()] == [
        "10:00–11:00 Class Room 1",
        "10:00–12:00 Office hours: Ada Brook Room 3",
        "10:30–11:30 Discussion Room 2",
    ]
    grading = page.get_by_role("table", name="Grading")
    assert grading.get_by_role("rowheader").count() == 5
    assert grading.get_by_role("cell").all_inner_texts()[0].strip() == "40%"
    assert page.get_by_role("table", name="Letter grades").count() == 1
    assert page.get_by_role("article").filter(has_text="Welcome").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("name", ["mlsys-seminar", "ml-and-systems"])
def test_axe_finds_nothing_wrong_with_an_example(
    build_once: BuildOnce,
    open_page: OpenPage,
    name: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    address = build_once(name, theme="furo") + "index.html"
    page = open_page(address, "2022-02-23T20:00:00Z", scheme=scheme, width=width)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


_FACTS_IN_PRINT = (
    *("Office hours", "Room 3", "she/her", "40%", "A paper", "Another", "Welcome", "Hello all."),
    *("Discussion", "10:30–11:30", "Review", "Spring break", "Noor Haddad", "90% or more"),
)


def test_print_has_all_facts_and_dims_none(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(FACTS, theme="furo") + "index.html", "2022-03-09T20:00:00Z")
    assert page.locator(".seminar-deadline.seminar-past").count() == 3
    page.emulate_media(media="print")
    text = page.locator("article").first.inner_text()
    assert [fact for fact in _FACTS_IN_PRINT if fact not in text] == []
    # Paper does not know what day it is.
    color = "(selector) => getComputedStyle(document.querySelector(selector)).color"
    past = page.evaluate(color, ".seminar-deadlines > .seminar-past time")
    assert past == page.evaluate(color, "h1")
    assert not page.locator(".seminar-announcement .headerlink").is_visible()


_OPACITY = "link => getComputedStyle(link).opacity"


def test_the_link_of_an_announcement_is_seen_by_pointing_at_it_or_by_keyboard(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FACTS, theme="furo") + "index.html", FIRST_WEEK)
    link = page.locator(".seminar-announcement .headerlink")
    assert link.evaluate(_OPACITY) == "0"
    page.get_by_text("Welcome").hover()
    assert link.evaluate(_OPACITY) == "1"
    page.mouse.move(0, 0)
    assert link.evaluate(_OPACITY) == "0"
    page.keyboard.press("Tab")
    while not link.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    assert link.evaluate(_OPACITY) == "1"


def test_print_has_the_bars_and_no_empty_room(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(FACTS) + "index.html", "2022-06-01T12:00:00Z")
    page.emulate_media(media="print")
    tall = page.evaluate("document.querySelector('.seminar-panels').offsetHeight")
    assert tall < 60
    # Backgrounds are not printed; borders are.
    bar = "getComputedStyle(document.querySelector('.seminar-bar')).borderBlockEndWidth"
    assert page.evaluate(bar) != "0px"
