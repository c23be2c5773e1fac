"""The kinds of values in a course file: each reads a text, or says what is wrong with it."""

from __future__ import annotations

import re

from ..model.course import Link
from ..model.notation import parse_date, parse_days, parse_times
from ..model.problem import Kind
from ..model.session_kind import COLORS, Color
from .address import read_address, read_target
from .fault import quoted
from .kinds_of_values import JsonSchema, ValueKind, labeled, one_of, reads
from .time_zone import read_zone

_MAX_TEXT = 2_000
YES_NO_WORDS = {
    **dict.fromkeys(("yes", "true", "on", "y"), True),
    **dict.fromkeys(("no", "false", "off", "n"), False),
}
_NUMBERS = {
    **dict.fromkeys(("every", "each", "week", "weeks"), None),
    **dict.fromkeys(("other", "second", "two", "2nd", "fortnight"), 2),
    **dict.fromkeys(("third", "three", "3rd"), 3),
    **dict.fromkeys(("fourth", "four", "4th"), 4),
}
_MAX_WEEKS = 52


def _words(text: str) -> str:
    return " ".join(text.split())


def _yes_no(text: str) -> bool:
    word = text.strip().casefold()
    if word not in YES_NO_WORDS:
        raise ValueError(f"{quoted(text)} is neither yes nor no; write yes or no")
    return YES_NO_WORDS[word]


def _weeks(text: str) -> int:
    words = re.sub(r"(?<=\d)(?=weeks?$)", " ", text.casefold().strip()).split()
    numbers = [int(word) if word.isdecimal() else _NUMBERS.get(word, 0) for word in words]
    weeks = [number for number in numbers if number is not None] or [1]
    if len(weeks) > 1 or not 1 <= weeks[0] <= _MAX_WEEKS:
        raise ValueError(f"{quoted(text)} is not a number of weeks; write one such as 2")
    return weeks[0]


def _week_day(text: str) -> int:
    days = parse_days(text)
    if len(days) > 1:
        raise ValueError(f"{quoted(text)} names more than one day; write one, such as Mon")
    return days[0]


def _link(text: str) -> Link:
    return Link("", *read_target(text))


def _course_id(text: str) -> str:
    word = text.strip()
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?", word):
        raise ValueError(
            f"{quoted(text)} is no id; write letters, digits, and - or . or _ between them, "
            "such as cs294-162-spring-2022"
        )
    return word


def path_in_course(what: str, endings: str, example: str, problem_kind: Kind) -> ValueKind[str]:
    """The path of a file in the course's folder, relative to it."""

    def read(text: str) -> str:
        path = text.strip()
        if not re.fullmatch(rf"[^:?#\\\x00-\x1f]+\.(?:{endings})", path, re.IGNORECASE):
            raise ValueError(
                f"{quoted(text)} is not the path of {what}; write one relative to this file, "
                f"such as {example}"
            )
        if path.startswith("/") or ".." in path.split("/"):
            thing = what.rpartition(" ")[2]
            raise ValueError(
                f"{quoted(text)} is outside of the course's folder; move the {thing} into it"
            )
        return path

    return reads(read, f"the path of {what}, such as {example}", problem_kind, _STRING)


_ANY_TEXT: JsonSchema = {"type": ["string", "number", "boolean"]}
_STRING: JsonSchema = {"type": "string"}
_DATE: JsonSchema = {"pattern": r"^\d{4}-\d{1,2}-\d{1,2}$", "type": "string"}
_ADDRESS: JsonSchema = {"format": "uri-reference", "type": "string"}

COURSE_ID = reads(
    _course_id, "an id, such as cs294-162-spring-2022", "course", {"type": ["string", "number"]}
)
TEXT = reads(_words, "a text", "course", _ANY_TEXT, _MAX_TEXT)
YES_NO = reads(_yes_no, "yes or no", "course", {"type": ["boolean", "string"]})
DAY = reads(parse_date, "a date, such as 2022-01-24", "date", _DATE)
TIMES = reads(parse_times, "start-end, such as 13:00-16:00", "date", {"type": ["string", "number"]})
DAY_NAMES = reads(parse_days, "days, such as Mon Wed", "date", _STRING)
WEEK_DAY = reads(_week_day, "a day, such as Mon", "date", _STRING)
WEEK_NUMBER = reads(_weeks, "a number of weeks, such as 2", "date", {"type": ["integer", "string"]})
ZONE = reads(read_zone, "a time zone, such as America/Los_Angeles", "date", _STRING)
ADDRESS = reads(
    read_address, "an address, such as https://example.org/page", "link", _ADDRESS, _MAX_TEXT
)
COLOR: ValueKind[Color] = one_of(COLORS, f"one of {', '.join(COLORS)}", "course")
PHOTO_PATH = path_in_course("a picture", "png|jpe?g|gif|webp|svg|avif", "photos/ada.jpg", "link")
BIB_PATH = path_in_course("a BibTeX file", "bib(?:tex)?", "readings.bib", "bibliography")
ROLE_NAME = reads(_words, "the name of a role", "roles", _ANY_TEXT)

_LABEL = reads(_words, "a label", "course", _STRING)
_TARGET = reads(_link, "an address, or a text such as TBA", "link", _ANY_TEXT, _MAX_TEXT)
LINKS = labeled(_LABEL, _TARGET)
"""Labels, and the address or the text that each leads to."""
