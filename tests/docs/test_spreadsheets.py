"""What the documentation says of sheets from Excel and Google Sheets is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ..conftest import CONF, Build, Folder, words
from ..tools import require_tools
from .pages import code, text_of
from .recipes import COURSE, PAGE, SITE, run, server

GOOGLE_SHEETS = "how-to/google-sheets.md"
NAMES = ("Noor Haddad", "Zoë Okafor")
ROSTER = "id,name\n1,Noor Haddad\n2,Zoë Okafor\n"
PRESENTED = COURSE.replace("due: 2027-04-07", "due: 2027-04-20")


def site(sheet: bytes) -> dict[str, str | bytes]:
    files = {"course.yml": PRESENTED, "index.md": PAGE, "students.csv": ROSTER}
    return {**files, "signups.csv": sheet, "conf.py": CONF}


def sheet(day: str = "2027-04-06", comma: str = ",") -> str:
    return f"date,Presenter,Critic\r\n{day},{','.join(NAMES)}\r\n".replace(",", comma)


EXCEL_READ = {
    "semicolons": sheet(comma=";").encode(),
    "BOM": sheet().encode("utf-8-sig"),
    "sep": f"sep=;\r\n{sheet(comma=';')}".encode(),
    **{
        day: sheet(day).encode()
        for day in ("4/6/2027", "06.04.2027", "6-Apr", "6-Apr-27", "2027-04-06 00:00:00")
    },
    "Unicode Text": sheet(comma="\t").encode("utf-16"),
}
EXCEL_REFUSED = {
    "########": sheet("########").encode(),
    "46483": sheet("46483").encode(),
    "without UTF-8": sheet().encode("cp1252"),
    ".xlsx": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00b\xee\x9dh^\x01",
    "#REF!": sheet("#REF!").encode(),
    "#N/A": sheet().replace("Noor Haddad", "#N/A").encode(),
}


@pytest.mark.parametrize("form", EXCEL_READ)
def test_what_excel_saves_is_read(form: str, build: Build) -> None:
    built = build(site(EXCEL_READ[form]))
    assert built.warnings == []
    shown = words(built.one(".seminar-presenters"))
    assert all(name in shown for name in NAMES)


@pytest.mark.parametrize("form", EXCEL_REFUSED)
def test_what_is_no_sheet_any_more_is_told(form: str, build: Build) -> None:
    told = [line for line in build(site(EXCEL_REFUSED[form])).warnings if "seminar.signups" in line]
    assert told
    assert all(line.startswith("signups.csv:") for line in told)


def test_the_line_that_fetches_a_sheet_is_the_same_everywhere() -> None:
    [line] = [text.strip() for text in code(GOOGLE_SHEETS, "sh")]
    read_the_docs, pages = map(yaml.safe_load, code(GOOGLE_SHEETS, "yaml"))
    assert read_the_docs["build"]["jobs"]["pre_build"] == [line]
    assert pages[0]["run"] == line


@pytest.mark.tools
def test_a_sheet_is_fetched_and_an_address_that_is_gone_changes_nothing(folder: Folder) -> None:
    require_tools("curl")
    [line] = code(GOOGLE_SHEETS, "sh")
    folder.write({**SITE, "signups.csv": "old"})
    path = Path(folder.srcdir, "signups.csv")
    with server({"/pub?output=csv": SITE["signups.csv"].encode()}) as (address, _asked):
        done = run(line, folder.srcdir, SHEET=f"{address}/pub?output=csv")
        assert done.returncode == 0, done.stderr
        assert path.read_text(encoding="utf-8") == SITE["signups.csv"]
        assert run(line, folder.srcdir, SHEET=f"{address}/gone").returncode != 0
        assert path.read_text(encoding="utf-8") == SITE["signups.csv"]


def test_a_page_to_sign_in_is_no_sheet(build: Build) -> None:
    page = b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n"
    assert "this is a web page" in build(site(page)).warnings[0]


def test_a_sheet_to_begin_with_has_open_places_and_no_problem(build: Build) -> None:
    [text] = [text for text in code("spreadsheets.md", "text") if text.startswith("number,")]
    more = "::::{session} Storage\n:::{presenters}\n:::\n::::\n:::::\n"
    two = PAGE.replace(":speaker: TBA\n", "").removesuffix(":::::\n") + more
    built = build({**site(text.encode()), "index.md": two, "students.csv": ROSTER})
    assert built.warnings == []
    assert len(built.page().select(".seminar-open")) == 4


def test_last_terms_sheet_is_told_in_the_words_of_the_page(build: Build) -> None:
    [line] = [text for text in code("new-term.md", "text") if text.startswith("signups.csv")]
    course = PRESENTED.replace("2027-04-06", "2027-10-12").replace("2027-04-22", "2027-10-28")
    last = "date,Presenter,Critic\n2027-04-06,Noor Haddad,Zoë Okafor\n2027-04-08,Zoë Okafor,\n"
    built = build({**site(last.encode()), "course.yml": course.replace("04-20", "10-20")})
    assert line.strip() in built.warnings


def test_who_dropped_out_and_has_presented_stands_in_parentheses(build: Build) -> None:
    gone = sheet().replace("Zoë Okafor", "Tomás Ferreira")
    assert "is not in students.csv" in build(site(gone.encode())).warnings[0]
    left = gone.replace("Tomás Ferreira", "(Tomás Ferreira)")
    built = build(site(left.encode()))
    assert built.warnings == []
    assert "Tomás Ferreira" in words(built.one(".seminar-presenters"))
    hidden = PRESENTED.replace("presenting:", "presenting:\n  names: hidden")
    built = build({**site(left.encode()), "course.yml": hidden})
    assert "Ferreira" not in built.text("index.html")


def test_what_a_time_zone_may_be_is_as_the_page_says(build: Build) -> None:
    rows = re.findall(r"^\| (`.+`) \| (Taken|Refused)", text_of("course-yml.md"), re.MULTILINE)
    zones = [(zone, said) for cell, said in rows for zone in re.findall(r"`(.+?)`", cell)]
    assert len(zones) > 12
    for zone, said in zones:
        course = PRESENTED.replace("Europe/Berlin", f'"{zone}"')
        told = build({**site(sheet().encode()), "course.yml": course}).warnings
        assert (said == "Refused") == any("timezone: " in line for line in told), (zone, told)
