"""``sphinx-seminar import``: what goes in comes out, in the course or in the report."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sphinx_seminar.cli import main

from ..conftest import Folder
from .brought import Import, counted, course_of, result_of, rows_of
from .sources import CALENDAR, CSV, HTML, MARKDOWN, SHEET, WEEKLY
from .workbooks import Value, ods, xlsx


@pytest.mark.parametrize(
    ("name", "text", "once"),
    [
        ("page.md", MARKDOWN, {"ref"}),
        # The usual time and room are in course.yml.
        ("sheet.csv", CSV, {"9", "30", "11", "00", "room", "3"}),
        ("page.html", HTML, set()),
    ],
)
def test_every_word_and_address_of_a_source_is_in_the_course_or_the_report(
    bring: Import, folder: Folder, name: str, text: str, once: set[str]
) -> None:
    assert bring({name: text})[0] in {0, 1}
    result = result_of(folder)
    assert set(counted(text) - counted(result)) <= once
    assert once <= set(counted(result))
    addresses = re.findall(r"(?:https?|javascript):[^\s<>\"\]]+", text)
    assert len(addresses) > 10
    for address in addresses:
        assert address.partition("){")[0].rstrip("|)") in result


def test_every_word_of_the_events_of_a_calendar_is_in_the_course(
    bring: Import, folder: Folder
) -> None:
    assert bring({"exams.ics": CALENDAR})[0] == 0
    said = re.findall(
        r"^(?:SUMMARY|LOCATION|DESCRIPTION|X-WR-CALNAME):(.*)", CALENDAR, re.MULTILINE
    )
    assert len(said) > 90
    missing = counted(" ".join(said)) - counted(result_of(folder))
    assert set(missing) <= {"room", "3"}  # once, in course.yml
    for number in range(30):
        assert f"https://example.org/{number}>" in result_of(folder)


def test_a_page_in_html_builds_at_once(bring: Import, folder: Folder) -> None:
    status, out, err = bring({"page.html": HTML})
    assert (status, err) == (1, "")
    assert course_of(folder).title == "Water in Motion"
    rows = rows_of(folder)
    assert rows[0] == ("2024-09-02", "Dew & Sons")
    assert rows[-2:] == [("2025-03-31", "First half; Second half"), ("2025-04-14", "Farewell")]
    assert "page.html:5: <script>: var tracked = 1" in out
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "- [Paper Dew](https://example.org/0)\n- A remark on it\n" in schedule
    assert "Presenters: Ada Dew, Noor Haddad" in schedule


def test_a_calendar_builds_at_once_in_the_time_of_the_classroom(
    bring: Import, folder: Folder
) -> None:
    assert bring({"exams.ics": CALENDAR})[0] == 0
    rows = rows_of(folder)
    assert len(rows) == 30
    assert rows[0] == ("2024-09-02", "Dew at sea")
    [meetings] = course_of(folder).patterns
    assert str(meetings.start) == "10:30:00"
    assert [(str(one.start), str(one.end)) for one in course_of(folder).breaks] == [
        ("2024-10-02", "2024-10-04")
    ]


def test_events_that_repeat_keep_their_hour_over_the_change_of_the_clock(
    bring: Import, folder: Folder
) -> None:
    status, out, _ = bring({"mine.ics": WEEKLY})
    assert status == 0
    assert rows_of(folder) == [
        *((f"2030-10-{day}", "Seminar") for day in (22, 24, 29)),
        *((f"2030-11-{day:02}", "Seminar") for day in (5, 7)),
        ("2030-11-13", "Guest"),
        *((f"2030-11-{day}", "Seminar") for day in (14, 19, 21)),
    ]
    assert "2030-10-31" in out
    assert [str(one.start) for one in course_of(folder).patterns] == ["09:30:00", "09:30:00"]
    assert "ada@example.org" not in result_of(folder)


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_builds_at_once_and_the_links_behind_its_cells_are_kept(
    bring: Import, folder: Folder, suffix: str
) -> None:
    content = {"xlsx": xlsx, "ods": ods}[suffix](SHEET)
    status, _, err = bring({f"plan.{suffix}": content})
    assert (status, err) == (0, "")
    rows = rows_of(folder)
    assert len(rows) == 30
    assert rows[0] == ("2024-09-02", "Dew & Co")
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "Leader: Ada Dew\n" in schedule
    for number in range(30):
        assert f"](https://example.org/{number}?a=1&b=2)\n" in schedule
    said = " ".join(str(v[0] if isinstance(v, tuple) else v) for row in SHEET for v in row)
    assert not counted(said) - counted(result_of(folder))


MERGED: list[list[Value]] = [
    ["Date", "Topic", "Reading", "Presenter", "Due"],
    ["2030-09-02", "Dew", "One", "Ada Dew", "Essay"],
    ["2030-09-04", "", "Two", "Noor Haddad", ""],
    ["2030-09-09", "Fog", "Three", "Wei Sol", ""],
    ["", "", "Four", "Mira Sol", ""],
]


MERGED_PAGE = """<title>Sky</title><table>
<tr><th>Date</th><th>Topic</th><th>Reading</th><th>Presenter</th><th>Due</th></tr>
<tr><td>2030-09-02</td><td rowspan=2>Dew</td><td>One</td><td>Ada Dew</td>
  <td rowspan=2>Essay</td></tr>
<tr><td>2030-09-04</td><td>Two</td><td>Noor Haddad</td></tr>
<tr><td rowspan=2>2030-09-09</td><td rowspan=2>Fog</td><td>Three</td><td>Wei Sol</td><td></td></tr>
<tr><td>Four</td><td>Mira Sol</td><td></td></tr></table>"""


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "html"])
def test_a_merged_topic_is_that_of_each_day_beside_it_and_a_merged_day_is_one_session(
    bring: Import, folder: Folder, suffix: str
) -> None:
    tall = ["B2:B3", "E2:E3", "A4:A5", "B4:B5"]
    make = {"xlsx": xlsx, "ods": ods}.get(suffix)
    content = make(MERGED, tall) if make else MERGED_PAGE
    status, _, err = bring({f"plan.{suffix}": content})
    assert (status, err) == (0, "")
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    topics = re.findall(r"\{session\} (\w+)", schedule)
    assert topics == ["Dew", "Dew", "Fog"]
    assert re.findall(r"Presenter: (.+)", schedule) == [
        "Ada Dew",
        "Noor Haddad",
        "Wei Sol, Mira Sol",
    ]
    assert schedule.count("Essay") == 1


def test_an_event_that_cannot_be_read_is_told_and_the_others_are_taken(
    bring: Import, folder: Folder
) -> None:
    bad = "BEGIN:VEVENT\r\nUID:9\r\nDTSTART:20301399\r\nSUMMARY:Bad\r\nEND:VEVENT\r\n"
    twice = bad.replace("DTSTART:20301399", "DTSTART:20301101\r\nDTSTART:20301102")
    calendar = WEEKLY.replace("END:VCALENDAR", f"{bad}{twice}END:VCALENDAR")
    status, out, _ = bring({"mine.ics": calendar})
    assert status == 1
    assert "mine.ics:25: an event that cannot be read: Bad" in out
    assert re.search(r"mine.ics:20: an event that cannot be read: Bad .*20301399", out)
    assert len(rows_of(folder)) == 9


def test_a_page_builds_at_once_with_the_dates_of_its_rows(bring: Import, folder: Folder) -> None:
    status, out, err = bring({"page.md": MARKDOWN})
    assert (status, err) == (1, "")
    assert "25 sessions, 2021-09-07 to 2021-12-14" in out
    course = course_of(folder)
    assert (course.title, course.term_name) == ("Systems for Oceans", "Fall 2021")
    assert [role.name for role in course.presenting.roles] == ["Presenter", "Reviewers"]
    rows = rows_of(folder)
    assert ("2021-09-21", "Currents #2: fast, bold 3 < 4") in rows
    assert ("2021-10-29", "Storms (on a Friday)") in rows
    assert ("2021-10-21", ":::{include} /etc/passwd") in rows
    assert [row for row in rows if row[0] >= "2021-12"] == [
        ("2021-12-02", "Ports"),
        ("2021-12-07", "Presentations I"),
        ("2021-12-09", "Harbors"),
        ("2021-12-14", "Presentations II"),
    ]
    assert ("", "Party") in rows
    breaks = [(str(one.start), str(one.end), one.title) for one in course.breaks]
    assert ("2021-10-12", "2021-10-14", "Fall break") in breaks
    assert ("2021-09-23", "2021-09-23", "Holiday") in breaks


def test_a_sheet_builds_at_once_and_leaves_nothing_out(bring: Import, folder: Folder) -> None:
    status, out, err = bring({"sheet.csv": CSV})
    assert (status, err) == (0, "")
    assert "all of it was placed" in out
    assert "column 4 'Speaker' is speaker (sure)" in out
    assert (
        "on Mon Wed: 30 of 30 such days from 2024-09-02 to 2024-12-11 have a session (sure)" in out
    )
    rows = rows_of(folder)
    assert len(rows) == 30
    assert (rows[0], rows[-1]) == (("2024-09-02", "Dew"), ("2024-12-11", "Delta"))


def test_what_is_left_out_is_told_with_its_line_on_the_screen_and_in_the_file(
    bring: Import, folder: Folder
) -> None:
    page = "| Date | Topic |\n|--|--|\n| 2030-09-02 | [Dew](javascript:x) |\n| 2030-09-09 | Fog |\n"
    status, out, _ = bring({"page.md": page})
    assert status == 1
    line = "page.md:3: an address that a page cannot link to: javascript:x"
    assert line in out
    assert line in (folder.srcdir / "import-report.txt").read_text("utf-8")
    assert "javascript" not in (folder.srcdir / "schedule.md").read_text("utf-8")


def test_an_address_that_leads_nowhere_is_told(bring: Import, folder: Folder) -> None:
    page = "| Date | Topic |\n|--|--|\n| 2030-09-02 | [Dew](https:/x) |\n"
    status, out, _ = bring({"page.md": page})
    assert status == 1
    assert "page.md:3: an address that leads nowhere: https:/x" in out
    assert rows_of(folder) == [("2030-09-02", "Dew")]


def test_what_is_no_link_in_the_source_is_none_in_the_course(bring: Import, folder: Folder) -> None:
    page = "| Date | Topic | Paper |\n|--|--|--|\n| 2030-09-02 | Dew | [Ice](javascript:x() |\n"
    assert bring({"page.md": page})[0] == 0
    assert rows_of(folder) == [("2030-09-02", "Dew")]
    assert "javascript" not in str(folder.build().page("schedule.html").select("a"))


def test_a_column_is_what_the_author_says(bring: Import, folder: Folder) -> None:
    page = "| D | A | B |\n|--|--|--|\n| 2030-09-02 | Dew | Fog |\n| 2030-09-09 | Hail | Mist |\n"
    status, out, _ = bring({"page.md": page}, "--column", "B=title", "--column", "2=optional")
    assert status == 0
    assert "column 3 'B' is title (as you said)" in out
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "{session} Fog\n\n:::{readings}\n:optional:\n\n- Dew\n" in schedule


def test_a_kind_that_is_no_kind_is_refused_with_the_nearest(bring: Import) -> None:
    status, _, err = bring({"page.md": MARKDOWN}, "--column", "Topic=titel")
    assert status == 2
    assert "did you mean 'title'?" in err


def test_without_a_year_one_is_asked_for(bring: Import, folder: Folder) -> None:
    page = "| Date | Topic |\n|--|--|\n| 12/10 | Dew |\n| 1/7 | Fog |\n"
    status, _, err = bring({"page.md": page})
    assert status == 2
    assert "no date says its year; add --year, such as --year 2030" in err
    assert bring({"page.md": page}, "--year", "2030")[0] == 0
    assert rows_of(folder) == [("2030-12-10", "Dew"), ("2031-01-07", "Fog")]


def test_the_weekdays_say_the_year(bring: Import, folder: Folder) -> None:
    page = "| Date | Topic |\n|--|--|\n| Tue 9/3 | Dew |\n| Tue 9/10 | Fog |\n| Tue 9/17 | Ice |\n"
    status, out, _ = bring({"page.md": page})
    assert status == 0
    assert "the year 2030 is the nearest one" in out
    assert [day for day, _ in rows_of(folder)] == ["2030-09-03", "2030-09-10", "2030-09-17"]


def test_two_rows_of_one_day_are_one_session_with_what_both_have(
    bring: Import, folder: Folder
) -> None:
    page = (
        "| Date | Topic | Presenter |\n|--|--|--|\n| 2030-09-02 | Dew | Ada |\n"
        "| 2030-09-02 | Fog | Noor |\n| 2030-09-09 | Hail | |\n| 2030-09-16 | Ice | |\n"
    )
    status, out, _ = bring({"page.md": page})
    assert status == 0
    assert "page.md:4: is of the same day as page.md:3; the two are one session" in out
    assert rows_of(folder)[:2] == [("2030-09-02", "Dew; Fog"), ("2030-09-09", "Hail")]
    assert "Presenter: Ada, Noor" in (folder.srcdir / "schedule.md").read_text("utf-8")


def test_files_beside_the_source_come_along_and_an_old_site_is_linked_to(
    bring: Import, folder: Folder
) -> None:
    page = "| Date | Topic | Slides |\n|--|--|--|\n| 2030-09-02 | Dew | [PDF](a/b.pdf) |\n"
    beside = folder.srcdir.parent / "old" / "a" / "b.pdf"
    beside.parent.mkdir()
    beside.write_bytes(b"%PDF")
    assert bring({"page.md": page})[0] == 0
    assert (folder.srcdir / "a" / "b.pdf").read_bytes() == b"%PDF"
    assert folder.build().warnings == []


def test_with_the_address_of_the_old_page_its_links_lead_there(
    bring: Import, folder: Folder
) -> None:
    page = "| Date | Topic | Slides |\n|--|--|--|\n| 2030-09-02 | Dew | [PDF](../b.pdf) |\n"
    assert bring({"page.md": page}, "--base", "https://example.org/x/y.html")[0] == 0
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "- Slides: [PDF](https://example.org/b.pdf)" in schedule


def test_a_table_without_dates_is_a_course_without_them(bring: Import, folder: Folder) -> None:
    page = "| Topic | Paper |\n|--|--|\n| Dew | [D](https://example.org/d) |\n| Fog | |\n"
    status, out, _ = bring({"page.md": page})
    assert status == 0
    assert "2 sessions, without dates" in out
    assert [title for _, title in rows_of(folder)] == ["Dew", "Fog"]


def test_help_names_every_kind_of_source(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "a file: Markdown, HTML, workbook (.xlsx, .ods), CSV, calendar" in told


def test_nothing_is_overwritten(bring: Import, folder: Folder) -> None:
    (folder.srcdir / "course.yml").write_text("title: Mine\n")
    status, _, err = bring({"page.md": MARKDOWN})
    assert status == 2
    assert "nothing is overwritten" in err
    assert (folder.srcdir / "course.yml").read_text() == "title: Mine\n"
    assert not Path(folder.srcdir, "schedule.md").exists()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("page.docx", "x", "is not read; give Markdown"),
        ("page.md", "# Nothing\n", "has no table of sessions"),
        ("sheet.csv", 'a,"b', "sheet.csv"),
        ("plan.xlsx", "PK no", "plan.xlsx is no workbook; save it as .xlsx, .ods or .csv"),
        ("mine.ics", "no calendar", "mine.ics is no calendar"),
        ("mine.ics", "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "mine.ics is no calendar"),
        ("page.html", "<p>Nothing", "has no table of sessions"),
    ],
)
def test_what_cannot_be_read_is_refused(bring: Import, name: str, text: str, message: str) -> None:
    status, out, err = bring({name: text})
    assert (status, out) == (2, "")
    assert message in err


def table(*rows: str, header: str = "| Date | Topic | Readings |") -> str:
    """A page with one table."""
    line = re.sub(r"[^|]+", "--", header)
    return "\n".join((header, line, *rows)) + "\n"


def schedule_of(folder: Folder) -> str:
    return (folder.srcdir / "schedule.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "optional", "text"),
    [
        ("Optionality of Foo", False, "Optionality of Foo"),
        ("Optional Types", False, "Optional Types"),
        ("[Optional](https://example.org/o)", False, "[Optional](https://example.org/o)"),
        ("(optional) Foo", True, "Foo"),
        ("[Optional]: Foo", True, "Foo"),
        ("Optional: Foo", True, "Foo"),
    ],
)
def test_a_reading_is_optional_where_a_mark_says_so(
    bring: Import, folder: Folder, written: str, optional: bool, text: str
) -> None:
    assert bring({"page.md": table(f"| 2030-09-02 | Dew | {written} |")})[0] == 0
    option = ":optional:\n\n" if optional else ""
    assert f":::{{readings}}\n{option}- {text}\n:::" in schedule_of(folder)


def test_a_dash_is_no_title(bring: Import, folder: Folder) -> None:
    page = table("| 2030-09-02 | — | Ice |", "| 2030-09-09 | — | — |", "| 2030-09-16 | Dew | |")
    status, out, _ = bring({"page.md": page})
    assert status == 0
    assert [title for _, title in rows_of(folder)] == ["Ice", "To be announced", "Dew"]
    assert "column 2 'Topic' is title (sure); taken as empty: —, —" in out


def test_the_year_is_not_that_of_a_room(bring: Import, folder: Folder) -> None:
    page = "# Dew, 2030\n\n" + table("| 9/2 | Dew | |", "| 9/9 | Fog | |")
    assert bring({"page.md": page}, "--where", "Room 2019")[0] == 0
    assert [day for day, _ in rows_of(folder)] == ["2030-09-02", "2030-09-09"]
    status, _, err = bring({"b.md": page.replace(", 2030", "")}, "--where", "Room 2019")
    assert status == 2
    assert "no date says its year" in err


def test_what_is_left_out_of_several_files_is_told_with_the_file(
    bring: Import, folder: Folder
) -> None:
    rows = "| 2030-09-02 | [Dew](javascript:x) | |", "| 2030-09-09 | [Fog](javascript:x) | |"
    status, out, _ = bring(
        {"a.md": table(*rows), "b.md": table(*(row.replace("-09-", "-10-") for row in rows))}
    )
    assert status == 1
    assert "a.md:3: an address that a page cannot link to: javascript:x" in out
    assert "javascript:x (also in lines 4 and at b.md:3, b.md:4)\n" in out


def test_a_task_of_a_calendar_is_told_and_so_is_a_reminder(bring: Import, folder: Folder) -> None:
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    task = "BEGIN:VTODO\r\nUID:8\r\nSUMMARY:Hand in the essay\r\nEND:VTODO\r\n"
    calendar = WEEKLY.replace("END:VEVENT\r\n", alarm, 1)
    calendar = calendar.replace("END:VCALENDAR", f"{task}END:VCALENDAR")
    status, out, _ = bring({"mine.ics": calendar})
    assert status == 1
    line = calendar[: calendar.index("BEGIN:VTODO")].count("\n") + 1
    assert f"mine.ics:{line}: no event: VTODO Hand in the essay\n" in out
    line = calendar[: calendar.index("BEGIN:VALARM")].count("\n") + 1
    assert f"mine.ics:{line}: a reminder is not taken over\n" in out


@pytest.mark.parametrize("name", ["page.md", "page.html"])
def test_what_was_struck_out_is_told_and_not_in_the_course(
    bring: Import, folder: Folder, name: str
) -> None:
    text = table("| 2030-09-02 | Dew ~~and Fog~~ | |")
    if name == "page.html":
        cells = "<td>2030-09-02</td>\n<td>Dew <del>and Fog</del></td>"
        text = f"<table><tr><th>Date</th><th>Topic</th></tr><tr>\n{cells}</tr></table>"
    status, out, _ = bring({name: text})
    assert status == 1
    assert f"{name}:3: struck out in the source, and not here: and Fog\n" in out
    assert rows_of(folder) == [("2030-09-02", "Dew")]


def test_a_day_and_a_link_that_were_struck_out_are_told_whole(
    bring: Import, folder: Folder
) -> None:
    link = "[Old](https://example.org/old)"
    rows = f"| ~~2030-09-02~~ 2030-09-04 | Dew | ~~{link}~~ New |"
    _, out, _ = bring({"page.md": table(rows)})
    assert f"page.md:3: struck out in the source, and not here: {link}\n" in out
    assert rows_of(folder) == [("2030-09-04", "Dew")]
    assert "https://example.org/old" not in schedule_of(folder)


def test_a_column_that_says_date_has_dates_whatever_is_misspelt_in_it(
    bring: Import, folder: Folder
) -> None:
    rows = "| 2030-09-02 | Dew | |\n| Spet 9 | Fog | |\n| 9/31 | Ice | |"
    status, out, _ = bring({"page.md": table(rows)})
    assert status == 1
    assert "page.md:4: no date that can be read: Spet 9\n" in out
    assert "page.md:5: no date that can be read: 9/31\n" in out
    assert rows_of(folder)[0] == ("2030-09-02", "Dew")


def test_the_hour_of_one_session_is_not_that_of_the_course(bring: Import, folder: Folder) -> None:
    rows = "| 2030-09-02 | Dew | |\n| 2030-09-09, 3pm | Fog | |\n| 2030-09-16 | Ice | |"
    bring({"page.md": table(rows)})
    assert [pattern.start for pattern in course_of(folder).patterns] == [None]
    assert schedule_of(folder).count(":time: 3pm\n") == 1


def test_the_second_of_two_days_is_told(bring: Import, folder: Folder) -> None:
    status, out, _ = bring({"page.md": table("| 2030-09-02, 9/9 | Dew | |")})
    assert status == 1
    assert "page.md:3: has several days; the first was taken\n" in out
    assert "page.md:3: the last of several days: 9/9\n" in out
    assert "9/9" not in schedule_of(folder)


@pytest.mark.parametrize("name", ["page.md", "page.html"])
def test_a_heading_over_the_only_table_is_over_the_schedule(
    bring: Import, folder: Folder, name: str
) -> None:
    page = f"# Course\n\n## Plan\n\n{table('| 2030-09-02 | Dew | |')}"
    if name == "page.html":
        cells = "<tr><td>2030-09-02</td><td>Dew</td></tr>"
        header = "<tr><th>Date</th><th>Topic</th></tr>"
        page = f"<h1>Course</h1><h2>Plan</h2><table>{header}{cells}</table>"
    assert bring({name: page})[0] == 0
    assert "## Plan\n\n:::::{schedule}\n\n::::{session} Dew\n::::\n" in schedule_of(folder)


def test_a_deadline_with_a_day_of_its_own_is_to_be_looked_at(bring: Import) -> None:
    page = "| Date | Topic | Due |\n|--|--|--|\n| 2030-09-02 | Dew | Essay (9/4, 5pm) |\n"
    _, out, _ = bring({"page.md": f"{page}| 2030-09-09 | Fog | Essay 2 |\n"})
    assert (
        "page.md:3: due on the day of class here, and a day or an hour is in the text; write it "
        "into ':when:': Essay (9/4, 5pm)\n"
    ) in out
    assert out.count("due on the day of class") == 1


def test_optional_in_italics_is_a_mark_and_a_title_in_italics_is_none(
    bring: Import, folder: Folder
) -> None:
    cell = "A<br>*Optional:* B<br>**(optional)** C<br>*Optional choices*: D"
    bring({"page.md": f"| Date | Topic | Readings |\n|--|--|--|\n| 2030-09-02 | Dew | {cell} |\n"})
    lists = schedule_of(folder).partition(":optional:")
    assert [line for line in lists[0].splitlines() if line.startswith("- ")] == [
        "- A",
        "- *Optional choices*: D",
    ]
    assert "\n- B\n- C\n" in lists[2]


def test_a_link_around_paragraphs_is_a_link_and_one_around_headings_is_told(
    bring: Import, folder: Folder
) -> None:
    rows = (
        "<table><tr><th>Date</th><th>Topic</th></tr><tr><td>2030-09-02</td><td>A</td></tr></table>"
    )
    around = '<a href="https://example.org/p"><p>The rules</p></a>'
    heading = '<a href="https://example.org/h"><h2>Grading</h2></a>'
    status, out, _ = bring({"page.html": f"{around}\n{rows}\n{heading}"})
    assert status == 1
    assert "[The rules](https://example.org/p)\n" in schedule_of(folder)
    assert "## Grading\n" in schedule_of(folder)
    assert "page.html:3: a link around several blocks: https://example.org/h\n" in out


def test_lines_are_counted_at_newlines_alone(bring: Import, folder: Folder) -> None:
    page = "A remark\u2028in two lines\x0c\n\n" + table(
        "| 2030-09-02 | [Dew](javascript:x) | | beyond |"
    )
    status, out, _ = bring({"page.md": page})
    assert status == 1
    assert "page.md:5: an address that a page cannot link to: javascript:x" in out
    assert "beyond" in schedule_of(folder)


@pytest.mark.parametrize("sources", [("a",), ("a", "b")])
def test_files_that_would_be_one_are_refused_before_any_is_written(
    bring: Import, folder: Folder, sources: tuple[str, ...]
) -> None:
    name = "requirements.txt" if len(sources) == 1 else "dew.pdf"
    old, texts = folder.srcdir.parent / "old", {}
    for number, source in enumerate(sources, 1):
        (old / source).mkdir()
        (old / source / name).write_text(source)
        texts[f"{source}/page.md"] = table(f"| 2030-09-0{number} | [Dew]({name}) | |")
    before = set(folder.srcdir.rglob("*"))
    status, out, err = bring(texts)
    assert (status, out) == (2, "")
    told = "the course has a requirements.txt of its own; rename "
    assert (told if len(sources) == 1 else "two files would be dew.pdf in the course: ") in err
    assert set(folder.srcdir.rglob("*")) <= before


def test_a_file_that_is_linked_to_in_two_ways_is_copied_once(bring: Import, folder: Folder) -> None:
    (folder.srcdir.parent / "old" / "a").mkdir()
    (folder.srcdir.parent / "old" / "dew.pdf").write_bytes(b"%PDF")
    page = table("| 2030-09-02 | [Dew](dew.pdf) | [Fog](a/../dew.pdf) |")
    assert bring({"page.md": page})[0] == 0
    assert schedule_of(folder).count("(dew.pdf)") == 2


@pytest.mark.parametrize(
    ("column", "told"),
    [("Topik=title", "did you mean 'Topic'?"), ("99=title", "known here: ")],
)
def test_a_column_that_is_not_there_is_refused(bring: Import, column: str, told: str) -> None:
    status, out, err = bring({"page.md": MARKDOWN}, "--column", column)
    assert (status, out) == (2, "")
    assert f"--column {column}: no column has that header or number; " in err
    assert told in err


def test_time_and_room_that_are_given_are_those_of_the_sessions(
    bring: Import, folder: Folder
) -> None:
    given = ("--time", "9:30-10:45", "--where", "Room 9")
    page = "| Topic | Room |\n|--|--|\n| Dew | |\n| Fog | Hall |\n"
    assert bring({"page.md": page}, *given)[0] == 0
    assert "{session} Dew\n:time: 9:30-10:45\n:where: Room 9\n" in schedule_of(folder)
    assert "{session} Fog\n:time: 9:30-10:45\n:where: Hall\n" in schedule_of(folder)


def test_a_room_of_the_source_gives_way_to_the_one_given_and_is_told(
    bring: Import, folder: Folder
) -> None:
    page = table("| 2030-09-02 | Dew | Hall |", header="| Date | Topic | Room |")
    status, out, _ = bring({"page.md": page}, "--where", "Room 9")
    assert status == 0
    assert "where is Room 9 (as you said), and no more Hall\n" in out
    assert course_of(folder).patterns[0].where == "Room 9"


def test_a_time_that_is_none_is_refused(bring: Import) -> None:
    page = "| Topic | Room |\n|--|--|\n| Dew | |\n"
    status, _, err = bring({"page.md": page}, "--time", "soon")
    assert status == 2
    assert "--time: " in err


def test_a_workbook_with_broken_parts_is_no_workbook(bring: Import) -> None:
    packed = BytesIO()
    with ZipFile(BytesIO(xlsx(SHEET))) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        start = new.getinfo("xl/workbook.xml").header_offset + 30 + len("xl/workbook.xml")
    content = bytearray(packed.getvalue())
    content[start : start + 20] = b"\xff" * 20
    status, _, err = bring({"plan.xlsx": bytes(content)})
    assert status == 2
    assert "plan.xlsx is no workbook" in err
