"""What the columns of a table are, by what is in them and by their headers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..model.nearest import did_you_mean
from .day import read_day
from .header_words import Kind, Language, kinds_said, language_of
from .plain_time import plain_time
from .table import Cell, Table

Sure = Literal["sure", "likely", "a guess", "as you said"]

_NUMBER = re.compile(
    r"(?:(?:week|lecture|class|session|wk|no|woche|kw|sitzung|nr|semaine|s[ée]ance|semana|sesi[óo]n"
    r"|clase|الأسبوع|الجلسة)\.?\s*)?#?\d{1,3}[.:]?(?: (?:woche|sitzung))?|第\s*\d{1,3}\s*[回週]",
    re.IGNORECASE,
)
_NOTHING = frozenset(
    (
        *("", "-", "–", "—", "?", "n/a", "na", "none", "tba", "tbd"),
        *("n.n.", "n. n.", "keine", "folgt", "offen", "aucun", "aucune", "à venir", "à préciser"),
        *("ninguno", "ninguna", "por definir", "por anunciar", "s/d", "なし", "未定"),
        *("لا يوجد", "يحدد لاحقا"),
    )
)
_TITLES = {"name", "event", "details", "activity", "description"}
"""Headers of a column that has the titles of sessions where no other column has them."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}")
_BETWEEN = re.compile(r"\s*(?:[,;/&+、،\uff1b]|\b(?:and|und|et|y|و)\b)\s*")


class NoColumn(ValueError):
    """A column that no table has."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what is taken from it."""

    number: int
    """From 0 on."""
    header: str
    kind: Kind
    sure: Sure

    def __str__(self) -> str:
        header = repr(self.header) if self.header else "without a header"
        return f"column {self.number + 1} {header} is {self.kind} ({self.sure})"


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing, or nothing yet."""
    return text.strip().casefold() in _NOTHING


def columns_of(table: Table, given: Mapping[str, Kind]) -> tuple[Column, ...]:
    """The columns of *table*; *given* says what some are, by header or by number from 1 on."""
    language = table_language(table)
    width = max(len(row.cells) for row in (table.header, *table.rows))
    given = {_folded(name): kind for name, kind in given.items()}
    found: dict[int, Column] = {}
    for number in range(width):
        header = _text(table.header.cells, number)
        said = given.get(_folded(header)) or given.get(str(number + 1))
        if said:
            found[number] = Column(number, header, said, "as you said")
            continue
        cells = [row.cells[number] for row in table.rows if number < len(row.cells)]
        filled = [cell for cell in cells if not is_nothing(cell.text)]
        kind, sure = _kind(header, filled, language)
        found[number] = Column(number, header, kind, sure)
    return tuple(_put_right(list(found.values())))


def refuse_unknown(given: Mapping[str, Kind], columns: Sequence[Column]) -> None:
    """Raise `NoColumn` where *given* names a header or a number that none of *columns* has."""
    if not columns:
        return  # told as a source without a table
    headers = list(dict.fromkeys(column.header for column in columns if column.header))
    known = {_folded(name) for name in headers} | {str(c.number + 1) for c in columns}
    for name, kind in given.items():
        if _folded(name) not in known:
            raise NoColumn(
                f"--column {name}={kind}: no column has that header or number; "
                f"{did_you_mean(name, headers)}"
            )


def name_list(text: str) -> list[str]:
    """The names in a text, with commas, semicolons, slashes or *and* between them."""
    return [name for part in _BETWEEN.split(text) if (name := part.strip())]


def _folded(header: str) -> str:
    """A header as it is compared: a key of YAML has underscores for blanks."""
    return header.casefold().replace("_", " ")


def _text(cells: Sequence[Cell], number: int) -> str:
    return cells[number].text if number < len(cells) else ""


def table_language(table: Table) -> Language:
    """The language of most of the headers of *table*."""
    return language_of(cell.text for cell in table.header.cells)


def _kind(header: str, filled: Sequence[Cell], language: Language) -> tuple[Kind, Sure]:
    named = kinds_said(header, language)
    if not filled:
        return (named[0], "a guess") if named else ("notes", "a guess")
    if counted := _by_count(named, filled):
        return counted
    for kind in named:
        # A header of dates or numbers over something else says no more than its second meaning.
        if kind not in {"date", "week", "time"}:
            return kind, "sure"
    return _by_content(header, filled)


def _by_count(named: Sequence[Kind], filled: Sequence[Cell]) -> tuple[Kind, Sure] | None:
    """A column of dates, numbers or times."""
    texts = [cell.text for cell in filled]
    days = 0.0 if "due" in named else _share([read_day(text) is not None for text in texts])
    if days >= 0.5:
        return "date", "sure" if "date" in named else "likely"
    if days > 0 and "date" in named:
        return "date", "likely"  # cells that are no days are reported
    if "presenter" not in named and _share([bool(_NUMBER.fullmatch(t)) for t in texts]) >= 0.7:
        return "week", "sure" if "week" in named else "likely"
    if _share([plain_time(text) is not None for text in texts]) >= 0.7:
        return "time", "sure"
    return None


def _by_content(header: str, filled: Sequence[Cell]) -> tuple[Kind, Sure]:
    """A column whose header says nothing."""
    links = [text for cell in filled for text in cell.links]
    if _share([bool(cell.links) for cell in filled]) >= 0.5:
        short = sum(len(text.split()) <= 2 for text in links) > len(links) / 2
        return ("materials", "a guess") if short else ("readings", "likely")
    texts = {cell.text for cell in filled}
    if header and len(texts) > 1 and _share([is_names(text) for text in texts]) >= 0.7:
        return "presenter", "a guess"
    return "notes", "a guess"


def _share(holds: Sequence[bool]) -> float:
    return sum(holds) / len(holds)


def _put_right(columns: list[Column]) -> list[Column]:
    """One date, one title: the others of these are notes; without a title, a column is taken."""
    for kind in ("date", "title", "time", "where", "kind"):
        same = [column for column in columns if column.kind == kind]
        for column in sorted(same, key=lambda c: c.sure != "as you said")[1:]:
            columns[column.number] = replace(column, kind="notes", sure="a guess")
    if not any(column.kind == "title" for column in columns):
        # Notion calls it so, and Canvas; a name beside a topic is that of a student.
        likely = [c for c in columns if _folded(c.header) in _TITLES and c.sure == "a guess"]
        for column in (*likely, *columns):
            is_guess = column in likely or column.kind == "notes"
            if is_guess and column.sure != "as you said" and column.header:
                columns[column.number] = replace(column, kind="title", sure="a guess")
                break
    return columns


def is_names(text: str) -> bool:
    """Whether *text* is one name or several, as far as one can see."""
    names = name_list(text)
    return bool(names) and all(
        _NAME.fullmatch(name) and all(w[:1].isupper() for w in name.split()) for name in names
    )
