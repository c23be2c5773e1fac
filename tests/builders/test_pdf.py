"""The examples in print, as xelatex sets them."""

from __future__ import annotations

import re

import pytest

from ..conftest import Build
from .examples import OTHERS, Written
from .words import letters
from .xelatex import Pdf, print_with_xelatex

pytestmark = pytest.mark.tools


def test_no_font_lacks_a_character(pdf: Pdf) -> None:
    assert re.findall(r"^Missing character.*", pdf.log, re.M) == []


def test_nothing_runs_into_the_margin(pdf: Pdf) -> None:
    assert re.findall(r"^Overfull .*", pdf.log, re.M) == []


def test_every_link_leads_to_something(pdf: Pdf) -> None:
    assert re.findall(r"^.*(?:undefined|multiply.defined).*", pdf.log, re.M) == []


def test_the_content_is_whole(pdf: Pdf, wanted: Written) -> None:
    text = letters(pdf.text)
    assert [shown for shown in (*wanted.all, *OTHERS) if letters(shown) not in text] == []


def test_the_schedule_is_a_table_with_the_sessions_below(pdf: Pdf) -> None:
    lines = [" ".join(line.split()) for line in pdf.layout.splitlines()]
    row = lines.index("8 Mon, Mar 14, 13:00–16:00 Machine learning Applied to Systems")
    below = lines.index("Week 8, Mon, Mar 14, 13:00–16:00: Machine learning Applied to Systems")
    assert row < lines.index("9 Mon, Mar 21 – Fri, Mar 25 Spring break") < below


def test_a_schedule_of_long_titles_goes_on_over_pages(build: Build) -> None:
    titles = [f"{number}: " + "a long title of a session " * 8 for number in range(25)]
    site = build(
        {
            "course.yml": "start: 2022-01-03\nend: 2022-06-30\nmeetings: [{days: Mon}]\n",
            "index.md": "# Course\n\n## Schedule\n\n:::::{schedule}\n:show: title\n"
            + "".join(f"::::{{session}} {title}\n::::\n" for title in titles)
            + ":::::\n",
        },
        "latex",
        confoverrides={
            "latex_engine": "xelatex",
            "latex_documents": [("index", "course.tex", "Course", "Ada Brook", "howto")],
        },
    )
    pdf = print_with_xelatex(site.app.outdir, "course")
    assert re.findall(r"^Overfull .*", pdf.log, re.M) == []
    assert [title for title in titles if letters(title) not in letters(pdf.text)] == []
