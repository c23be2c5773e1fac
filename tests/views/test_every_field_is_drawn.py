"""What a view shows is what it draws: no field of a shown value is idle, and none can be left out.

A field that `show` does not fill in for any sample fails here, and so does one that `draw` does not
use: deleting any of them from a view is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.views.registry import VIEWS

from ..conftest import Folder
from .drawn import Drawing, drawings
from .every_view import CONF, FILES

Path = tuple[str | int, ...]


def is_shown(value: object) -> bool:
    """Whether a value is of a class that a view defines."""
    return is_dataclass(value) and type(value).__module__.startswith("sphinx_seminar.views.")


def fields_of(value: Any, path: Path = ()) -> Iterator[tuple[str, Path, Any]]:
    """Every field of shown values inside of *value*: its name, its path, and what it holds."""
    if is_shown(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield f"{type(value).__name__}.{field.name}", (*path, field.name), inner
            yield from fields_of(inner, (*path, field.name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from fields_of(item, (*path, number))


def others(value: object) -> list[object]:
    """Values that stand for a field that is left out, or is wrong."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, str):
        return [{"facts": "dates", "dates": "facts", "paper": None}.get(value, value + "x")]
    if isinstance(value, int):
        return [12 if value == 24 else value + 1]
    if isinstance(value, tuple):
        return [(), value[:-1]]
    if isinstance(value, date):
        return [value + timedelta(days=1)]
    if isinstance(value, ZoneInfo):
        return [ZoneInfo("Asia/Tokyo")]
    return [None]


def put(value: Any, path: Path, new: object) -> Any:
    """A copy of a shown value with something else at a path."""
    if not path:
        return new
    first, *rest = path
    if isinstance(first, int):
        items = list(value)
        items[first] = put(items[first], tuple(rest), new)
        return tuple(items)
    return replace(value, **{first: put(getattr(value, first), tuple(rest), new)})


def draws_otherwise(drawing: Drawing, new: object, before: tuple[str, ...]) -> bool:
    try:
        return drawing.draw(new) != before
    except (AssertionError, AttributeError, IndexError, LookupError, TypeError, ValueError):
        return True  # it cannot do without


# Values that no sample can have beside the others of its site.
ELSEWHERE = {
    "notice": "tests/bad_input: a page says that its course.yml has problems",
    "entry": "tests/test_cited_readings.py: a course with a bibliography",
    "has_names": "tests/presenting: a course that hides the names of its students",
}


def test_every_field_of_what_a_view_shows_is_drawn(folder: Folder) -> None:
    folder.write(FILES)
    site = folder.build(confoverrides=CONF)
    assert site.warnings == []
    seen: dict[str, dict[str, bool]] = {}
    for drawing in drawings(site):
        before = drawing.draw(drawing.shown)
        found = seen.setdefault(drawing.name, {})
        for name, path, value in fields_of(drawing.shown):
            found.setdefault(name, False)
            if found[name] or value in (None, (), ""):
                continue
            found[name] = any(
                draws_otherwise(drawing, put(drawing.shown, path, new), before)
                for new in others(value)
            )
    assert seen.keys() == VIEWS.keys()
    idle = [
        f"{view}: {field}"
        for view, found in seen.items()
        for field, is_drawn in found.items()
        if not is_drawn and field.rpartition(".")[2] not in ELSEWHERE
    ]
    assert not idle, "\n".join(idle)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_on_a_page_of_the_sample_site(name: str, folder: Folder) -> None:
    bodies = "\n".join(text for text in FILES.values() if isinstance(text, str))
    words = {"session-head": "{session}", "edit-link": "{edit-page}"}
    assert words.get(name, f"{{{name}}}") in bodies
