"""Every builder draws every view; a view is in these tests by its line in the registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sphinx_seminar.views.registry import VIEWS

from ..conftest import Folder
from .every_view import CONF, FILES, ON_SESSION_PAGES

OWN_PAGES = [name for name in VIEWS if name not in ON_SESSION_PAGES]
IN_ONE_FILE = {"singlehtml": "index.html", "latex": "*.tex", "man": "*.1", "texinfo": "*.texi"}


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("builder", ["html", "dirhtml", "epub", "text", *IN_ONE_FILE])
def test_every_builder_draws_every_view(builder: str, folder: Folder) -> None:
    folder.write(FILES)
    site = folder.build(builder, confoverrides=CONF)
    assert site.warnings == []
    outdir = Path(site.app.outdir)
    if builder in IN_ONE_FILE:
        text = "\n".join(path.read_text("utf-8") for path in outdir.glob(IN_ONE_FILE[builder]))
        pages = dict.fromkeys(OWN_PAGES, text)
    else:
        files = {"dirhtml": "view-{}/index.html", "text": "view-{}.txt", "epub": "view-{}.xhtml"}
        name = files.get(builder, "view-{}.html")
        pages = {view: (outdir / name.format(view)).read_text("utf-8") for view in OWN_PAGES}
    for view, written in pages.items():
        text = written
        if builder in {"html", "dirhtml", "epub"}:
            body = BeautifulSoup(written, "html.parser").select_one("div.body")
            assert body is not None
            text = body.get_text(" ")
        # More than its heading: the view of the registry has taken its place.
        assert len(words_of(text)) > len(words_of(view)), view


@pytest.mark.parametrize("theme", ["furo", "pydata_sphinx_theme", "sphinx_rtd_theme"])
def test_every_theme_draws_the_same_of_every_view(theme: str, folder: Folder) -> None:
    folder.write(FILES)
    plain = folder.build(confoverrides=CONF, builddir=folder.srcdir.parent / "basic")
    themed = folder.build(
        confoverrides={**CONF, "html_theme": theme},
        builddir=folder.srcdir.parent / theme,
        freshenv=True,
    )
    assert themed.warnings == []

    def ours(text: str) -> list[str]:
        page = BeautifulSoup(text, "html.parser")
        for permalink in page.select(".headerlink"):
            permalink.decompose()  # its icon is the theme's
        found = page.select("[class*=seminar-]")
        return [" ".join(element.get_text(" ").split()) for element in found]

    for view in OWN_PAGES:
        assert ours(themed.text(f"view-{view}.html")) == ours(plain.text(f"view-{view}.html")), view
