"""A file of BibTeX into its entries, by the parser of pybtex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro, month_names
from pybtex.scanner import Pattern, PybtexSyntaxError, Token
from pybtex.utils import CaseInsensitiveDict

from .bib_entry import RawEntry
from .fault import quoted

MAX_BYTES = 2_000_000
MAX_ENTRIES = 5_000
_MOST = 100
"""Faults outside of entries that the build reports; what is no BibTeX may have one a line."""
TOO_LONG = (
    f"the file is longer than {MAX_ENTRIES:,} entries or {MAX_BYTES // 1_000_000} MB, and is not "
    "read; export the readings of this course alone"
)


class NotBib(ValueError):
    """A file that is not read at all."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


_SIGNS = {
    LowLevelParser.AT: "@",
    LowLevelParser.LBRACE: "{",
    LowLevelParser.RBRACE: "}",
    LowLevelParser.QUOTE: '"',
}


class _Parser(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    """One that notes what is wrong, and does not let ``@string`` grow without an end."""

    def __init__(self, text: str) -> None:
        self.errors: dict[int, list[PybtexSyntaxError]] = {}
        """By the place of the ``@`` after which they were found."""
        self.grown = 0
        self.pos: int = 0
        # A dictionary of its own: the parser would write into that of the library.
        macros = CaseInsensitiveDict(month_names)
        super().__init__(text, macros=macros)

    def handle_error(self, error: PybtexSyntaxError) -> None:
        self.errors.setdefault(self.command_start, []).append(error)

    def skip_to(self, patterns: Sequence[Pattern]) -> Token | None:
        """Go behind the nearest of some signs: the library looks for each up to the file's end."""
        by_sign = {_SIGNS[pattern]: pattern for pattern in patterns}
        found = re.compile(f"[{''.join(by_sign)}]").search(self.text, self.pos)
        if found is None:
            return None
        value = self.text[self.pos : found.end()]
        self.pos = found.end()
        self.update_lineno(value)
        return Token(value, by_sign[found[0]])

    def substitute_macro(self, name: str) -> str:
        value: str = super().substitute_macro(name)
        self.grown += len(value)
        if self.grown > MAX_BYTES:
            raise NotBib(TOO_LONG, self.lineno)
        return value


def read_bib(content: bytes) -> tuple[list[RawEntry], list[tuple[int, str]]]:
    """The entries, and what is wrong outside of any of them, with its line.

    Raises `NotBib` with what to do.
    """
    if len(content) > MAX_BYTES:
        raise NotBib(TOO_LONG)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotBib("the text is not in UTF-8; save the file as UTF-8", line) from None
    parser = _Parser(text.replace("\r\n", "\n").replace("\r", "\n"))
    entries: list[RawEntry] = []
    place, line = 0, 1
    for command, body in parser:
        start = parser.command_start
        line, place = line + parser.text.count("\n", place, start), start
        key = body[0]
        if command.lower() in {"string", "preamble"} or not isinstance(key, str):
            continue
        if len(entries) == MAX_ENTRIES:
            raise NotBib(TOO_LONG, line)
        faults = [_fault(error) for error in parser.errors.pop(start, ())]
        entries.append(RawEntry(key, command.lower(), _fields(body[1]), line, faults))
    _inherit(entries)
    lost = ((at, error) for at, errors in parser.errors.items() for error in errors)
    outside = [
        (parser.text.count("\n", 0, at) + 1, _fault(error)) for at, error in islice(lost, _MOST)
    ]
    return entries, outside


def _fields(written: list[tuple[str, list[str]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, parts in written:
        found.setdefault(name.lower(), " ".join("".join(parts).split()))
    return found


def _fault(error: PybtexSyntaxError) -> str:
    """What is wrong, as the end of a sentence about the entry."""
    message = str(error.args[0])
    line = error.lineno
    if isinstance(error, UndefinedMacro):
        return f"has {quoted(message)} in line {line} without braces; write {{{message}}}"
    if message == "entry key expected":
        return "has no key; write one behind the brace, such as {brook2030,"
    return (
        f"can't be read to its end (line {line}: {message}); "
        "a comma, a quote or a brace is missing at that line or before it"
    )


def _inherit(entries: list[RawEntry]) -> None:
    """Give what a ``crossref`` names to the entries that lack it: of a volume, its papers."""
    parents = {entry.key.casefold(): entry.fields for entry in reversed(entries)}
    inherited = []
    for entry in entries:
        parent = parents.get(entry.fields.get("crossref", "").casefold())
        if parent is not None and parent is not entry.fields:
            own = {name: text for name, text in parent.items() if name in _OF_VOLUMES}
            if "booktitle" not in own and "title" in parent:
                own["booktitle"] = parent["title"]
            inherited.append((entry, {**own, **entry.fields}))
    for entry, fields in inherited:  # after all: a parent's own parent is not asked
        entry.fields = fields


_OF_VOLUMES = frozenset({"booktitle", "series", "publisher", "year", "date"})
