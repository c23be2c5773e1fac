"""Which texts of ours are seen where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Message
from bs4 import BeautifulSoup

from sphinx_seminar.locale import update
from sphinx_seminar.locale.update import po_files, read

SEEN_ATTRIBUTES = (
    *("aria-label", "title", "alt", "placeholder"),
    *("data-role", "data-today", "data-collapse"),
)
MESSAGES = {po.parents[1].name: [m for m in read(po) if m.id] for po in po_files()}
TEMPLATE = [message for message in update.read(update.TEMPLATE) if message.id]


def forms(text: object) -> tuple[str, ...]:
    """The forms of a text, of which one with a plural has several."""
    return tuple(str(form) for form in text) if isinstance(text, list | tuple) else (str(text),)


def fragments(text: str) -> Iterator[str]:
    """What is between the names in braces, where it has words."""
    for fragment in re.split(r"\{\w+\}", text):
        words = re.sub(r"^\W+|\W+$", "", fragment)
        if words:
            yield words


def stands_in(words: str, text: str) -> bool:
    """Whether *words* are in a text, not as part of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def seen_in_html(text: str) -> str:
    """All that a page shows or says, but for what is its theme's."""
    page = BeautifulSoup(text, "lxml")
    body = page.select_one("div.body")
    assert body is not None
    seen = [*body.stripped_strings]
    for element in body.find_all(True):
        seen += [str(element[name]) for name in SEEN_ATTRIBUTES if element.has_attr(name)]
    # The words that a script draws with.
    for script in page.select("script[src*=seminar-tools]"):
        seen += [str(word) for name, word in script.attrs.items() if name.startswith("data-")]
    return "\n".join(seen)


def seen_in_latex(text: str) -> str:
    """The words of a document, without commands, labels and addresses."""
    body = text.partition(r"\begin{document}")[2]
    # Sphinx's own words at the break of a long table, which it has not in every language.
    body = re.sub(r"\\sphinxtablecontinued\{.*", " ", body)
    body = re.sub(r"\\(?:label|hyperref|sphinxhref|sphinxincludegraphics)\b\S*", " ", body)
    body = re.sub(r"\\DUrole\{[^}]*\}", " ", body)
    return re.sub(r"\\[A-Za-z@]+", " ", body)


def seen(outdir: Path, builder: str) -> str:
    """All that a builder's output shows."""
    endings = {"html": "*.html", "text": "*.txt", "latex": "*.tex"}
    read_: dict[str, Callable[[str], str]] = {
        "html": seen_in_html,
        "text": str,
        "latex": seen_in_latex,
    }
    paths = sorted(outdir.rglob(endings[builder]))
    theirs = {"genindex.html", "search.html"}
    shown = (read_[builder](path.read_text("utf-8")) for path in paths if path.name not in theirs)
    return "\n".join(shown)


def english_words(messages: Iterable[Message]) -> set[str]:
    """The English of our texts, without what a language spells the same."""
    messages = list(messages)
    same = "\n".join(form for message in messages for form in forms(message.string))
    return {
        words
        for message in messages
        for form in forms(message.id)
        for words in fragments(form)
        if not stands_in(words, same)
    }


def english_dates(language: str) -> set[str]:
    """Names of days and months, without those that a language spells the same."""

    def names(locale: Locale) -> set[str]:
        return {
            str(name)
            for kind in (locale.days, locale.months)
            for width in ("wide", "abbreviated")
            for name in kind["format"][width].values()
        }

    theirs = {name.rstrip(".") for name in names(Locale.parse(language))}
    return names(Locale("en")) - theirs
