"""``course.yml`` for another term: its dates are changed in place, all else stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import yaml

from ..model.course import Term
from ..model.notation import parse_date
from .scaffold import in_yaml

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
_DATES = re.compile(rf"(?:{_DATE.pattern}[\s,;]*)+", re.ASCII)


class NotMovable(ValueError):
    """A file that cannot be changed in place."""


@dataclass(frozen=True, slots=True)
class NewTerm:
    """The term to come."""

    term: Term
    name: str | None
    """None where the file keeps what it has."""
    weeks: int
    """How many weeks after the old one it starts; every other date moves by these."""

    def day(self, day: date) -> date:
        """*day* of the old term, in the new one."""
        return day + timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class MovedFile:
    """The file for the new term."""

    text: str
    moved: tuple[str, ...]
    """The keys of the other dates that were moved, such as ``breaks``."""
    states_term: bool
    """Whether it has a start and an end, which are not those of listed dates."""


def moved_course_file(text: str, new: NewTerm) -> MovedFile:
    """The text of a ``course.yml``, which can be read, for the term *new*. Raises `NotMovable`."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    if not isinstance(root, yaml.MappingNode):
        raise NotMovable("course.yml has no keys; write start and end there")
    changes: dict[int, tuple[int, str]] = {}
    moved: dict[str, None] = {}
    is_named = False
    for key, value in root.value:
        name = key.value
        own = {"start": new.term.start, "end": new.term.end}
        raw = text[value.start_mark.index : value.end_mark.index]
        if name in own:
            _note(changes, value, _DATE.sub(str(own[name]), raw, count=1))
        elif name == "term" and new.name is not None:
            is_named = True
            _note(changes, value, in_yaml(new.name))
        else:
            for node in _scalars(value):
                raw = text[node.start_mark.index : node.end_mark.index]
                if _DATES.fullmatch(node.value.strip()):
                    _note(changes, node, _DATE.sub(lambda match: _moved(match[0], new), raw))
                    moved[name] = None
    if new.name is not None and not is_named:
        place = root.start_mark.index
        if root.flow_style:
            raise NotMovable("course.yml has no key 'term'; write 'term:' there, then run it again")
        changes[place] = (place, f"term: {in_yaml(new.name)}\n")
    for start in sorted(changes, reverse=True):
        end, written = changes[start]
        text = text[:start] + written + text[end:]
    keys = {key.value for key, _value in root.value}
    return MovedFile(text, tuple(moved), states_term={"start", "end"} <= keys)


def _note(changes: dict[int, tuple[int, str]], node: yaml.Node, written: str) -> None:
    changes[node.start_mark.index] = (node.end_mark.index, written)


def _moved(text: str, new: NewTerm) -> str:
    try:
        return str(new.day(parse_date(text)))
    except (ValueError, OverflowError):
        raise NotMovable(f"{text!r} can't be moved by {new.weeks} weeks; correct it") from None


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts below a key, those behind aliases once more."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            yield from _scalars(value)
