"""Tables that are pasted from Word or exported by Google, Notion and Canvas, and odd workbooks."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from sphinx_seminar.importers.markdown_text import linked

from ..conftest import Folder
from .brought import Import, course_of, result_of
from .pasted import CANVAS, NOTION, PUBLISHED, WORD
from .workbooks import xlsx


def titles(folder: Folder) -> list[str]:
    page = (folder.srcdir / "schedule.md").read_text("utf-8")
    return [
        line.removeprefix("::::{session} ") for line in page.splitlines() if "{session}" in line
    ]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("word.html", WORD, ["Introduction", "Tides", "Salt"]),
        ("sheet.html", PUBLISHED, ["Introduction", "Tides"]),
        ("notion.md", NOTION, ["Introduction", "Tides"]),
        ("canvas.html", CANVAS, ["Introduction", "[Tides](https://example.org/a)"]),
    ],
)
def test_a_pasted_table_makes_its_sessions(
    bring: Import, folder: Folder, name: str, text: str, found: list[str]
) -> None:
    status, _, err = bring({name: text})
    assert status in {0, 1}
    assert err == ""
    assert titles(folder) == found
    assert "https://example.org/a" in (folder.srcdir / "schedule.md").read_text("utf-8")


def test_what_word_puts_around_a_table_is_in_no_page(bring: Import, folder: Folder) -> None:
    bring({"word.html": WORD})
    page = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "supportLists" not in page
    assert "·" not in page
    assert [one.title for one in course_of(folder).breaks] == ["No class (holiday)"]


def test_a_link_by_way_of_google_leads_where_it_leads(bring: Import, folder: Folder) -> None:
    bring({"sheet.html": PUBLISHED})
    assert "google.com" not in (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "a link by way of https://www.google.com/url?q=" in result_of(folder)


def test_an_icon_without_words_leaves_no_mark(bring: Import, folder: Folder) -> None:
    bring({"canvas.html": CANVAS})
    assert "*" not in (folder.srcdir / "schedule.md").read_text("utf-8")


def test_days_that_are_numbers_in_a_workbook_are_dates(bring: Import, folder: Folder) -> None:
    rows = [("Date", "Topic"), ("47365", "Introduction"), ("47372", "Tides")]
    assert bring({"plan.xlsx": xlsx(rows)})[0] == 0
    term = course_of(folder).term
    assert term is not None
    assert (str(term.start), str(term.end)) == ("2029-09-04", "2029-09-11")
    assert "the number 47365 is 2029-09-04" in result_of(folder)


def test_what_a_sheet_hides_is_in_the_report_alone(bring: Import, folder: Folder) -> None:
    rows = [("Date", "Topic", "Grade"), ("2029-09-04", "Introduction", "B minus")]
    hidden = '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>'
    book = changed(xlsx(rows), "xl/worksheets/sheet1.xml", "<sheetData>", hidden)
    assert bring({"plan.xlsx": book})[0] == 1
    assert "minus" not in (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "a hidden column; show it in the sheet to bring it along: B minus" in result_of(folder)
    hide = changed(
        xlsx(rows), "xl/workbook.xml", '<sheet name="Plan"', '<sheet state="hidden" name="Plan"'
    )
    assert bring({"plan.xlsx": hide})[0] == 2


def test_the_address_of_a_formula_is_a_link(bring: Import, folder: Folder) -> None:
    rows = [("Date", "Topic", "Slides"), ("2029-09-04", "Introduction", "PDF")]
    formula = '<c r="C2" t="str"><f>HYPERLINK("https://example.org/f","PDF")</f><v>PDF</v></c>'
    cell = '<c r="C2" t="inlineStr"><is><t>PDF</t></is></c>'
    book = changed(xlsx(rows), "xl/worksheets/sheet1.xml", cell, formula)
    assert bring({"plan.xlsx": book})[0] == 0
    assert "[PDF](https://example.org/f)" in (folder.srcdir / "schedule.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Zoom <https://example.org/z>, at 9", "Zoom <https://example.org/z>, at 9"),
        ("(https://example.org/z).", "(<https://example.org/z>)."),
        ("<script>https://example.org/z", "\\<script><https://example.org/z>"),
        ("<https://example.org/<b>>", "\\<https://example.org/\\<b>>"),
    ],
)
def test_an_address_in_a_text_is_a_link_and_nothing_else_is(text: str, markdown: str) -> None:
    assert linked(text) == markdown


def changed(book: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with another text in one of its parts."""
    made = BytesIO()
    with ZipFile(BytesIO(book)) as parts, ZipFile(made, "w") as others:
        for name in parts.namelist():
            content = parts.read(name).decode()
            assert name != part or old in content
            others.writestr(name, content.replace(old, new) if name == part else content)
    return made.getvalue()


@pytest.mark.parametrize("tag", ["<a href='https://example.org/x>Slides</a>", "<a", "<!-- Notes"])
def test_a_tag_that_never_ends_is_told(bring: Import, folder: Folder, tag: str) -> None:
    days = ("2030-09-02</td><td>Dew", "2030-09-04</td><td>Fog")
    rows = "".join(f"<tr><td>{cells}</td></tr>" for cells in ("Date</td><td>Topic", *days))
    status, out, _ = bring({"page.html": f"<table>{rows}</table>\n<p>End\n{tag}"})
    assert status == 1
    assert f"page.html:3: a tag that never ends: {tag}" in out
    assert titles(folder) == ["Dew", "Fog"]
