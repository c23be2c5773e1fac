"""Who presents in which role, as lines and as tables, in both markups."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest
from bs4 import Tag

from ..conftest import Build, Site, words
from ..samples import COURSE, MARKUPS, page

BODIES = {"md": ":::{presenters}\n%s\n:::\n", "rst": ".. presenters::\n\n%s\n"}


def presenters(markup: str, body: str) -> dict[str, str]:
    return page(markup, BODIES[markup] % (body if markup == "md" else indent(body, "   ")))


def table(site: Site) -> list[list[str]]:
    """The cells of the only table of presenters, row by row."""
    rows = site.one("table.seminar-presenters").select("tr")
    return [[words(cell) for cell in row.select("th, td")] for row in rows]


def links(tag: Tag) -> list[tuple[str, str]]:
    return [(words(link), str(link["href"])) for link in tag.select("a")]


@pytest.mark.parametrize("markup", MARKUPS)
def test_lines_name_a_role_and_its_presenters(markup: str, build: Build) -> None:
    body = "Author: Noor Haddad\nReviewer: Wei Lindqvist, Priya Okafor\nBackup/Scribe:\n"
    site = build(presenters(markup, body))
    assert site.warnings == []
    assert table(site) == [
        ["Author", "Reviewer", "Backup/Scribe"],
        ["Noor Haddad", "Wei Lindqvist, Priya Okafor", "open"],
    ]
    assert words(site.one(".seminar-open")) == "open"
    assert site.one(".seminar-open").find_parent("td") is not None


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_role_is_the_header_of_its_column(markup: str, build: Build) -> None:
    site = build(presenters(markup, "Author: Noor\nReviewer: Wei\n"))
    heads = site.one("table.seminar-presenters").select("thead th")
    assert [head["scope"] for head in heads] == ["col", "col"]
    cells = site.one("table.seminar-presenters").select("tbody td")
    assert [cell["data-role"] for cell in cells] == ["Author", "Reviewer"]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_comma_inside_a_link_parts_no_names(markup: str, build: Build) -> None:
    names = {
        "md": "[Ada, Noor](https://x.example/a), Wei",
        "rst": "`Ada, Noor <https://x.example/a>`__, Wei",
    }
    site = build(presenters(markup, f"Author: {names[markup]}\n"))
    assert site.warnings == []
    assert table(site)[1] == ["Ada, Noor, Wei"]
    assert links(site.one("table.seminar-presenters")) == [("Ada, Noor", "https://x.example/a")]


def test_a_name_links_to_slides_beside_the_page(build: Build) -> None:
    files = presenters("md", "Author: [Noor Haddad](slides/noor.pdf)\n")
    site = build({**files, "slides/noor.pdf": b"%PDF"})
    assert site.warnings == []
    [(name, address)] = links(site.one("table.seminar-presenters"))
    assert name == "Noor Haddad"
    assert (site.app.outdir / address).read_bytes() == b"%PDF"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("A. Brook", "A. Brook"),
        ("Noor", "Noor"),
        ("Noor Haddad (Invited Speaker)", "Noor Haddad (Invited Speaker)"),
        ("TBA", "TBA"),
        ("Ada-Noor-Wei", "Ada-Noor-Wei"),
        ("Team 4", "Team 4"),
        ("4", "4"),
        ("Y. Park, Y.J. Park", "Y. Park, Y.J. Park"),
        ("Ada & Noor", "Ada & Noor"),
        ("Zoë Šimić, 李明", "Zoë Šimić, 李明"),
        ("Noor, , Wei,", "Noor, Wei"),
        ("  Noor  ", "Noor"),
        ("Noor (backup: Wei)", "Noor (backup: Wei)"),
        ("Noor <Team 3>", "Noor <Team 3>"),
        ("", "open"),
    ],
)
@pytest.mark.parametrize("markup", MARKUPS)
def test_names_are_shown_as_they_are_written(
    markup: str, names: str, shown: str, build: Build
) -> None:
    site = build(presenters(markup, f"Author: {names}\n"))
    assert site.warnings == []
    assert table(site) == [["Author"], [shown]]


@pytest.mark.parametrize(
    "role",
    [
        "Private Investigator",
        "Backup/Scribe",
        "Social Impact Assessor",
        "Discussion Leader (Group 2)",
        "Author & Skeptic",
        "Note-taker",
        "Vorträger",
    ],
)
@pytest.mark.parametrize("markup", MARKUPS)
def test_every_vocabulary_of_roles_is_taken(markup: str, role: str, build: Build) -> None:
    site = build(presenters(markup, f"{role}: Noor\n"))
    assert site.warnings == []
    assert table(site) == [[role], ["Noor"]]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_list_of_lines_is_lines(markup: str, build: Build) -> None:
    site = build(presenters(markup, "- Author: Noor\n- **Reviewer:** Wei\n\n- Scribe : Ada\n"))
    assert site.warnings == []
    assert table(site) == [["Author", "Reviewer", "Scribe"], ["Noor", "Wei", "Ada"]]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_role_held_by_two_may_stand_on_two_lines(markup: str, build: Build) -> None:
    site = build(presenters(markup, "Reviewer: Noor\nReviewer: Wei\n"))
    assert site.warnings == []
    assert table(site) == [["Reviewer"], ["Noor, Wei"]]


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_role_with_one_of_two_places_taken_shows_the_other_one(markup: str, build: Build) -> None:
    site = build(presenters(markup, "Reviewer: Noor\nReviewer:\n"))
    assert site.warnings == []
    assert table(site) == [["Reviewer"], ["Noor, open"]]


def test_a_role_on_two_lines_stands_once_in_other_formats(build: Build) -> None:
    site = build(presenters("md", "Reviewer: Noor\nReviewer: [Wei](https://x.example)\n"), "text")
    assert " ".join(site.text("index.txt").split()).endswith("Reviewer: Noor, Wei")


def test_marked_up_names_and_plain_ones_stand_side_by_side(build: Build) -> None:
    body = "Author: Noor\nReviewer: *Wei*, Ada\nScribe: Priya\nReviewer:\n"
    site = build(presenters("md", body))
    assert table(site) == [
        ["Author", "Reviewer", "Scribe"],
        ["Noor", "Wei, Ada, open", "Priya"],
    ]
    assert [words(name) for name in site.page().select("td em")] == ["Wei"]


@pytest.mark.parametrize("names", ["Haddad, Okafor", "[Haddad](https://x.example), Okafor"])
def test_a_search_finds_a_page_by_its_presenters(names: str, build: Build) -> None:
    site = build(presenters("md", f"Author: {names}\nReviewer:\n"))
    index = site.text("searchindex.js")
    assert '"haddad"' in index
    assert '"okafor"' in index


PAPERS = {
    "markdown table": (
        "md",
        """
        | Paper | Presenter | Reviewer |
        | --- | --- | --- |
        | [One](https://x.example/1) | Noor | Wei, [Ada, Priya](https://x.example/s) |
        | Two | TBA | |
        """,
    ),
    "grid table": (
        "rst",
        """
        +-------+-----------+-----------------------------------------------+
        | Paper | Presenter | Reviewer                                      |
        +=======+===========+===============================================+
        | One_  | Noor      | Wei, `Ada, Priya <https://x.example/s>`__     |
        +-------+-----------+-----------------------------------------------+
        | Two   | TBA       |                                               |
        +-------+-----------+-----------------------------------------------+

        .. _One: https://x.example/1
        """,
    ),
    "simple table": (
        "rst",
        """
        =============================  =========  =========================================
        Paper                          Presenter  Reviewer
        =============================  =========  =========================================
        `One <https://x.example/1>`__  Noor       Wei, `Ada, Priya <https://x.example/s>`__
        Two                            TBA        ..
        =============================  =========  =========================================
        """,
    ),
    "list-table": (
        "rst",
        """
        .. list-table::
           :header-rows: 1

           * - Paper
             - Presenter
             - Reviewer
           * - `One <https://x.example/1>`__
             - Noor
             - Wei, `Ada, Priya <https://x.example/s>`__
           * - Two
             - TBA
             -
        """,
    ),
    "list-table in Markdown": (
        "md",
        """
        ```{list-table}
        :header-rows: 1

        * - Paper
          - Presenter
          - Reviewer
        * - [One](https://x.example/1)
          - Noor
          - Wei, [Ada, Priya](https://x.example/s)
        * - Two
          - TBA
          -
        ```
        """,
    ),
    "csv-table": (
        "rst",
        """
        .. csv-table::
           :header: Paper, Presenter, Reviewer

           `One <https://x.example/1>`__, Noor, "Wei, `Ada, Priya <https://x.example/s>`__"
           Two, TBA,
        """,
    ),
}


@pytest.mark.parametrize(("markup", "body"), PAPERS.values(), ids=PAPERS)
def test_a_table_has_a_row_a_paper_and_a_column_a_role(
    markup: str, body: str, build: Build
) -> None:
    site = build(presenters(markup, dedent(body).strip()))
    assert site.warnings == []
    assert table(site) == [
        ["", "Presenter", "Reviewer"],
        ["One", "Noor", "Wei, Ada, Priya"],
        ["Two", "TBA", "open"],
    ]
    shown = site.one("table.seminar-presenters")
    assert links(shown) == [("One", "https://x.example/1"), ("Ada, Priya", "https://x.example/s")]
    assert [words(head) for head in shown.select('th[scope="row"]')] == ["One", "Two"]


def test_a_long_vocabulary_needs_no_blank_line(build: Build) -> None:
    roles = ["Author", "Skeptic", "Archaeologist", "Researcher", "Industry Expert", "Hacker"]
    site = build(presenters("md", "\n".join(f"{role}: Noor" for role in roles)))
    assert table(site)[0] == roles


def test_text_around_a_table_stays(build: Build) -> None:
    body = "| Paper | Author |\n| - | - |\n| One | Noor |\n\nSlides are due on Friday.\n"
    site = build(presenters("md", body))
    assert site.warnings == []
    assert table(site) == [["", "Author"], ["One", "Noor"]]
    assert "Slides are due on Friday." in words(site.one("div.body"))


def test_presenters_outside_a_session_need_no_course(build: Build) -> None:
    site = build(presenters("md", "Author: Noor\n"))
    assert site.warnings == []


def test_a_known_role_may_differ_in_letter_case(build: Build) -> None:
    site = build({**presenters("md", "author: Noor\n"), "course.yml": COURSE})
    assert site.warnings == []


@pytest.mark.parametrize("builder", ["text", "latex"])
@pytest.mark.parametrize(("markup", "body"), PAPERS.values(), ids=PAPERS)
def test_other_formats_show_all_names(markup: str, body: str, builder: str, build: Build) -> None:
    site = build(presenters(markup, dedent(body).strip()), builder=builder)
    assert site.warnings == []
    [output] = [*site.app.outdir.glob("index.txt"), *site.app.outdir.glob("*.tex")]
    text = " ".join(output.read_text(encoding="utf-8").split())
    for shown in ("One", "Two", "Noor", "Wei", "Ada, Priya", "TBA", "open"):
        assert shown in text


def test_a_paper_of_a_sheet_in_long_form_has_one_row(build: Build) -> None:
    sheet = "session,paper,role,name\n"
    sheet += "1,Spark,Author,Noor Haddad\n1,Lakehouse,Author,Wei Lindqvist\n"
    sheet += "1,Spark,Reviewer,Priya Okafor\n1,Lakehouse,Reviewer,\n"
    body = "::::{session} Big data\n:::{presenters}\n:::\n::::\n"
    course = COURSE.replace("presenting:\n", "presenting:\n  signups: signups.csv\n")
    site = build({**page("md", body), "course.yml": course, "signups.csv": sheet})
    assert site.warnings == []
    assert table(site) == [
        ["", "Author", "Reviewer"],
        ["Spark", "Noor Haddad", "Priya Okafor"],
        ["Lakehouse", "Wei Lindqvist", "open"],
    ]


def test_names_are_parted_by_the_commas_of_every_script(build: Build) -> None:
    body = "Author\uff1aNoor\u3001Wei\uff1bAda\n"
    site = build({**presenters("md", body), "course.yml": COURSE})
    assert site.warnings == []
    shown = (site.app.outdir / "index.html").read_text(encoding="utf-8")
    assert not {"\uff1a", "\u3001", "\uff1b"} & set(shown)
    assert all(name in shown for name in ("Noor", "Wei", "Ada"))
