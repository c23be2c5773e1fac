"""The same course in every format: its content whole, and no warning."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from ..conftest import Build, Site
from ..samples import COURSE

MD_SESSION = """\
:speaker: [Ada Brook](https://x.example/a) (DB)
:link: https://x.example/call
:kind: Guest lecture
:where: Hall 7

The body of {name} with a note[^on-{name}] and {{edit-page}}`a way to edit`.

:::{{details}}
What the description of {name} says.
:::

:::{{readings}}
- [Paper of {name}](https://x.example/p_(1)?a=b&c=d) [OSDI'18]
- Announced by {name} [PDF]
:::

:::{{readings}}
:optional:

### Software

- [Extra of {name}](https://x.example/e) and/or [Beyond {name}](slides.txt)
:::

:::{{presenters}}
Author: Noor of {name}
Reviewer:
:::

[^on-{name}]: The footnote of {name}.
"""

RST_SESSION = """
The body of third with a `link`_ and a figure.

.. _link: https://x.example/link

.. figure:: dot.png

   The caption of third.

.. details::

   What the description of third says.

.. readings::

   - `Paper of third <https://x.example/p>`__ [OSDI'18]

.. presenters::

   +-------------+--------+--------------+
   | Paper       | Author | Reviewer     |
   +=============+========+==============+
   | The third 1 | Noor 1 | Wei 1, Ada 1 |
   +-------------+--------+--------------+
   | The third 2 | Noor 2 |              |
   +-------------+--------+--------------+
"""

# The smallest picture: one dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def filled(name: str) -> str:
    """A session of a schedule, in Markdown."""
    return MD_SESSION.format(name=name)


ROOT: dict[str, str | bytes] = {
    "course.yml": COURSE,
    "slides.txt": "Slides.\n",
    "sub/slides.txt": "Slides.\n",
    "sub/dot.png": DOT,
    "index.md": "# Course\n\n:::{course-info}\n- **Sign up:** three rows.\n:::\n\n"
    "See {session}`first`, {session}`Second` and {session}`third`.\n\n"
    "```{toctree}\nplan\nsub/second\nsub/third\n```\n\n"
    "```{schedule}\n```\n\n## In short\n\n```{schedule}\n:show: title\n```\n",
    "plan.md": "# Plan\n\n::::::{schedule}\n:::::{session} First\n"
    + filled("first")
    + ":::::\n\n:::::{session} Off\n:status: cancelled\n:::::\n\n"
    ":::::{session} Moved\n:moved-from: 2022-02-07\n:date: 2022-02-09\n:time: 13:00-16:00\n"
    ":::::\n::::::\n",
    "sub/second.md": "# Second\n\n```{session}\n```\n"
    + "\n".join(filled("second").splitlines()[4:]),
    "sub/third.rst": "Third\n=====\n\n.. session::\n"
    + RST_SESSION
    + "\nPart\n----\n\nIts last words.\n",
}

CONTENT = (
    "Spring 2022",
    "Soda 405",
    "Piazza",
    "three rows.",
    "Ada Brook",
    "Guest lecture",
    "Hall 7",
    "The body of first",
    "The body of second",
    "The body of third",
    "What the description of first says.",
    "What the description of second says.",
    "What the description of third says.",
    "Paper of first",
    "Paper of second",
    "Paper of third",
    "OSDI",
    "Announced by first",
    "(to come)",
    "Additional optional reading",
    "Software",
    "Extra of first",
    "Beyond second",
    "Noor of first",
    "Noor of second",
    "open",
    "The third 1",
    "Noor 2",
    "Wei 1, Ada 1",
    "The footnote of first",
    "The footnote of second",
    "The caption of third",
    "Its last words.",
    "Presidents",
    "To be announced",
    "Off",
    "Cancelled",
    "Moved",
    "a way to edit",
    "Detailed description",
)

OPTIONS: dict[str, Any] = {
    "nitpicky": True,
    "html_theme_options": {},
    "man_pages": [("index", "course", "Course", ["Ada"], 1)],
    "epub_show_urls": "no",
    "epub_copyright": "2022",
    "version": "1",
    "gettext_compact": False,
    "show_warning_types": True,
}


def output(site: Site) -> str:
    """All words of what was written, white space made single blanks."""
    outdir = Path(site.app.outdir)
    builder = site.app.builder.name
    if builder in {"html", "dirhtml", "singlehtml"}:
        files = [path for path in outdir.rglob("*.html") if path.stem not in {"genindex", "search"}]
        text = "\n".join(
            BeautifulSoup(path.read_text(), "html.parser").get_text() for path in files
        )
    elif builder == "epub":
        [book] = outdir.glob("*.epub")
        with zipfile.ZipFile(book) as opened:
            names = [name for name in opened.namelist() if name.endswith(".xhtml")]
            pages = [opened.read(name).decode() for name in names]
        text = "\n".join(BeautifulSoup(page, "html.parser").get_text() for page in pages)
    elif builder == "latex":
        [path] = outdir.glob("*.tex")
        text = path.read_text().replace("\\&", "&").replace("{}", "")
    elif builder == "man":
        text = (outdir / "course.1").read_text().replace("\\-", "-").replace("\\(aq", "'")
        text = re.sub(r"\\f[A-Z]", "", text)
    else:
        text = "\n".join(path.read_text() for path in sorted(outdir.rglob("*.txt")))
    return " ".join(text.split())


BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text", "man")


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_content_is_whole_in_every_format(builder: str, build: Build) -> None:
    site = build(ROOT, builder, confoverrides=OPTIONS)
    assert site.warnings == []
    text = output(site)
    missing = [shown for shown in CONTENT if shown.casefold() not in text.casefold()]
    assert missing == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_format_builds_on_what_html_has_read(builder: str, build: Build) -> None:
    build(ROOT, confoverrides=OPTIONS)
    site = build({}, builder, confoverrides=OPTIONS)
    assert site.warnings == []
    text = output(site)
    missing = [shown for shown in CONTENT if shown.casefold() not in text.casefold()]
    assert missing == []


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub"])
def test_every_link_of_the_site_leads_to_something(builder: str, build: Build) -> None:
    site = build(ROOT, builder, confoverrides=OPTIONS)
    outdir = Path(site.app.outdir)
    checked = 0
    for path in outdir.rglob("*.xhtml" if builder == "epub" else "*.html"):
        if path.stem in {"genindex", "search"}:
            continue
        soup = BeautifulSoup(path.read_text(), "html.parser")
        for link in soup.select("a[href], img[src]"):
            address = str(link["src"] if link.name == "img" else link["href"])
            if re.match(r"[a-z]+:", address) or address == "#today":
                continue
            # Sphinx 9.0 writes "#document-page#anchor" in singlehtml, for all of its links.
            file_part, _, anchor = re.sub(r"#document-[^#]*#", "#", address).partition("#")
            target = (path.parent / file_part).resolve() if file_part else path
            if target.is_dir():
                target /= "index.html"
            assert target.is_file(), f"{path.name}: {address}"
            if anchor and target.suffix in {".html", ".xhtml"}:
                page = BeautifulSoup(target.read_text(), "html.parser")
                assert page.find(id=anchor), f"{path.name}: {address}"
            checked += 1
    assert checked > 20


# In singlehtml the ids of several pages meet, with Sphinx alone too.
@pytest.mark.parametrize("builder", ["html", "dirhtml", "epub"])
def test_no_id_stands_twice_on_a_page(builder: str, build: Build) -> None:
    site = build(ROOT, builder, confoverrides=OPTIONS)
    for path in Path(site.app.outdir).rglob("*.xhtml" if builder == "epub" else "*.html"):
        soup = BeautifulSoup(path.read_text(), "html.parser")
        ids = [str(element["id"]) for element in soup.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), path.name


def test_gettext_collects_every_text_of_an_author(build: Build) -> None:
    site = build(ROOT, "gettext", confoverrides=OPTIONS)
    assert site.warnings == []
    catalogs = {path.name: path.read_text() for path in Path(site.app.outdir).rglob("*.pot")}
    plan = " ".join(catalogs["plan.pot"].replace('"\n"', "").split())
    for text in ("First", "Off", "The body of first", "Paper of first", "Software"):
        assert f'msgid "{text}' in plan or f'msgid "[{text}' in plan, text
    assert "Detailed description" not in plan


def test_numbered_figures_are_no_trouble(build: Build) -> None:
    site = build(ROOT, confoverrides={**OPTIONS, "numfig": True})
    assert site.warnings == []
