"""Whatever of a page has arrived is painted with its marks, and nothing moves afterwards."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlparse

import pytest

from .conftest import BuildOnce, OpenPage
from .slow_server import served_slowly

pytestmark = pytest.mark.browser

LOADS = 12
EXAMPLES = [("mlsys-seminar", "2022-02-28T20:00:00Z"), ("ml-and-systems", "2021-10-12T20:00:00Z")]

# What a frame shows is what is there when it begins: the parser does not run in between. A mark of
# the whole page is one in each of its frames from that on in which something of its element is
# there: of an empty row nothing is painted.
_WATCH = """
window.frames_ = [];
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
window.isMarked = (element) =>
  element.matches(".seminar-panel:not([hidden]), .seminar-this-week, .seminar-next");
window.MARKABLE = ".seminar-panel, .seminar-week[data-until], .seminar-session[data-until]";
const frame = () => {
  window.frames_.push([...document.querySelectorAll(MARKABLE)].map((element) =>
    element.firstChild && isMarked(element)));
  if (document.readyState !== "complete") requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
"""
_WRONG = """() => {
  const last = [...document.querySelectorAll(MARKABLE)].map(isMarked);
  const wrong = window.frames_.filter((seen) => seen.some((mark, place) =>
    mark !== null && mark !== last[place]));
  const partial = window.frames_.filter((seen) => seen.length > 0 && seen.length < last.length);
  return { wrong: wrong.length, partial: partial.length, marked: last.filter(Boolean).length };
}"""

_TOP_OF_CARD = "document.querySelector('.seminar-panel:not([hidden])').getBoundingClientRect().top"


@pytest.mark.parametrize(("example", "now"), EXAMPLES)
def test_every_frame_shows_the_marks_of_what_has_arrived(
    build_once: BuildOnce, open_page: OpenPage, example: str, now: str
) -> None:
    folder = Path(urlparse(build_once(example, theme="furo")).path)
    wrong, partial = 0, 0
    with served_slowly(folder) as address:
        for _ in range(LOADS):
            page = open_page(None, now)
            page.add_init_script(_WATCH)
            page.goto(f"{address}index.html")
            counted = page.evaluate(_WRONG)
            wrong += counted["wrong"] > 0
            partial += counted["partial"]
            # The card of the week, which is on top, the week and the session.
            assert counted["marked"] >= 3
            assert page.evaluate(_TOP_OF_CARD) < 400
            assert page.evaluate("window.shift") <= 0.002
            page.context.close()
    # The control: pages were painted before all of them was there.
    assert partial >= LOADS
    # A parser may stop between a row's first cell and what marks it.
    assert wrong <= 1


def test_a_mark_that_comes_late_is_counted(build_once: BuildOnce, open_page: OpenPage) -> None:
    """The control of the test above: the same page, whose script is not asked for in its head."""
    folder = Path(urlparse(build_once("mlsys-seminar", theme="furo")).path)
    with served_slowly(folder) as address:
        page = open_page(None, EXAMPLES[0][1])
        page.add_init_script(_WATCH)
        page.route("**/seminar-now.js?v=*", lambda route: route.fulfill(body=""))
        page.goto(f"{address}index.html")
        page.add_script_tag(url=f"{address}_static/seminar-now.js?late")
        assert page.evaluate(_WRONG)["wrong"] > 0
