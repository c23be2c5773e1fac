"""Each word that a view shows is in every format, is found by a search, and can be translated.

Its classes are in the docs. The site is in a language made up for this (`foreign`), so that our
words are told from those of authors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from sphinx import locale
from sphinx.search import WordCollector
from sphinx.search.en import SearchEnglish
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.pages.html import tag
from sphinx_seminar.pages.nodes import fragment
from sphinx_seminar.views.page import Page

from ..conftest import CONF, Folder, Site
from .drawn import Drawing, drawings
from .every_view import FILES
from .foreign import build_foreign, wide
from .seen import classes, classes_in_html, html_attributes, html_texts, texts, words

# Where a view shows more in HTML than in text and print.
IN_HTML_ALONE = {
    # Choices and links for whoever is at a screen.
    "presenters": "sign up",
    "my-presentations": "Your name, Everybody",
    "schedule": "Add to your calendar. Whole course, Download, Roles. Your section, All sections. "
    "Sessions",
    "session-head": "Your section, All sections",
    "deadlines": "Your section, All sections",
    "materials": "Your section, All sections",
    "reading-list": "Your section, All sections",
    "signups": "Your section, All sections",
    # What screen readers call a table.
    "grading": "Grading. Letter grades",
}
NAMED_IN_HTML_ALONE = {"schedule": "Author, Reviewer"}
"""Words of authors: the roles whose calendars a reader may subscribe to."""
NOT_IN_PRINT = {"this-week": "what is now is not known there; a link leads to the schedule"}
NO_WORDS = words(["readings.bib, readings.csl.json, NH"])
"""Names of files, and the initials of somebody without a photo."""

# What a search for an author's word need not find: many sessions have it, or it is a letter.
COMMON = words(
    [
        "Lecture, Homework, Lab, Soda, Cory, Hall, Zoom, Author, Reviewer, Scribe, A, B",
        "Mondays, Fridays, Attic, Cellar, Garden",
    ]
)


@dataclass(frozen=True)
class Foreign:
    """The site in that language, and all views of it."""

    site: Site
    drawings: tuple[Drawing, ...]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Foreign]:
    srcdir = tmp_path_factory.mktemp("foreign") / "source"
    srcdir.mkdir()
    folder = Folder(srcdir, SphinxTestApp)
    folder.write({"conf.py": CONF})
    site = build_foreign(folder)
    translators = locale.translators["general", "sphinx_seminar"]
    found = tuple(drawings(site))
    locale.translators["general", "sphinx_seminar"] = translators
    yield Foreign(site, found)
    del locale.translators["general", "sphinx_seminar"]


def in_html(drawing: Drawing) -> list[nodes.Node]:
    return drawing.nodes(drawing.shown, drawing.pages[0])


def lost(drawing: Drawing) -> set[str]:
    """The words of HTML that are not in another format."""
    if drawing.name in NOT_IN_PRINT:
        return set()
    known = words([wide(IN_HTML_ALONE.get(drawing.name, ""))]) | NO_WORDS
    known |= words([NAMED_IN_HTML_ALONE.get(drawing.name, "")])
    shown = words(html_texts(in_html(drawing), for_print=True)) - known
    return {
        word
        for page in drawing.pages[1:]
        for word in shown - words(texts(drawing.nodes(drawing.shown, page)))
    }


def not_found(drawing: Drawing) -> set[str]:
    """The authors' words that a view shows for itself, and that no search finds."""
    drawn = in_html(drawing)
    document = new_document("", SETTINGS)
    document += drawn
    language = SearchEnglish({})
    collector = WordCollector(document, language)
    document.walk(collector)
    found = {
        *collector.found_words,
        *language.split(" ".join(texts(document.findall(nodes.title)))),
    }
    own = words(html_texts(drawn, searched=True))
    return {word for word in own if word.isascii()} - found - COMMON - NO_WORDS


def not_translated(drawing: Drawing) -> set[str]:
    """Plain letters that no author wrote."""
    drawn = in_html(drawing)
    seen = words([*html_texts(drawn), *html_attributes(drawn)])
    for page in drawing.pages[1:]:
        seen |= words(texts(drawing.nodes(drawing.shown, page)))
    return {word for word in seen if re.search("[A-Za-z]", word)} - AUTHORS - NO_WORDS


def not_listed(names: Iterable[str]) -> set[str]:
    """The classes that docs/theming.md does not have; those of a kind are made of its name."""
    return {name for name in names if not name.startswith("seminar-kind-")} - LISTED


SETTINGS = get_default_settings()
# Without keys, options, and names of directives and roles.
_MARKUP = re.compile(r"\{[a-z-]+\}|^:[a-z-]+:|(?:^|[-{,])[ ]*[a-z_]+:(?=\s)", re.MULTILINE)
AUTHORS = words(_MARKUP.sub(" ", text) for text in FILES.values() if isinstance(text, str))
LISTED = set(
    re.findall(
        r"\.(seminar-[a-z-]+)",
        (Path(__file__).parents[2] / "docs" / "theming.md").read_text(encoding="utf-8"),
    )
)


def by_view(check: Callable[[Drawing], set[str]], foreign: Foreign) -> dict[str, set[str]]:
    """What a check finds, by the name of the view."""
    found: dict[str, set[str]] = {}
    for drawing in foreign.drawings:
        if wrong := check(drawing):
            found.setdefault(drawing.name, set()).update(wrong)
    return found


def test_each_word_of_a_view_is_in_its_text_and_in_print(foreign: Foreign) -> None:
    assert by_view(lost, foreign) == {}


def test_a_search_finds_each_word_of_an_author_that_a_view_shows(foreign: Foreign) -> None:
    """Where this fails: give the `fragment` its words as ``searched=``."""
    assert by_view(not_found, foreign) == {}


def test_each_word_of_ours_in_a_view_can_be_translated(foreign: Foreign) -> None:
    """Where this fails: write the word as ``_("...")``, and update the catalogs."""
    assert foreign.site.warnings == []
    assert by_view(not_translated, foreign) == {}


def test_each_class_of_a_view_is_in_the_docs(foreign: Foreign) -> None:
    """Where this fails: list the class in docs/theming.md."""
    assert by_view(lambda drawing: not_listed(classes(in_html(drawing))), foreign) == {}
    pages = list(Path(foreign.site.app.outdir).rglob("*.html"))
    assert len(pages) > 20
    assert not_listed(name for page in pages for name in classes_in_html(page.read_text())) == set()


def planted(foreign: Foreign, *more: nodes.Node, html_alone: bool = False) -> Drawing:
    """The cards of the staff, with something more below them."""
    staff = next(drawing for drawing in foreign.drawings if drawing.name == "staff")

    def draw(shown: object, body: nodes.Element, page: Page) -> list[nodes.Node]:
        drawn = staff.view.draw(shown, body, page)
        return drawn if html_alone and not page.is_html else [*drawn, *more]

    return replace(staff, view=replace(staff.view, draw=draw))


def test_a_word_in_html_alone_is_noticed(foreign: Foreign) -> None:
    more = nodes.paragraph("", "Lindqvist")
    assert lost(planted(foreign, more)) == set()
    assert lost(planted(foreign, more, html_alone=True)) == {"Lindqvist"}


def test_a_name_that_no_search_finds_is_noticed(foreign: Foreign) -> None:
    name = tag("p", {}, "Lindqvist")
    assert not_found(planted(foreign, fragment(name, searched="Lindqvist"))) == set()
    assert not_found(planted(foreign, fragment(name))) == {"Lindqvist"}
    copied = nodes.container("", fragment(name), classes=["no-search"])
    assert not_found(planted(foreign, copied)) == set()


@pytest.mark.parametrize(
    "more",
    [
        nodes.paragraph("", "Holidays"),
        fragment(tag("p", {}, "Holidays")),
        fragment(tag("p", {"aria-label": "Holidays"})),
    ],
    ids=["text", "html", "label"],
)
def test_a_word_that_is_in_no_catalog_is_noticed(foreign: Foreign, more: nodes.Node) -> None:
    assert not_translated(planted(foreign, more)) == {"Holidays"}
    assert not_translated(planted(foreign, nodes.paragraph("", wide("Holidays")))) == set()


@pytest.mark.parametrize(
    "more",
    [nodes.paragraph(classes=["seminar-new"]), fragment(tag("p", {"class": "seminar-new"}))],
    ids=["node", "html"],
)
def test_a_class_that_is_not_in_the_docs_is_noticed(foreign: Foreign, more: nodes.Node) -> None:
    assert not_listed(classes(in_html(planted(foreign, more)))) == {"seminar-new"}
