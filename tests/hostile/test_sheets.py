"""Sign-up sheets and rosters at random, as bytes: read or refused, and shown without harm."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.load.csv_file import NotCsv, read_csv
from sphinx_seminar.load.roster_file import read_roster
from sphinx_seminar.load.signups_file import read_signups
from sphinx_seminar.model.presenting_role import PresentingRole
from sphinx_seminar.model.problem import KINDS

from .effort import effort
from .safe_html import harmful
from .site import HostileSite, hostile_site
from .strange import texts
from .test_course_file import PAGE

ROLES = (PresentingRole("Author"), PresentingRole("Reviewer"))
FORMS = ("full", "initials", "given", "hidden")
HEADS = {
    "sheet": ["date,Author,Reviewer", "number,paper,Author", "date,role,name", "title,Author"],
    "roster": ["id,name", "id,given,family,team,email", "name,prefers,cannot"],
}
COURSE = """
title: Reading Machines
timezone: UTC
start: 2022-01-24
end: 2022-03-11
meetings: [{days: Mon, time: 13:00-16:00}]
presenting:
  roles: [Author, Reviewer]
  signups: signups.csv
  students: students.csv
  names: FORM
  each_student: {at_least: 1, distinct_roles: yes, not_two_weeks_in_a_row: yes}
  each_paper: {at_most: 2}
"""
plain = st.sampled_from(
    ["1/24", "1/31", "1", "One", "Noor Haddad", "N. Haddad", "s1", "Wei, Noor", "Author", ""]
)


@st.composite
def cells(draw: st.DrawFn) -> str:
    text = draw(plain | plain | texts)
    if draw(st.integers(0, 5)) == 0:
        return text  # its quotes and commas as they are
    return '"' + text.replace('"', '""') + '"'


@st.composite
def sheets(draw: st.DrawFn, kind: str) -> bytes:
    """A sheet in one of the encodings and with one of the delimiters of spreadsheets, or nearly."""
    delimiter = draw(st.sampled_from([",", ";", "\t", "|"]))
    head = draw(st.sampled_from(HEADS[kind]) | texts)
    rows = draw(st.lists(st.lists(cells(), max_size=5), max_size=6))
    if draw(st.integers(0, 9)) == 0:
        rows += [["x"] * 2_000]
    lines = [head.replace(",", delimiter), *(delimiter.join(row) for row in rows)]
    text = draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n"])).join(lines)
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    data = draw(st.sampled_from([b"", b"sep=;\r\n", b"sep=", codecs.BOM_UTF8])) + text.encode(
        encoding, "replace"
    )
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(min_size=1, max_size=4) | st.just(b'"')) + data[at:]
    return data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileSite]:
    with hostile_site(tmp_path_factory.mktemp("site") / "source", {"index.md": PAGE}) as site:
        site.build()
        yield site


@effort(300)
@given(sheet=sheets("sheet") | st.binary(max_size=80), roster=sheets("roster"))
def test_any_sheet_and_any_roster_is_read_or_refused(sheet: bytes, roster: bytes) -> None:
    for content in (sheet, roster):
        try:
            file = read_csv(content)
        except NotCsv:
            continue
        last = content.count(b"\n") + content.count(b"\r") + 1
        for problem in (*read_signups(file, ROLES, "x")[1], *read_roster(file, "x")[1]):
            assert problem.kind in KINDS
            assert len(problem.message) < 600
            assert problem.source.line is None or 1 <= problem.source.line <= last


@effort(40)
@given(sheet=sheets("sheet"), roster=sheets("roster"), form=st.sampled_from(FORMS))
def test_any_sheet_and_any_roster_is_shown_without_harm(
    site: HostileSite, sheet: bytes, roster: bytes, form: str
) -> None:
    course = COURSE.replace("FORM", form)
    site.write({"course.yml": course, "signups.csv": sheet, "students.csv": roster})
    assert harmful(site.build_with_new_course()) == []
