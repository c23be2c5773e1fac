"""The docs name every class of ours, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx_seminar.build.assets import STATIC, STATIC_RTL
from sphinx_seminar.domain import SeminarDomain

from .browser.themed_site import FILES
from .conftest import Build

PAGE = Path(__file__).parents[1] / "docs" / "theming.md"


def test_the_docs_list_the_classes_of_pages_style_and_script(build: Build) -> None:
    site = build(FILES)
    used = {
        name
        for page in ("index.html", "lone.html")
        for element in site.page(page).select("[class]")
        for name in element.get_attribute_list("class")
        if name and name.startswith("seminar-")
    }
    ours = ("seminar.css", "seminar.js", "seminar-now.js")
    for path in (*(STATIC / name for name in ours), STATIC_RTL / "seminar-rtl.css"):
        used |= set(re.findall(r"\.(seminar-[a-z-]+)(?!\.css)", path.read_text(encoding="utf-8")))
    used |= {"seminar-this-week", "seminar-next", "seminar-past"}
    kinds = {"seminar-kind-lab", "seminar-kind-essay", "seminar-kind-guest-lecture"}
    assert kinds <= used
    used = {name for name in used if not name.startswith("seminar-kind-")}
    listed = re.findall(r"\.(seminar-[a-z-]+)", PAGE.read_text(encoding="utf-8"))
    assert set(listed) == used


def test_the_page_that_the_themes_draw_has_every_directive() -> None:
    pages = "\n".join(text for text in FILES.values() if isinstance(text, str))
    lone_line = {"release"}  # without a class
    left = {name for name in SeminarDomain.directives if f"{{{name}}}" not in pages}
    assert left == lone_line, "write it into tests/browser/themed_site.py"
