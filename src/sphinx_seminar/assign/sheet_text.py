"""The text of a CSV file, in which single cells are written and all else stays as it is."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Sequence

from ..load.csv_file import CsvFile, dialect_of, read_csv

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class SheetText:
    """The rows of a file as they are written, quotes and line ends included."""

    def __init__(self, content: bytes, file: CsvFile) -> None:
        self._file = file
        self._big_endian = content.startswith(codecs.BOM_UTF16_BE)
        text = content.decode(file.encoding)
        # csv counts a lone \r as a line of its own where an editor does not: as in read_csv.
        self._lines = _LINE.findall(text)
        plain = [line.rstrip("\r\n") + ("\n" if line[-1] in "\r\n" else "") for line in self._lines]
        reader = csv.reader(plain, dialect_of(file.delimiter))
        self._rows: list[list[str]] = []
        self._ends: list[str] = []
        self._by_line: dict[int, int] = {}
        before = 0
        for _ in reader:
            raw = "".join(self._lines[before : reader.line_num])
            body = (
                raw.rstrip("\r\n") if not raw.strip("\r\n") else re.sub(r"(\r\n|\r|\n)\Z", "", raw)
            )
            self._by_line[before + 1] = len(self._rows)
            self._rows.append(raw_cells(body, file.delimiter))
            self._ends.append(raw[len(body) :])
            before = reader.line_num

    def write(self, line: int, column: int, text: str) -> None:
        """Write a cell of the row that starts at *line*, both as `read_csv` counts them."""
        cells = self._rows[self._by_line[line]]
        cells += [""] * (column + 1 - len(cells))
        cells[column] = self._quoted(text, always=cells[column].lstrip(" ").startswith('"'))

    def remove(self, line: int) -> None:
        """Take out the row that starts at *line*, as `read_csv` counts them."""
        is_ended = bool(self._ends[-1])
        number = self._by_line.pop(line)
        self._rows[number], self._ends[number] = [], ""
        if not is_ended:
            # A file that ended without a line end still does.
            last = max((n for n, cells in enumerate(self._rows) if cells), default=0)
            self._ends[last] = ""

    def append(self, cells: Sequence[str]) -> None:
        """Add a row at the end."""
        header = self._rows[self._by_line[self._file.rows[0].line]]
        always = all(cell.startswith('"') for cell in header)
        # As the rows end: a cell may hold line ends of another kind.
        newline = next((end for end in self._ends if end), self._file.newline)
        is_ended = not self._ends or bool(self._ends[-1])
        if not is_ended:
            self._ends[-1] = newline
        self._rows.append([self._quoted(cell, always=always) for cell in cells])
        self._ends.append(newline if is_ended else "")

    def content(self) -> bytes:
        """The file."""
        text = "".join(
            self._file.delimiter.join(cells) + end
            for cells, end in zip(self._rows, self._ends, strict=True)
        )
        if self._big_endian:
            return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
        if self._file.encoding == "utf-16":
            return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        return text.encode(self._file.encoding)

    def _quoted(self, text: str, *, always: bool) -> str:
        needed = any(mark in text for mark in (self._file.delimiter, '"', "\n", "\r"))
        if always or needed or text != text.strip():
            return '"' + text.replace('"', '""') + '"'
        return text


def without_rows(content: bytes, lines: Iterable[int | None]) -> bytes:
    """A file without the rows that start at *lines*, as `read_csv` counts them."""
    text = SheetText(content, read_csv(content))
    for line in lines:
        if line is not None:
            text.remove(line)
    return text.content()


def raw_cells(row: str, delimiter: str) -> list[str]:
    """The cells of a row with their quotes, parted as `csv` parts them."""
    cells: list[str] = []
    start = at = 0
    while True:
        while row.startswith(" ", at):
            at += 1
        if row.startswith('"', at):
            at += 1
            while at < len(row) and (row[at] != '"' or row.startswith('""', at)):
                at += 2 if row[at] == '"' else 1
        end = row.find(delimiter, at)
        if end < 0:
            return [*cells, row[start:]]
        cells.append(row[start:end])
        start = at = end + 1
