"""The kinds of values in a course file: each reads a text and says what is wrong with it.

YAML's scalars come in as texts. The JSON Schema is for editors, which see them as numbers,
booleans and texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..model.course import Link
from ..model.notation import TimeRange, parse_date, parse_days, parse_times
from ..model.problem import Kind
from .address import read_address, read_target
from .fault import KeyPath, quoted
from .time_zone import read_zone

T = TypeVar("T")

REFUSED = "refused"
"""The type of the errors that our own definitions raise; their context holds what is wrong."""

# Longer is a mistake; and regular expressions may take a time that grows with its square.
_MAX_NOTATION = 200
_MAX_TEXT = 2_000
_YES_NO = {
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


@dataclass(frozen=True, slots=True)
class Wrong:
    """One of the things wrong with a value."""

    text: str
    kind: Kind = "course"
    at: KeyPath = ()
    """Where inside of the value."""
    lacks: tuple[str, ...] = ()
    """The keys that are missed: where one stands there and is wrong, that is the problem."""
    about_key: bool = False
    """Whether the last key of *at* is wrong, not its value."""


def refusal(*wrongs: Wrong) -> PydanticCustomError:
    """The error that carries *wrongs* through pydantic."""
    return PydanticCustomError(REFUSED, "not understood", {"wrongs": wrongs})


def described(value: object) -> str:
    """What stands where something else belongs."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "nothing stands here"
    if isinstance(value, dict):
        return "keys and values stand here"
    return "a list stands here" if isinstance(value, list) else f"{quoted(str(value))} stands here"


def _text(value: object, wanted: str, kind: Kind, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise refusal(Wrong(f"{described(value)}; write {wanted}", kind))
    if len(value) > longest:
        text = f"{quoted(value)} is longer than {longest} characters; write {wanted}"
        raise refusal(Wrong(text, kind))
    return value


def reads(
    read: Callable[[str], T], wanted: str, kind: Kind, longest: int = _MAX_NOTATION
) -> PlainValidator:
    """A validator of what *read* understands; the message of its `ValueError` is the problem's."""

    def validate(value: object) -> T:
        text = _text(value, wanted, kind, longest)
        try:
            return read(text)
        except ValueError as error:
            raise refusal(Wrong(str(error), kind)) from None

    return PlainValidator(validate)


class OneOrMany:
    """Takes a single value for a list of one, or a text for its parts between separators."""

    def __init__(self, separator: str | None = None) -> None:
        self._separator = separator

    def _listed(self, value: object) -> object:
        if isinstance(value, list):
            return value
        if self._separator and isinstance(value, str):
            return [part for part in value.split(self._separator) if part.strip()]
        return [value]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        one = {"type": "string"} if self._separator else many["items"]
        return {"anyOf": [one, many]}


class BareText:
    """Takes a text for the value of a key of what keys and values would tell more about."""

    def __init__(self, key: str) -> None:
        self._key = key

    def _named(self, value: object) -> object:
        return {self._key: value} if isinstance(value, str) and value.strip() else value

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._named, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _words(text: str) -> str:
    return " ".join(text.split())


def _yes_no(text: str) -> bool:
    word = text.strip().casefold()
    if word not in _YES_NO:
        raise ValueError(f"{quoted(text)} is neither yes nor no; write yes or no")
    return _YES_NO[word]


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


def _photo(text: str) -> str:
    path = text.strip()
    if not re.fullmatch(
        r"[^:?#\\\x00-\x1f]+\.(?:png|jpe?g|gif|webp|svg|avif)", path, re.IGNORECASE
    ):
        raise ValueError(
            f"{quoted(text)} is not the path of a picture; write one relative to this file, "
            "such as photos/ada.jpg"
        )
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError(
            f"{quoted(text)} is outside of the course's folder; move the picture into it"
        )
    return path


def _link(text: str) -> Link:
    return Link("", *read_target(text))


_ANY_TEXT = {"type": ["string", "number", "boolean"]}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}$"}
_NO_DAY = "days, such as Mon Wed"

Text = Annotated[str, reads(_words, "a text", "course", _MAX_TEXT), WithJsonSchema(_ANY_TEXT)]
Label = Annotated[str, reads(_words, "a label", "course"), WithJsonSchema({"type": "string"})]
YesNo = Annotated[
    bool,
    reads(_yes_no, "yes or no", "course"),
    WithJsonSchema({"type": ["boolean", "string"]}),
]
Day = Annotated[
    date, reads(parse_date, "a date, such as 2022-01-24", "date"), WithJsonSchema(_DATE)
]
Times = Annotated[
    TimeRange,
    reads(parse_times, "start-end, such as 13:00-16:00", "date"),
    WithJsonSchema({"type": ["string", "number"]}),
]
DayNames = Annotated[
    tuple[int, ...], reads(parse_days, _NO_DAY, "date"), WithJsonSchema({"type": "string"})
]
WeekDay = Annotated[
    int, reads(_week_day, "a day, such as Mon", "date"), WithJsonSchema({"type": "string"})
]
WeekNumber = Annotated[
    int,
    reads(_weeks, "a number of weeks, such as 2", "date"),
    WithJsonSchema({"type": ["integer", "string"]}),
]
Zone = Annotated[
    ZoneInfo,
    reads(read_zone, "a time zone, such as America/Los_Angeles", "date"),
    WithJsonSchema({"type": "string"}),
]
Address = Annotated[
    str,
    reads(read_address, "an address, such as https://example.org/page", "link", _MAX_TEXT),
    WithJsonSchema({"type": "string", "format": "uri-reference"}),
]
Target = Annotated[
    Link,
    reads(_link, "an address, or a text such as TBA", "link", _MAX_TEXT),
    WithJsonSchema(_ANY_TEXT),
]
PhotoPath = Annotated[
    str,
    reads(_photo, "the path of a picture, such as photos/ada.jpg", "link"),
    WithJsonSchema({"type": "string"}),
]
RoleName = Annotated[str, reads(_words, "the name of a role", "roles"), WithJsonSchema(_ANY_TEXT)]
