"""The script completes what only the browser knows of a calendar: its address."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from .conftest import BuildOnce
from .pages import SEMINAR

pytestmark = pytest.mark.browser

SITE = "https://course.example/2022/"


@pytest.fixture
def page(browser: Browser, build_once: BuildOnce) -> Page:
    """A page that comes from the web, where `SITE` is the folder of the build."""
    folder = Path(unquote(urlsplit(build_once(SEMINAR)).path))

    def fulfill(route: Route) -> None:
        route.fulfill(path=folder / urlsplit(route.request.url).path.removeprefix("/2022/"))

    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.route(f"{SITE}**", fulfill)
    page = context.new_page()
    page.goto(f"{SITE}index.html")
    page.get_by_text("Add to your calendar").click()
    return page


def test_a_reader_subscribes_where_the_site_is(page: Page) -> None:
    link = page.get_by_role("link", name="Subscribe")
    assert link.get_attribute("href") == "webcal://course.example/2022/calendar.ics"
    page.context.close()


def test_a_reader_copies_the_address_and_is_told(page: Page) -> None:
    told = page.locator(".seminar-calendars").get_by_role("status")
    assert told.inner_text() == ""
    page.get_by_role("button", name="Copy the address").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{SITE}calendar.ics"
    page.context.close()


def test_a_page_of_this_computer_offers_the_file_alone(
    browser: Browser, build_once: BuildOnce
) -> None:
    page = browser.new_page()
    page.goto(f"{build_once(SEMINAR)}index.html")
    page.get_by_text("Add to your calendar").click()
    assert page.get_by_role("link", name="Download").is_visible()
    assert page.get_by_role("link", name="Subscribe").count() == 0
    assert page.get_by_role("button", name="Copy the address").count() == 0
    page.close()
