"""Why a brace or bracket of YAML ends before its text does: seldom, because it is not closed."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOSING = {"{": "}", "[": "]"}
_NAMES = {"{": "brace", "[": "bracket"}
# Compiled where a file is wrong, as those below.
# A quotation mark quotes where a text begins with it; elsewhere it is an apostrophe.
_QUOTED = r"(?<=[\s{\[,:])(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")"
_COMMENT = r"\s#"
_COLON = r":(?:\s|$)"
_QUOTE = "put the whole text in quotes"


def unfinished(
    lines: Sequence[str], opened: tuple[int, int], at: tuple[int, int]
) -> tuple[int, str]:
    """The line (from 0) of what is wrong, and what it is.

    *opened* is the line and column of the brace or bracket, *at* where the parser found something
    that can't be there; it may be behind the last line.
    """
    mark = lines[opened[0]][opened[1] : opened[1] + 1]
    if mark not in _CLOSING:
        mark = "{"
    for number in range(opened[0], min(at[0] + 1, len(lines))):
        end = at[1] if number == at[0] else None
        if _ends_in_comment(lines[number][:end], _CLOSING[mark]):
            return number, f"' #' begins a comment, and {mark!r} stays open; {_QUOTE}"
    line = lines[at[0]] if at[0] < len(lines) else ""
    before, found = line[: at[1]].rstrip(), line[at[1] : at[1] + 1]
    if before.strip(" -") and (told := _in_line(before, found, mark)):
        return at[0], told
    last = at[0] - 1
    while last > opened[0] and not lines[last].strip():
        last -= 1
    rest = _blanked(line[at[1] :])
    if last >= opened[0] and rest.count(_CLOSING[mark]) > rest.count(mark):
        return last, "a comma is missing at the end of this line, as the next one goes on"
    name = _NAMES[mark]
    text = f"the {name} {mark!r} of line {opened[0] + 1} is not closed by {_CLOSING[mark]!r}"
    return opened[0], text


def _in_line(before: str, found: str, mark: str) -> str | None:
    """What is wrong at *found*, where the line has *before* in front of it."""
    if found == ":" and re.search(_COLON, re.split(r"[{\[,]", before)[-1]):
        return f"a second ': ' is in a text between {mark!r} and {_CLOSING[mark]!r}; {_QUOTE}"
    if found in {"]", "}"}:
        text = f"{found!r} is where {_CLOSING[mark]!r} closes the {_NAMES[mark]}"
        return f"{text}; write that, or {_QUOTE}"
    if found in {"", ":"}:
        return None
    if before[-1] in "'\"":
        text = f"a text goes on behind its quotation mark {before[-1]}; {_QUOTE}"
        return f"{text}, an apostrophe in double ones" if before[-1] == "'" else text
    if before[-1] in "]}" or found in "[{":
        bracket = found if found in "[{" else before[-1]
        return f"a text has {bracket!r} in it; {_QUOTE}"
    return None


def _blanked(line: str) -> str:
    return re.sub(_QUOTED, lambda match: "x" * len(match[0]), line)


def _ends_in_comment(line: str, closing: str) -> bool:
    """Whether what should close is behind a ``#``, outside of quotes."""
    blanked = _blanked(line)
    comment = re.search(_COMMENT, blanked)
    return comment is not None and closing in blanked[comment.end() :]
