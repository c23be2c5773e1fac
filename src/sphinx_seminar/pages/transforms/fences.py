"""Where fences of Markdown close one another by mistake."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(
    r" {0,3}(?P<item>(?:[-*+]|\d{1,9}[.)]) +)?(?P<marks>:{3,}|`{3,}|~{3,})"
    r"\s*(?:\{(?P<name>[^}\s]*)\})?(?P<rest>.*)"
)
# As people write who forget a brace or a blank, or whose keyboard makes signs of full width.
_OPENING = re.compile(
    r"\s*(?P<marks>[:\uff1a]{3,}|`{3,}|~{3,})\s*[{\uff5b]?\s*(?P<name>[a-z:-]+[a-z])(?P<close>\s*[}\uff5d])?"
    r"(?P<rest>(?(close).*|(?:\s.*)?))"
)
_WIDE_COLON = "\uff1a"
_WIDE_HYPHEN = "\uff0d"
_ROLE = re.compile(r"[{\uff5b](?P<name>[a-z\uff0d-]+)[}\uff5d][`‘’´]")
_ODD_ITEM = re.compile(
    r"\s*(?:-(?:[^\W\d]|@)|\d{1,3}[.)][\[\u00a0]|[-*+]\[|-\*|[-*+]\u00a0|[\uff0d–—•·]\s*\S)"
)
_DEEP_ITEM = re.compile(r"(?: {4}|\t)\s*(?:[-*+]|\d{1,3}[.)]) ")
_WITH_LISTS = {"readings", "details", "course-info"}
# What is in these is no markup.
_VERBATIM = {
    *("code", "code-block", "code-cell", "sourcecode", "literalinclude", "parsed-literal"),
    *("raw", "math", "highlight", "eval-rst", "mermaid", "prompt", "myst-example", "doctest"),
}
# In these is no other part of a session: one that follows shows that they were not closed.
_INNERMOST = {"readings", "presenters", "details", "deadline"}


class FenceFault(NamedTuple):
    """What is wrong with a fence, and on which line of its file."""

    line: int
    message: str


class _Fence(NamedTuple):
    start: int
    end: int
    closed: bool
    marks: str
    name: str | None
    bare: bool

    @property
    def short(self) -> str:
        return (self.name or "").removeprefix("seminar:")


def fence_fault(lines: Sequence[str], ours: Collection[str], kinds: str) -> FenceFault | None:
    """The first fence that is closed too early or never; those after it suffer from it.

    *ours* are the names of our directives, *kinds* the characters that fences are made of.
    """
    return _fault_between(lines, 0, len(lines), ours, kinds)


def misspelt_opening(
    lines: Sequence[str], ours: Collection[str], kinds: str
) -> Iterator[FenceFault]:
    """The lines that look like the start of a directive of ours, and that MyST takes for text."""
    number = 0
    around: list[str] = []
    while number < len(lines):
        line = lines[number]
        match = _OPENING.fullmatch(line)
        if match and match["name"].removeprefix("seminar:") in ours:
            marks, name, rest = match["marks"], match["name"], match["rest"].strip()
            right = f"{marks.replace(_WIDE_COLON, ':')}{{{name}}}"
            around.append(marks)
            is_right = line.strip().startswith(right) and match["rest"][:1] in {"", " ", "\t"}
            if marks[0] in kinds + _WIDE_COLON and not is_right:
                written = f"{right} {rest}".rstrip()
                yield FenceFault(number + 1, f"{line.strip()!r} is no directive; write {written!r}")
        elif fence := next(_fences(lines, number, number + 1, kinds), None):
            if fence.bare and around and fence.marks.startswith(around[-1]):
                around.pop()
            elif fence.name and fence.short not in _VERBATIM:
                around.append(fence.marks)
            elif fence.marks[0] != ":" or fence.name:
                whole = next(_fences(lines, number, len(lines), kinds))
                number = whole.end if whole.closed else number
        number += 1


def misspelt_roles(lines: Sequence[str], roles: Collection[str]) -> Iterator[FenceFault]:
    """The lines that hold a role of ours with signs of another keyboard."""
    for number, line in enumerate(lines):
        for match in _ROLE.finditer(line):
            right = f"{{{match['name'].replace(_WIDE_HYPHEN, '-')}}}`"
            if match["name"].replace(_WIDE_HYPHEN, "-") in roles and match.group() != right:
                yield FenceFault(number + 1, f"{match.group()!r} begins no role; write {right!r}")


def items_without_mark(lines: Sequence[str], kinds: str) -> Iterator[FenceFault]:
    """The lines of reading lists that were meant as items, and that Markdown takes for text."""
    in_list = is_first = False
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and match["marks"][0] in kinds:
            in_list = (match["name"] or "").removeprefix("seminar:") in _WITH_LISTS
            is_first = True
        elif in_list and line.strip():
            is_item = not _ODD_ITEM.match(line) and not (is_first and _DEEP_ITEM.match(line))
            is_first = False
            if is_item:
                continue
            shown = line.strip() if len(line) < 60 else line.strip()[:50] + "…"
            yield FenceFault(
                number + 1,
                f"{shown!r} is no item of a list; "
                "begin it with '-' and a blank, indented by less than four",
            )


def _fault_between(
    lines: Sequence[str],
    start: int,
    end: int,
    ours: Collection[str],
    kinds: str,
    around: _Fence | None = None,
) -> FenceFault | None:
    for fence in _fences(lines, start, end, kinds):
        if fence.name is None:
            if fence.bare and (fence.marks[0] == ":" or not fence.closed):
                return _closes_nothing(fence, around)
            continue
        if fence.short in _VERBATIM:
            continue
        is_ours = fence.short in ours
        for inner in _fences(lines, fence.start + 1, fence.end, kinds):
            as_many = inner.marks.startswith(fence.marks)
            if as_many and inner.name and (inner.short in ours or is_ours):
                return _as_many(fence, inner)
        if is_ours and not fence.closed:
            return FenceFault(
                fence.start + 1,
                f"{{{fence.name}}} is not closed; write {fence.marks!r} on a line below it",
            )
        fault = _fault_between(lines, fence.start + 1, fence.end, ours, kinds, fence)
        if fault:
            return fault
    return None


def _closes_nothing(fence: _Fence, around: _Fence | None) -> FenceFault:
    message = f"{fence.marks!r} closes nothing, and opens a block; take it out"
    if around is not None:
        message += f", or write {around.marks!r}, which closes {{{around.name}}}"
    return FenceFault(fence.start + 1, message)


def _as_many(fence: _Fence, inner: _Fence) -> FenceFault:
    what = "colons" if fence.marks[0] == ":" else f"'{fence.marks[0]}'"
    other = f"{{{inner.name}}} (line {inner.start + 1})"
    if fence.short == inner.short or fence.short in _INNERMOST:
        message = f"{{{fence.name}}} is not closed before {other}; write {fence.marks!r} above that"
    else:
        # Sessions hold parts, which need three themselves.
        of_sessions = (fence.short, inner.short, len(inner.marks)) == ("schedule", "session", 3)
        least = 5 if of_sessions else len(inner.marks) + 1
        message = (
            f"{{{fence.name}}} has {len(fence.marks)} {what}, and {other} in it has "
            f"{len(inner.marks)}, so what closes the one closes the other; "
            f"write {least} above and below it"
        )
        if of_sessions:
            message += ", and 4 above and below each {session}"
    return FenceFault(fence.start + 1, message)


def _fences(lines: Sequence[str], start: int, end: int, kinds: str) -> Iterator[_Fence]:
    """The fences between two lines, counted from 0; none inside of another."""
    number = start
    while number < end:
        if lines[number].lstrip().startswith("<!--"):
            comment = (n for n in range(number, end) if "-->" in lines[n])
            number = next(comment, end) + 1
            continue
        match = _FENCE.match(lines[number])
        if match is None or match["marks"][0] not in kinds:
            number += 1
            continue
        marks = match["marks"]
        blanks = " *" if match["item"] else " {0,3}"
        closing = re.compile(rf"{blanks}{re.escape(marks)}{re.escape(marks[0])}*\s*$")
        last = next((n for n in range(number + 1, end) if closing.match(lines[n])), None)
        is_bare = not match["name"] and not match["rest"].strip()
        end_of_it = end if last is None else last
        yield _Fence(number, end_of_it, last is not None, marks, match["name"], is_bare)
        number = end_of_it + 1
