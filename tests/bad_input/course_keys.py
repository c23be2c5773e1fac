"""Every key of course.yml, what has no place behind it, and files with one of them wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

Place = tuple[str | int, ...]
Tree = str | Mapping[str, "Tree"] | Sequence["Tree"]

MEETING: Mapping[str, Tree] = {
    "days": "Mon",
    "time": "13:00-16:00",
    "where": "Soda 405",
    "kind": "Lecture",
    "every": "2",
    "from": "2022-01-24",
    "until": "2022-03-07",
    "sessions": "yes",
}

GOOD: Mapping[str, Tree] = {
    "id": "cs101-spring-2022",
    "title": "Reading Machines",
    "code": "CS 101",
    "term": "Spring 2022",
    "timezone": "America/Los_Angeles",
    "start": "2022-01-24",
    "end": "2022-03-11",
    "meetings": [
        MEETING,
        {"dates": "[2022-02-01, 2022-02-03]"},
    ],
    "kinds": {"Lecture": {"number": "yes", "color": "green"}},
    "materials": {"Slides": {"expected": "yes"}, "Handout": ""},
    "weeks": {"start": "Mon", "count_breaks": "yes", "number": "yes"},
    "breaks": [
        {"date": "2022-02-21", "title": "Presidents' Day"},
        {"start": "2022-02-23", "end": "2022-02-25"},
    ],
    "links": {"Announcements": "Piazza"},
    "staff": [
        {
            "name": "Ada Brook",
            "pronouns": "she/her",
            "role": "Instructor",
            "url": "https://people.example/ada",
            "photo": "ada.png",
            "alt": "Ada Brook reads",
            "links": {"Mail": "mailto:ada@people.example"},
            "office_hours": [
                {"days": "Tue", "time": "10:00-11:00", "where": "Room 3"},
                {"text": "by appointment"},
            ],
        },
    ],
    "presenting": {
        "roles": [
            {
                "name": "Author",
                "description": "Presents",
                "people": "1-2",
                "per": "session",
                "optional": "no",
                "backup": "yes",
            },
        ],
        "vocabulary": "discussion",
        "signups": "signups.csv",
        "students": "students.csv",
        "due": "2022-03-01",
        "names": "full",
        "each_student": {
            "at_least": "1",
            "at_most": "9",
            "distinct_roles": "no",
            "every_role": "no",
            "one_role_a_session": "yes",
            "one_slot_a_session": "no",
            "not_two_weeks_in_a_row": "yes",
            "count_backups": "yes",
        },
        "each_session": {"at_least": "1", "at_most": "9", "every_role": "yes"},
        "each_paper": {"at_least": "1", "at_most": "9", "every_role": "yes"},
    },
    "bibliography": "readings.bib",
    "grading": {
        "total": "90",
        "parts": {
            "Talk": {"weight": "60", "note": "once", "points": "4 for attending"},
            "Project": {"parts": {"Code": "10", "Report": "20"}},
        },
        "bands": {"A": "80", "B": "0"},
    },
}
"""A right course.yml with every key, but for schemes of grading."""

SCHEMES: Mapping[str, Tree] = {
    **GOOD,
    "grading": {
        "schemes": {
            "1 credit": {"total": "50", "parts": {"Talk": "50"}},
            "3 credits": {"Essay": "100"},
        },
    },
}
"""The same with its parts in schemes: a file has the ones or the others."""

SECTIONS: Mapping[str, Tree] = {
    **{key: value for key, value in GOOD.items() if key != "meetings"},
    "sections": [
        {
            "name": "Group A",
            "meetings": [
                MEETING,
                {"dates": "[2022-02-01, 2022-02-03]", "kind": "Lecture"},
            ],
            "where": "Soda 310",
        },
        {"name": "Group B", "meetings": {"days": "Tue", "kind": "Lecture"}},
    ],
}
"""The same with two sections, which have the meetings."""


@dataclass(frozen=True)
class Key:
    """A key at its place, and what is said of wrong input there."""

    place: str
    """Keys and item numbers, such as ``meetings/0/days``."""
    wrong: Mapping[str, str]
    """What has no place behind the key, each with a part of the message."""
    missing: str = ""
    """A part of the message where the key is not there; empty where it need not be."""
    missing_at: str = ""
    """The place that this message names."""
    empty: str | None = None
    """The same where nothing is behind the key; None where it counts as missing."""
    empty_at: str | None = None
    is_label: bool = False
    """Whether its author chooses the word: then it cannot be misspelt."""
    file: Mapping[str, Tree] = field(default_factory=lambda: GOOD)

    @property
    def steps(self) -> Place:
        return steps_of(self.place)


def steps_of(place: str) -> Place:
    words = place.split("/") if place else []
    return tuple(int(word) if word.isdecimal() else word for word in words)


def _values(mapping: str, lists: str, word: str = "", number: str = "") -> dict[str, str]:
    """Values of four types, without those that have their place there."""
    said = {"{x: y}": mapping, "[[x]]": lists, "x": word, "7": number}
    return {value: text for value, text in said.items() if text}


_KEYS_STAND, _LIST_STANDS = "this has keys and values; ", "this is a list; "


def _of(wanted: str, word: str = "", number: str = "") -> dict[str, str]:
    return _values(f"{_KEYS_STAND}{wanted}", f"{_LIST_STANDS}{wanted}", word, number)


_NOT_KEY = "'x' is not a key here; "
_TEXT = _of("write a text")
_DATE = _of("write a date", "'x' is not a date", "'7' is not a date")
_DAYS = _of("write days, such as Mon Wed", "'x' is not a day", "'7' is not a day")
_TIME = _of("write start-end, such as 13:00-16:00", "'x' is not a time")
_YES_NO = _of("write yes or no", "'x' is neither yes nor no", "'7' is neither yes nor no")
_LINK = _of("write an address, or a text such as TBA")
_WEIGHT = _values(
    "x: 'y' is not a weight", "write a label and a weight", "'x' is not a weight", "sum to "
)
_BAND = _of("write a result, such as 90", "'x' is not a band")
_PARTS = _values(
    "x: 'y' is not a weight", "write a label and a weight", "write parts and weights", "this is '7'"
)
_KINDS = "write kinds and what each is to have, such as {Lab: {number: yes"
_NO_DAYS = "neither days nor dates are given"
_NO_BREAK = "write date for one day, start and end for several"
_NO_HOURS = "given; write a text, or {days: Tue, time: 14:00-15:00, where: Soda 415}"
_NO_PART = "no part is given; write parts and weights"
_NO_TARGET = "this is empty; write an address, or a text such as TBA"
_NO_WEIGHT = "this is empty; write a weight"
_SUM = "the weights sum to "

_COURSE = (
    Key("id", _of("write an id, such as cs294-162-spring-2022")),
    Key("title", _TEXT),
    Key("code", _TEXT),
    Key("term", _TEXT),
    Key(
        "timezone",
        _of("write a time zone", "'x' is not a time zone", "'7' is not a time zone"),
        "a time zone is missing",
        "meetings",
        empty_at="timezone",
    ),
    Key("start", _DATE, "the first day of the term is missing", "meetings", empty_at="start"),
    Key("end", _DATE, "the last day of the term is missing", "meetings", empty_at="end"),
    Key(
        "meetings",
        _values(_NOT_KEY, "[0]: this is a list", "this is 'x'", "this is '7'"),
    ),
    Key("meetings/0/days", _DAYS, _NO_DAYS, "meetings/0"),
    Key("meetings/1/dates", _DATE, _NO_DAYS, "meetings/1"),
    Key("meetings/0/time", _TIME),
    Key("meetings/0/where", _TEXT),
    Key("meetings/0/kind", _TEXT),
    Key("meetings/0/every", _of("write a number of weeks", "'x' is not a number of weeks")),
    Key("meetings/0/from", _DATE),
    Key("meetings/0/until", _DATE),
    Key("meetings/0/sessions", _YES_NO),
    Key(
        "kinds",
        _values(
            "x: this is 'y'; write {number: yes",
            f"{_LIST_STANDS}{_KINDS}",
            f"this is 'x'; {_KINDS}",
            f"this is '7'; {_KINDS}",
        ),
    ),
    Key(
        "kinds/Lecture",
        _values(_NOT_KEY, _LIST_STANDS, "this is 'x'; write {number", "this is '7'"),
        is_label=True,
    ),
    Key("kinds/Lecture/number", _YES_NO),
    Key("kinds/Lecture/color", _of("write one of red", "'x' is not known here", "'7' is not")),
    Key(
        "materials",
        _values(
            "x: this is 'y'; write {expected: yes}",
            "this is a list; write names, such as Handout",
        ),
    ),
    Key(
        "materials/Slides",
        _values(_NOT_KEY, _LIST_STANDS, "this is 'x'; write {expected", "this is '7'"),
        is_label=True,
    ),
    Key(
        "materials/Slides/expected",
        _values(
            f"{_KEYS_STAND}write a text",
            f"{_LIST_STANDS}write a text",
            "no kind 'x' is known here; known here: Lecture",
            "no kind '7' is known here; known here: Lecture",
        ),
    ),
    Key("weeks", _values(_NOT_KEY, _LIST_STANDS, "this is 'x'", "this is '7'")),
    Key("weeks/start", _of("write a day, such as Mon", "'x' is not a day", "'7' is not a day")),
    Key("weeks/count_breaks", _YES_NO),
    Key("weeks/number", _YES_NO),
    Key("breaks", _values(_NOT_KEY, "[0]: this is a list", "this is 'x'", "this is '7'")),
    Key("breaks/0/date", _DATE, f"no date is given; {_NO_BREAK}", "breaks/0"),
    Key("breaks/1/start", _DATE, f"only its end is given; {_NO_BREAK}", "breaks/1"),
    Key("breaks/1/end", _DATE, f"only its start is given; {_NO_BREAK}", "breaks/1"),
    Key("breaks/0/title", _TEXT),
    Key("links", _values("", _LIST_STANDS, "write label: address", "write label: address")),
    Key("links/Announcements", _LINK, empty=_NO_TARGET, is_label=True),
)
_NO_MEETINGS = "no meetings of the section are given"
_OTHER_KIND = "the section has no meetings of the kind"
_SECTIONS = tuple(
    replace(key, file=SECTIONS)
    for key in (
        Key(
            "sections",
            _values(_NOT_KEY, "[0]: this is a list", "this is 'x'", "this is '7'"),
        ),
        Key("sections/0/name", _TEXT, "no name is given; write {name: Group A", "sections/0"),
        Key("sections/0/where", _TEXT),
        Key(
            "sections/0/meetings",
            _values(_NOT_KEY, "[0]: this is a list", "this is 'x'", "this is '7'"),
            _NO_MEETINGS,
            "sections/0",
        ),
        # What is wrong with a value is tried for the meetings of a course.
        Key("sections/0/meetings/0/days", {}, _NO_DAYS, "sections/0/meetings/0"),
        Key("sections/0/meetings/1/dates", {}, _NO_DAYS, "sections/0/meetings/1"),
        Key("sections/0/meetings/0/time", {}),
        Key("sections/0/meetings/0/where", {}),
        Key("sections/1/meetings/kind", {"{x: y}": "write a text"}, _OTHER_KIND, "sections/1"),
        Key("sections/0/meetings/0/every", {}),
        Key("sections/0/meetings/0/from", {}),
        Key("sections/0/meetings/0/until", {}),
        Key("sections/0/meetings/0/sessions", {}),
    )
)
_MAP = _values(_NOT_KEY, _LIST_STANDS, "this is 'x'", "this is '7'")
_COUNT = _of("write a number, such as 3", "'x' is no number from 1 to 99")
_SHEET = _of("write the path of a CSV file", "'x' is not the path", "'7' is not the path")
_ORDER = {"x": "'x' is no number from 1 to 99", "-1": "'-1' is no number", "0": "'0' is no number"}


def _group(place: str) -> Iterator[Key]:
    yield Key(place, _MAP)
    yield Key(f"{place}/at_least", {**_COUNT, **_ORDER})
    yield Key(f"{place}/at_most", {**_COUNT, **_ORDER})
    yield Key(f"{place}/every_role", _YES_NO)


_BIBLIOGRAPHY = {
    **_of("write the path of a BibTeX file", "'x' is not the path of a BibTeX file"),
    "gone.bib": "no file is at 'gone.bib'",
    "../readings.bib": "is outside of the course's folder",
}

_PRESENTING = (
    Key("presenting", _MAP),
    Key("presenting/roles", _values("", "[0]: this is a list")),
    Key(
        "presenting/roles/0/name",
        _of("write the name of a role"),
        "no name is given; write a name, or {name: Reviewer",
        "presenting/roles/0",
    ),
    Key("presenting/roles/0/description", _TEXT),
    Key(
        "presenting/roles/0/people",
        {**_of("write how many people", "'x' is no number of people"), "0": "leaves no slot"},
    ),
    Key("presenting/roles/0/per", _of("write session or paper", "'x' is not known here")),
    Key("presenting/roles/0/optional", _YES_NO),
    Key(
        "presenting/roles/0/backup",
        _YES_NO,
        "no role is a backup",
        "presenting/each_student/count_backups",
    ),
    Key("presenting/vocabulary", _of("write the name of a vocabulary", "'x' is not known here")),
    Key("presenting/signups", {**_SHEET, "gone.csv": "no file is at 'gone.csv'"}),
    Key("presenting/students", {**_SHEET, "/etc/x.csv": "is outside of the course's folder"}),
    Key("presenting/due", _DATE),
    Key("presenting/names", _of("write full, initials, given or hidden", "'x' is not known here")),
    *_group("presenting/each_session"),
    *_group("presenting/each_paper"),
    Key("presenting/each_student", _MAP),
    Key("presenting/each_student/at_least", {**_COUNT, **_ORDER}),
    Key("presenting/each_student/at_most", {**_COUNT, **_ORDER}),
    Key("presenting/each_student/distinct_roles", _YES_NO),
    Key("presenting/each_student/every_role", _YES_NO),
    Key("presenting/each_student/one_role_a_session", _YES_NO),
    Key("presenting/each_student/one_slot_a_session", _YES_NO),
    Key("presenting/each_student/not_two_weeks_in_a_row", _YES_NO),
    Key("presenting/each_student/count_backups", _YES_NO),
)
_STAFF = (
    Key("staff", _values(_NOT_KEY, "[0]: this is a list")),
    Key("staff/0/name", _TEXT, "no name is given; write a name", "staff/0"),
    Key("staff/0/pronouns", _TEXT),
    Key("staff/0/role", _TEXT),
    Key("staff/0/url", _of("write an address", "'x' is not an address", "'7' is not an address")),
    Key(
        "staff/0/photo",
        _of("write the path of a picture", "'x' is not the path", "'7' is not the path"),
        "alt: this is here without a photo",
        "staff/0/alt",
    ),
    Key("staff/0/alt", _TEXT),
    Key("staff/0/links", _values("", _LIST_STANDS, "write label: address", "write label: address")),
    Key("staff/0/links/Mail", _LINK, empty=_NO_TARGET, is_label=True),
    Key("staff/0/office_hours", _values(_NOT_KEY, "[0]: this is a list")),
    Key("staff/0/office_hours/0/days", _DAYS, f"no days are {_NO_HOURS}", "staff/0/office_hours/0"),
    Key(
        "staff/0/office_hours/0/time",
        _TIME,
        f"no time is {_NO_HOURS}",
        "staff/0/office_hours/0",
    ),
    Key("staff/0/office_hours/0/where", _TEXT),
    Key("staff/0/office_hours/1/text", _TEXT, f"no days are {_NO_HOURS}", "staff/0/office_hours/1"),
)
_GRADING = (
    Key("grading", {**_PARTS, "{}": _NO_PART, "[]": _NO_PART}),
    Key(
        "grading/total",
        _of("write a total, such as 20", "'x' is not a weight", f"{_SUM}90, not to 7"),
        f"{_SUM}90, not to 100; correct them, or state a total",
        "grading",
    ),
    Key("grading/parts", _PARTS, "a total is given without parts", "grading/total"),
    Key(
        "grading/parts/Talk",
        {**_WEIGHT, "{}": "no weight is given", "[]": "no weight is given"},
        f"{_SUM}30, not to 90; correct them, or the total",
        "grading/total",
        _NO_WEIGHT,
        "grading/parts/Talk",
        is_label=True,
    ),
    Key(
        "grading/parts/Talk/weight",
        _of("write a weight, such as 20", "'x' is not a weight", f"{_SUM}37, not to 90"),
        "no weight is given; write a weight",
        "grading/parts/Talk",
    ),
    Key("grading/parts/Talk/note", _TEXT),
    Key(
        "grading/parts/Talk/points",
        _values("x: 'y' is not a weight", _LIST_STANDS, "'x' has no points", "'7' has no points"),
    ),
    Key(
        "grading/parts/Project/parts",
        _PARTS,
        "no weight is given; write a weight",
        "grading/parts/Project",
    ),
    Key(
        "grading/parts/Project/parts/Code",
        _WEIGHT,
        f"{_SUM}80, not to 90",
        "grading/total",
        _NO_WEIGHT,
        "grading/parts/Project/parts/Code",
        is_label=True,
    ),
    Key(
        "grading/bands",
        _values("x: 'y' is not a band", _LIST_STANDS, "write letters and", "write letters and"),
    ),
    Key(
        "grading/bands/A",
        _BAND,
        empty="this is empty; write a result",
        empty_at="grading/bands/A",
        is_label=True,
    ),
)
_SCHEME = "grading/schemes/1 credit"
_SCHEMES = (
    Key(
        "grading/schemes",
        _values("this is 'y'", _LIST_STANDS, "write names and their parts", "write names and"),
        _NO_PART,
        "grading",
        file=SCHEMES,
    ),
    Key(
        _SCHEME,
        _PARTS,
        empty="this is empty; write parts and weights",
        is_label=True,
        file=SCHEMES,
    ),
    Key(
        f"{_SCHEME}/total",
        _of("write a total, such as 20", "'x' is not a weight", f"{_SUM}50, not to 7"),
        f"{_SUM}50, not to 100; correct them, or state a total",
        _SCHEME,
        file=SCHEMES,
    ),
    Key(f"{_SCHEME}/parts", _PARTS, _NO_PART, _SCHEME, file=SCHEMES),
    Key(
        f"{_SCHEME}/parts/Talk",
        _WEIGHT,
        _NO_PART,
        _SCHEME,
        _NO_WEIGHT,
        f"{_SCHEME}/parts/Talk",
        is_label=True,
        file=SCHEMES,
    ),
)
_READINGS = (Key("bibliography", _BIBLIOGRAPHY),)
KEYS = {
    key.place: key
    for key in (*_COURSE, *_SECTIONS, *_READINGS, *_PRESENTING, *_STAFF, *_GRADING, *_SCHEMES)
}


class Again(str):
    """A key once more: it is not equal to the first one."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def changed(tree: Tree, steps: Place, change: Mapping[str, Tree | None]) -> Tree:
    """*tree* with the key at the end of *steps* replaced by those of *change*; None leaves it out.

    A value of ``...`` in *change* stands for what the key has now.
    """
    first, *rest = steps
    if isinstance(tree, Mapping):
        new: dict[str, Tree] = {}
        for key, value in tree.items():
            if key != first:
                new[key] = value
            elif rest:
                new[key] = changed(value, tuple(rest), change)
            else:
                new |= {
                    name: value if put == "..." else put
                    for name, put in change.items()
                    if put is not None
                }
        return new
    assert not isinstance(tree, str)
    return [
        changed(item, tuple(rest), change) if number == first else item
        for number, item in enumerate(tree)
    ]


def lines_of(tree: Tree, depth: int = 0) -> Iterator[tuple[Place, str]]:
    """A file's lines, each with the place that it is about."""
    indent = "  " * depth
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            if isinstance(value, str):
                yield (key,), f"{indent}{key}: {value}".rstrip()
            elif not value:
                yield (key,), f"{indent}{key}: {{}}"
            else:
                yield (key,), f"{indent}{key}:"
                for place, line in lines_of(value, depth + 1):
                    yield (key, *place), line
        return
    assert not isinstance(tree, str)
    for number, item in enumerate(tree):
        lines = list(lines_of(item, depth + 1)) or [((), "{}")]
        for count, (place, line) in enumerate(lines):
            yield (number, *place), line if count else f"{indent}- {line.strip()}"
