"""What a YAML parser's error means, in words for people who never read YAML's grammar."""

from __future__ import annotations

import re

import yaml

from .yaml_brackets import unfinished

MAX_DEPTH = 20
TOO_DEEP = f"lists and mappings are nested deeper than {MAX_DEPTH} levels"

_TAB = "a tab is where YAML takes only spaces; indent with spaces"

_INDENT = re.compile(r"[ \t]*")
_BREAK = re.compile(r"\r\n|[\n\r]")
# libyaml and PyYAML's own parser word their errors almost alike: what is sought is in both.
_NOT_IN_LINE = (
    "this line does not belong to the ones above; line up its indentation, and quote a text that "
    "begins with a bracket or a quotation mark"
)
_NO_KEY = "a colon is where no key can; quote a text with ': ' in it, and check the indentation"
_BLOCK = "'|' and '>' have a meaning in YAML; put the text in quotes"
_MEANINGS = (
    ("maximum nesting depth", TOO_DEEP),  # libyaml's own limit, 1,000 from 0.2.6 on
    ("mapping values are not allowed", _NO_KEY),
    ("node content", "a value is missing before {character}"),
    ("unexpected end of stream", "the quotation mark of line {opened} is not closed"),
    ("found unexpected document", "the quotation mark of line {opened} is not closed"),
    ("escape", "a backslash in double quotes begins an escape; use single quotes"),
    ("expected ':'", "line {opened} has no colon and is among keys; write key: value"),
    ("alphabetic or numeric", "'*' and '&' have a meaning in YAML; put the text in quotes"),
    ("line break", _BLOCK),
    ("expected chomping", _BLOCK),
    ("expected key", _NOT_IN_LINE),
    ("block end", _NOT_IN_LINE),
    ("'-' indicator", _NOT_IN_LINE),
    ("document start", _NOT_IN_LINE),
    ("undefined alias", "'*' repeats what '&' names above, and nothing is; put the text in quotes"),
    ("another document", "a second document begins at '---'; write one without '---'"),
    ("sequence entries", "an item '- ' can't be here; begin a line of its own with it"),
    ("cannot start any token", "{character} can't begin a text; put the text in quotes"),
)
_IN_BRACKETS = re.compile(r"expected ',' or '[\]}]'")
_UNKNOWN = "this line is not YAML; check its colons, quotes, brackets and indentation"


def explain(error: Exception, text: str) -> tuple[int, str]:
    """The line of *text* at which its parser raised *error*, and what is wrong there."""
    lines = text.splitlines() or [""]
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 1, _UNKNOWN
    mark, opening = error.problem_mark, error.context_mark
    # The parser notices some errors at the end of the file only, one line after its last.
    number = min(mark.line, len(lines) - 1)
    for near in (number, number - 1):
        # Where tabs are in the indentation, the parser may stumble only over the next line.
        if near >= 0 and _starts_with_tab(lines[near]):
            return near + 1, _TAB
    character = lines[number][mark.column : mark.column + 1] if mark.line == number else ""
    if character == "\t":
        return number + 1, _TAB
    opened = opening.line if opening else number
    if opening and _IN_BRACKETS.search(error.problem or "") and opened < len(lines):
        begun = (opened, opening.column)
        line, words = unfinished(lines, begun, (mark.line, mark.column))
        return line + 1, words
    for wording, meaning in _MEANINGS:
        if wording in (error.problem or ""):
            line = opened if "{opened}" in meaning else number
            words = meaning.format(
                opened=opened + 1, character=repr(character) if character else "the line's end"
            )
            return line + 1, words
    return number + 1, _UNKNOWN


def _starts_with_tab(line: str) -> bool:
    """Whether a tab indents something in *line*."""
    indent = _INDENT.match(line)
    return indent is not None and "\t" in indent[0] and line[indent.end() :][:1] not in {"", "#"}


def line_at(text: str, offset: int) -> int:
    """The line (from 1) of *text* that holds its character at *offset*."""
    return 1 + len(_BREAK.findall(text, 0, offset))
