"""This week and next: the same for every reader, and said in more than color."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from .conftest import BuildOnce, OpenPage
from .pages import (
    CLASSROOM,
    FIRST_DAY,
    HELD,
    LAST_DAY,
    SCHEDULE,
    SEMINAR,
    WEEK_1,
    ZONES,
    Marks,
    marks,
    marks_at,
    utc,
)

pytestmark = pytest.mark.browser

BEFORE, DURING, AFTER = (
    ["The term starts on Mon, Feb 28, 2022."],
    ["Jump to today"],
    ["The term ended on Fri, Apr 8, 2022."],
)


def expected(instant: str) -> Marks:
    """The marks at an instant, by the classroom's calendar."""
    today = datetime.fromisoformat(instant).astimezone(ZoneInfo(CLASSROOM)).date()
    ahead = [day for day in HELD.values() if day >= today]
    following = [title for title, day in HELD.items() if ahead and day == min(ahead)]
    number = (today - WEEK_1).days // 7 + 1
    # The last three weeks have open meetings alone, and a row all the same.
    weeks = [str(number)] if 1 <= number <= 6 and today >= WEEK_1 else []
    during = DURING if following else []
    return Marks(
        next=following,
        weeks=weeks,
        today=following[:1],
        words=_words(weeks, following, "Today" if today in ahead else "Next"),
        states=BEFORE if today < FIRST_DAY else AFTER if today > LAST_DAY else during,
    )


def _words(weeks: list[str], following: list[str], word: str) -> list[str]:
    both = {title: (HELD[title] - WEEK_1).days // 7 + 1 for title in following}
    early = weeks and all(int(weeks[0]) <= number for number in both.values())
    words = ["This week"] * len(weeks), [word] * len(following)
    return [*words[0], *words[1]] if early or not following else [*words[1], *words[0]]


def instants() -> list[str]:
    """Around each midnight at which something changes, and at noon of every day."""
    changes = {WEEK_1 + timedelta(weeks=week) for week in range(7)}
    changes |= {day + timedelta(days=1) for day in HELD.values()}
    changes |= {LAST_DAY + timedelta(days=1)}
    offsets = (-3600, -60, -1, 0, 1, 60, 3600)
    around = {utc(day, time(), seconds=seconds) for day in changes for seconds in offsets}
    days = [date(2022, 2, 20) + timedelta(days=number) for number in range(55)]
    return sorted(around | {utc(day, time(12)) for day in days})


@pytest.mark.parametrize("zone", ZONES)
def test_readers_everywhere_see_the_same_marks_at_the_same_instant(
    build_once: BuildOnce, open_page: OpenPage, zone: str
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-02-20T20:00:00Z", zone=zone)
    # The control: the browser does live in this zone.
    noon = datetime(2022, 3, 1, 12, tzinfo=UTC)
    offset = noon.astimezone(ZoneInfo(zone)).utcoffset()
    minutes = page.evaluate("new Date('2022-03-01T12:00:00Z').getTimezoneOffset()")
    assert offset == timedelta(minutes=-minutes)
    found = {instant: marks_at(page, instant) for instant in instants()}
    assert found == {instant: expected(instant) for instant in instants()}
    assert any(at.next and at.weeks for at in found.values())
    assert any(not at.next and not at.weeks for at in found.values())


@pytest.mark.parametrize("zone", ZONES)
def test_a_page_is_marked_as_it_is_opened(
    build_once: BuildOnce, open_page: OpenPage, zone: str
) -> None:
    page = open_page(None, "2022-02-20T20:00:00Z", zone=zone)
    for now in (
        "2022-02-20T20:00:00Z",  # before the term
        "2022-03-03T07:59:59Z",  # the last second of a day with a session
        "2022-03-03T08:00:00Z",  # the first one after it
        "2022-04-09T07:00:00Z",  # after the term
    ):
        page.clock.set_fixed_time(now)
        page.goto(build_once(SEMINAR) + "index.html")
        assert marks(page) == expected(now)


def test_this_week_and_next_are_two_things(build_once: BuildOnce, open_page: OpenPage) -> None:
    # On Thursday of week 1 both of its sessions are over, and the one of Monday is cancelled.
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-03T20:00:00Z")
    found = marks(page)
    assert found.weeks == ["1"]
    assert found.next == ["Morning", "Afternoon"]


def test_sessions_of_one_day_are_next_together_with_one_today(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    # In the evening, when both are over: all of the day is included.
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-10T07:00:00Z")
    found = marks(page)
    assert found.next == ["Morning", "Afternoon"]
    assert found.today == ["Morning"]


def test_a_cancelled_session_is_never_next(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-07T20:00:00Z")
    assert marks(page).next == ["Morning", "Afternoon"]
    row = page.locator(".seminar-cancelled")
    assert row.get_attribute("data-date") == "2022-03-07"
    assert row.get_attribute("data-until") is None
    assert all("Dropped" not in marks_at(page, instant).next for instant in instants())


def test_the_week_of_a_break_is_marked(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-16T20:00:00Z")
    assert marks(page) == Marks(
        next=["After the break"],
        weeks=["3"],
        today=["After the break"],
        words=["This week", "Next"],
        states=DURING,
    )
    week = page.locator(".seminar-this-week")
    assert week.locator("xpath=..").get_attribute("class") == "seminar-break"


def test_before_the_term_the_page_says_so_and_the_first_session_is_next(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2021-09-01T12:00:00Z")
    assert marks(page) == Marks(["First"], [], ["First"], ["Next"], BEFORE)


def test_after_the_term_the_page_says_so_and_nothing_is_marked(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-04-11T07:00:00Z")
    assert marks(page) == Marks([], [], [], [], AFTER)
    # The week of its last day goes on over the weekend.
    assert marks_at(page, "2022-04-11T06:59:59Z") == Marks([], ["6"], [], ["This week"], AFTER)


def test_when_no_session_is_left_there_is_no_link_to_one(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-30T20:00:00Z")
    assert marks(page) == Marks([], ["5"], [], ["This week"], [])
    assert marks_at(page, "2022-03-23T20:00:00Z").states == DURING


def test_what_is_past_recedes(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-03T20:00:00Z")
    colors = page.locator("tr.seminar-session:not(.seminar-cancelled) .seminar-title").evaluate_all(
        "titles => titles.map(title => getComputedStyle(title).color)"
    )
    first, second, *ahead = colors
    assert first == second
    assert set(ahead).isdisjoint({first})


def test_two_schedules_on_a_page_share_one_today(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    twice = SEMINAR | {"index.md": f"# Seminar\n{SCHEDULE}\n:::{{schedule}}\n:show: title\n:::\n"}
    page = open_page(build_once(twice) + "index.html", "2022-03-09T20:00:00Z")
    found = marks(page)
    assert found.next == ["Morning", "Afternoon"] * 2
    assert found.weeks == ["2", "2"]
    assert found.today == ["Morning"]
    assert page.locator(".seminar-schedule").first.locator("#today").count() == 1


def test_a_page_of_two_courses_marks_each_by_its_own_calendar(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    files = {
        "index.md": """
            # Both

            :::{schedule}
            :course: west
            :::

            :::{schedule}
            :course: east
            :::

            :::{toctree}
            west/one
            east/one
            :::
            """,
    }
    zones = {"west": "Pacific/Honolulu", "east": "Pacific/Auckland"}
    for folder, zone in zones.items():
        files[f"{folder}/course.yml"] = (
            f"title: {folder}\ntimezone: {zone}\nstart: 2022-03-01\nend: 2022-03-15\n"
            "meetings:\n  - {days: Tue, time: 10:00-11:00}\n"
        )
        files[f"{folder}/one.md"] = "# Sessions\n" + "".join(
            f"\n## {folder} {number}\n\n:::{{session}}\n:::\n" for number in (1, 2, 3)
        )
    # Half past eight on Tuesday evening in Honolulu is Wednesday evening in Auckland.
    page = open_page(build_once(files) + "index.html", "2022-03-09T06:30:00Z")
    assert marks(page).next == ["west 2", "east 3"]


def test_instants_in_the_page_are_utc_with_a_z(build_once: BuildOnce, open_page: OpenPage) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-03T20:00:00Z")
    attributes = page.evaluate(
        """() => [...document.querySelectorAll("[data-from], [data-until]")].flatMap((element) =>
          ["data-from", "data-until"].map((name) => element.getAttribute(name)).filter(Boolean))"""
    )
    assert len(attributes) > 20
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text) for text in attributes)
    times = page.locator(".seminar-time time").evaluate_all(
        "times => times.map(time => time.dateTime)"
    )
    assert "2022-02-28T18:00:00Z" in times  # ten in the morning, by winter time
    assert "2022-03-21T17:00:00Z" in times  # by summer time
    assert all(text.endswith("Z") for text in times)
    days = page.locator("tr[data-date]").evaluate_all("rows => rows.map(row => row.dataset.date)")
    assert days[:2] == ["2022-02-28", "2022-03-02"]


def test_the_first_session_of_the_term_is_next_from_ever(
    build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_page(build_once(SEMINAR) + "index.html", "2022-03-03T20:00:00Z")
    intervals = page.locator("tr[data-until]").evaluate_all(
        "rows => rows.map(row => [row.dataset.from ?? null, row.dataset.until])"
    )
    assert intervals[:2] == [
        [None, "2022-03-01T08:00:00Z"],
        ["2022-03-01T08:00:00Z", "2022-03-03T08:00:00Z"],
    ]
