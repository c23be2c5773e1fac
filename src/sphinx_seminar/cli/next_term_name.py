"""What a term is called that follows another, in the forms that universities have.

A season is looked for first (*Fall 2026*, *WS 2026/27*, *otoño 2026*, *2026年度秋学期*), then a
number (*2026-27 Term 1*, *Primer semestre 2026*, *2026-II*). Which season follows is said by
the months: where spring begins in September the course is in the south, and a summer that begins
in April is one of two semesters. What these do not say is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..model.course import Term

Season = Literal["spring", "summer", "autumn", "winter"]

_SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")
# Words for one language or form each, in the order of _SEASONS; none is repeated.
_WORDS: tuple[tuple[str, ...], ...] = (
    ("spring", "summer", "fall", "winter"),
    ("spring", "summer", "autumn", "winter"),
    ("frühjahrssemester", "sommersemester", "herbstsemester", "wintersemester"),
    ("frühlingssemester", "sommersemester", "herbstsemester", "wintersemester"),
    ("frühjahr", "sommer", "herbst", "winter"),
    ("frühling", "sommer", "herbst", "winter"),
    ("fs", "sose", "hs", "wise"),
    ("fs", "ss", "hs", "ws"),
    ("de printemps", "d’été", "d’automne", "d’hiver"),
    ("de printemps", "d'été", "d'automne", "d'hiver"),
    ("printemps", "été", "automne", "hiver"),
    ("primavera", "verano", "otoño", "invierno"),
    ("春", "夏", "秋", "冬"),
    ("ربيع", "صيف", "خريف", "شتاء"),
    # Not after a letter: the S of SS is no spring.
    ("sp", "su", "fa", "wi"),
    ("s", "", "f", ""),
)
_HALVES: tuple[tuple[str, str], ...] = (
    ("前期", "後期"),
    ("前学期", "後学期"),
    ("first semester", "second semester"),
    ("1st semester", "2nd semester"),
    ("premier semestre", "second semestre"),
    ("1er semestre", "2e semestre"),
    ("primer semestre", "segundo semestre"),
    ("1.º semestre", "2.º semestre"),
    ("1er cuatrimestre", "2.º cuatrimestre"),
    ("primer cuatrimestre", "segundo cuatrimestre"),
    ("1. halbjahr", "2. halbjahr"),
    ("الأول", "الثاني"),
)
_NUMBERED = re.compile(
    r"(?P<unit>\b(?:semester|semestre|sem\.?|halbjahr|term|trimester|trimestre|quarter|block|s|t|q)"
    r"\s*|(?<=\b\d{4})-)(?P<number>[1-4]|i{1,3}|iv)\b(?![./-]?\d)",
    re.IGNORECASE,
)
_OF_TWO = ("semester", "semestre", "sem", "sem.", "halbjahr", "s", "-")
_ROMAN = ("i", "ii", "iii", "iv")
_NAMED = (("michaelmas", "hilary", "trinity"), ("michaelmas", "lent", "easter"))
_YEARS = re.compile(
    r"(?<!\d)(?P<first>\d{4}|\d\d)(?P<between>\s*[/–-]\s*)(?P<second>\d{4}|\d\d)(?!\d)"
    r"|(?<=令和)(?P<reiwa>\d{1,2})(?=年)|(?<!\d)(?P<year>\d{4})(?!\d)"
    r"|(?P<short>(?<=[^\W\d_])\d\d|(?<=['’ ])\d\d)(?![\d./-]?\d)"
)
_MONTH = timedelta(days=30)
_SHORT_TERM = timedelta(weeks=12)
_YEAR = 365.25
_REIWA = 2018


def next_term_name(name: str, old: Term, start: date) -> str | None:
    """What follows the term *old*, which is called *name*, where it starts on *start*.

    None where that is not known.
    """
    days = (start - old.start).days
    years = round(days / _YEAR)
    found = [*_years_in(name, old)]
    if abs(days - years * _YEAR) <= _MONTH.days:  # the same term of another year
        return name if years == 0 else _shifted(name, found, years)
    if len(found) > 1:
        return None
    for word in (_season, _half, _number, _named):
        if changed := word(name, old, start):
            return _dated(changed, found, old, start)
    return None


@dataclass(frozen=True, slots=True)
class _Years:
    """A year, or two with a sign between them, in a name."""

    begin: int
    end: int
    first: int
    """With its century."""
    text: str
    between: str = ""
    second: str = ""
    era: int = 0
    """The year before the first one of the era in which it is counted."""


def _years_in(name: str, old: Term) -> Iterator[_Years]:
    """The years in *name*; two digits are one where they are about the time of the term."""
    for match in _YEARS.finditer(name):
        if match["reiwa"]:
            first = int(match["reiwa"]) + _REIWA
            yield _Years(match.start(), match.end(), first, match["reiwa"], era=_REIWA)
            continue
        text = match["first"] or match["year"] or match["short"]
        number = int(text)
        full = number if len(text) == 4 else number + old.start.year // 100 * 100
        is_pair = match["second"] is not None
        if is_pair and int(match["second"]) % 100 != (number + 1) % 100:
            continue
        if len(text) < 4 and abs(full - old.start.year) > 1:
            continue
        between, second = match["between"] or "", match["second"] or ""
        yield _Years(match.start(), match.end(), full, text, between, second)


def _shifted(name: str, found: Sequence[_Years], years: int) -> str | None:
    """*name* with other years; None where it has none that says in which it is."""
    if not found:
        # Fall follows Fall; what has a number may count the times that the course was given.
        return None if any(map(str.isdecimal, name)) else name
    for one in reversed(found):
        name = name[: one.begin] + _written(one, one.first + years) + name[one.end :]
    return name


def _written(years: _Years, first: int) -> str:
    """Years as they were written, from another one on."""
    text = str(first - years.era) if years.era else _like(years.text, first)
    if years.second:
        text += years.between + _like(years.second, first + 1)
    return text


def _like(digits: str, number: int) -> str:
    """A year with as many digits as *digits*, and of the same script."""
    text = str(number)[-len(digits) :]
    zero = ord(digits[0]) - unicodedata.decimal(digits[0])
    return "".join(chr(zero + int(digit)) for digit in text)


@dataclass(frozen=True, slots=True)
class _Changed:
    """A name with another word in it, and what is known of its years by that."""

    name: str
    at: int
    moved: int
    """By how many characters what is behind the word has moved."""
    is_winter: bool | None = None
    """Whether it is the winter semester of two, named by two years; None where there are no two."""
    years: int | None = None
    """By how many years its year has to rise, where the word tells that."""


def _dated(changed: _Changed, found: Sequence[_Years], old: Term, new: date) -> str | None:
    """The changed name with the years of the new term."""
    name = changed.name
    if not found:
        return name
    [one] = found
    shift = changed.moved if one.begin > changed.at else 0
    is_fiscal = name[one.end + shift :].startswith("年度")
    first = _first_year(one, old, new, is_fiscal=is_fiscal)
    if first is None or changed.years not in {None, first - one.first}:
        return None
    if changed.is_winter is None:
        text = _written(one, first)
    elif changed.is_winter:
        text = _like(one.text, new.year) + (one.between or "/") + _like("00", new.year + 1)
    else:
        text = _like(one.text, new.year)
    return name[: one.begin + shift] + text + name[one.end + shift :]


def _first_year(years: _Years, old: Term, new: date, *, is_fiscal: bool) -> int | None:
    """The year of a term that starts on *new*, counted as that of the old one; None if it is not.

    What starts at the end of December is of the year to come.
    """
    ways = [_calendar_year, _academic_year]
    if is_fiscal:
        ways = [_fiscal_year]
    elif years.second:
        ways = [_academic_year]
    return next((way(new) for way in ways if way(old.start) == years.first), None)


def _calendar_year(day: date) -> int:
    return (day + timedelta(days=14)).year


def _academic_year(day: date) -> int:
    """The year in whose late summer the first term began."""
    return day.year - (day.month < 7)


def _fiscal_year(day: date) -> int:
    """That of Japan, which begins with April."""
    later = day + timedelta(days=14)
    return later.year - (later.month < 4)


def _season(name: str, old: Term, start: date) -> _Changed | None:
    for words in _WORDS:
        for season, word in zip(_SEASONS, words, strict=True):
            match = word and _find(word, name)
            if not match:
                continue
            other, is_of_two = _season_on(season, old, start)
            new = words[_SEASONS.index(other)] if other else ""
            # No season begins then, or this language has no word for it: no name is guessed.
            if not other or not new or other == season:
                return None
            is_winter = other == "winter" if is_of_two else None
            years = int(other == "spring") if "春" in words else None
            written = _cased(match[0], new)
            return _replaced(name, match, written, is_winter=is_winter, years=years)
    return None


def _find(word: str, name: str) -> re.Match[str] | None:
    if not word.isascii() and unicodedata.name(word[0]).startswith(("CJK", "ARABIC")):
        return re.search(re.escape(word), name)
    behind = r"(?=\s?['’]?(?:\d\d|\d{4})(?!\d))" if len(word) < 3 else r"(?![^\W\d_])"
    return re.search(rf"(?<![^\W_]){re.escape(word)}{behind}", name, re.IGNORECASE)


def _cased(written: str, word: str) -> str:
    """*word* with the capitals that *written* has."""
    if written.isupper():
        return word.upper()
    if written in {"WiSe", "SoSe"}:
        return {"wise": "WiSe", "sose": "SoSe"}.get(word, word)
    return word[0].upper() + word[1:] if written[0].isupper() else word


def _season_on(season: Season, old: Term, start: date) -> tuple[Season | None, bool]:
    """The season of a term that starts on *start*, and whether it is one of two semesters."""
    before, now = _months(old.start), _months(start)
    if (season == "winter" and before in range(9, 13)) or (
        season == "summer" and before in range(3, 6)
    ):
        by_month: dict[Season, range] = {"winter": range(9, 13), "summer": range(3, 7)}
        return _by_month(by_month, now), True
    if (season == "autumn" and before in range(2, 6)) or (
        season == "spring" and before in range(7, 11)
    ):
        return _by_month({"autumn": range(2, 6), "spring": range(7, 11)}, now), False
    quarters: dict[Season, range] = {
        "winter": range(1, 3),
        "spring": range(3, 5),
        "summer": range(6, 8),
        "autumn": range(8, 11),
    }
    if old.end - old.start <= _SHORT_TERM and before in quarters[season]:
        return _by_month(quarters, now), False
    begins: dict[Season, range] = {
        "spring": range(1, 5),
        "summer": range(5, 8),
        "autumn": range(8, 11),
    }
    if season == "winter":  # of Canada, where spring and summer are one
        return _by_month({"autumn": range(8, 11)}, now) if before in range(1, 3) else None, False
    return (_by_month(begins, now) if before in begins[season] else None), False


def _months(day: date) -> int:
    """The month of a day; its last days belong to the next one."""
    return (day + timedelta(days=7)).month


def _by_month(months: dict[Season, range], month: int) -> Season | None:
    return next((season for season, of in months.items() if month in of), None)


def _half(name: str, old: Term, start: date) -> _Changed | None:
    if not _is_half_a_year(old, start):
        return None
    for halves in _HALVES:
        for word, other in zip(halves, reversed(halves), strict=True):
            match = re.search(re.escape(word), name, re.IGNORECASE)
            if match:
                years = 0 if word == halves[0] else 1
                return _replaced(name, match, _cased(match[0], other), years=years)
    return None


def _is_half_a_year(old: Term, start: date) -> bool:
    weeks = (start - old.start).days % _YEAR / 7
    return 17 <= weeks <= 36


def _number(name: str, old: Term, start: date) -> _Changed | None:
    match = _NUMBERED.search(name)
    if match is None:
        return None
    written = match["number"]
    folded = written.casefold()
    number = int(folded) if folded.isdecimal() else _ROMAN.index(folded) + 1
    weeks = (start - old.start).days / 7
    if match["unit"].strip().casefold() in _OF_TWO:
        other = {1: 2, 2: 1}.get(number) if _is_half_a_year(old, start) else None
    else:  # of a number of terms that the name does not say
        other = number + 1 if 8 <= weeks <= 22 and number < 4 else None
    if other is None:
        return None
    new = str(other) if folded.isdecimal() else _cased(written, _ROMAN[other - 1])
    if written.isupper():
        new = new.upper()
    years = 0 if other > number else 1
    return _replaced(name, match, new, group="number", years=years)


def _named(name: str, old: Term, start: date) -> _Changed | None:
    """Terms of Oxford and Cambridge; after Michaelmas, they differ."""
    month = _months(start)
    at = 0 if month in range(9, 11) else 1 if month == 1 else 2 if month in range(4, 6) else None
    if at is None:
        return None
    for terms in _NAMED:
        for term in terms[1:]:
            match = re.search(rf"\b{term}\b", name, re.IGNORECASE)
            if match and terms[at] != term:
                return _replaced(name, match, _cased(match[0], terms[at]))
    return None


def _replaced(
    name: str,
    match: re.Match[str],
    new: str,
    *,
    group: str | int = 0,
    is_winter: bool | None = None,
    years: int | None = None,
) -> _Changed:
    start, end = match.span(group)
    text = name[:start] + new + name[end:]
    return _Changed(text, start, len(new) - (end - start), is_winter, years)
