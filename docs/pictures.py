"""Takes the pictures in docs/_static from a built documentation, at a fixed instant.

Run ``python -m docs.pictures docs/_build/html``; it needs Playwright and a Chromium.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.installed_browser import launched_browser

PAGE = "examples/mlsys-seminar/index.html"
# A Wednesday after a holiday: this week and next are two different rows.
NOW = "2022-02-23T20:00:00Z"
FIRST, LAST = "2022-02-21", "2022-02-28"
PICTURES = Path(__file__).parent / "_static"

# What is not in the picture, and the room that it leaves.
CROP = """([first, last]) => {
  const rows = [...document.querySelectorAll(".seminar-schedule tr[data-date]")];
  for (const row of rows)
    if (row.dataset.date < first || row.dataset.date > last) row.closest("tbody").remove();
}"""
# The schedule alone, without what the theme puts around and over it.
STYLE = """
  .content { width: %(width)spx; max-width: none; padding: 0 }
  .seminar-schedule { margin: 0 !important; padding: .5rem .75rem 0 }
  .seminar-schedule > table > tbody:last-child > tr > * { border-block-end: 0 !important }
  .mobile-header, .back-to-top, .sidebar-drawer, .toc-drawer { display: none !important }
"""


def take(browser: Browser, site: Path, name: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 3000}, device_scale_factor=2, color_scheme=scheme
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto((site / PAGE).as_uri())
    page.add_style_tag(content=STYLE % {"width": width})
    page.evaluate(CROP, [FIRST, LAST])
    page.locator(".seminar-schedule").screenshot(path=PICTURES / name)
    context.close()


def main(site: Path) -> None:
    with sync_playwright() as playwright:
        browser = launched_browser(playwright)
        take(browser, site, "schedule-wide.png", 960, "light")
        take(browser, site, "schedule-dark.png", 960, "dark")
        take(browser, site, "schedule-phone.png", 360, "light")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
