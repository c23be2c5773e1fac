"""The seminars that the browser tests look at, and how they look at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

CLASSROOM = "America/Los_Angeles"
ZONES = (CLASSROOM, "Asia/Tokyo", "Pacific/Honolulu", "Asia/Kolkata")

COURSE = """
title: Seminar
timezone: America/Los_Angeles
start: 2022-02-28
end: 2022-04-08
meetings:
  - {days: Mon Wed, time: 10:00-11:00, where: Room 1}
breaks:
  - {start: 2022-03-14, end: 2022-03-18, title: Spring break}
"""

SCHEDULE = """
:::::{schedule}

::::{session} First
::::

::::{session} Second
::::

::::{session} Dropped
:status: cancelled
::::

::::{session} Morning
::::

::::{session} Afternoon
:date: 2022-03-09
:time: 14:00-15:00
::::

::::{session} After the break
::::

::::{session} Last
::::

:::::
"""
"""Clocks go forward in the night before its break; open meetings follow the last session."""

SEMINAR = {"course.yml": COURSE, "index.md": "# Seminar\n" + SCHEDULE}

HELD = {
    "First": date(2022, 2, 28),
    "Second": date(2022, 3, 2),
    "Morning": date(2022, 3, 9),
    "Afternoon": date(2022, 3, 9),
    "After the break": date(2022, 3, 21),
    "Last": date(2022, 3, 23),
}
"""The days of its sessions, but for the one that is cancelled."""

WEEK_1 = date(2022, 2, 28)
FIRST_DAY, LAST_DAY = date(2022, 2, 28), date(2022, 4, 8)

EVERYTHING_COURSE = """
title: Everything
term: Spring 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-03-18
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
breaks:
  - {date: 2022-02-21, title: Presidents' Day}
  - {start: 2022-03-07, end: 2022-03-11, title: Spring break}
staff:
  - {name: Ada Brook, role: Instructor, url: https://example.org/ada, office_hours: TBA}
links:
  Announcements: Piazza
  Reviews: https://example.org/reviews
presenting:
  roles: [Author, Reviewer, Archaeologist, Private Investigator, Backup/Scribe]
"""

EVERYTHING_PAGE = """
# Everything

:::{course-info}
- **Credits:** 3
:::

## Schedule

:::::{schedule}

::::{session} Introduction
:speaker: [Ada Brook](https://example.org/ada) (Databricks)
:link: https://example.org/call

- Slides: [PDF](https://example.org/1.pdf), [PPTX]()

:::{details}
What the course is about.

<span id="deep-details">Deep in the description.</span>
:::

:::{readings}
- [How to read a paper](https://example.org/read) [NSDI'12]
- A paper to be announced
:::

:::{readings}
:optional:

### Software
- [Delta Lake](https://example.org/delta) [Best Paper Award, VLDB'20]

### Theory
- [A theory <span id="deep-reading">of everything</span>](https://example.org/theory)
:::
::::

::::{session} Cancelled topic
:status: cancelled
::::

::::{session} Moved topic
:date: 2022-02-09
:time: 10:00-11:00
:moved-from: 2022-02-07
:where: Room 1
:kind: Guest lecture
::::

::::{session} This week's topic
:speaker: Wei Lindqvist

:::{readings}
- [Scaling laws](https://example.org/laws) [2020]
:::

(optional-of-this-week)=
:::{readings}
:optional:

- [More of it](https://example.org/more)
:::

:::{presenters}
Author: [Noor Haddad](https://example.org/slides.pdf)
Reviewer: [Wei Lindqvist](https://example.org/wei), Priya Okafor
Archaeologist: Yuki Sato
Private Investigator: Lena Novak
Backup/Scribe:
:::
::::

::::{session} Papers
:::{presenters}
| Paper | Author | Reviewer |
| --- | --- | --- |
| [Scaling laws](https://example.org/laws) | Noor Haddad | |
| Delta Lake | | Yuki Sato |
:::
::::

::::{session} Some day
:date: none
::::

:::::
"""

EVERYTHING = {
    "course.yml": EVERYTHING_COURSE,
    "index.md": EVERYTHING_PAGE + "\n:::{toctree}\n:hidden:\n\ncompact\nlone\n:::\n",
    "compact.md": "# Compact\n\n:::{schedule}\n:show: title\n:::\n",
    "lone.md": """
        # A session of its own

        :::{session}
        :speaker: Mina Park
        :::

        :::{readings}
        - [Scaling laws](https://example.org/laws) [2020]
        :::

        :::{presenters}
        Author:
        :::
        """,
}
EVERYTHING_NOW = "2022-02-14T20:00:00Z"
"""Its fourth session is next, and is this week; something is past."""

_MARKS = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const words = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const title = (row) => row.querySelector(".seminar-title").firstChild.textContent.trim();
  const titles = (rows) => [...rows].map(title);
  const number = (cell) => cell.querySelector(".seminar-number").textContent;
  const numbers = (cells) => [...cells].map(number);
  const all = (selector) => document.querySelectorAll(selector);
  return {
    next: titles(all(".seminar-next")),
    current: [...all("[aria-current]")].map((element) => title(element)),
    today_words: words("tr .seminar-date .seminar-mark")
      .filter((mark) => mark.textContent === mark.dataset.today)
      .map((mark) => title(mark.closest("tr"))),
    next_words: words("tr .seminar-date .seminar-mark").map((mark) => title(mark.closest("tr"))),
    weeks: numbers(all(".seminar-this-week")),
    weeks_words: words(".seminar-week .seminar-mark").map((mark) => number(mark.closest("th"))),
    words: words(".seminar-mark").map((mark) => mark.textContent),
    today: titles(all("#today")),
    states: words(".seminar-states > *").map((state) => state.textContent),
  };
}"""


class Evaluates(Protocol):
    """A page of any browser."""

    def evaluate(self, expression: str, /) -> Any: ...


@dataclass(frozen=True)
class Marks:
    """What a page says of now."""

    next: list[str]
    """The titles of the rows that are next."""
    weeks: list[str]
    """The numbers of the weeks that are this week."""
    today: list[str]
    """The titles of the rows with the id ``today``."""
    words: list[str]
    """The words that are seen on the marks."""
    states: list[str]
    """Which words of those before, during and after the term are seen."""


def marks(page: Evaluates) -> Marks:
    """The marks of a page; class and visible word must agree, ``aria-current`` and "Today" too."""
    return _agreed(page.evaluate(_MARKS))


def marks_at(page: Page, instant: str) -> Marks:
    """The marks of a page that becomes visible again at an instant, given with a ``Z``."""
    return _agreed(again_at(page, instant, _MARKS))


def again_at(page: Page, instant: str, script: str) -> Any:
    """What a script finds on a page that becomes visible again at an instant."""
    assert instant.endswith("Z")
    page.clock.set_fixed_time(instant)
    return page.evaluate(
        f"() => {{ document.dispatchEvent(new Event('visibilitychange')); return ({script})(); }}"
    )


def _agreed(found: dict[str, list[str]]) -> Marks:
    assert found["next"] == found["next_words"]
    assert found["current"] == found["today_words"]
    assert found["weeks"] == found["weeks_words"]
    return Marks(*(found[name] for name in ("next", "weeks", "today", "words", "states")))


def utc(day: date, clock: time, zone: str = CLASSROOM, seconds: int = 0) -> str:
    """The instant at which clocks show something, and some seconds after it, with a ``Z``."""
    local = datetime.combine(day, clock, ZoneInfo(zone))
    instant = local.astimezone(UTC) + timedelta(seconds=seconds)
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
