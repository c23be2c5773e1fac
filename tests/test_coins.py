"""A reference manager finds each reading of a page, and readers see nothing of it."""

from __future__ import annotations

from urllib.parse import parse_qs

from .conftest import Build, Site
from .samples import COURSE

PAGE = """
# Page

:::::{schedule}
::::{session} One
:::{readings}
- [R&D "as" <it> — is [OSDI'18]](https://x.example/a?b=1&c=2)
- [More]()
:::
:::{readings}
:optional:
- [A paper](https://dl.acm.org/doi/10.1145/1.2)
- Chapter 3
:::
::::
::::{session} Two
:::{readings}
- [A paper](https://dl.acm.org/doi/10.1145/1.2)
:::
::::
:::::
"""
LIST = "# List\n\n:::{reading-list}\n:::\n\n```{toctree}\nplan\n```\n"


def objects(site: Site, name: str) -> list[dict[str, list[str]]]:
    found = site.page(name).select("span.Z3988")
    assert [span.get_text() for span in found] == len(found) * [""]
    return [parse_qs(str(span["title"]), strict_parsing=True) for span in found]


def test_each_reading_of_a_page_is_told_as_an_openurl(build: Build) -> None:
    site = build({"course.yml": COURSE, "plan.md": PAGE, "index.md": LIST})
    assert site.warnings == []
    common = {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
    }
    first = {
        "rft.title": ["R&D “as” <it> — is"],
        "rft.source": ["OSDI"],
        "rft.date": ["2018"],
        "rft.identifier": ["https://x.example/a?b=1&c=2"],
    }
    paper = {
        "rft.title": ["A paper"],
        "rft.identifier": ["https://dl.acm.org/doi/10.1145/1.2"],
        "rft_id": ["info:doi/10.1145/1.2"],
    }
    chapter = {"rft.title": ["Chapter 3"]}
    told = [common | each for each in (first, paper, chapter)]
    assert objects(site, "plan.html") == [*told, common | paper]
    assert objects(site, "index.html") == told  # each once
    assert "Z3988" not in site.text("searchindex.js")


def test_a_book_has_none(build: Build) -> None:
    options = {"epub_copyright": "2022", "version": "1", "epub_show_urls": "no"}
    site = build({"course.yml": COURSE, "index.md": PAGE}, "epub", confoverrides=options)
    assert "Z3988" not in site.text("index.xhtml")
