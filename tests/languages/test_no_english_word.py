"""A site in another language shows no English word of ours, in any format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_seminar.domain import SeminarDomain

from .conftest import InLanguage
from .english import (
    MESSAGES,
    TEMPLATE,
    english_dates,
    english_words,
    forms,
    fragments,
    seen,
    stands_in,
)
from .seminar import FILES, LANGUAGES

FORMATS = ("html", "text", "latex")


@pytest.mark.parametrize("builder", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_word_of_ours_is_seen(
    language: str, builder: str, in_language: InLanguage
) -> None:
    shown = seen(Path(in_language(language, builder).app.outdir), builder)
    words = english_words(MESSAGES[language])
    assert [text for text in sorted(words) if stands_in(text, shown)] == []
    assert len(words) > 60


@pytest.mark.parametrize("builder", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_day_or_month_is_seen(
    language: str, builder: str, in_language: InLanguage
) -> None:
    shown = seen(Path(in_language(language, builder).app.outdir), builder)
    names = english_dates(language)
    assert [name for name in sorted(names) if stands_in(name, shown)] == []
    assert len(names) > 15


def test_the_site_shows_every_word_of_ours(in_language: InLanguage) -> None:
    """Without it, the tests above would prove nothing of a word that no page shows."""
    site = in_language("en")
    shown = "\n".join(
        [
            seen(Path(site.app.outdir), "html"),
            seen(Path(in_language("en", "text").app.outdir), "text"),
            site.text("searchindex.js"),
        ]
    )
    hidden = [
        message.id
        for message in TEMPLATE
        if not any(
            all(stands_in(words, shown) for words in fragments(form)) for form in forms(message.id)
        )
    ]
    assert hidden == []


def test_the_site_uses_every_directive_and_role() -> None:
    text = "\n".join(str(content) for name, content in FILES.items() if name.endswith(".md"))
    used = set(re.findall(r"\{([a-z-]+)\}", text))
    assert {*SeminarDomain.directives, *SeminarDomain.roles} <= used


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_result_is_named_in_the_reader_s_language(
    language: str, in_language: InLanguage
) -> None:
    index = in_language(language).text("searchindex.js")
    kinds = re.findall(r'\["seminar","(\w+)","([^"]+)"\]', index)
    known = {"session", "reading", "person", "unit", "deadline", "announcement", "week"}
    assert {kind for kind, _name in kinds} == known
    assert not {f"Seminar {kind}" for kind in known} & {name for _kind, name in kinds}
