"""The links behind the cells of a workbook, which readers of its values do not see."""

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


def links_of(workbook: ZipFile) -> Links:
    """The links of an .xlsx (ECMA-376) or .ods (ODF 1.3) file."""
    found: Links = {}
    names = set(workbook.namelist())
    links = _ods(workbook) if "content.xml" in names else _xlsx(workbook, names)
    for place, address in links:
        found.setdefault(place, []).append(address)
    return found


def _xlsx(workbook: ZipFile, names: set[str]) -> Iterator[tuple[tuple[int, int, int], str]]:
    book = "xl/workbook.xml"
    if book not in names:
        return
    targets = _relations(workbook, book, names)
    for number, sheet in enumerate(_xml(workbook, book).find_all("sheet")):
        target = targets.get(str(sheet.get("r:id")), "")
        path = posixpath.normpath(posixpath.join("xl", target)).removeprefix("/")
        if path not in names:
            continue
        addresses = _relations(workbook, path, names)
        for link in _xml(workbook, path).find_all("hyperlink"):
            cell = _CELL.match(str(link.get("ref", "")))
            address = addresses.get(str(link.get("r:id")))
            if cell and address:
                column = 0
                for letter in cell[1]:
                    column = column * 26 + ord(letter) - ord("A") + 1
                yield (number, int(cell[2]) - 1, column - 1), address


def _relations(workbook: ZipFile, path: str, names: set[str]) -> dict[str, str]:
    folder, name = posixpath.split(path)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = _xml(workbook, relations).find_all("relationship")
    return {str(one.get("id")): str(one.get("target", "")) for one in found}


def _ods(workbook: ZipFile) -> Iterator[tuple[tuple[int, int, int], str]]:
    for number, table in enumerate(_xml(workbook, "content.xml").find_all("table:table")):
        row_number = 0
        for row in table.find_all("table:table-row"):
            column = 0
            for cell in row.find_all(["table:table-cell", "table:covered-table-cell"]):
                for link in cell.find_all("text:a"):
                    yield (number, row_number, column), str(link.get("xlink:href", ""))
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
