"""In WebKit readers see what they see in Chromium and in Firefox.

Its driver prints nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from .conftest import BuildOnce
from .pages import marks
from .test_firefox import _FOLLOW, ENTER, SELECT, SITE, own, shown
from .test_marks import expected
from .test_past_weeks import ALL, FROM_WEEK_3, IN_WEEK_3, LINE, seen
from .webkit import WebKitPage, running_webkit, webkit_paths

pytestmark = pytest.mark.browser

ZONE = "Asia/Kolkata"


@pytest.fixture(scope="module")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitPage]:
    """WebKit; without it the test is skipped, or fails where SEMINAR_REQUIRE_BROWSER is set."""
    paths = webkit_paths()
    if paths is None:
        told = (
            "no WebKit is installed: webkit2gtk-driver (webkitgtk-webdriver in Debian 14) and xvfb"
        )
        if os.environ.get("SEMINAR_REQUIRE_BROWSER"):
            pytest.fail(f"{told}; SEMINAR_REQUIRE_BROWSER is set")
        pytest.skip(told)
    with running_webkit(paths, tmp_path_factory.mktemp("webkit"), ZONE) as running:
        yield running


@pytest.fixture
def page(webkit: WebKitPage, build_once: BuildOnce) -> WebKitPage:
    """The page as a new reader opens it."""
    webkit.goto(build_once(SITE) + "index.html", IN_WEEK_3)
    webkit.evaluate("() => localStorage.clear()")
    webkit.reload()
    return webkit


def test_readers_elsewhere_see_the_marks_of_the_instant(
    webkit: WebKitPage, build_once: BuildOnce
) -> None:
    for now in (
        "2022-02-20T20:00:00Z",  # before the term
        "2022-03-03T07:59:59Z",  # the last second of a day with a session
        "2022-03-03T08:00:00Z",  # the first one after it
        "2022-04-09T07:00:00Z",  # after the term
    ):
        webkit.goto(build_once(SITE) + "index.html", now)
        assert marks(webkit) == expected(now)
    # The control: the browser does live in this zone.
    offset = datetime(2022, 3, 1, 12, tzinfo=UTC).astimezone(ZoneInfo(ZONE)).utcoffset()
    minutes = webkit.evaluate("() => new Date('2022-03-01T12:00:00Z').getTimezoneOffset()")
    assert offset == timedelta(minutes=-minutes)


def test_a_reader_opens_the_past_weeks_and_this_browser_remembers_it(page: WebKitPage) -> None:
    assert seen(page) == FROM_WEEK_3
    assert shown(page, LINE) == ["Past weeks: 2"]
    page.press(LINE, ENTER)
    assert seen(page) == ALL
    page.reload()
    assert seen(page) == ALL


def test_a_link_opens_the_past_weeks_and_the_optional_readings_that_it_leads_into(
    page: WebKitPage,
) -> None:
    assert shown(page, ".seminar-optional li") == []
    page.evaluate(_FOLLOW)
    assert shown(page, ".seminar-optional li") == ["More"]
    assert seen(page) == ALL


def test_a_reader_picks_a_name_and_this_browser_remembers_it(page: WebKitPage) -> None:
    assert len(own(page)) == 3
    page.press(SELECT, "W")
    picked = ["Wei Lindqvist Wed, Mar 2 Second Author", "Wed, Mar 23 Last Author"]
    assert own(page) == picked
    page.reload()
    assert own(page) == picked
