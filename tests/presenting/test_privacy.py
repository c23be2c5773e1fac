"""No published file has more of a name than the course shows; every byte is searched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..conftest import Build, Folder, Site
from .seminar import STUDENTS, TERM, course

PAGE = """\
# Page

:::::{schedule}
::::{session} Alpha
:::{presenters}
Author: [Noor Haddad](https://slides.example/alpha), Wei Lindqvist <wei@uni.example>
Reviewer: [Nils Hansen](https://slides.example/nils-hansen.pdf)
:::
::::
::::{session} Beta
:::{presenters}
:::
::::
::::{session} Gamma
:::{presenters}
| Paper | Author | Reviewer |
| --- | --- | --- |
| One | *Priya Okafor* | {download}`Nils Hansen <hansen.pdf>` |
:::
::::
:::::

:::{signups}
:::

:::{my-presentations}
:::

:::{this-week}
:::

{download}`The sheet <signups.csv>`
"""
SHEET = "date,Author,Reviewer\n1/31,Noor Haddad,Priya Okafor (for Wei Lindqvist)\n"
ROSTER = f"{STUDENTS}s4,Nils Hansen,nils@uni.example\n"
FULL = ("Haddad", "Lindqvist", "Okafor", "Hansen")
GIVEN = ("Noor", "Wei", "Priya", "Nils")
MAIL = ("uni.example",)


def files(names: str) -> dict[str, str | bytes]:
    presenting = f"""\
roles: [Author, Reviewer]
signups: signups.csv
students: students.csv
names: {names}
each_student: {{at_least: 1, distinct_roles: yes}}
"""
    return {
        "course.yml": course(presenting, TERM),
        "index.md": PAGE,
        "signups.csv": SHEET,
        "students.csv": ROSTER,
        "hansen.pdf": b"%PDF",
    }


def published(site: Site) -> dict[str, bytes]:
    """Every file of the output and its name, `.doctrees` apart.

    So is the pickled environment, a part of them, which the JSON builder writes once more.
    """
    root = Path(site.app.outdir)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not {".doctrees", "environment.pickle"}.intersection(path.parts)
    }


def found(site: Site, words: tuple[str, ...]) -> set[str]:
    """The files in whose bytes or name one of *words* is, letter case aside."""
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b".encode(), re.IGNORECASE)
    return {
        name
        for name, content in published(site).items()
        if pattern.search(content) or pattern.search(name.encode())
    }


BUILDERS = [
    "html",
    "dirhtml",
    "singlehtml",
    "epub",
    "text",
    "man",
    "latex",
    "xml",
    "gettext",
    pytest.param("json", marks=pytest.mark.filterwarnings("ignore:'sphinxcontrib")),
]


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize(
    ("names", "hidden"),
    [
        ("initials", (*FULL, *GIVEN, *MAIL)),
        ("given", (*FULL, *MAIL)),
        ("hidden", (*FULL, *GIVEN, *MAIL)),
    ],
)
def test_no_published_file_has_a_fuller_name(
    builder: str, names: str, hidden: tuple[str, ...], build: Build
) -> None:
    site = build(files(names), builder=builder)
    assert published(site)
    assert found(site, hidden) == set()


# A catalog has no names at all: they are not translated.
@pytest.mark.parametrize("builder", [name for name in BUILDERS if name != "gettext"])
def test_full_names_are_found_by_the_same_search(builder: str, build: Build) -> None:
    assert found(build(files("full"), builder=builder), FULL) != set()


def test_an_address_of_mail_is_published_in_no_form(build: Build) -> None:
    assert found(build(files("full")), MAIL) == set()


def test_initials_that_collide_are_numbered(build: Build) -> None:
    text = build(files("initials"), builder="text").text("index.txt")
    assert "N.H. 1" in text
    assert "N.H. 2" in text
    assert "W.L." in text


def test_hidden_slots_are_told_from_open_ones(build: Build) -> None:
    text = build(files("hidden"), builder="text").text("index.txt")
    assert "taken" in text
    assert "does not show the names of its students" in text


def test_a_link_stays_where_its_address_tells_nothing(build: Build) -> None:
    page = build(files("initials")).text("index.html")
    assert "https://slides.example/alpha" in page


def test_what_is_not_published_is_told(build: Build) -> None:
    site = build(files("initials"))
    told = [line for line in site.warnings if "[seminar.names]" in line]
    assert len(told) == 2
    assert any("the sign-up sheet has names" in line for line in told)
    assert any("the name of this file has a student's name in it" in line for line in told)


def test_a_file_is_published_again_when_names_are_shown(folder: Folder) -> None:
    folder.write(files("initials"))
    folder.build()
    folder.write({"course.yml": files("full")["course.yml"]})
    names = published(folder.build())
    assert any(name.endswith("hansen.pdf") for name in names)


@pytest.mark.parametrize("names", ["initials", "given", "hidden"])
def test_messages_tell_no_more_than_the_page(names: str, build: Build) -> None:
    content = files(names)
    content["signups.csv"] = f"{SHEET}2/7,Noor Hadad,P. Okafor\n3/7,,Wei Lindqvist\n"
    site = build(content)
    hidden = FULL if names == "given" else (*FULL, *GIVEN, "Hadad")
    ours = [line for line in site.warnings if "[seminar." in line]
    assert ours
    assert not [line for line in ours if re.search("|".join(hidden), line)]


def test_a_formula_in_a_name_is_text_on_the_page(build: Build) -> None:
    content = files("full")
    content["signups.csv"] = (
        'date,Author,Reviewer\n1/31,"=HYPERLINK(""http://x.example"")",<b>x</b>\n'
    )
    page = build(content).text("index.html")
    assert "=HYPERLINK" in page
    assert "<b>x</b>" not in page
    assert 'href="http://x.example' not in page


@pytest.mark.parametrize("path", ["../signups.csv", "/etc/passwd.csv", "a/../../x.csv"])
def test_a_path_outside_of_the_folder_is_refused(path: str, build: Build) -> None:
    content = files("full")
    content["course.yml"] = course(f"roles: [Author]\nsignups: {path}")
    (line,) = [line for line in build(content).warnings if "outside of the course" in line]
    assert "[seminar.signups]" in line


def test_a_link_out_of_the_folder_is_refused(folder: Folder) -> None:
    folder.write(files("full"))
    (folder.srcdir.parent / "secret.csv").write_text(SHEET, encoding="utf-8")
    (folder.srcdir / "signups.csv").unlink()
    (folder.srcdir / "signups.csv").symlink_to(folder.srcdir.parent / "secret.csv")
    assert any("outside of the course's folder" in line for line in folder.build().warnings)


def test_a_page_that_names_its_course_does_not_tell_names_by_its_source(build: Build) -> None:
    content = {
        f"fall/{name}": text for name, text in files("hidden").items() if "index" not in name
    }
    content["index.md"] = (
        "# Page\n\n:::::{schedule}\n:course: fall\n\n::::{session} Alpha\n"
        ":::{presenters}\nAuthor: Noor Haddad\n:::\n::::\n:::::\n"
    )
    site = build(content)
    assert "seminar-presenters" in site.text("index.html")
    assert found(site, FULL) == set()
    assert not Path(site.app.outdir, "_sources", "index.md.txt").exists()


def test_what_an_earlier_build_published_is_taken_back(folder: Folder) -> None:
    folder.write(files("full"))
    assert "searchindex.js" in found(folder.build(), FULL)
    folder.write({"course.yml": files("initials")["course.yml"]})
    assert found(folder.build(), (*FULL, *GIVEN, *MAIL)) == set()


WRONG = """\
# Page

:::::{schedule}
::::{session} Alpha
:::{presenters}
Author Noor Haddad
:::
::::
::::{session} Beta
:::{presenters}
Author: {download}`Wei Lindqvist <weilindqvist.pdf>`, [Noor Haddad](https://slides.example/nils-h)
:::
::::
:::::
"""


def test_a_line_that_is_wrong_tells_no_name_and_its_source_is_not_published(build: Build) -> None:
    site = build(files("initials") | {"index.md": WRONG, "weilindqvist.pdf": b"%PDF"})
    assert any("a line has no role" in line for line in site.warnings)
    assert not [line for line in site.warnings if re.search("Haddad|Noor", line)]
    assert found(site, (*FULL, *GIVEN, "weilindqvist")) == set()


def test_a_line_that_is_wrong_is_quoted_where_names_are_shown(build: Build) -> None:
    site = build(files("full") | {"index.md": WRONG, "weilindqvist.pdf": b"%PDF"})
    assert any("'Author Noor Haddad' has no role" in line for line in site.warnings)


def test_the_sheet_is_published_where_names_are_shown_and_the_roster_never(build: Build) -> None:
    page = "# Page\n\n{download}`the sheet <signups.csv>`, {download}`all <students.csv>`\n"
    site = build(files("full") | {"index.md": page})
    copies = [name for name in published(site) if name.endswith(".csv")]
    assert [name.rpartition("/")[2] for name in copies] == ["signups.csv"]
    assert [line for line in site.warnings if "the roster has names" in line]
