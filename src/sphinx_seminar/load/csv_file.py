"""A CSV file as spreadsheets export it, into rows of texts with their lines."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

MAX_BYTES = 2_000_000
MAX_ROWS = 5_000
# A sign-up sheet has a row a session or paper: what is longer was exported by mistake.
_TOO_LONG = (
    f"is longer than {MAX_ROWS:,} rows or {MAX_BYTES // 1_000_000} MB, and is not read; "
    "export the sheet of this course alone"
)
_DELIMITERS = ",;\t|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row that is not blank."""

    cells: tuple[str, ...]
    line: int
    """The first line of the row, counted from 1: a quoted cell may go on over several."""

    def cell(self, column: int | None) -> str:
        """The text in a column; empty where the row is shorter, or there is no such column."""
        if column is None or column >= len(self.cells):
            return ""
        return self.cells[column].strip()


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The rows of a file, and what is needed to write it again as it was."""

    rows: tuple[CsvRow, ...]
    delimiter: str
    encoding: str
    newline: str


class NotCsv(ValueError):
    """A file that cannot be read as CSV."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def read_csv(content: bytes) -> CsvFile:
    """The rows of a file with a comma, semicolon, tab or bar between its cells (RFC 4180).

    Raises `NotCsv` with what to do; a file that is too long is not read at all.
    """
    if len(content) > MAX_BYTES:
        raise NotCsv(f"the file {_TOO_LONG}")
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "the text is not in UTF-8; export the sheet as 'CSV UTF-8'"
        raise NotCsv(message, line if encoding == "utf-8" else None) from None
    if text.lstrip()[:9].casefold().startswith(("<!doctype", "<html")):
        raise NotCsv("this is a web page; export the sheet as CSV, and share it if it is online")
    newline = "\r\n" if "\r\n" in text else "\n"
    # Before csv, which counts a lone \r as a line and an editor does not.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), dialect_of(delimiter))
    rows: list[CsvRow] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(CsvRow(tuple(cells), line))
            if len(rows) > MAX_ROWS:
                raise NotCsv(f"the file {_TOO_LONG}")
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotCsv(f"the line can't be read ({error}); check its quotes", line) from None
    if rows and _is_open(text, delimiter, rows[-1].line):
        message = "a quotation mark of the row is not closed; close it, or take it out"
        raise NotCsv(message, rows[-1].line)
    if rows and rows[0].cells[0].strip().casefold().startswith("sep="):
        del rows[0]  # how Excel is told the delimiter
    return CsvFile(tuple(rows), delimiter, encoding, newline)


def dialect_of(delimiter: str) -> type[csv.Dialect]:
    """How cells are parted; those who write them by hand put blanks before quotation marks."""

    class Cells(csv.excel):
        skipinitialspace = True

    Cells.delimiter = delimiter
    return Cells


def _is_open(text: str, delimiter: str, line: int) -> bool:
    """Whether the last row, at *line*, ends within quotes: it holds all rows that follow, then."""
    last = text.split("\n", line - 1)[-1]
    # A row behind it is one of its own only where the last one has ended.
    *_, row = csv.reader(io.StringIO(f"{last}\nx", newline=""), dialect_of(delimiter))
    return row != ["x"]


def _delimiter(text: str) -> str:
    """The likeliest delimiter: what is most often outside of quotes in the first lines."""
    told = text[4:5] if text[:4].casefold() == "sep=" else ""
    if told and told in _DELIMITERS:
        return told
    outside = "".join(text[:4_000].split('"')[::2])
    first = next((line for line in outside.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), outside.count(mark)))
