"""A reader who has picked a name saves their own sessions and deadlines as a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import icalendar
import pytest
from playwright.sync_api import Page

from ..feeds.calendar_rules import findings
from ..feeds.calendars import by_icalendar
from .conftest import BuildOnce, OpenPage

pytestmark = pytest.mark.browser

NOW = "2022-01-26T20:00:00Z"
BUTTON = "Add mine to a calendar"
LONG = "Lernen, in großen Räumen; mit \\ und 機械学習機械学習機械学習機械学習機械学習"
COURSE = """\
title: Reading, Machines
timezone: Europe/Berlin
start: 2022-03-21
end: 2022-11-11
meetings:
  - {days: Mon, time: 13:00-16:00, where: "Hall 1; north, upper"}
  - {days: Fri}
presenting:
  roles: [Author, Reviewer]
  names: given
  signups: signups.csv
"""
PAGE = f"""\
# Course

:::::{{schedule}}
::::{{session}} {LONG}
:::{{deadline}} Review of all
:when: 1 hour before class
:::
::::
::::{{session}} Moved
:date: 2022-10-30
:time: 02:15-02:45
:moved-from: 2022-03-28
::::
::::{{session}} Whole day
::::
::::{{session}} Another
::::
::::{{session}} Undated
:date: none
::::
:::::

:::{{my-presentations}}
:::

:::{{deadline}} Of nobody alone
:when: 2022-04-08
:::
"""
SHEET = """\
session,paper,Author,Reviewer
1,Attention,Noor Haddad,Wei Lindqvist
1,Memory,,Noor Haddad
Moved,,Noor Haddad,
Whole day,,Wei Lindqvist,Noor Haddad
Another,,Wei Lindqvist,
Undated,,Priya Okafor,Noor Haddad
"""
FILES = {
    "course.yml": COURSE,
    "index.md": PAGE,
    "signups.csv": SHEET.replace("1,", f'"{LONG}",'),
    "plain.md": "---\norphan: true\n---\n# Plain\n\n```{schedule}\n```\n",
}


@pytest.fixture
def page(build_once: BuildOnce, open_page: OpenPage) -> Page:
    return open_page(build_once(FILES) + "index.html", NOW, zone="Asia/Tokyo")


def saved(page: Page) -> bytes:
    """The file that the button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=BUTTON).click()
    assert download.value.suggested_filename == "my-presentations.ics"
    return Path(download.value.path()).read_bytes()


def test_the_calendar_of_a_presenter_holds_their_sessions_and_what_is_due_for_them(
    page: Page, build_once: BuildOnce
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.select_option(".seminar-pick select", "Noor")
    content = saved(page)
    assert findings(content) == []
    events = by_icalendar(content)
    assert [(event.summary, event.start, event.end) for event in events] == [
        (
            f"Author, Reviewer: {LONG}",
            datetime(2022, 3, 21, 12, tzinfo=UTC),
            datetime(2022, 3, 21, 15, tzinfo=UTC),
        ),
        (
            "Due: Review of all",
            datetime(2022, 3, 21, 10, 45, tzinfo=UTC),
            datetime(2022, 3, 21, 11, tzinfo=UTC),
        ),
        ("Reviewer: Whole day", date(2022, 3, 25), date(2022, 3, 26)),
        (
            "Author: Moved",
            datetime(2022, 10, 30, 0, 15, tzinfo=UTC),
            datetime(2022, 10, 30, 0, 45, tzinfo=UTC),
        ),
    ]
    first, due, _whole, moved = events
    assert first.description == f"Author: {LONG}: Attention\nReviewer: {LONG}: Memory"
    assert (due.description, moved.sequence, moved.status) == (LONG, 1, "CONFIRMED")
    course = Path(unquote(urlsplit(build_once(FILES)).path), "calendar.ics").read_bytes()
    theirs = {event.uid: event for event in by_icalendar(course)}
    for event in events:
        same = theirs[event.uid]
        assert (event.start, event.end, event.sequence) == (same.start, same.end, same.sequence)
    zones = [icalendar.Calendar.from_ical(text).walk("VTIMEZONE")[0] for text in (content, course)]
    assert zones[0].to_ical() == zones[1].to_ical()
    locations = {
        str(event["LOCATION"])
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
        if "LOCATION" in event
    }
    assert locations == {"Hall 1; north, upper"}
    assert asked == []
    assert b"Haddad" not in content


def test_there_is_a_calendar_for_who_is_picked_alone(page: Page) -> None:
    button = page.get_by_role("button", name=BUTTON)
    assert not button.is_visible()
    page.select_option(".seminar-pick select", "Priya")  # whose session has no date
    assert not button.is_visible()
    page.select_option(".seminar-pick select", "Wei")
    assert [event.summary for event in by_icalendar(saved(page))] == [
        *(f"Reviewer: {LONG}", "Due: Review of all"),
        *("Author: Whole day", "Author: Another"),
    ]
    page.reload()
    assert button.is_visible()
    page.select_option(".seminar-pick select", "")
    assert not button.is_visible()
    assert page.locator("script[src*='seminar-own-calendar']").count() == 1
    page.goto(page.url.replace("index.html", "plain.html"))
    assert page.locator("script[src*='seminar-own-calendar']").count() == 0
