"""Parallel sections: a reader picks one, and sees its dates and its marks on every page."""

from __future__ import annotations

import pytest

from .conftest import BuildOnce, OpenPage
from .test_accessibility import violations

pytestmark = pytest.mark.browser

NOW = "2030-09-16T12:00:00Z"  # a Monday on which Group A has what Group B had on Thursday
FILES = {
    "course.yml": """
        title: Systems
        timezone: America/New_York
        start: 2030-09-02
        end: 2030-09-27
        sections:
          - {name: Group A, meetings: {days: Mon, time: 10:00-11:50}}
          - {name: Group B, meetings: {days: Thu, time: 14:00-15:50}}
        breaks:
          - {date: 2030-09-09}
        """,
    "index.md": "# Course\n\n:::{this-week}\n:::\n\n::::{schedule}\n:::{session} One\n:::\n"
    ":::{session} Two\n:::\n::::\n\n```{toctree}\nthree\n```\n",
    "three.md": "# Three\n\n:::{session}\n:::\n\n:::{deadline} Exercise\n"
    ":when: day of class 9am\n:::\n",
}
SELECT = ".seminar-schedule .seminar-pick select"
MARKS = ".seminar-schedule .seminar-date .seminar-mark:visible"


def test_a_reader_picks_a_section_and_sees_its_dates_on_every_page(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    site = build_once(FILES)
    page = open_page(f"{site}index.html", NOW, width=320)
    assert page.locator(MARKS).all_inner_texts() == ["Today", "Next"]
    assert page.locator(".seminar-entry:visible").count() == 2
    assert violations(page) == []
    page.select_option(SELECT, "Group B")
    assert page.locator(MARKS).all_inner_texts() == ["Next"]
    assert page.locator("#today").is_visible()
    assert "Thu, Sep 19" in page.locator("#today").inner_text()
    assert page.locator(".seminar-entry:visible p").all_inner_texts() == [
        "Three",
        "Group B: Thu, Sep 19, 14:00–15:50",
    ]
    values = page.locator(".seminar-pick select").evaluate_all("all => all.map((x) => x.value)")
    assert set(values) == {"Group B"}  # the deadline has one that nobody sees
    assert violations(page) == []
    page.goto(f"{site}three.html")
    [line] = page.locator(".seminar-session-head:visible").all_inner_texts()[:1]
    assert line.startswith("Group B: Thu, Sep 19")
    due = page.locator(".seminar-deadline [data-person]:visible")
    assert [text.partition(" (")[0] for text in due.all_inner_texts()] == [
        "Group B Thu, Sep 19, 09:00"
    ]
    page.locator("select:visible").select_option("Group A")
    assert due.count() == 1
    assert due.inner_text().startswith("Group A Mon, Sep 23")
    page.goto(f"{site}index.html")
    # What is due this week is due for the other section.
    assert page.locator(".seminar-panel:visible .seminar-deadlines li:visible").count() == 0
    assert page.locator(MARKS).all_inner_texts() == ["Today"]
    assert "Mon, Sep 16" in page.locator("#today").inner_text()


def test_without_a_script_the_dates_of_all_sections_are_there(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(FILES) + "three.html", NOW, javascript=False)
    assert page.locator("select:visible").count() == 0
    assert page.locator("p:visible", has_text="Group").count() == 4
