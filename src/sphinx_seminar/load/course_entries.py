"""Plain data of a course file into its definitions, with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from ..model.nearest import did_you_mean, nearest
from .course_schema import ENTRIES, CourseEntry, KindEntry
from .entry import Entry, kind_of
from .fault import Fault, KeyPath, quoted
from .refusal import REFUSED, described
from .yaml_file import Plain

_VALIDATOR = SchemaValidator(kind_of(CourseEntry).check)

# A value is taken out where it is wrong, then what needs it, up to the whole: never more rounds
# than the definitions are deep.
_ROUNDS = 10
# What other generators, and other people, call the same thing.
_MEANT = {
    "holidays": "breaks",
    "vacations": "breaks",
    "no_class": "breaks",
    "tz": "timezone",
    "zone": "timezone",
    "begin": "start",
    "first_day": "start",
    "finish": "end",
    "last_day": "end",
    "schedule": "meetings",
    "lectures": "meetings",
    "semester": "term",
    "quarter": "term",
    "instructor": "staff",
    "instructors": "staff",
    "teachers": "staff",
    "number": "code",
    "roles": "presenting",
    "day": "days",
    "location": "where",
    "room": "where",
    "place": "where",
    "hours": "time",
    "address": "url",
    "link": "url",
    "website": "url",
    "name": "title",
    "label": "title",
}


@dataclass(frozen=True, slots=True)
class CourseEntries:
    """What of a course file is right, and what is not."""

    entry: CourseEntry
    """What is left without the values that are wrong."""
    faults: tuple[Fault, ...]
    touched: frozenset[KeyPath]
    """The paths at or below which something is wrong; a misspelt key has its right spelling."""
    path_of: Callable[[KeyPath], KeyPath]
    """The path in the file of what *entry* has at a path."""


def read_entries(data: dict[str, Plain]) -> CourseEntries:
    """Read *data* by the definitions; all problems at once."""
    faults: list[Fault] = []
    touched: set[KeyPath] = set()
    rest = _Rest(data)
    for _ in range(_ROUNDS):
        try:
            entry: CourseEntry = _VALIDATOR.validate_python(rest.build())
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            return CourseEntries(entry, tuple(faults), frozenset(touched), rest.path_of)
        found = [pair for detail in details for pair in _found(detail, rest)]
        for fault, lacks in found:
            if not lacks:
                path = _right_path(fault)
                touched.update(path[:depth] for depth in range(1, len(path) + 1))
        for fault, lacks in found:
            # A key that is there with a wrong value counts as missing, and was reported as wrong.
            if touched.isdisjoint((*fault.path, key) for key in lacks):
                faults.append(fault)
        rest.left_out.update(fault.path for fault, _ in found)
    return CourseEntries(CourseEntry(), tuple(faults), frozenset(touched), rest.path_of)


class _Rest:
    """A file's data without what is wrong, which knows the paths that things have in the file."""

    def __init__(self, data: dict[str, Plain]) -> None:
        self.left_out: set[KeyPath] = set()
        self._data = data
        self._numbers: dict[KeyPath, list[int]] = {}

    def build(self) -> Plain:
        """The data without what is left out."""
        return self._build(self._data, ())

    def _build(self, data: Plain, path: KeyPath) -> Plain:
        if isinstance(data, dict):
            return {
                key: self._build(value, (*path, key))
                for key, value in data.items()
                if (*path, key) not in self.left_out
            }
        if isinstance(data, list):
            kept = [n for n in range(len(data)) if (*path, n) not in self.left_out]
            self._numbers[path] = kept
            return [self._build(data[n], (*path, n)) for n in kept]
        return data

    def path_of(self, location: Iterable[str | int]) -> KeyPath:
        """The path in the file of what the definitions have at *location*.

        There only the items that are left count, a single entry is a list of one, and there are
        keys that the file does not have.
        """
        data: Plain = self._data
        path: KeyPath = ()
        for step in location:
            if isinstance(data, list) and isinstance(step, int):
                number = self._numbers[path][step]
                path, data = (*path, number), data[number]
            elif isinstance(data, dict) and step in data and (*path, step) not in self.left_out:
                path, data = (*path, step), data[str(step)]
        return path


def _found(details: ErrorDetails, rest: _Rest) -> list[tuple[Fault, tuple[str, ...]]]:
    """The faults behind one of pydantic-core's errors, each with the keys that it misses."""
    path = rest.path_of(details["loc"])
    if details["type"] == REFUSED:
        faults: Iterable[Fault] = details["ctx"]["faults"]
        return [
            (
                Fault(
                    rest.path_of((*details["loc"], *wrong.path)),
                    wrong.text,
                    wrong.kind,
                    about_key=wrong.about_key,
                ),
                wrong.lacks,
            )
            for wrong in faults
        ]
    if details["type"] == "unexpected_keyword_argument":
        return [(Fault(path, _unknown_key(path), about_key=True), ())]
    # Some keys have no definition of their own; then the message shows an example of the entry that
    # the key is in.
    around = (_definition(path[:depth]) for depth in range(len(path), 0, -1))
    definition = next((found for found in around if found), None)
    keys = [step for step in path if isinstance(step, str)]
    if keys[-1:] == ["links"]:
        definition = None
    example = definition.example if definition else "label: address, or label: text"
    if keys == ["kinds"]:
        example = f"kinds and what each is to have, such as {{Lab: {KindEntry.example}}}"
    if keys == ["materials"]:
        example = "names, such as Handout, or {Slides: {expected: yes}}"
    if details["type"] == "missing":
        key = str(details["loc"][-1])
        text = f"no {key} is given; write {example}"
        # A key with nothing behind it is wrong itself; one that is not there may be misspelt.
        return [(Fault(path, text), () if path[-1:] == (key,) else (key,))]
    return [(Fault(path, f"{described(details['input'])}; write {example}"), ())]


def _unknown_key(path: KeyPath) -> str:
    key = str(path[-1])
    return f"{quoted(key)} is not a key here; {did_you_mean(_meant(path) or key, _known(path))}"


def _known(path: KeyPath) -> tuple[str, ...]:
    """The keys that the definitions know beside the one at the end of *path*."""
    definition = _definition(path[:-1]) or ENTRIES[None]
    return definition.key_names()


def _definition(path: KeyPath) -> type[Entry] | None:
    """The definition of what is at *path*; None for a map of labels, which have none."""
    keys = [step for step in path if isinstance(step, str)]
    found = ENTRIES.get(".".join(keys) or None)
    return found or ENTRIES.get(".".join([*keys[:-1], "*"]))


def _meant(path: KeyPath) -> str | None:
    """The known key that the unknown one at the end of *path* most likely means."""
    key, known = str(path[-1]), _known(path)
    word = key.strip().casefold().replace(" ", "_").replace("-", "_")
    meant = _MEANT.get(word)
    return meant if meant in known else nearest(key, known)


def _right_path(fault: Fault) -> KeyPath:
    meant = _meant(fault.path) if fault.about_key else None
    return (*fault.path[:-1], meant) if meant else fault.path
