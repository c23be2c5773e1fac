"""What is heard of both examples is what a person has read and approved.

After a change, write the transcripts anew and read what is different:
``SEMINAR_WRITE_TRANSCRIPTS=1 python -m pytest tests/browser/test_heard.py``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..tools import skip_or_fail
from .conftest import BuildOnce, OpenPage
from .heard import READER, phrases, transcript

pytestmark = [pytest.mark.browser, pytest.mark.tools]

TRANSCRIPTS = Path(__file__).with_name("transcripts")
# A day of class each, so that there are a session of today and past weeks.
PAGES = [("mlsys-seminar", "2022-03-07T20:00:00Z"), ("ml-and-systems", "2021-10-07T20:00:00Z")]


@pytest.mark.parametrize(("example", "now"), PAGES)
def test_a_screen_reader_says_what_the_transcript_says(
    build_once: BuildOnce, open_page: OpenPage, example: str, now: str
) -> None:
    if not READER.is_file():
        skip_or_fail("the virtual screen reader is not installed: npm ci")
    # Of the page, the article is the course's; what is around it is the theme's.
    page = open_page(build_once(example, theme="furo") + "index.html", now)
    heard = transcript(phrases(page, "article"))
    kept = TRANSCRIPTS / f"{example}.txt"
    if os.environ.get("SEMINAR_WRITE_TRANSCRIPTS"):
        kept.write_text(heard, encoding="utf-8")
    assert heard == kept.read_text(encoding="utf-8")


def test_a_transcript_has_names_roles_and_texts_and_nothing_that_is_hidden(
    open_page: OpenPage,
) -> None:
    """The control of the test above."""
    if not READER.is_file():
        skip_or_fail("the virtual screen reader is not installed: npm ci")
    page = open_page(None, PAGES[0][1])
    page.set_content(
        "<main><p>Slides: <b>PDF</b>, <a href='x' aria-label='PPTX: First'>PPTX</a></p>"
        "<p hidden>No</p>"
        "<p hidden='until-found'>Nor this</p><ul aria-label='Readings'><li>One<li>Two</ul>"
        "<table><tr aria-current='date'><th scope='row'>Mon<td><h3>Title</h3></table></main>"
    )
    assert transcript(phrases(page, "main")).splitlines() == [
        "Slides: PDF, [link PPTX: First | PPTX]",
        "list Readings",
        "  - One",
        "  - Two",
        "table: row current date: [rowheader Mon] | heading 3: Title",
    ]
