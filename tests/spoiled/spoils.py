"""Ways to spoil a file in one place, as people do who type in a hurry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_OFTEN = 2
_FENCE = re.compile(r"(\s*)(:{3,}|`{3,})(.*)")
_DIRECTIVE = re.compile(r"\{([a-z-]+)\}")
_OPTION = re.compile(r"\s*:([a-z-]+):")
_KEY = re.compile(r"(?:^|[{,])[\s-]*([a-z_]+):(?=\s|$)")
_FILE = re.compile(r"[a-z]+\.(?:csv|png|yml)")
_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_SHORT_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_ROLE = re.compile(r"\b(?:Author|Reviewer|Scribe|Presenter|Archaeologist)\b")
_WIDE = {sign: chr(ord(sign) + 0xFEE0) for sign in ":,-/{}[("}
_CURLY = {"'": "’", '"': "“", "`": "‘"}


class Spoiled(NamedTuple):
    """A file, spoiled."""

    kind: str
    line: str
    """What is now where it was spoiled."""
    text: str


def spoil(text: str, name: str, spoiled: Counter[str]) -> Iterator[Spoiled]:
    """The text, spoiled in each way and place; lines that are in *spoiled* often are done."""
    yield Spoiled("byte order mark", "", "\ufeff" + text)
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        spoiled[line] += 1
        if spoiled[line] > (_OFTEN if name.endswith(".md") else 1):
            continue
        seen = set()
        for kind, new in _spoil_line(line, name):
            if new == line or new in seen:
                continue
            seen.add(new)
            changed = [*lines[:number], new, *lines[number + 1 :]]
            where = new.rstrip("\n") or f"(out: {line.strip()})"
            yield Spoiled(kind, where, "".join(changed))


def _spoil_line(line: str, name: str) -> Iterator[tuple[str, str]]:
    if name.endswith(".md"):
        yield from _fences(line)
    yield from _blanks(line, name)
    yield from _misspelt(line, name)
    yield from _dates(line)
    yield from _signs(line, name)


def _fences(line: str) -> Iterator[tuple[str, str]]:
    match = _FENCE.match(line)
    if match is None:
        return
    indent, marks, rest = match.groups()
    yield "a mark less", f"{indent}{marks[1:]}{rest}\n"
    yield "a mark more", f"{indent}{marks[0]}{marks}{rest}\n"
    yield "other marks", f"{indent}{'`' * len(marks) if ':' in marks else ':::'}{rest}\n"
    if not rest:
        yield "never closed", ""
    else:
        yield "braces forgotten", f"{indent}{marks}{rest.replace('{', '').replace('}', '')}\n"
        yield "a brace forgotten", f"{indent}{marks}{rest.replace('}', '')}\n"
        yield "a closing that is none", f"{indent}{marks}{rest}\n{marks}\n"


def _blanks(line: str, name: str) -> Iterator[tuple[str, str]]:
    if not line.strip():
        yield "a blank line less", ""
        return
    yield "a blank line more", f"{line}\n"
    if line.startswith(" "):
        yield "a blank less in front", line[1:]
        yield "a tab in front", "\t" + line.lstrip(" ")
    yield "a blank more in front", f" {line}"
    yield "four blanks in front", f"    {line}"
    for match in list(re.finditer(r"(?<=[:}\-.,]) (?=\S)", line))[:1]:
        yield "a blank forgotten", line[: match.start()] + line[match.end() :]
        yield "a tab for a blank", line[: match.start()] + "\t" + line[match.end() :]
        yield "a blank more", line[: match.start()] + "  " + line[match.end() :]
        yield "a blank that does not break", line[: match.start()] + "\xa0" + line[match.end() :]
    for match in list(re.finditer(r"(?<=\S):(?=\s)", line))[:1]:
        yield "a blank before a colon", line[: match.start()] + " " + line[match.start() :]
    if option := re.match(r"(\s*):([a-z-]+):", line):
        yield "a colon of an option forgotten", line.replace(":", "", 1)
        end = option.end()
        yield "the second colon of an option forgotten", line[: end - 1] + line[end:]
        yield "a blank in an option", line.replace(":", ": ", 1)
    if name.endswith(".csv"):
        yield "a blank behind a comma", line.replace(",", ", ")
        yield "a tab for a comma", line.replace(",", "\t", 1)
        yield "a semicolon for a comma", line.replace(",", ";", 1)
        yield "a comma more", line.replace("\n", ",\n")
        yield "a comma less", line.replace(",", "", 1)


def _misspelt(line: str, name: str) -> Iterator[tuple[str, str]]:
    patterns = [("file", _FILE), ("presenting role", _ROLE)]
    if name.endswith(".md"):
        patterns += [("directive", _DIRECTIVE), ("option", _OPTION)]
    elif name.endswith(".yml"):
        patterns += [("key", _KEY)]
    elif re.match(r"[A-Za-z,/]+\n$", line):
        patterns += [("column", re.compile(r"[A-Za-z]+"))]
    for what, pattern in patterns:
        for match in pattern.finditer(line):
            word = match[match.lastindex or 0]
            at = match.start(match.lastindex or 0)
            for wrong in (word[0] + word[2:], word.swapcase())[: 1 if what == "file" else 2]:
                if wrong:
                    yield f"misspelt {what}", line[:at] + wrong + line[at + len(word) :]


def _dates(line: str) -> Iterator[tuple[str, str]]:
    for match in _DATE.finditer(line):
        day = date.fromisoformat(match.group())
        for form in ("%d-%m-%Y", "%m/%d/%Y", "%Y-%d-%m", "%d %B"):
            yield "a date of another order", line.replace(match.group(), day.strftime(form), 1)
    for match in _SHORT_DATE.finditer(line):
        for new in (f"{match[2]}/{match[1]}", f"{match[1]}.{match[2]}.", f"{match[1]}-{match[2]}"):
            yield "a date of another order", line.replace(match.group(), new, 1)


def _signs(line: str, name: str) -> Iterator[tuple[str, str]]:
    for sign, wide in _WIDE.items():
        places = [match.start() for match in re.finditer(re.escape(sign), line)]
        for at in places[:1]:
            yield "a full width sign", line[:at] + wide + line[at + 1 :]
    for sign, curly in _CURLY.items():
        for match in list(re.finditer(re.escape(sign), line))[:1]:
            yield "a curly quote", line[: match.start()] + curly + line[match.end() :]
    if name.endswith(".yml") and (value := re.search(r": ([^\[{\s].*)\n$", line)):
        yield "curly quotes around", f"{line[: value.start(1)]}“{value[1]}”\n"
    if option := re.match(r"\s*:[a-z-]+: (.+)\n$", line):
        yield "curly quotes around", f"{line[: option.start(1)]}“{option[1]}”\n"
        yield "quotes around", f'{line[: option.start(1)]}"{option[1]}"\n'
