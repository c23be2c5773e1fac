"""Markup that was not read as a directive, or that closes too early, is reported."""

from __future__ import annotations

import pytest

from ..conftest import Build
from ..samples import COURSE

CONF = 'extensions = ["myst_parser", "sphinx_seminar"]\nhtml_theme = "basic"\n'
FINE = ":::::{schedule}\n::::{session} One\n:::{readings}\n- A paper\n:::\n::::\n:::::\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            ":::{schedule}\n:::{session} One\n:::{readings}\n- A\n:::\n:::\n:::\n",
            (
                "index.md:3: WARNING: {schedule} has 3 colons, and {session} (line 4) in it has 3, "
                "so what closes the one closes the other; write 5 above and below it, "
                "and 4 above and below each {session}"
            ),
        ),
        (
            "```{schedule}\n````{session} One\n````\n```\n",
            (
                "index.md:3: WARNING: {schedule} has 3 '`', and {session} (line 4) in it has 4, "
                "so what closes the one closes the other; write 5 above and below it"
            ),
        ),
        (
            (
                ":::::{schedule}\n::::{session} One\n:::{readings}\n- A\n\n"
                ":::{presenters}\nAuthor: Noor\n:::\n::::\n:::::\n"
            ),
            (
                "index.md:5: WARNING: {readings} is not closed before {presenters} (line 8); "
                "write ':::' above that"
            ),
        ),
        (
            ":::::{schedule}\n::::{session} One\n\n::::{session} Two\n::::\n:::::\n",
            (
                "index.md:4: WARNING: {session} is not closed before {session} (line 6); "
                "write '::::' above that"
            ),
        ),
        (
            ":::{session} One\nText.\n",
            "index.md:3: WARNING: {session} is not closed; write ':::' on a line below it",
        ),
        (
            FINE + ":::\n\nThe end.\n",
            "index.md:10: WARNING: ':::' closes nothing, and opens a block; take it out",
        ),
        (
            FINE + "\n:::{presenters}\nAuthor: Noor\n:::\n",
            (
                "index.md:11: WARNING: {presenters} is below the schedule and in no session; "
                "move it into its session, or write a heading above it where it belongs to none"
            ),
        ),
        (
            "Text\n\n    :::{session} One\n    :::\n",
            (
                "index.md:5: WARNING: ':::{session}' is shown as text; it is indented by four "
                "blanks, which makes it code; indent it by less"
            ),
        ),
        (
            "Some text\n::{session} One\n",
            (
                "index.md:4: WARNING: '::{session}' is shown as text; "
                "write ':::{session}', and ':::' on a line below what belongs to it"
            ),
        ),
    ],
)
def test_a_fence_that_went_wrong_is_told_once(body: str, told: str, build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert site.warnings == [f"{told} [seminar.schedule]"]


@pytest.mark.parametrize(
    "body",
    [
        FINE + "\n## General\n\n:::{readings}\n- A book\n:::\n",
        "```\n:::{schedule}\n:::{session} One\n```\n",
        "````{code-block} md\n:::{schedule}\n````\n\n" + FINE,
        "```none\n    :::{schedule}\n```\n",
        "1. :::{readings}\n   - A\n   :::\n\n" + FINE,
        "<!--\n:::{schedule}\n:::{session} One\n-->\n\n" + FINE,
        "`:::{schedule}` and `{session}` are directives.\n",
        "{note} and :::: are none of ours.\n",
        "```none\n:::{schedule}\n```\n",
        "    :::{note}\n    :::\n",
    ],
)
def test_what_shows_a_sample_or_is_meant_is_not_told(body: str, build: Build) -> None:
    assert build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"}).warnings == []


def test_the_line_missing_in_conf_py_is_told_once_a_page(build: Build) -> None:
    site = build({"conf.py": CONF, "course.yml": COURSE, "index.md": f"# T\n\n{FINE}\n{FINE}"})
    assert site.warnings == [
        (
            "index.md:3: WARNING: ':::::{schedule}' is shown as text; add this line to conf.py: "
            'myst_enable_extensions = ["colon_fence"] [seminar.schedule]'
        )
    ]


def test_markdown_in_restructuredtext_is_told(build: Build) -> None:
    site = build({"course.yml": COURSE, "index.rst": "T\n=\n\n:::{session} One\n:::\n"})
    assert [line for line in site.warnings if "[seminar." in line] == [
        (
            "index.rst:4: WARNING: ':::{session}' is shown as text; "
            "write '.. session::', as reStructuredText does [seminar.schedule]"
        )
    ]


# MyST asks the environment for its application when it includes a file.
@pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'")
def test_a_fence_in_an_included_file_is_told_where_it_stands(build: Build) -> None:
    part = ":::{readings}\n- A\n\n:::{presenters}\nAuthor: Noor\n:::\n"
    site = build(
        {
            "course.yml": COURSE,
            "part.inc": part,
            "index.md": "# T\n\n## One\n\n:::{session}\n:::\n\n```{include} part.inc\n```\n",
        }
    )
    assert [line for line in site.warnings if "[seminar.schedule]" in line] == [
        (
            "part.inc:1: WARNING: {readings} is not closed before {presenters} (line 4); "
            "write ':::' above that [seminar.schedule]"
        )
    ]


# MyST asks the environment for its application when it includes a file.
@pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'")
def test_a_file_that_is_shown_as_code_is_not_told(build: Build) -> None:
    page = f"# T\n\n{FINE}\n```{{include}} part.inc\n:literal:\n```\n"
    part = ":::{schedule}\n:::{session} One\n"
    assert build({"course.yml": COURSE, "part.inc": part, "index.md": page}).warnings == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        (":::session One", ":::{session} One"),
        (":::{session One", ":::{session} One"),
        (":::{session}One", ":::{session} One"),
        ("\uff1a::{session} One", ":::{session} One"),
        (":::\uff5bsession\uff5d One", ":::{session} One"),
        ("```session One", "```{session} One"),
    ],
)
def test_an_opening_that_is_misspelt_is_told_with_what_is_right(
    line: str, right: str, build: Build
) -> None:
    closing = line[0].replace("\uff1a", ":") * 3
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{line}\n{closing}\n\n{FINE}"})
    assert [told for told in site.warnings if "[seminar." in told] == [
        (f"index.md:3: WARNING: {line!r} is no directive; write {right!r} [seminar.schedule]")
    ]


@pytest.mark.parametrize(
    ("closing", "told"),
    [
        (":::", "':::' closes nothing, and opens a block; take it out, or write '::::'"),
        ("```", "'```' closes nothing, and opens a block; take it out, or write '::::'"),
        ("    ::::", "{session} is not closed before {session} (line 6); write '::::'"),
        (":::::", "{session} is not closed; write '::::' on a line below it"),
    ],
)
def test_a_closing_that_closes_nothing_is_told(closing: str, told: str, build: Build) -> None:
    body = f":::::{{schedule}}\n::::{{session}} One\n{closing}\n::::{{session}} Two\n::::\n:::::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert len([line for line in site.warnings if told in line]) == 1


def test_a_line_of_a_reading_list_that_is_no_item_is_told(build: Build) -> None:
    body = ":::{readings}\n- [One](https://x.example/1)\n-[Two](https://x.example/2)\n:::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert site.warnings == [
        (
            "index.md:5: WARNING: '-[Two](https://x.example/2)' is no item of a list; "
            "begin it with '-' and a blank, indented by less than four [seminar.schedule]"
        )
    ]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("when: 2022-02-04", 4),
        (":when: 2022-02-04\n\n:link: https://x.example", 6),
        ("\uff1awhen\uff1a 2022-02-04", 4),
    ],
)
def test_an_option_that_is_read_as_text_is_told(lines: str, line: int, build: Build) -> None:
    site = build(
        {"course.yml": COURSE, "index.md": f"# T\n\n:::{{deadline}} Paper\n{lines}\n:::\n"}
    )
    assert f"index.md:{line}: WARNING: " in " ".join(site.warnings)
    assert " is read as text; write ':" in " ".join(site.warnings)


def test_a_value_in_quotes_means_what_stands_within(build: Build) -> None:
    body = ":::{deadline} Paper\n:when: \u201c2022-02-04\u201d\n:::\n\n:::{deadlines}\n:::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert site.warnings == []
    assert "Feb 4" in site.page().get_text()


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("\uff3bOne](https://x.example/1)", "its brackets are of full width; write [ ] and ( )"),
        ("[One]\uff08https://x.example/1)", "its brackets are of full width; write [ ] and ( )"),
        ("[One](https:/x.example/1)", "leads nowhere; begin it with https://"),
        ("[One](https:\uff0f/x.example/1)", "leads nowhere; begin it with https://"),
    ],
)
def test_a_link_with_signs_of_another_keyboard_is_told(item: str, told: str, build: Build) -> None:
    body = f":::{{readings}}\n- {item}\n:::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert len(site.warnings) == 1
    assert site.warnings[0].startswith("index.md:4: WARNING: ")
    assert told in site.warnings[0]


@pytest.mark.parametrize(
    "role", ["\uff5bsession}`One`", "{session\uff5d`One`", "{session}\u2018One`"]
)
def test_a_role_with_signs_of_another_keyboard_is_told(role: str, build: Build) -> None:
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{FINE}\nSee {role}.\n"})
    assert len(site.warnings) == 1
    assert "begins no role; write '{session}`'" in site.warnings[0]


def test_a_line_among_the_options_that_is_none_is_told(build: Build) -> None:
    body = "## One\n\n:::{session}\n:kind: Talk\n: where: Soda 405\n:::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert [line for line in site.warnings if "':'" in line] == [
        (
            "index.md:7: WARNING: ': where: Soda 405' is no option; "
            "write ':', its name, ':' and a blank [seminar.option]"
        )
    ]


def test_a_row_of_presenters_that_is_in_no_table_is_told(build: Build) -> None:
    rows = "| Paper | Author |\n| --- | --- |\n\n| GFS | Noor Haddad |\n"
    body = f"## One\n\n:::{{session}}\n:::\n\n:::{{presenters}}\n{rows}:::\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    told = [line for line in site.warnings if "is read as text and as no row" in line]
    assert len(told) == 1
    assert told[0].startswith("index.md:12: WARNING: '| GFS | Noor Haddad |'")


def test_an_opening_below_a_fence_of_ours_of_backquotes_is_told(build: Build) -> None:
    body = "```{readings}\n- A\n```\n\n:::deadlines\n:::\n\n```text\nx\n```\n"
    site = build({"course.yml": COURSE, "index.md": f"# T\n\n{body}"})
    assert site.warnings == [
        (
            "index.md:7: WARNING: ':::deadlines' is no directive; "
            "write ':::{deadlines}' [seminar.schedule]"
        )
    ]
