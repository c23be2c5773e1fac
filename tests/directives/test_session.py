"""One class meeting: its options, and where it is."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from ..conftest import Build, words
from ..samples import COURSE, MARKUPS, page
from .sessions import rows, schedule, session, titles

OPTIONS = {
    "an id": (":id: start", "td#start .seminar-title", "Title"),
    "a date": (":date: 2022-02-07", "tr[data-date='2022-02-07'] .seminar-title", "Title"),
    "a date off the pattern": (
        ":date: 2022-02-14",
        "tr[data-date='2022-02-14'] .seminar-title",
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

HEAD = "Week 1 · Mon, Jan 24 · 13:00–16:00 (Los Angeles time) · Soda 405"


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
    moved = session(markup, "Moved", ":moved-from: 2022-01-31\n:date: 2022-02-02\n:time: 10:00")
    site = build(schedule(markup, session(markup, "First"), moved, session(markup, "Third")))
    assert site.warnings == []
    assert [
        (row.get("data-date"), title) for row, title in zip(rows(site), titles(site), strict=True)
    ] == [
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
    assert [link["href"] for link in site.page().select(".seminar-link a")] == [
        "https://x.example/r"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a?b=c&d=e#f",
        "mailto:ada@x.example",
        "https://x.example/a_(b)",
        "call.html",
    ],
)
@pytest.mark.parametrize("markup", MARKUPS)
def test_a_link_may_be_any_address(markup: str, address: str, build: Build) -> None:
    site = build(schedule(markup, session(markup, "Title", f":link: {address}")))
    assert site.warnings == []
    # Docutils writes the sign of a mail address so that collectors miss it.
    assert unquote(str(site.one(".seminar-link a")["href"])) == address


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_link_to_a_file_of_the_site_is_one_to_download(markup: str, build: Build) -> None:
    files = schedule(markup, session(markup, "Title", ":link: talks/one.mp4"))
    site = build({**files, "talks/one.mp4": b"Recorded."})
    assert site.warnings == []
    address = str(site.one(".seminar-link a")["href"])
    assert (site.app.outdir / address).read_bytes() == b"Recorded."


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_session_outside_a_schedule_is_a_section_of_its_page(markup: str, build: Build) -> None:
    body = session(markup, "First", ":id: start\n:speaker: Ada\n:kind: Lecture", "Hello.")
    site = build({"course.yml": COURSE, **page(markup, body + "After.\n")})
    assert site.warnings == []
    section = site.one("section#start")
    assert words(section.h2 or section) == "First¶"
    assert "Week 1 · Mon, Jan 24 · 13:00–16:00 (Los Angeles time) · Soda 405 · Lecture" in words(
        section
    )
    assert words(section.select_one(".seminar-speaker") or section) == "Ada"
    assert "Hello." in words(section)
    assert "After." not in words(section)
    assert site.app.env.tocs["index"].astext().split() == ["Page", "First"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_page_with_a_session_directive_is_a_session(markup: str, build: Build) -> None:
    directive = {
        "md": "```{session}\n:speaker: Ada\n```\n",
        "rst": ".. session::\n   :speaker: Ada\n",
    }
    site = build({"course.yml": COURSE, **page(markup, directive[markup] + "\nHello.\n")})
    assert site.warnings == []
    assert words(site.one("h1")) == "Page¶"
    assert "Week 1 · Mon, Jan 24 · 13:00–16:00 (Los Angeles time) · Soda 405" in words(
        site.one("section#page")
    )


def test_sections_of_a_page_are_sessions_each(build: Build) -> None:
    body = "\n".join(f"## {title}\n\n```{{session}}\n```\n\nText.\n" for title in ("One", "Two"))
    site = build({"course.yml": COURSE, **page("md", body)})
    assert site.warnings == []
    heads = [words(head) for head in site.page().select(".seminar-session-head")]
    assert [head.split(" · ")[1] for head in heads] == ["Mon, Jan 24", "Mon, Jan 31"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_heading_inside_is_a_heading_of_the_row(markup: str, build: Build) -> None:
    guest = {
        "md": "### Guest: [Ada Brook](https://x.example/a) (DB)\n\nText.",
        "rst": ".. rubric:: Guest: `Ada Brook <https://x.example/a>`__ (DB)\n\nText.",
    }
    site = build(schedule(markup, session(markup, "Title", "", guest[markup])))
    assert site.warnings == []
    heading = site.one(".seminar-schedule .rubric")
    assert words(heading) == "Guest: Ada Brook (DB)"
    assert heading.a is not None
    assert heading.a["href"] == "https://x.example/a"


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
