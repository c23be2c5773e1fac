"""What a view shows is what it draws: no field of a shown value is idle, and none can be left out.

A field that `show` does not fill in for any sample fails here, and so does one that `draw` does not
use: deleting any of them from a view is noticed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sphinx_seminar.views.registry import VIEWS

from ..conftest import Folder
from .drawn import Drawing, drawings
from .every_view import CONF, FILES
from .shown_fields import Path, fields_of


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


def idle_fields(of: Iterable[Drawing]) -> list[str]:
    """The fields of views that are nowhere filled in, or not drawn, but for those elsewhere."""
    seen: dict[str, dict[str, bool]] = {}
    for drawing in of:
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
    return [
        f"{view}: {field}"
        for view, found in seen.items()
        for field, is_drawn in found.items()
        if not is_drawn and field.rpartition(".")[2] not in ELSEWHERE
    ]


def test_every_field_of_what_a_view_shows_is_drawn(folder: Folder) -> None:
    folder.write(FILES)
    site = folder.build(confoverrides=CONF)
    assert site.warnings == []
    found = list(drawings(site))
    assert {drawing.name for drawing in found} == VIEWS.keys()
    idle = idle_fields(found)
    assert not idle, "\n".join(idle)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_on_a_page_of_the_sample_site(name: str, folder: Folder) -> None:
    bodies = "\n".join(text for text in FILES.values() if isinstance(text, str))
    words = {"session-head": "{session}", "edit-link": "{edit-page}"}
    assert words.get(name, f"{{{name}}}") in bodies
