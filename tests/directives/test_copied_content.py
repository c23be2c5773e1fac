"""What a view copies from another page is there what it is on its own page."""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

from ..conftest import Build, Site, words
from ..samples import COURSE

CONF = """
extensions = ["myst_parser", "sphinx_seminar", "tests.directives.theorem_extension"]
myst_enable_extensions = ["colon_fence", "dollarmath"]
html_theme = "basic"
numfig = True
numfig_format = {"theorem": "Theorem %s"}
"""
NUMBERED: dict[str, Any] = {
    "conf.py": CONF,
    "course.yml": COURSE,
    "index.md": """
        # Page

        $$ z = 1 $$ (first)

        ```{figure} figure.png
        The first.
        ```

        ```{toctree}
        :numbered:
        plan
        sums
        ```
        """,
    "plan.md": "# Plan\n\n```{schedule}\n```\n",
    "figure.png": b"\x89PNG\r\n\x1a\n",
    "sums.md": """
        # Sums

        ```{session}
        ```

        $$ a = b $$ (one)

        $$ c = d $$ (two)

        ```{figure} figure.png
        :name: shown

        The second.
        ```

        ```{table} Numbers
        | a | b |
        | - | - |
        | 1 | 2 |
        ```

        ```{code-block} python
        :caption: Code

        pass
        ```

        ```{theorem} Triangles
        The sides.
        ```

        ```{theorem} Circles
        No sides.
        ```
        """,
}


def numbers(site: Site, name: str) -> list[str]:
    """Every number in the content of a page, in order."""
    found = site.page(name).select(".eqno, .caption-number, .theorem > b")
    return [words(tag).replace("\N{PILCROW SIGN}", "") for tag in found]


@pytest.mark.parametrize("math_numfig", [True, False])
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_copy_has_the_numbers_of_what_it_was_copied_from(
    build: Build, builder: str, math_numfig: bool
) -> None:
    site = build(NUMBERED, builder=builder, confoverrides={"math_numfig": math_numfig})
    assert site.warnings == []
    end = "/index.html" if builder == "dirhtml" else ".html"
    own = numbers(site, f"sums{end}")
    assert len(own) == 9
    assert numbers(site, f"plan{end}") == own


def test_copies_have_the_numbers_of_their_origins_on_a_single_page(build: Build) -> None:
    site = build(NUMBERED, builder="singlehtml")
    assert site.warnings == []
    shown = numbers(site, "index.html")
    assert len(shown) == 2 + 9 + 9
    assert shown[2:11] == shown[11:]


@pytest.mark.parametrize("builder", ["latex", "text", "texinfo", "epub"])
@pytest.mark.parametrize("numfig", [True, False])
def test_what_is_numbered_stops_no_builder(build: Build, builder: str, numfig: bool) -> None:
    options: dict[str, Any] = {"numfig": numfig, "epub_copyright": "none", "version": "1"}
    files = dict(NUMBERED)
    if builder == "texinfo":  # from Sphinx 9.2 on it takes no section without a title
        files["sums.md"] = files["sums.md"].replace("{theorem}", "{admonition}")
    site = build(files, builder=builder, confoverrides=options, freshenv=True)
    assert [line for line in site.warnings if "mimetype" not in line] == []


def test_a_copied_equation_names_the_label_of_its_origin_in_a_book(build: Build) -> None:
    site = build(NUMBERED, builder="latex")
    (name,) = [path.name for path in site.app.outdir.glob("*.tex")]
    text = site.text(name)
    labels = re.findall(r"\\label\{[^}]*\}", text)
    assert len(set(labels)) == len(labels)
    assert text.count(r"\tag{\ref{equation:sums:one}}") == 1


def test_captions_and_footnotes_of_a_copy_are_those_of_the_origin_in_a_book(build: Build) -> None:
    note = "        A note[^n], {eq}`one`.\n\n        [^n]: Said below.\n"
    pages = {**NUMBERED, "sums.md": f"{NUMBERED['sums.md']}\n{note}"}
    site = build(pages, builder="latex")
    assert site.warnings == []
    (name,) = [path.name for path in site.app.outdir.glob("*.tex")]
    text = site.text(name)
    labels = {"figure": r"sums:shown", "table": r"sums:id\d", "literalblock": r"sums:id\d"}
    for counter, label in labels.items():
        (own,) = re.findall(
            rf"\\renewcommand{{\\the{counter}}}{{\\ref{{\\detokenize{{({label})}}}}}}", text
        )
        assert text.count(rf"\label{{\detokenize{{{own}}}}}") == 1
        assert text.count(rf"\addtocounter{{{counter}}}{{-1}}\endgroup") == 1
    assert text.count(r"{\hyperref[\detokenize{sums::doc}]{\sphinxcrossref{{[}1{]}}}}") == 1
    assert text.count("Said below.") == 1
    assert text.count(r"\eqref{equation:sums:one}") == 2


def test_copied_numbers_are_not_stored_and_make_no_page_stale(build: Build) -> None:
    site = build(NUMBERED)
    stored = pickle.loads((site.app.doctreedir / "environment.pickle").read_bytes())
    assert "seminar-copy" not in str(stored.toc_fignumbers)
    again = build({})
    assert "0 added, 0 changed" in again.app.status.getvalue()
    assert "no targets are out of date" in again.app.status.getvalue()


def test_a_page_outside_of_every_toctree_may_have_equations_of_its_own(build: Build) -> None:
    orphan = "---\norphan: true\n---\n# Aside\n\n{eq}`own`\n\n$$ q $$ (own)\n\n```{schedule}\n```\n"
    site = build({**NUMBERED, "aside.md": orphan})
    assert site.warnings == []
    assert numbers(site, "aside.html")[-9:] == numbers(site, "sums.html")


def test_ids_in_a_copy_are_renamed_together_with_what_refers_to_them(build: Build) -> None:
    sums = "# Sums\n\n```{session}\n```\n\n```{switch} more\nHidden.\n```\n"
    site = build({**NUMBERED, "sums.md": sums})
    page = site.page("plan.html")
    button, panel = page.select("[aria-controls]")[0], page.select("[data-opened-by]")[0]
    assert button["aria-controls"] == panel["id"]
    assert panel["aria-labelledby"] == button["id"]
    assert panel["data-opened-by"] == f"#{button['id']}"
    assert button["id"] != "tab-more"
