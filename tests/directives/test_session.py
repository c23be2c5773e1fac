"""One class meeting: its options, its title, and where it stands."""

from __future__ import annotations

from textwrap import indent
from urllib.parse import unquote

import pytest
from bs4 import Tag

from ..conftest import Build, Site, words
from ..samples import COURSE, MARKUPS, page

SESSIONS = {
    "md": ":::::{schedule}\n%s\n:::::\n",
    "rst": ".. schedule::\n\n%s\n",
}


def session(markup: str, title: str, options: str = "", body: str = "") -> str:
    """A session of a schedule, as *markup* has it."""
    if markup == "md":
        return f"::::{{session}} {title}\n{options}\n\n{body}\n::::\n\n"
    return f".. session:: {title}\n{indent(options, '   ')}\n\n{indent(body, '   ')}\n\n"


def schedule(markup: str, *sessions: str) -> dict[str, str]:
    """The files of a course whose page has a schedule with *sessions* in it."""
    body = "".join(sessions)
    text = SESSIONS[markup] % (body if markup == "md" else indent(body, "   "))
    return {"course.yml": COURSE, **page(markup, text)}


def rows(site: Site) -> list[Tag]:
    return site.page().select("tr.seminar-session")


def titles(site: Site) -> list[str]:
    return [words(row.select_one(".seminar-title") or row).removesuffix(" ¶") for row in rows(site)]


OPTIONS = {
    "an id": (":id: start", "td#start .seminar-title", "Title"),
    "a date": (":date: 2022-02-07", "tr[data-date='2022-02-07'] .seminar-title", "Title"),
    "a date off the pattern": (
        ":date: 2022-02-09",
        "tr[data-date='2022-02-09'] .seminar-title",
        "Title",
    ),
    "no date": (":date: none", "tr:not([data-date]) .seminar-date", "Date to be announced"),
    "a date to be announced": (":date: TBA", "tr:not([data-date]) .seminar-title", "Title"),
    "a time": (":time: 10:00-11:30", ".seminar-time", "10:00–11:30"),
    "a place": (":where: Room 12 & 13", ".seminar-where", "Room 12 & 13"),
    "an address": (":link: https://x.example/call", ".seminar-link a", "https://x.example/call"),
    "a kind": (":kind: Guest lecture", ".seminar-kind", "Guest lecture"),
    "a speaker": (":speaker: Ada Brook (Databricks)", ".seminar-speaker", "Ada Brook (Databricks)"),
    "a cancellation": (":status: cancelled", "tr.seminar-cancelled .seminar-notes", "Cancelled"),
    "a cancellation in British spelling": (":status: Canceled", ".seminar-note", "Cancelled"),
    "what is always so": (":status: held", "tr.seminar-session .seminar-title", "Title"),
}


@pytest.mark.parametrize(("option", "selector", "shown"), OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("markup", MARKUPS)
def test_every_option_is_shown(
    markup: str, option: str, selector: str, shown: str, build: Build
) -> None:
    site = build(schedule(markup, session(markup, "Title", option)))
    assert site.warnings == []
    found = rows(site)[0].find_parent("table")
    assert found is not None
    element = next(iter(found.select(selector)), None)
    assert element is not None
    assert words(element).removesuffix(" ¶") == shown


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_moved_session_leaves_a_struck_row(markup: str, build: Build) -> None:
    moved = session(markup, "Moved", ":moved-from: 2022-01-31\n:date: 2022-02-02")
    site = build(schedule(markup, session(markup, "First"), moved, session(markup, "Third")))
    assert site.warnings == []
    assert [(row.get("data-date"), title) for row, title in zip(rows(site), titles(site), strict=True)] == [
        ("2022-01-24", "First"),
        ("2022-01-31", "Moved"),
        ("2022-02-02", "Moved"),
        ("2022-02-07", "Third"),
    ]
    struck = site.one("tr.seminar-moved")
    assert struck.s is not None
    assert "Moved to Wed, Feb 2" in words(struck)
    assert "Moved from Mon, Jan 31" in words(rows(site)[2])
    assert not struck.has_attr("data-until")


def test_a_cancelled_session_is_never_next(build: Build) -> None:
    site = build(schedule("md", session("md", "Off", ":status: cancelled"), session("md", "On")))
    assert [row.has_attr("data-until") for row in rows(site)] == [False, True]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_speaker_and_a_link_may_be_markup(markup: str, build: Build) -> None:
    options = {
        "md": ":speaker: [Ada *Brook*](https://x.example/a) (DB), `sic`\n:link: [Recording](https://x.example/r)",
        "rst": ":speaker: `Ada Brook <https://x.example/a>`__ (DB), ``sic``\n"
        ":link: `Recording <https://x.example/r>`__",
    }
    site = build(schedule(markup, session(markup, "Title", options[markup])))
    assert site.warnings == []
    speaker = site.one(".seminar-speaker")
    assert words(speaker) == "Ada Brook (DB), sic"
    assert [link["href"] for link in speaker.select("a")] == ["https://x.example/a"]
    assert words(site.one(".seminar-link")) == "Recording"
    assert [link["href"] for link in site.page().select(".seminar-link a")] == ["https://x.example/r"]


@pytest.mark.parametrize(
    "address",
    ["https://x.example/a?b=c&d=e#f", "mailto:ada@x.example", "https://x.example/a_(b)", "call.html"],
)
@pytest.mark.parametrize("markup", MARKUPS)
def test_a_link_may_be_any_address(markup: str, address: str, build: Build) -> None:
    site = build(schedule(markup, session(markup, "Title", f":link: {address}")))
    assert site.warnings == []
    # Docutils writes the sign of a mail address so that collectors miss it.
    assert unquote(str(site.one(".seminar-link a")["href"])) == address


TITLES = {
    "an ampersand": ("Models & Data", "Models & Data"),
    "an entity": ("Models &amp; Data", {"md": "Models & Data", "rst": "Models &amp; Data"}),
    "quotes": ("The \"big\" one's turn", "The “big” one’s turn"),
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


@pytest.mark.parametrize(("title", "shown"), TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("place", ["schedule", "section", "adopted"])
@pytest.mark.parametrize("markup", MARKUPS)
def test_a_title_is_shown_as_it_is_written(
    markup: str,
    place: str,
    title: str | dict[str, str],
    shown: str | dict[str, str],
    build: Build,
) -> None:
    written = title if isinstance(title, str) else title[markup]
    wanted = shown if isinstance(shown, str) else shown[markup]
    if place == "schedule":
        site = build(schedule(markup, session(markup, written)))
        assert titles(site) == [wanted]
    else:
        if place == "section":
            body = session(markup, written)
        elif markup == "md":
            body = f"## {written}\n\n```{{session}}\n```\n"
        else:
            body = f"{written}\n{'-' * 60}\n\n.. session::\n"
        site = build({"course.yml": COURSE, **page(markup, body)})
        assert words(site.one("h2")).removesuffix("¶") == wanted
        [planned] = site.app.env.domains["seminar"].courses.planned[""].sessions
        assert planned.docname == "index"
        assert site.one("section section")["id"] == planned.anchor
    assert site.warnings == []


@pytest.mark.parametrize("markup", MARKUPS)
def test_titles_that_repeat_are_numbered(markup: str, build: Build) -> None:
    again = [session(markup, "Projects") for _ in range(3)]
    site = build(schedule(markup, *again))
    assert site.warnings == []
    assert titles(site) == ["Projects"] * 3
    ids = [row.select_one("td")["id"] for row in rows(site)]
    assert ids == ["projects", "projects-2", "projects-3"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_sessions_in_another_script_have_ids_all_the_same(markup: str, build: Build) -> None:
    site = build(schedule(markup, session(markup, "机器学习"), session(markup, "深度学习")))
    assert [row.select_one("td")["id"] for row in rows(site)] == ["session", "session-2"]


def test_titles_that_repeat_on_two_pages_are_numbered_in_the_course(build: Build) -> None:
    body = "# Projects\n\n```{session}\n```\n"
    contents = "# Page\n\n```{toctree}\nb\na\n```\n\n{session}`projects` {session}`projects-2`\n"
    site = build({"course.yml": COURSE, "index.md": contents, "a.md": body, "b.md": body})
    assert site.warnings == []
    links = [link["href"] for link in site.page().select("p > a.reference")]
    assert links == ["b.html#projects", "a.html#projects"]


def test_a_slug_makes_room_for_an_id_that_an_author_gave(build: Build) -> None:
    site = build(
        schedule("md", session("md", "Projects"), session("md", "Later", ":id: projects-2"),
                 session("md", "Projects"))
    )
    assert site.warnings == []
    ids = [row.select_one("td")["id"] for row in rows(site)]
    assert len(set(ids)) == 3
    assert ids[0] == "projects"
    assert ids[1] == "projects-2"


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
    ids = [row.select_one("td")["id"] for row in rows(site)]
    assert ids == ["x", "x-2"]


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
def test_a_session_outside_a_schedule_is_a_section_of_its_page(markup: str, build: Build) -> None:
    body = session(markup, "First", ":id: start\n:speaker: Ada\n:kind: Lecture", "Hello.")
    site = build({"course.yml": COURSE, **page(markup, body + "After.\n")})
    assert site.warnings == []
    section = site.one("section#start")
    assert words(section.h2 or section) == "First¶"
    assert "Week 1 · Mon, Jan 24 · 13:00–16:00 · Soda 405 · Lecture" in words(section)
    assert words(section.select_one(".seminar-speaker") or section) == "Ada"
    assert "Hello." in words(section)
    assert "After." not in words(section)
    assert site.app.env.tocs["index"].astext().split() == ["Page", "First"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_page_with_a_session_directive_is_a_session(markup: str, build: Build) -> None:
    directive = {"md": "```{session}\n:speaker: Ada\n```\n", "rst": ".. session::\n   :speaker: Ada\n"}
    site = build({"course.yml": COURSE, **page(markup, directive[markup] + "\nHello.\n")})
    assert site.warnings == []
    assert words(site.one("h1")) == "Page¶"
    assert "Week 1 · Mon, Jan 24 · 13:00–16:00 · Soda 405" in words(site.one("section#page"))


def test_sections_of_a_page_are_sessions_each(build: Build) -> None:
    body = "\n".join(f"## {title}\n\n```{{session}}\n```\n\nText.\n" for title in ("One", "Two"))
    site = build({"course.yml": COURSE, **page("md", body)})
    assert site.warnings == []
    heads = [words(head) for head in site.page().select(".seminar-session-head")]
    assert [head.split(" · ")[1] for head in heads] == ["Mon, Jan 24", "Mon, Jan 31"]


def test_a_session_without_a_course_shows_what_it_knows(build: Build) -> None:
    body = session("md", "First", ":date: 2022-02-07\n:time: 1-2:30pm\n:where: Soda 405", "Hello.")
    site = build(page("md", body))
    assert site.warnings == []
    assert "Mon, Feb 7" in words(site.one(".seminar-session-head"))
    assert "Soda 405" in words(site.one(".seminar-session-head"))


def test_a_session_without_a_course_and_a_date_is_a_section(build: Build) -> None:
    site = build(page("md", session("md", "First", "", "Hello.")))
    assert site.warnings == []
    assert site.page().select(".seminar-session-head") == []
    assert words(site.one("section#first")) == "First¶ Hello."


def test_a_course_in_another_folder_can_be_named(build: Build) -> None:
    files = {"fall/course.yml": COURSE, **page("md", session("md", "First", ":course: fall"))}
    site = build(files)
    assert site.warnings == []
    assert "Mon, Jan 24" in words(site.one(".seminar-session-head"))


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_full_names_work_alone(markup: str, build: Build) -> None:
    body = schedule(markup, session(markup, "First", ":speaker: Ada"))[f"index.{markup}"]
    for name in ("schedule", "session"):
        body = body.replace(f"{{{name}}}", f"{{seminar:{name}}}")
        body = body.replace(f".. {name}::", f".. seminar:{name}::")
    files = {"course.yml": COURSE, f"index.{markup}": body}
    site = build(files, confoverrides={"seminar_short_names": False})
    assert site.warnings == []
    assert titles(site) == ["First"]
    assert words(site.one(".seminar-speaker")) == "Ada"


def test_a_short_name_that_is_taken_can_be_left_to_its_owner(build: Build) -> None:
    conf = """
        from docutils.parsers.rst import Directive
        from docutils import nodes

        extensions = ["myst_parser", "sphinx_seminar"]
        myst_enable_extensions = ["colon_fence"]
        html_theme = "basic"
        seminar_short_names = False

        class Session(Directive):
            def run(self):
                return [nodes.paragraph("", "theirs")]

        def setup(app):
            app.add_directive("session", Session)
        """
    site = build({"conf.py": conf, **page("md", "```{session}\n```\n")})
    assert site.warnings == []
    assert "theirs" in words(site.one("div.body"))


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
