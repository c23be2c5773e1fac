"""Sessions are linked to by name, from their site and from others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from .conftest import Build, Folder, Site, words
from .samples import COURSE, MARKUPS, page

SITE = {
    "course.yml": COURSE,
    "index.md": "# Page\n\n```{toctree}\nplan\nweeks/one\n```\n",
    "plan.md": """
        # Plan

        ::::{schedule}
        :::{session} The *first* one
        :::
        :::{session} Systems: an overview
        :id: overview
        :::
        ::::
        """,
    "weeks/one.md": "# On a page\n\n```{session}\n```\n",
}


def links(site: Site, name: str = "index.html") -> list[tuple[str, str]]:
    return [
        (words(link), str(link["href"]))
        for link in site.page(name).select("div.body p a.reference")
    ]


def with_text(text: str) -> dict[str, str]:
    return {**SITE, "index.md": SITE["index.md"] + "\n" + text + "\n"}


ENDINGS = {".html", ".tex", ".txt"}

REFERENCES = {
    "an id": ("{session}`overview`", "Systems: an overview", "plan.html#overview"),
    "a slug": ("{session}`the-first-one`", "The first one", "plan.html#the-first-one"),
    "a title": ("{session}`Systems: an overview`", "Systems: an overview", "plan.html#overview"),
    "a title in other letters": ("{session}`on  A page`", "On a page", "weeks/one.html#on-a-page"),
    "a text of its own": ("{session}`see this <overview>`", "see this", "plan.html#overview"),
    "the full name": ("{seminar:session}`overview`", "Systems: an overview", "plan.html#overview"),
    "any": ("{any}`overview`", "Systems: an overview", "plan.html#overview"),
    "a Markdown link": ("[see this](#overview)", "see this", "plan.html#overview"),
}


@pytest.mark.parametrize(("text", "shown", "address"), REFERENCES.values(), ids=REFERENCES)
def test_a_session_is_linked_to_by(text: str, shown: str, address: str, build: Build) -> None:
    site = build(with_text(text), confoverrides={"nitpicky": True})
    assert site.warnings == []
    assert links(site) == [(shown, address)]


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_works_in_both_markups(markup: str, build: Build) -> None:
    role = {"md": "{session}`one`", "rst": ":session:`one`"}[markup]
    session = {"md": ":::{session} One\n:::\n", "rst": ".. session:: One\n"}[markup]
    site = build({"course.yml": COURSE, **page(markup, f"{role}\n\n{session}")})
    assert site.warnings == []
    assert links(site)[0] == ("One", "#one")


def test_the_text_of_a_link_is_no_code(build: Build) -> None:
    site = build(with_text("{session}`overview` {session}`see this <overview>`"))
    assert [text for text, _address in links(site)] == ["Systems: an overview", "see this"]
    assert site.page().select("div.body p code") == []


def test_a_link_to_an_unknown_session_names_the_nearest(build: Build) -> None:
    site = build(with_text("Text.\n\n{session}`overveiw`"))
    assert site.warnings == [
        (
            "index.md:10: WARNING: no session is called 'overveiw'; did you mean 'overview'? "
            "[seminar.link]"
        )
    ]
    assert "overveiw" in words(site.one("div.body"))


def test_a_link_to_an_unknown_session_can_be_left_unreported(build: Build) -> None:
    site = build(
        with_text("{session}`overveiw`"), confoverrides={"suppress_warnings": ["seminar.link"]}
    )
    assert site.warnings == []


def test_a_link_without_any_session_says_so(build: Build) -> None:
    site = build(page("md", "{session}`overview`\n"))
    [warning] = site.warnings
    assert warning.startswith("index.md:3: ")
    assert "no session is called 'overview'" in warning


def test_the_course_of_a_page_comes_before_the_others(build: Build) -> None:
    folder = {
        "course.yml": COURSE,
        "index.md": "# Course\n\n:::{session} Same\n:::\n\n{session}`same`\n",
    }
    files = {f"{name}/{path}": text for name in "ab" for path, text in folder.items()}
    text = (
        "```{toctree}\na/index\nb/index\n```\n\n"
        "{session}`a/same` {session}`b/same` {session}`same`\n"
    )
    site = build({**files, **page("md", text)})
    assert site.warnings == []
    assert [address for _text, address in links(site)] == [
        "a/index.html#same",
        "b/index.html#same",
        "a/index.html#same",
    ]
    for name in "ab":
        assert links(site, f"{name}/index.html")[-1] == ("Same", "#same")


def inventory(site: Site) -> dict[str, str]:
    path = site.app.outdir / "objects.inv"
    loaded = InventoryFile.loads(path.read_bytes(), uri="").data
    return {name: item.uri for name, item in loaded.get("seminar:session", {}).items()}


def test_sessions_are_in_the_inventory(build: Build) -> None:
    site = build(SITE)
    assert inventory(site) == {
        "the-first-one": "plan.html#the-first-one",
        "overview": "plan.html#overview",
        "on-a-page": "weeks/one.html#on-a-page",
    }


def test_sessions_of_several_courses_are_in_the_inventory_by_folder(build: Build) -> None:
    files = {
        f"{name}/{path}": text
        for name in ("spring", "fall")
        for path, text in {
            "course.yml": COURSE,
            "index.md": "# Course\n\n:::{session} Same\n:::\n",
        }.items()
    }
    site = build({**files, **page("md", "```{toctree}\nspring/index\nfall/index\n```\n")})
    assert inventory(site) == {
        "spring/same": "spring/index.html#same",
        "fall/same": "fall/index.html#same",
    }


def test_sessions_that_no_course_governs_are_linked_to_on_their_site_alone(build: Build) -> None:
    contents = "```{toctree}\nother\n```\n\n{session}`one`\n"
    other = "# Other\n\n:::{session} One\n:::\n"
    site = build({**page("md", contents), "other.md": other})
    assert site.warnings == []
    assert links(site) == [("One", "other.html#one")]
    assert inventory(site) == {}


def test_a_session_of_another_site_is_linked_to_through_intersphinx(
    folder: Folder, tmp_path: Path
) -> None:
    folder.write(SITE)
    other = folder.build()
    mapping = {"other": ("https://other.example/", str(other.app.outdir / "objects.inv"))}
    here = tmp_path / "here"
    site = Folder(here, folder._make_app)
    here.mkdir()
    site.write(
        {
            "conf.py": (folder.srcdir / "conf.py").read_text()
            + "extensions += ['sphinx.ext.intersphinx']\n"
            + f"intersphinx_mapping = {mapping!r}\n"
            + "intersphinx_disabled_reftypes = []\n",
            "index.md": (
                "# Here\n\n{session}`overview` "
                "{external+other:seminar:session}`the-first-one` "
                "{session}`their first <other:the-first-one>`\n"
            ),
        }
    )
    built = site.build(confoverrides={"nitpicky": True})
    assert built.warnings == []
    assert links(built) == [
        ("Systems: an overview", "https://other.example/plan.html#overview"),
        ("The first one", "https://other.example/plan.html#the-first-one"),
        ("their first", "https://other.example/plan.html#the-first-one"),
    ]


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "latex", "text"])
def test_links_resolve_in_other_formats(builder: str, build: Build) -> None:
    text = "See {session}`overview`."
    site = build(with_text(text), builder, confoverrides={"nitpicky": True})
    assert site.warnings == []
    written = [path for path in site.app.outdir.rglob("*") if path.suffix in ENDINGS]
    # What finds no session keeps the name that its author wrote.
    shown = re.compile(r"See [^\n]{0,300}?Systems: an overview")
    assert any(shown.search(path.read_text(encoding="utf-8")) for path in written)


def test_search_finds_a_session_by_its_title(build: Build) -> None:
    site = build(SITE)
    assert '"overview"' in site.text("searchindex.js") or "overview" in site.text("searchindex.js")
    assert "Systems: an overview" in site.text("searchindex.js")
