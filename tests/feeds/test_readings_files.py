"""The readings of a course for reference managers, read back by programs of others."""

from __future__ import annotations

import json
import warnings

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_bytes

from sphinx_seminar.feeds.readings_bib import write as write_bib
from sphinx_seminar.feeds.readings_csl import write as write_csl
from sphinx_seminar.feeds.works import Read

from ..conftest import Build
from ..samples import COURSE

PAGE = """
# Course

:::::{schedule}
::::{session} One
:::{readings}
- [GShard: Scaling Giant Models [ICLR'21, oral]](https://arxiv.org/abs/2006.16668)
- Read section 1 of [R&D at 100% of_it #1 {x}](https://dl.acm.org/doi/pdf/10.1145/3447786.3456245)
- [To come]()
- Chapter 3 of Überblick
:::
::::
::::{session} Two
:::{readings}
- [GShard: Scaling Giant Models](https://arxiv.org/pdf/2006.16668v1)
:::
::::
:::::
"""


def read(own_id: str, title: str, label: str | None = None, address: str | None = None) -> Read:
    return own_id, ((title, label, address, (), None),)


GSHARD = read(
    "gshard-scaling-giant-models",
    "GShard: Scaling Giant Models",
    "ICLR'21, oral",
    "https://arxiv.org/abs/2006.16668",
)
ADDRESS = "https://dl.acm.org/doi/pdf/10.1145/3447786.3456245"
SIGNS = read("r-d-at-100-of-it-1-x", "R&D at 100% of_it #1 {x}", None, ADDRESS)
CHAPTER = read("chapter-3", "Chapter 3 of Überblick")
ALL = (GSHARD, SIGNS, CHAPTER)


def decoded(content: bytes) -> dict[str, dict[str, str]]:
    """The entries that bibtexparser reads, without what is for TeX."""
    library = parse_string(content.decode(), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return {
        entry.key: {field.key: str(field.value) for field in entry.fields}
        for entry in library.entries
    }


def test_a_course_has_its_readings_as_bibtex_and_as_csl(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": PAGE})
    assert site.warnings == []
    entries = decoded((site.app.outdir / "readings.bib").read_bytes())
    titles = ["GShard: Scaling Giant Models", "R&D at 100% of_it #1 {x}", "Chapter 3 of Überblick"]
    assert [entry["title"] for entry in entries.values()] == titles
    first = entries["gshard-scaling-giant-models"]
    assert first == {
        "title": titles[0],
        "howpublished": "ICLR",
        "year": "2021",
        "note": "oral",
        "eprint": "2006.16668",
        "archiveprefix": "arXiv",
        "url": "https://arxiv.org/abs/2006.16668",
    }
    items = json.loads(site.text("readings.csl.json"))
    assert [item["title"] for item in items] == titles
    assert items[0] == {
        "id": "gshard-scaling-giant-models",
        "type": "article",
        "title": titles[0],
        "container-title": "ICLR",
        "issued": {"date-parts": [[2021]]},
        "note": "oral",
        "number": "arXiv:2006.16668",
        "URL": "https://arxiv.org/abs/2006.16668",
    }
    assert (items[1]["DOI"], items[2]["type"]) == ("10.1145/3447786.3456245", "document")


def test_pybtex_reads_every_entry_and_keeps_the_words_of_a_title() -> None:
    entries = parse_bytes(write_bib(ALL), "bibtex").entries
    assert list(entries) == [own_id for own_id, _items in ALL]
    assert entries[GSHARD[0]].fields["title"] == "{GShard}: Scaling Giant Models"
    assert entries[SIGNS[0]].fields["title"] == r"R\&D at 100\% of\_it \#1 \{x\}"
    assert entries[SIGNS[0]].fields["url"] == ADDRESS
    assert {entry.type for entry in entries.values()} == {"misc"}


texts = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' {}\\&%$#_~^@"'))


@settings(max_examples=40)
@given(texts, st.text(st.sampled_from("ab{}\\%@ /\"'"), max_size=9))
def test_no_title_and_no_address_breaks_the_file(title: str, path: str) -> None:
    address = f"https://x.example/{path}"
    found = write_bib((read("a-work", title, f"{title} '20, {title}", address), CHAPTER))
    entries = parse_bytes(found, "bibtex").entries
    assert list(entries) == ["a-work", CHAPTER[0]]
    assert list(decoded(found)) == ["a-work", CHAPTER[0]]
    assert entries["a-work"].fields["url"].startswith("https://x.example/")


@pytest.mark.parametrize(
    "title", ["R&D at 100% of_it #1", "{x} costs $3", "Überblick – l’été", "RDDs, SQL and Spark"]
)
def test_a_title_is_read_back_as_it_was(title: str) -> None:
    assert decoded(write_bib((read("a-work", title),)))["a-work"]["title"] == title


def test_a_csl_processor_draws_what_is_known() -> None:
    items = [item for item in json.loads(write_csl(ALL)) if item["type"] != "document"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own style
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        drawn = [str(entry) for entry in bibliography.bibliography()]
    assert "GShard: Scaling Giant Models" in drawn[0]
    assert "2021" in drawn[0]
    assert "R&D at 100% of_it #1 {x}" in drawn[1]


def test_a_course_without_readings_has_no_such_file(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": "# C\n\n:::{schedule}\n:::\n"})
    assert list(site.app.outdir.glob("readings*")) == []
