from __future__ import annotations

import pytest
from bs4 import Tag

from ..conftest import Build, Folder, Site, words
from .seminar import DURING, PAGE, course, site

ROLES = "roles: [Author, Reviewer, {name: Scribe, optional: yes}]"
SHEET = "date,Author,Reviewer,Scribe\n1/24,Noor Haddad,Wei Lindqvist,\n1/31,Priya Okafor,,\n"


@pytest.fixture(autouse=True)
def during_the_term(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)


def table(found: Tag) -> list[list[str]]:
    return [[words(cell) for cell in row.select("th, td")] for row in found.select("tr")]


def presenters(built: Site, session: str) -> list[list[str]]:
    return table(built.one(f"#{session} .seminar-presenters"))


def test_presenters_without_a_body_show_the_rows_of_the_sheet(build: Build) -> None:
    built = build(site(ROLES, SHEET))
    assert built.warnings == []
    assert presenters(built, "alpha") == [
        ["Author", "Reviewer"],
        ["Noor Haddad", "Wei Lindqvist"],
    ]
    assert presenters(built, "beta") == [["Author", "Reviewer"], ["Priya Okafor", "open"]]


def test_presenters_without_a_body_or_a_row_say_what_to_write(build: Build) -> None:
    built = build(site(ROLES, "date,Author\n1/24,Noor Haddad\n"))
    assert built.warnings == [
        (
            "index.md:9: WARNING: {presenters} is empty; write a line 'Role: names' for each "
            "presenting role, or add a row for its session to signups.csv [seminar.presenters]"
        )
    ]


BODY = PAGE.replace(":::{presenters}\n:::", ":::{presenters}\nAuthor: Noor Haddad\n:::", 1)


def test_a_body_that_says_what_the_sheet_says_is_no_problem(build: Build) -> None:
    sheet = "date,Author\n1/24,Noor Haddad\n1/31,\n"
    assert build(site(ROLES, sheet, **{"index.md": BODY})).warnings == []


@pytest.mark.parametrize("nobody", ["N.N.", "-", "TBA", "[N.N.](https://slides.example)", "???"])
def test_a_slot_of_a_body_that_names_nobody_is_shown_open_where_names_are_short(
    build: Build, nobody: str
) -> None:
    body = PAGE.replace(
        ":::{presenters}\n:::",
        f":::{{presenters}}\nAuthor: Noor Haddad\nReviewer: {nobody}\n:::",
        1,
    )
    sheet = "date,Author,Reviewer\n1/24,Noor Haddad,\n1/31,,\n"
    built = build(site(f"{ROLES}\nnames: initials", sheet, **{"index.md": body}))
    assert built.warnings == []
    assert presenters(built, "alpha") == [["Author", "Reviewer"], ["N.H.", "open"]]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Wei Lindqvist,", "Author is Noor Haddad here, and Wei Lindqvist in signups.csv:2"),
        (",", "Author is Noor Haddad here, and nobody in signups.csv:2"),
        ("Noor Haddad,Wei Lindqvist", "Reviewer is not here, and signups.csv:2 has Wei Lindqvist"),
    ],
)
def test_a_body_and_the_sheet_do_not_contradict_each_other_in_silence(
    row: str, says: str, build: Build
) -> None:
    sheet = f"date,Author,Reviewer\n1/24,{row}\n1/31,Wei Lindqvist,Noor Haddad\n"
    built = build(site(ROLES, sheet, **{"index.md": BODY}))
    told = [line for line in built.warnings if "seminar.signups" in line]
    assert len(told) == 1
    assert says in told[0]
    assert told[0].startswith("index.md:6: ")


def test_a_name_that_is_not_on_the_roster_is_told_with_the_nearest(build: Build) -> None:
    built = build(site(ROLES, "date,Author\n1/24,Noor Hadad\n1/31,Wei Lindqvist\n"))
    assert built.warnings == [
        (
            "signups.csv:2: WARNING: 'Noor Hadad' is not in students.csv; "
            "did you mean 'Noor Haddad'? [seminar.signups]"
        )
    ]
    assert presenters(built, "alpha")[1][0] == "Noor Hadad"


@pytest.mark.parametrize(
    "date", ["Mon Jan 24", "Monday, 1/24", "Jan 24", "Mo., 24. Januar", "1/24"]
)
def test_a_day_of_the_week_that_fits_its_date_is_no_problem(build: Build, date: str) -> None:
    sheet = f'date,Author\n"{date}",Noor Haddad\n1/31,\n'
    assert build(site(ROLES, sheet), confoverrides={"language": "de"}).warnings == []


def test_a_day_of_the_week_that_contradicts_its_date_is_told(build: Build) -> None:
    built = build(site(ROLES, "date,Author\nTue Jan 24,Noor Haddad\n1/31,\n"))
    assert built.warnings == [
        (
            "signups.csv:2: WARNING: 'Tue Jan 24' is read as 2022-01-24, a Monday; "
            "correct the day or the date [seminar.signups]"
        )
    ]


def test_a_surname_that_comes_first_is_no_second_person(build: Build) -> None:
    sheet = 'date,Author\n1/24,"Haddad, Noor"\n1/31,"Noor Haddad, Wei Lindqvist"\n'
    built = build(site(ROLES, sheet))
    assert built.warnings == []
    assert presenters(built, "alpha")[1][0] == "Noor Haddad"
    assert presenters(built, "beta")[1][0] == "Noor Haddad, Wei Lindqvist"


def test_a_surname_and_a_given_name_in_two_cells_are_told(build: Build) -> None:
    sheet = "date,Author,Reviewer\n1/24,Haddad, Noor,\n1/31,Priya Okafor,Noor Haddad\n"
    built = build(site(ROLES, sheet))
    assert built.warnings == [
        (
            "signups.csv:2: WARNING: 'Haddad, Noor' is one name and fills two cells; "
            'put it in quotes: "Haddad, Noor" [seminar.signups]'
        )
    ]
    (told,) = build(site(f"{ROLES}\nnames: hidden", sheet)).warnings
    assert "Noor" not in told


def test_surnames_that_come_first_are_parted_by_semicolons(build: Build) -> None:
    sheet = 'date,Author\n1/24,"Haddad, Noor; Lindqvist, Wei"\n1/31,Priya Okafor\n'
    built = build(site(ROLES, sheet))
    assert built.warnings == []
    assert presenters(built, "alpha")[1][0] == "Noor Haddad, Wei Lindqvist"


def test_sign_ups_are_a_table_of_sessions_by_roles_with_open_slots(build: Build) -> None:
    page = f"{PAGE}\n:::{{signups}}\n:::\n"
    rules = f"{ROLES}\neach_student: {{at_least: 1, at_most: 1}}"
    built = build(site(rules, SHEET, **{"index.md": page}))
    assert built.warnings == []
    assert table(built.one(".seminar-signups")) == [
        ["Session", "Author", "Reviewer", "Scribe"],
        ["Mon, Jan 24 Alpha", "Noor Haddad", "Wei Lindqvist", ""],
        ["Mon, Jan 31 Beta", "Priya Okafor", "open", ""],
    ]
    assert table(built.one(".seminar-loads"))[1] == ["Noor Haddad", "1", "Author"]
    assert "Open slots: 1. No rule is broken." in words(built.one("article, body", "index.html"))


def test_an_open_slot_opens_the_sheet_for_editing(build: Build) -> None:
    context = {"github_user": "x", "github_repo": "y"}
    files = site(ROLES, SHEET, **{"index.md": f"{PAGE}\n:::{{signups}}\n:::\n"})
    built = build(files, confoverrides={"html_context": context})
    (link,) = built.page().select(".seminar-signups a:has(.seminar-open)")
    assert link["href"] == "https://github.com/x/y/edit/main/signups.csv"


def test_what_is_missing_is_told_when_it_is_due_and_until_the_term_ends(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(epoch: str, due: str) -> list[str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        folder.write(site(f"{ROLES}\neach_student: {{at_least: 2}}{due}", SHEET))
        return [line for line in folder.build().warnings if "seminar.open" in line]

    assert len(told(DURING, "")) == 3
    assert told(DURING, "\ndue: 2022-02-09") == []
    assert len(told(DURING, "\ndue: 2022-02-08")) == 3
    assert told("1700000000", "") == []


def test_a_broken_rule_is_told_with_student_sessions_and_lines(build: Build) -> None:
    sheet = "date,Author,Reviewer\n1/24,Noor Haddad,\n1/31,Noor Haddad,\n"
    built = build(site(f"{ROLES}\neach_student: {{distinct_roles: yes}}", sheet))
    assert built.warnings == [
        (
            "signups.csv:3: WARNING: Noor Haddad is Author twice: session 'Alpha' (signups.csv:2), "
            "session 'Beta' (signups.csv:3); take another role each time "
            "(each_student.distinct_roles) [seminar.rules]"
        )
    ]


def test_bodies_alone_are_checked_too(build: Build) -> None:
    page = PAGE.replace(":::{presenters}\n:::", ":::{presenters}\nAuthor: Noor Haddad\n:::")
    rules = f"{ROLES}\neach_student: {{not_two_weeks_in_a_row: yes}}"
    (line,) = build(site(rules, **{"index.md": page})).warnings
    assert line.startswith("index.md:11: WARNING: Noor Haddad presents in two weeks in a row")


def test_a_row_on_a_break_without_anybody_is_no_problem(build: Build) -> None:
    assert build(site(ROLES, f"{SHEET}2/21,,,\n")).warnings == []
    assert "'2/22' is no session" in build(site(ROLES, f"{SHEET}2/22,,,\n")).warnings[0]


def test_roles_are_listed_with_what_somebody_does_in_them(build: Build) -> None:
    roles = "roles: [{name: Author, description: Presents}, {name: Reviewer, people: 2}, Skeptic]"
    page = "# Page\n\n:::{roles}\n:::\n"
    files = {"course.yml": course(f"vocabulary: discussion\n{roles}"), "index.md": page}
    built = build(files)
    assert built.warnings == []
    found = [words(item) for item in built.page().select(".seminar-roles > *")]
    assert found[:3] == ["Author", "Presents", "Reviewer (2 people)"]
    assert found[-2:] == ["Skeptic (optional)", "Looks for what does not hold."]


def test_presentations_by_person_are_whole_without_a_script(build: Build) -> None:
    built = build(site(ROLES, SHEET, **{"index.md": f"{PAGE}\n:::{{my-presentations}}\n:::\n"}))
    assert built.warnings == []
    assert table(built.one(".seminar-by-person")) == [
        ["Student", "Date", "Session", "Role"],
        ["Noor Haddad", "Mon, Jan 24", "Alpha", "Author"],
        ["Priya Okafor", "Mon, Jan 31", "Beta", "Author"],
        ["Wei Lindqvist", "Mon, Jan 24", "Alpha", "Reviewer"],
    ]


def test_a_site_without_calendars_offers_none_of_one_s_own(build: Build) -> None:
    files = site(ROLES, SHEET, **{"index.md": f"{PAGE}\n:::{{my-presentations}}\n:::\n"})
    for feeds, count in (["calendar.ics"], 1), ([], 0):
        built = build(files, confoverrides={"seminar_feeds": feeds})
        assert len(built.page().select("button[data-calendar]")) == count
        assert len(built.page().select("[data-session]")) == 3 * count
        assert built.text("index.html").count("seminar-own-calendar.js") == count


def test_a_name_that_begins_with_a_marked_letter_is_not_the_last(build: Build) -> None:
    sheet = SHEET.replace("Noor Haddad", "Özge Demir")
    built = build(site(ROLES, sheet, **{"index.md": f"{PAGE}\n:::{{my-presentations}}\n:::\n"}))
    _head, *rows = table(built.one(".seminar-by-person"))
    assert [row[0] for row in rows] == ["Özge Demir", "Priya Okafor", "Wei Lindqvist"]


@pytest.mark.parametrize("view", ["signups", "my-presentations", "roles"])
def test_a_view_without_facts_says_what_is_missing(view: str, build: Build) -> None:
    files = {"course.yml": "title: x\n", "index.md": f"# Page\n\n:::{{{view}}}\n:::\n"}
    (line,) = build(files).warnings
    assert line.startswith("index.md:3: WARNING: {" + view + "}: ")


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub", "singlehtml"])
def test_every_format_has_the_slots(builder: str, build: Build) -> None:
    page = f"{PAGE}\n:::{{signups}}\n:::\n\n:::{{my-presentations}}\n:::\n\n:::{{roles}}\n:::\n"
    built = build(site(ROLES, SHEET, **{"index.md": page}), builder=builder)
    assert [line for line in built.warnings if "seminar" in line] == []
    text = "".join(
        path.read_text(encoding="utf-8", errors="ignore")
        for path in built.app.outdir.iterdir()
        if path.suffix in {".txt", ".tex", ".1", ".xhtml", ".html"}
    )
    assert text.count("Priya Okafor") >= 4


def test_an_edited_entry_of_the_sheet_writes_only_the_page_that_shows_it(folder: Folder) -> None:
    def page(name: str) -> str:
        return f"# {name}\n\n:::{{session}}\n:::\n\n:::{{presenters}}\n:::\n"

    index = "# Site\n\n:::{toctree}\nalpha\nbeta\n:::\n"
    pages = {"index.md": index, "alpha.md": page("Alpha"), "beta.md": page("Beta")}
    folder.write(site(ROLES, SHEET, **pages))
    folder.build()
    folder.write({"signups.csv": SHEET.replace("Noor Haddad", "Priya Okafor")})
    written: list[str] = []
    app = folder._make_app("html", srcdir=folder.srcdir)
    app.connect("doctree-resolved", lambda app, tree, docname: written.append(docname))
    read: list[str] = []
    app.connect("source-read", lambda app, docname, source: read.append(docname))
    app.build()
    app.cleanup()
    # Sphinx writes the page with the toctree again too.
    assert (read, written) == ([], ["alpha", "index"])
