"""Readers tick readings, filter a schedule, and copy from it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from .conftest import BuildOnce, OpenPage

pytestmark = pytest.mark.browser

NOW = "2022-02-08T20:00:00Z"
COURSE = """\
title: Reading
timezone: Europe/Berlin
start: 2022-01-31
end: 2022-02-18
meetings: {days: Tue Thu, time: 10:00-12:00}
kinds:
  Lab: {number: yes}
presenting: {roles: [Author, Reviewer]}
"""
PAGE = """\
# Course

```{toctree}
list
```

::::::{schedule}
:::::{session} First
:kind: Lab

::::{readings}
- [A paper on paper](https://example.org/a) [VLDB'20]
- Read chapter 1 of [the *book*](https://example.org/b_(c)), and 2*3
- Notes that are announced, [later]()
::::

::::{readings}
:optional:
### More
- [Another paper on paper](https://example.org/d)
::::
:::::

:::::{session} Second
:kind: Talk
:speaker: [Ada Brook](https://example.org/ada) (Databricks)

::::{presenters}
Author: Noor Haddad, Wei Lindqvist
Reviewer:
::::
:::::

:::::{session} Third
:kind: Lab
:speaker: Mina Park (Example Lab)

::::{readings}
- [A third one of them](https://example.org/e)
::::

::::{presenters}
Author: Wei Lindqvist
Reviewer: Priya Okafor
::::
:::::
::::::
"""
FILES = {"course.yml": COURSE, "index.md": PAGE, "list.md": "# List\n\n```{reading-list}\n```\n"}
CLIPBOARD = """Object.defineProperty(navigator, "clipboard", {value: {
  writeText: async (text) => { window.copied = text; } }})"""


@pytest.fixture
def opened(build_once: BuildOnce, open_page: OpenPage) -> Page:
    page = open_page(None, NOW)
    page.add_init_script(CLIPBOARD)
    page.goto(build_once(FILES, theme="furo") + "index.html")
    return page


def tick(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Mark as read: {title}", exact=True)


def rows(page: Page) -> list[str]:
    """The titles that the schedule shows."""
    titles = page.locator(".seminar-schedule .seminar-title").all()
    return [title.inner_text().rstrip(" ¶\n") for title in titles if title.is_visible()]


def test_a_tick_stays_in_the_browser_and_is_counted_by_week(opened: Page) -> None:
    count = opened.locator("th .seminar-counted").first
    assert (count.inner_text(), opened.get_by_role("checkbox").count()) == ("", 1)
    opened.get_by_role("button", name="Past weeks").click()
    opened.get_by_role("button", name="Expand all").click()
    tick(opened, "Another paper on paper").check()
    assert count.inner_text() == ""  # nobody has to read it
    tick(opened, "Read chapter 1 of the book").check()
    assert count.inner_text() == "1 of 2 read"
    opened.reload()
    assert count.inner_text() == "1 of 2 read"
    opened.goto(opened.url.replace("index", "list"))
    tick(opened, "Read chapter 1 of the book").uncheck()
    assert tick(opened, "Another paper on paper").is_checked()
    opened.go_back()
    assert count.inner_text() == ""
    assert len(opened.evaluate("Object.keys(localStorage)")) == 2  # one of them is the open weeks


def test_ticks_need_no_storage(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(None, NOW)
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    page.goto(build_once(FILES, theme="furo") + "index.html")
    tick(page, "A third one of them").check()
    assert page.locator("th .seminar-counted").nth(1).inner_text() == "1 of 1 read"
    assert [text for text in failed if "theme" not in text and "denied" not in text] == []


def test_a_filter_works_by_keyboard_and_says_how_many_rows_it_shows(opened: Page) -> None:
    opened.locator(".seminar-tools > summary").focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    groups = opened.locator("select:focus optgroup")
    assert [group.get_attribute("label") for group in groups.all()] == [
        *("Weeks", "Kinds", "Speakers", "Presenters")
    ]
    assert opened.locator("select:focus option").all_inner_texts() == [
        *("All", "Week 1", "Week 2", "Week 3", "Lab", "Talk"),
        *("Ada Brook", "Mina Park (Example Lab)"),
        *("Noor Haddad", "Wei Lindqvist", "Priya Okafor"),
    ]
    assert rows(opened) == ["Third"]  # the past week is folded
    status = opened.locator(".seminar-schedule").get_by_role("status").filter(has_text="Rows")
    opened.keyboard.press("ArrowDown")
    assert (rows(opened), status.inner_text()) == (["First", "Second"], "Rows shown: 2")
    opened.get_by_label("Show").select_option("Wei Lindqvist")
    assert (rows(opened), status.inner_text()) == (["Second", "Third"], "Rows shown: 2")
    week = opened.locator("th.seminar-week").first  # its first row is left out
    assert week.is_visible()
    # Paper has all of it, and no control.
    opened.emulate_media(media="print")
    assert rows(opened) == ["First", "Second", "Third"]
    for control in (".seminar-tools", ".seminar-tick input", "output", ".seminar-counted"):
        assert not any(found.is_visible() for found in opened.locator(control).all())
    opened.emulate_media(media="screen")
    opened.get_by_label("Show").focus()
    opened.keyboard.press("Home")
    assert rows(opened) == ["Third"]  # as before


def test_readings_and_links_are_copied(opened: Page) -> None:
    opened.locator(".seminar-tools > summary").click()
    opened.get_by_label("Show").select_option("Week 1")
    opened.get_by_role("button", name="Copy readings as Markdown").click()
    assert opened.evaluate("window.copied").split("\n") == [
        "## First",
        "",
        "- [A paper on paper](<https://example.org/a>) (VLDB’20)",
        "- Read chapter 1 of [the book](<https://example.org/b_(c)>), and 2\\*3",
        "- Notes that are announced, later (to come)",
        "",
        "Additional optional reading",
        "",
        "More",
        "",
        "- [Another paper on paper](<https://example.org/d>)",
    ]
    opened.get_by_role("button", name="Copy readings as text").click()
    assert "the book <https://example.org/b_(c)>, and 2*3" in opened.evaluate("window.copied")
    assert opened.locator(".seminar-status").inner_text() == "Copied"
    sign = opened.get_by_role("link", name="Copy the link: Third")
    opened.get_by_label("Show").select_option("All")
    opened.keyboard.press("Tab")
    sign.focus()
    assert sign.evaluate("sign => getComputedStyle(sign).opacity") == "1"
    sign.press("Enter")
    assert opened.evaluate("window.copied").endswith("/index.html#third")


def test_without_a_script_there_is_no_control(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(FILES, theme="furo") + "index.html", NOW, javascript=False)
    assert not page.locator(".seminar-tools").is_visible()
    assert rows(page) == ["First", "Second", "Third"]


def test_a_box_can_be_hit_and_moves_nothing(opened: Page) -> None:
    label = opened.locator("label", has=tick(opened, "A third one of them"))
    size = label.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 24
    link = opened.get_by_role("link", name="A third one of them")
    before = link.bounding_box()
    opened.evaluate(
        "for (const box of document.querySelectorAll('.seminar-tick')) box.className = ''"
    )
    opened.evaluate(
        "for (const box of document.querySelectorAll('label input')) box.parentElement.remove()"
    )
    assert link.bounding_box() == before


def test_hidden_names_are_in_no_filter(build_once: BuildOnce, open_page: OpenPage) -> None:
    course = COURSE.replace("Reviewer]}", "Reviewer], names: hidden}")
    page = open_page(build_once({**FILES, "course.yml": course}, theme="furo") + "index.html", NOW)
    groups = page.locator(".seminar-tools optgroup").all()
    assert [group.get_attribute("label") for group in groups] == ["Weeks", "Kinds", "Speakers"]
