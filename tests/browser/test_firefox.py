"""In Firefox readers see what they see in Chromium."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from ..feeds.calendars import by_icalendar
from ..tools import require_tools
from .conftest import BuildOnce
from .firefox import Firefox, FirefoxPage, firefox_path, running_firefox
from .looks import Look, built_look
from .pages import CLASSROOM, COURSE, SCHEDULE, Evaluates, marks
from .slow_server import TELL_FRAMES, served_by_frame
from .test_first_paint import _WATCH, _WRONG, EXAMPLES
from .test_marks import expected
from .test_past_weeks import ALL, FROM_WEEK_3, IN_WEEK_3, LINE, seen
from .themed_site import NOW

pytestmark = pytest.mark.browser

OPTIONAL = """
:::{readings}
:optional:
- [More](https://example.org/more) <span id="more"></span>
:::
"""
SITE = {
    "course.yml": f"{COURSE}presenting:\n  roles: [Author]\n  signups: signups.csv\n",
    "signups.csv": "session,Author\nFirst,Noor Haddad\nSecond,Wei Lindqvist\nLast,Wei Lindqvist\n",
    "index.md": "# Seminar\n"
    + SCHEDULE.replace("{session} First\n", f"{{session}} First\n{OPTIONAL}")
    + "\n:::{my-presentations}\n:::\n",
}
SELECT = ".seminar-pick select"
ENTER = "\ue007"
"""https://www.w3.org/TR/webdriver2/#keyboard-actions"""

_FOLLOW = """() => new Promise((done) => {
  addEventListener("hashchange", done);
  location.hash = "#more";
}).then(() => null)"""

OpenInFirefox = Callable[..., FirefoxPage]


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox; without it the test is skipped, or fails where SEMINAR_REQUIRE_BROWSER is set."""
    path = firefox_path()
    if path is None:
        if os.environ.get("SEMINAR_REQUIRE_BROWSER"):
            pytest.fail("no Firefox is installed, and SEMINAR_REQUIRE_BROWSER is set")
        pytest.skip("no Firefox is installed")
    with running_firefox(path, tmp_path_factory.mktemp("firefox")) as running:
        yield running


@pytest.fixture
def open_in_firefox(firefox: Firefox) -> Iterator[OpenInFirefox]:
    """Opens a tab for a new reader, the clock fixed at an instant given with a ``Z``."""
    pages: list[FirefoxPage] = []

    def open_(
        address: str | None, now: str, *, zone: str = CLASSROOM, width: int = 1280
    ) -> FirefoxPage:
        page = FirefoxPage(firefox, zone, width, 800)
        pages.append(page)
        page.set_clock(now)
        if address is not None:
            page.goto(address)
        return page

    yield open_
    for page in pages:
        page.close()


def shown(page: Evaluates, selector: str) -> list[str]:
    """The text of what is found and seen, its white space made single blanks."""
    texts: list[str] = page.evaluate(
        f"""() => [...document.querySelectorAll({json.dumps(selector)})]
          .filter((element) => element.checkVisibility() && element.offsetHeight > 0)
          .map((element) => element.innerText.trim().replace(/\\s+/g, " "))"""
    )
    return texts


def own(page: Evaluates) -> list[str]:
    """The rows of presentations that a reader sees."""
    return shown(page, ".seminar-by-person tbody tr")


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Asia/Kolkata"])
def test_readers_everywhere_see_the_marks_of_the_instant(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox, zone: str
) -> None:
    page = open_in_firefox(None, "2022-02-20T20:00:00Z", zone=zone)
    for now in (
        "2022-02-20T20:00:00Z",  # before the term
        "2022-03-03T07:59:59Z",  # the last second of a day with a session
        "2022-03-03T08:00:00Z",  # the first one after it
        "2022-04-09T07:00:00Z",  # after the term
    ):
        page.set_clock(now)
        page.goto(build_once(SITE) + "index.html")
        assert marks(page) == expected(now)
    # The control: the browser does live in this zone.
    offset = datetime(2022, 3, 1, 12, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
    minutes = page.evaluate("() => new Date('2022-03-01T12:00:00Z').getTimezoneOffset()")
    assert offset == timedelta(minutes=-minutes)


def test_a_reader_opens_the_past_weeks_and_this_browser_remembers_it(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox
) -> None:
    address = build_once(SITE) + "index.html"
    page = open_in_firefox(address, IN_WEEK_3)
    assert seen(page) == FROM_WEEK_3
    assert shown(page, LINE) == ["Past weeks: 2"]
    page.press(LINE, ENTER)
    assert seen(page) == ALL
    assert shown(page, LINE) == []
    page.reload()
    assert seen(page) == ALL
    assert seen(open_in_firefox(address, IN_WEEK_3, width=390)) == FROM_WEEK_3


def test_a_link_opens_the_past_weeks_and_the_optional_readings_that_it_leads_into(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox
) -> None:
    address = build_once(SITE) + "index.html"
    page = open_in_firefox(address + "#second", IN_WEEK_3)
    assert seen(page) == ALL
    assert shown(page, ".seminar-optional li") == []
    page.evaluate(_FOLLOW)
    assert shown(page, ".seminar-optional li") == ["More"]
    # It was not the reader who wanted to see all of them.
    assert page.evaluate("() => Object.keys(localStorage)") == []


def test_a_reader_picks_a_name_and_saves_what_they_present_as_a_calendar(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox, firefox: Firefox
) -> None:
    page = open_in_firefox(build_once(SITE) + "index.html", IN_WEEK_3)
    assert len(own(page)) == 3
    assert shown(page, "button[data-calendar]") == []
    page.press(SELECT, "W")
    picked = ["Wei Lindqvist Wed, Mar 2 Second Author", "Wed, Mar 23 Last Author"]
    assert own(page) == picked
    page.reload()
    assert own(page) == picked
    page.press("button[data-calendar]", ENTER)
    events = by_icalendar(firefox.saved("my-presentations.ics"))
    assert [(event.summary, event.start) for event in events] == [
        ("Author: Second", datetime(2022, 3, 2, 18, tzinfo=UTC)),
        ("Author: Last", datetime(2022, 3, 23, 17, tzinfo=UTC)),
    ]


def test_where_the_browser_keeps_nothing_a_page_that_is_loaded_again_shows_everybody(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox
) -> None:
    page = open_in_firefox(None, IN_WEEK_3)
    page.run_first(
        """() => Object.defineProperty(window, "localStorage", { get() { throw new Error(); } })"""
    )
    page.goto(build_once(SITE) + "index.html")
    page.press(SELECT, "W")
    assert len(own(page)) == 2
    # Firefox itself keeps what is in a form.
    page.reload()
    assert page.evaluate(f"() => document.querySelector('{SELECT}').value") == ""
    assert len(own(page)) == 3


def test_every_frame_shows_the_marks_of_the_rows_that_have_half_arrived(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox
) -> None:
    wrong = 0
    for example, now in EXAMPLES:
        folder = Path(urlsplit(build_once(example, theme="furo")).path)
        page = open_in_firefox(None, now)
        page.run_first(f"() => {{ {_WATCH} {TELL_FRAMES} }}")
        with served_by_frame(folder) as address:
            page.goto(f"{address}index.html?by-frame={now[:10]}")
        counted = page.evaluate(_WRONG)
        wrong += counted["wrong"] > 0
        assert counted["marked"] >= 3
        # The control: the page was painted before all of it was there.
        assert counted["partial"] > 0
    assert wrong == 0


@pytest.mark.tools
def test_print_has_all_weeks_with_their_numbers_and_presenters_and_heads_on_each_page(
    build_once: BuildOnce, open_in_firefox: OpenInFirefox, tmp_path: Path
) -> None:
    require_tools("pdftotext")
    address = built_look(Look("pydata_sphinx_theme"), build_once) + "index.html"
    page = open_in_firefox(address, NOW)
    document = tmp_path / "page.pdf"
    document.write_bytes(page.printed())
    command = ["pdftotext", "-layout", str(document), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert re.findall(r"^ +(\d+) +Mon, ", text, re.MULTILINE)[:9] == list("123456789")
    schedule = text.partition("Schedule")[2].partition("Presenting\n")[0]
    for words in ("Delta Lake", "Wei Lindqvist", "Ayla Demir, Priya Okafor", "Lena Novak"):
        assert words in schedule
    assert [words for words in ("Past weeks", "Jump to today") if words in text] == []
    schedules = page.evaluate("() => document.querySelectorAll('.seminar-schedule').length")
    assert len(re.findall(r"Week +Date +Session", text)) > schedules
