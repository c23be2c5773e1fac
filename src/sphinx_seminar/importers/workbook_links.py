"""What readers of the values of a workbook do not see: links, merged cells, hidden columns."""

from __future__ import annotations

import posixpath
import re
import warnings
from collections.abc import Iterator
from zipfile import ZipFile

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Tag

Links = dict[tuple[int, int, int], list[str]]
"""Addresses by the numbers of sheet, row and column, each from 0 on."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_FORMULA = re.compile(r"\s*(?:of:)?=?\s*HYPERLINK\(\s*\"(?P<address>[^\"]+)\"", re.IGNORECASE)
_MOST_COLUMNS = 1000


def links_of(workbook: ZipFile) -> Links:
    """The links of an .xlsx (ECMA-376) or .ods (ODF 1.3) file."""
    found: Links = {}
    names = set(workbook.namelist())
    links = _ods(workbook) if "content.xml" in names else _xlsx(workbook, names)
    for place, address in links:
        found.setdefault(place, []).append(address)
    return found


def _xlsx(workbook: ZipFile, names: set[str]) -> Iterator[tuple[tuple[int, int, int], str]]:
    for number, path in _sheets(workbook, names):
        addresses = _relations(workbook, path, names)
        content = _xml(workbook, path)
        behind = [
            (str(link.get("ref", "")), addresses.get(str(link.get("r:id"))))
            for link in content.find_all("hyperlink")
        ]
        behind += [
            (str(formula.parent.get("r", "")), _address_of(formula.get_text()))
            for formula in content.find_all("f")
            if formula.parent
        ]
        for reference, address in behind:
            cell = _CELL.match(reference)
            if cell and address:
                yield (number, *_numbers(cell)), address


def _numbers(cell: re.Match[str]) -> tuple[int, int]:
    """The numbers of row and column, each from 0 on, of a cell such as ``B3``."""
    column = 0
    for letter in cell[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[2]) - 1, column - 1


def _address_of(formula: str) -> str | None:
    """The address that a formula makes a link to, as Google Sheets exports it, too."""
    match = _FORMULA.match(formula)
    return match["address"] if match else None


def hidden_columns(workbook: ZipFile) -> dict[int, set[int]]:
    """The numbers of the columns that are hidden, by the number of their sheet, each from 0 on."""
    names = set(workbook.namelist())
    found: dict[int, set[int]] = {}
    if "content.xml" in names:
        for number, table in enumerate(_xml(workbook, "content.xml").find_all("table:table")):
            at = 0
            for column in table.find_all("table:table-column"):
                times = _times(column, "table:number-columns-repeated")
                if column.get("table:visibility") in {"collapse", "filter"}:
                    found.setdefault(number, set()).update(
                        range(at, min(at + times, _MOST_COLUMNS))
                    )
                at += times
        return found
    for number, path in _sheets(workbook, names):
        for column in _xml(workbook, path).find_all("col"):
            first, last = str(column.get("min", "")), str(column.get("max", ""))
            if column.get("hidden") in {"1", "true"} and first.isdecimal() and last.isdecimal():
                columns = range(int(first) - 1, min(int(last), _MOST_COLUMNS))
                found.setdefault(number, set()).update(columns)
    return found


def tall_cells(workbook: ZipFile) -> dict[tuple[int, int, int], int]:
    """How many rows the cells have that are merged with those below them, as `Links` names them."""
    names = set(workbook.namelist())
    if "content.xml" in names:
        return {
            place: rows
            for place, cell in _ods_cells(workbook)
            if (rows := _times(cell, "table:number-rows-spanned")) > 1
        }
    found = {}
    for number, path in _sheets(workbook, names):
        for merged in _xml(workbook, path).find_all("mergecell"):
            first, _, last = str(merged.get("ref", "")).partition(":")
            corners = _CELL.fullmatch(first), _CELL.fullmatch(last)
            if corners[0] and corners[1]:
                (top, left), (bottom, _right) = map(_numbers, filter(None, corners))
                if bottom > top:
                    found[number, top, left] = bottom - top + 1
    return found


def _sheets(workbook: ZipFile, names: set[str]) -> Iterator[tuple[int, str]]:
    """The number and the path of each sheet of an .xlsx file."""
    book = "xl/workbook.xml"
    if book not in names:
        return
    targets = _relations(workbook, book, names)
    for number, sheet in enumerate(_xml(workbook, book).find_all("sheet")):
        target = targets.get(str(sheet.get("r:id")), "")
        path = posixpath.normpath(posixpath.join("xl", target)).removeprefix("/")
        if path in names:
            yield number, path


def _relations(workbook: ZipFile, path: str, names: set[str]) -> dict[str, str]:
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = _xml(workbook, relations).find_all("relationship")
    return {str(one.get("id")): str(one.get("target", "")) for one in found}


def _ods(workbook: ZipFile) -> Iterator[tuple[tuple[int, int, int], str]]:
    for place, cell in _ods_cells(workbook):
        for link in cell.find_all("text:a"):
            yield place, str(link.get("xlink:href", ""))
        if address := _address_of(str(cell.get("table:formula", ""))):
            yield place, address


def _ods_cells(workbook: ZipFile) -> Iterator[tuple[tuple[int, int, int], Tag]]:
    for number, table in enumerate(_xml(workbook, "content.xml").find_all("table:table")):
        row_number = 0
        for row in table.find_all("table:table-row"):
            column = 0
            for cell in row.find_all(["table:table-cell", "table:covered-table-cell"]):
                yield (number, row_number, column), cell
                column += _times(cell, "table:number-columns-repeated")
            row_number += _times(row, "table:number-rows-repeated")


def _times(tag: Tag, name: str) -> int:
    text = str(tag.get(name, "1"))
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _xml(workbook: ZipFile, path: str) -> BeautifulSoup:
    # It takes no entity of a document type, and forgives what is not well-formed.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        return BeautifulSoup(workbook.read(path).decode("utf-8", "replace"), "html.parser")
