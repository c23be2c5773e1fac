"""Both examples in every format: what a format cannot do it leaves out, its content whole."""

from __future__ import annotations

import re

import pytest

from .conftest import Built
from .examples import OTHERS, Written
from .words import letters, words_of

FORMATS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "xml")


def test_the_sources_are_read_well(wanted: Written) -> None:
    assert len(wanted.titles) == 13 + 26 + 2
    assert len(wanted.readings) == 83
    assert {"Ada Brook", "Tomás Ferreira"} <= set(wanted.presenters)


@pytest.mark.parametrize("builder", FORMATS)
def test_the_content_of_the_examples_is_whole(builder: str, built: Built, wanted: Written) -> None:
    text = letters(words_of(built(builder), builder))
    assert [shown for shown in (*wanted.all, *OTHERS) if letters(shown) not in text] == []


@pytest.mark.parametrize("builder", FORMATS)
def test_each_deadline_stands_by_its_session(builder: str, built: Built, wanted: Written) -> None:
    text = letters(words_of(built(builder), builder))
    due = letters("13:00 (Los Angeles time): Submit your review")
    missing = [day for day in wanted.deadlines if f"due{letters(f'Mon, {day}, ')}{due}" not in text]
    assert missing == []


def test_catalogs_hold_what_authors_wrote(built: Built, wanted: Written) -> None:
    catalogs = sorted(built("gettext").rglob("*.pot"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in catalogs)
    text = letters(re.sub(r'"\n"', "", text).replace('\\"', '"'))
    assert [title for title in wanted.titles if letters(title) not in text] == []
    assert [title for title in wanted.readings if letters(title) not in text] == []
