"""What ``sphinx-seminar term`` proposes as the name of the next term."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sphinx_seminar.cli.next_term_name import next_term_name
from sphinx_seminar.model.course import Term


def following(name: str, start: str, weeks: int, length: int = 15) -> str | None:
    first = date.fromisoformat(start)
    old = Term(first, first + timedelta(weeks=length))
    return next_term_name(name, old, first + timedelta(weeks=weeks))


NAMES = [
    ("Spring 2026", "2026-01-19", "Spring 2027", "Summer 2026"),
    ("Fall 2026", "2026-08-24", "Fall 2027", "Spring 2027"),
    ("Fall", "2026-08-24", "Fall", "Spring"),
    ("Fall '26", "2026-08-24", "Fall '27", "Spring '27"),
    ("F26", "2026-09-02", "F27", "S27"),
    ("FA26", "2026-09-02", "FA27", "SP27"),
    ("AUTUMN 2026", "2026-09-24", "AUTUMN 2027", "SPRING 2027"),
    ("Winter term 2026/27", "2026-10-12", "Winter term 2027/28", "Summer term 2027"),
    ("WS 2026/27", "2026-10-12", "WS 2027/28", "SS 2027"),
    ("SS 27", "2027-04-12", "SS 28", "WS 27/28"),
    ("WiSe 2026/27", "2026-10-12", "WiSe 2027/28", "SoSe 2027"),
    ("Sommersemester 2027", "2027-04-12", "Sommersemester 2028", "Wintersemester 2027/28"),
    ("HS 2026", "2026-09-14", "HS 2027", "FS 2027"),
    (
        "Semestre d’automne 2026",
        "2026-09-14",
        "Semestre d’automne 2027",
        "Semestre de printemps 2027",
    ),
    ("S1 2026-2027", "2026-09-07", "S1 2027-2028", "S2 2026-2027"),
    ("Hiver 2027", "2027-01-06", "Hiver 2028", None),
    (
        "Semestre de otoño 2026",
        "2026-09-07",
        "Semestre de otoño 2027",
        "Semestre de primavera 2027",
    ),
    # In the south, autumn begins in March.
    ("Otoño 2026", "2026-03-09", "Otoño 2027", "Primavera 2026"),
    ("Primer semestre 2026", "2026-03-09", "Primer semestre 2027", "Segundo semestre 2026"),
    ("2026-II", "2026-08-03", "2027-II", "2027-I"),
    ("2026年度春学期", "2026-04-08", "2027年度春学期", "2026年度秋学期"),
    ("2026年度後期", "2026-10-01", "2027年度後期", "2027年度前期"),
    ("令和8年度前期", "2026-04-08", "令和9年度前期", "令和8年度後期"),
    ("خريف 2026", "2026-09-01", "خريف 2027", "ربيع 2027"),
    ("ربيع ٢٠٢٧", "2027-02-01", "ربيع ٢٠٢٨", "خريف ٢٠٢٧"),
    ("الفصل الأول 2026/2027", "2026-09-01", "الفصل الأول 2027/2028", "الفصل الثاني 2026/2027"),
    ("Semester 2 2026-27", "2027-01-20", "Semester 2 2027-28", "Semester 1 2027-28"),
    # What these do not say is asked for.
    ("2026-27 Term 1", "2026-09-01", "2027-28 Term 1", None),
    ("Michaelmas 2026", "2026-10-08", "Michaelmas 2027", None),
    ("AY 2026-27", "2026-09-02", "AY 2027-28", None),
    ("Edition 3", "2026-09-02", None, None),
    ("Pilot", "2026-09-02", "Pilot", None),
]


@pytest.mark.parametrize(("name", "start", "in_a_year", "in_half_a_year"), NAMES)
def test_the_next_term_has_its_own_name_or_none_is_proposed(
    name: str, start: str, in_a_year: str | None, in_half_a_year: str | None
) -> None:
    assert following(name, start, 52) == in_a_year
    assert following(name, start, 26) == in_half_a_year
    assert following(name, start, 0) == name


@pytest.mark.parametrize(
    ("name", "start", "weeks", "length", "expected"),
    [
        ("Fall Quarter 2026", "2026-09-24", 14, 10, "Winter Quarter 2027"),
        ("Winter 2027", "2027-01-05", 12, 10, "Spring 2027"),
        ("Fall 2026", "2026-08-24", 20, 15, "Spring 2027"),
        ("2026-27 Term 1", "2026-09-01", 18, 13, "2026-27 Term 2"),
        ("Term 3, 2026", "2026-07-13", 12, 10, "Term 4, 2026"),
        ("Lent Term 2027", "2027-01-14", 14, 8, "Easter Term 2027"),
        ("Trinity 2027", "2027-04-22", 24, 8, "Michaelmas 2027"),
        ("2026-II", "2026-08-03", 19, 15, None),  # still in 2026
        ("Spring 2026", "2026-06-15", 30, 15, None),
        ("Fall 2021", "2026-09-01", 26, 15, None),
        ("Fall 2026 / Herbst 2026", "2026-09-07", 52, 15, "Fall 2027 / Herbst 2027"),
        ("Fall 2026", "2026-09-01", -52, 15, "Fall 2025"),
        ("Spring 2027", "2027-01-19", -21, 15, "Fall 2026"),
        ("SS 2027", "2027-04-12", -26, 14, "WS 2026/27"),
    ],
)
def test_a_name_follows_the_months_in_which_terms_begin(
    name: str, start: str, weeks: int, length: int, expected: str | None
) -> None:
    assert following(name, start, weeks, length) == expected
