"""A session's title is shown as it is written, and makes the id that it is found by."""

from __future__ import annotations

import pytest

from sphinx_seminar.extension import seminar_domain

from ..conftest import Build, words
from ..samples import COURSE, MARKUPS, page
from .sessions import ids, schedule, session, titles

TITLES: dict[str, tuple[str | dict[str, str], str | dict[str, str]]] = {
    "an ampersand": ("Models & Data", "Models & Data"),
    "an entity": ("Models &amp; Data", {"md": "Models & Data", "rst": "Models &amp; Data"}),
    "quotes": ('The "big" one\'s turn', "The “big” one’s turn"),
    "a colon": ("Systems: an overview", "Systems: an overview"),
    "a colon at the end": ("Systems:", "Systems:"),
    "parentheses": ("Systems (1/2)", "Systems (1/2)"),
    "a fraction": ("½ of it", "½ of it"),
    "angle brackets": ("a < b > c", "a < b > c"),
    "trailing blanks": ("Systems   ", "Systems"),
    "non-ASCII letters": ("Théorie des modèles", "Théorie des modèles"),
    "another script": ("机器学习", "机器学习"),
    "a typing error": ("Recieve teh modle", "Recieve teh modle"),
    "a number": ("2022", "2022"),
    "markup": ("The *big* one", "The big one"),
    "code": ({"md": "The `jit`", "rst": "The ``jit``"}, "The jit"),
    "math": ({"md": "On {math}`x`", "rst": "On :math:`x`"}, r"On \(x\)"),
    "a link": (
        {
            "md": "[Ada Brook](https://x.example/a) (DB)",
            "rst": "`Ada Brook <https://x.example/a>`__ (DB)",
        },
        "Ada Brook (DB)",
    ),
    "a hash": ("C# and F#", "C# and F#"),
    "a percent sign and a backslash": (
        {"md": r"100% of \\n", "rst": r"100% of \\n"},
        r"100% of \n",
    ),
}


def in_markup(text: str | dict[str, str], markup: str) -> str:
    return text if isinstance(text, str) else text[markup]


def adopted(markup: str, title: str) -> str:
    """A section that a session without a title adopts."""
    if markup == "md":
        return f"## {title}\n\n```{{session}}\n```\n\n"
    return f"{title}\n{'-' * 60}\n\n.. session::\n\n"


@pytest.mark.parametrize("place", ["schedule", "section", "adopted"])
@pytest.mark.parametrize("markup", MARKUPS)
def test_titles_are_shown_as_they_are_written(markup: str, place: str, build: Build) -> None:
    written = [in_markup(title, markup) for title, _shown in TITLES.values()]
    wanted = [in_markup(shown, markup) for _title, shown in TITLES.values()]
    make = adopted if place == "adopted" else session
    sessions = [make(markup, title) for title in written]
    files = schedule(markup, *sessions) if place == "schedule" else page(markup, "".join(sessions))
    site = build({**files, "course.yml": "title: Course\n"})
    assert site.warnings == []
    planned = seminar_domain(site.app.env).courses.planned[""].sessions
    if place == "schedule":
        assert dict(zip(TITLES, titles(site), strict=True)) == dict(
            zip(TITLES, wanted, strict=True)
        )
    else:
        sections = site.page().select("section section")
        headings = [words(heading).removesuffix("¶") for heading in site.page().select("h2")]
        assert dict(zip(TITLES, headings, strict=True)) == dict(zip(TITLES, wanted, strict=True))
        assert [section["id"] for section in sections] == [found.anchor for found in planned]
    assert len({found.id for found in planned}) == len(TITLES)


@pytest.mark.parametrize("markup", MARKUPS)
def test_titles_that_repeat_are_numbered(markup: str, build: Build) -> None:
    again = [session(markup, "Projects") for _ in range(3)]
    site = build(schedule(markup, *again))
    assert site.warnings == []
    assert titles(site) == ["Projects"] * 3
    assert ids(site) == ["projects", "projects-2", "projects-3"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_sessions_in_another_script_have_ids_all_the_same(markup: str, build: Build) -> None:
    site = build(schedule(markup, session(markup, "机器学习"), session(markup, "深度学习")))
    assert ids(site) == ["session-ebdb23ed", "session-ec759137"]


def test_titles_that_repeat_on_two_pages_are_numbered_in_the_course(build: Build) -> None:
    body = "# Projects\n\n```{session}\n```\n"
    contents = "# Page\n\n```{toctree}\nb\na\n```\n\n{session}`projects` {session}`projects-2`\n"
    site = build({"course.yml": COURSE, "index.md": contents, "a.md": body, "b.md": body})
    assert site.warnings == []
    links = [link["href"] for link in site.page().select("p > a.reference")]
    assert links == ["b.html#projects", "a.html#projects"]


def test_a_slug_makes_room_for_an_id_that_an_author_gave(build: Build) -> None:
    site = build(
        schedule(
            "md",
            session("md", "Projects"),
            session("md", "Later", ":id: projects-2"),
            session("md", "Projects"),
        )
    )
    assert site.warnings == []
    assert ids(site) == ["projects", "projects-2", "projects-3"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_id_that_stands_twice_is_reported(markup: str, build: Build) -> None:
    site = build(
        schedule(markup, session(markup, "One", ":id: x"), session(markup, "Two", ":id: x"))
    )
    [warning] = site.warnings
    assert warning.startswith(f"index.{markup}:")
    assert "':id: x'" in warning
    assert warning.endswith("[seminar.option]")
    assert titles(site) == ["One", "Two"]
    assert ids(site) == ["x", "x-2"]


def test_an_id_that_names_a_session_of_another_page_is_reported(build: Build) -> None:
    body = "# {}\n\n```{{session}}\n:id: x\n```\n"
    contents = "# Page\n\n```{toctree}\na\nb\n```\n"
    site = build(
        {
            "course.yml": COURSE,
            "index.md": contents,
            "a.md": body.format("One"),
            "b.md": body.format("Two"),
        }
    )
    [warning] = site.warnings
    assert warning.startswith("b.md:3: ")
    assert warning.endswith("[seminar.option]")


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_adopted_section_takes_the_id_that_the_author_gives(markup: str, build: Build) -> None:
    directive = {"md": "```{session}\n:id: start\n```\n", "rst": ".. session::\n   :id: start\n"}
    link = {"md": "{session}`start`", "rst": ":session:`start`"}
    site = build({"course.yml": COURSE, **page(markup, f"{directive[markup]}\n{link[markup]}\n")})
    assert site.warnings == []
    assert site.one("#start").find_parent(id="page") or site.one("#start")["id"] == "page"
    address = str(site.one("p > a.reference.internal")["href"])
    assert site.page().select(address)


def test_an_adopted_section_may_be_told_the_id_that_it_has(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", "```{session}\n:id: page\n```\n")})
    assert site.warnings == []
    assert site.one("#page").name == "section"


@pytest.mark.parametrize("place", ["schedule", "section", "adopted"])
def test_what_cannot_be_an_id_is_made_one_and_reported(place: str, build: Build) -> None:
    if place == "schedule":
        files = schedule("md", session("md", "Title", ":id: Über uns"))
    elif place == "section":
        files = page("md", session("md", "Title", ":id: Über uns"))
    else:
        files = page("md", "## Title\n\n```{session}\n:id: Über uns\n```\n")
    files["index.md"] += "\n{session}`uber-uns`\n"
    site = build({"course.yml": COURSE, **files})
    [warning] = site.warnings
    assert "':id: Über uns' cannot be an id; 'uber-uns' is used" in warning
    assert warning.endswith("[seminar.option]")
    assert len(site.page().select("#uber-uns")) == 1
