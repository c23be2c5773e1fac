"""Sign-ups and presentations by person, as readers of a real browser have them."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from ..presenting.seminar import PAGE, STUDENTS, TERM, course
from .conftest import BuildOnce, OpenPage
from .test_accessibility import violations
from .test_layout import _OBSERVE, layout_shift

pytestmark = pytest.mark.browser

NOW = "2022-01-26T20:00:00Z"
FILES = {
    "course.yml": course(
        "roles: [Author, Reviewer, {name: Scribe, optional: yes}]\n"
        "signups: signups.csv\nstudents: students.csv\n"
        "each_student: {distinct_roles: yes}",
        TERM,
    ),
    "signups.csv": "date,Author,Reviewer,Scribe\n1/24,Noor Haddad,Wei Lindqvist,\n"
    "1/31,Priya Okafor,Noor Haddad,\n",
    "students.csv": STUDENTS,
    "index.md": f"{PAGE}\n:::{{roles}}\n:::\n\n:::{{signups}}\n:::\n\n"
    ":::{my-presentations}\n:::\n\nThe end.\n",
}
SELECT = ".seminar-pick select"
PEOPLE = ".seminar-by-person tbody"
EVERYBODY = 3


def own(page: Page) -> list[str]:
    """The rows that a reader sees under the chosen name."""
    assert page.locator(f"{PEOPLE}:visible").count() == 1
    rows = page.locator(f"{PEOPLE} tr:visible").all()
    return [" · ".join(row.locator("td").all_inner_texts()) for row in rows]


def everybody(page: Page) -> int:
    """Of how many people there are rows."""
    return page.locator(f"{PEOPLE}:visible").count()


def test_a_reader_picks_a_name_and_sees_their_dates_and_roles(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES) + "index.html", NOW)
    assert everybody(page) == EVERYBODY
    page.select_option(SELECT, "Noor Haddad")
    assert own(page) == ["Mon, Jan 24 · Alpha · Author", "Mon, Jan 31 · Beta · Reviewer"]
    page.select_option(SELECT, "")
    assert everybody(page) == EVERYBODY


def test_where_the_browser_keeps_nothing_a_name_can_still_be_picked(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(None, NOW)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error.stack)))
    page.goto(build_once(FILES) + "index.html")
    page.select_option(SELECT, "Wei Lindqvist")
    assert own(page) == ["Mon, Jan 24 · Alpha · Reviewer"]
    # Sphinx's own script for highlighting takes storage for granted.
    assert [stack for stack in failed if "sphinx_highlight.js" not in stack] == []


def test_the_name_is_remembered_in_this_browser_and_sent_nowhere(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES) + "index.html", NOW)
    page.select_option(SELECT, "Wei Lindqvist")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert own(page) == ["Mon, Jan 24 · Alpha · Reviewer"]
    assert page.input_value(SELECT) == "Wei Lindqvist"
    assert page.context.cookies() == []
    assert asked
    assert not [url for url in asked if "Wei" in url or not url.startswith("file:")]


def test_a_remembered_name_that_is_gone_is_nobody(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES) + "index.html", NOW)
    page.select_option(SELECT, "Wei Lindqvist")
    page.evaluate("for (const key of Object.keys(localStorage)) localStorage[key] = 'Gone'")
    page.reload()
    assert everybody(page) == EVERYBODY
    assert page.input_value(SELECT) == ""


def test_without_a_script_there_is_the_table_and_no_choice(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES) + "index.html", NOW, javascript=False)
    assert not page.locator(SELECT).is_visible()
    assert page.locator(".seminar-by-person tbody").count() == 3
    assert page.locator(".seminar-by-person").is_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_moves_when_a_remembered_name_is_shown(
    build_once: BuildOnce, open_page: OpenPage, width: int
) -> None:
    address = build_once(FILES, theme="alabaster") + "index.html"
    page = open_page(address, NOW, width=width, height=6000)
    page.select_option(SELECT, "Noor Haddad")
    page.add_init_script(_OBSERVE)
    page.goto(address)
    assert len(own(page)) == 2
    # The button for a calendar comes with its script.
    assert layout_shift(page) <= 0.002


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_and_a_phone_does_not_scroll_sideways(
    build_once: BuildOnce, open_page: OpenPage, width: int, scheme: Literal["light", "dark"]
) -> None:
    address = build_once(FILES, theme="furo") + "index.html"
    page = open_page(address, NOW, width=width, scheme=scheme)
    page.select_option(SELECT, "Noor Haddad")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_role_of_a_session_has_a_line_with_its_name(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES, theme="furo") + "index.html", NOW, width=320)
    cell = page.locator(".seminar-signups td[data-role='Reviewer']").first
    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Reviewer" in label
    tops = page.locator(".seminar-signups tbody tr").first.evaluate(
        "row => [...row.children].filter(c => c.childNodes.length).map(c => c.offsetTop)"
    )
    assert tops == sorted(set(tops))
