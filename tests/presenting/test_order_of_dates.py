from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.model.course import Course, Term
from sphinx_seminar.model.date_order import SheetOrder, sheet_order
from sphinx_seminar.model.notation import parse_date
from sphinx_seminar.model.session_name import DateOrder

from ..conftest import Folder
from .seminar import course

TERM = Term(parse_date("2030-02-25"), parse_date("2030-04-10"))
DAYS = {parse_date(day) for day in ("2030-02-25", "2030-03-04", "2030-04-03", "2030-03-11")}


def order(*texts: str, language: str = "en", zone: str = "Europe/London") -> SheetOrder:
    return sheet_order(texts, DAYS, Course(zone=ZoneInfo(zone), term=TERM, language=language))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["25/02/2030", "04/03/2030", "03/04/2030"], "day"),
        (["2/25/2030", "3/4/2030", "4/3/2030"], "month"),
        (["03.04.30", "25.2.30"], "day"),
        (["4-3", "25-2"], "day"),
        (["3/4", "11/3"], "day"),  # 11 March has a session, November 3 none
        (["3/4", "10/4"], "day"),  # within the term, though no session is on it
        (["3/4", "3/12"], "month"),
        (["2030-03-04 00:00:00", "3/4/2030"], "day"),  # London
    ],
)
def test_the_rows_that_can_be_read_one_way_decide_for_all(
    texts: list[str], expected: DateOrder
) -> None:
    assert order(*texts).order == expected


@pytest.mark.parametrize(
    ("language", "zone", "text", "expected", "is_open"),
    [
        ("en", "Europe/London", "3/4", "day", True),
        ("en", "America/New_York", "3/4", "month", True),
        ("en_US", "Europe/London", "3/4", "month", False),
        ("en_GB", "America/New_York", "3/4", "day", False),
        ("de", "America/New_York", "3/4", "day", False),
        ("ja", "Asia/Tokyo", "3/4", "month", False),
        ("zh_CN", "Asia/Shanghai", "3/4", "month", False),
        ("en", "America/New_York", "3.4.", "day", False),
    ],
)
def test_where_no_row_decides_language_and_zone_do_and_a_guess_is_told(
    language: str, zone: str, text: str, expected: DateOrder, is_open: bool
) -> None:
    found = order(text, language=language, zone=zone)
    assert (found.order, bool(found.open)) == (expected, is_open)


SITE = """
timezone: {zone}
start: 2030-02-25
end: 2030-04-10
meetings: [{{days: Mon Wed, time: 13:00-14:30}}]
"""
SESSIONS = "".join(f":::{{session}} Topic {n}\n:::\n" for n in range(1, 15))
PAGE = f"# Page\n\n::::{{schedule}}\n{SESSIONS}::::\n\n:::{{signups}}\n:::\n"


def warnings(folder: Folder, rows: str, zone: str = "Europe/London") -> list[str]:
    yml = course("roles: [Author]\nsignups: signups.csv", SITE.format(zone=zone))
    folder.write({"course.yml": yml, "signups.csv": f"date,Author\n{rows}", "index.md": PAGE})
    return folder.build().warnings


def test_a_day_first_sheet_swaps_no_sessions(folder: Folder) -> None:
    rows = "25/02/2030,Noor Haddad\n04/03/2030,Zoe Okafor\n03/04/2030,Max Elm\n"
    assert warnings(folder, rows) == []


def test_a_sheet_that_stays_open_is_told_once(folder: Folder) -> None:
    (told,) = warnings(folder, "04/03/2030,Zoe Okafor\n03/04/2030,Max Elm\n")
    assert "signups.csv:2: WARNING: nothing in the sheet tells whether '04/03/2030' has" in told
    assert "'04/03/2030' and 1 more may be another session's, and is read with the day" in told


def test_a_sheet_of_two_orders_is_told(folder: Folder) -> None:
    (told,) = warnings(folder, "25/02/2030,Ada Brook\n2/27/2030,Max Elm\n04/03/2030,Zoe Okafor\n")
    assert "'25/02/2030' has the day first, and '2/27/2030' the month; '04/03/2030' may be" in told
