"""What a view shows differs where the facts of its course differ: no field has a fixed value.

A field in which `show` puts something else than what the course has fails here, as one that is
empty everywhere does in test_every_field_is_drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..conftest import Folder
from .drawn import drawings
from .every_view import CONF, FILES, OTHERWISE, UNDATED
from .shown_fields import fields_of

ELSEWHERE = {
    "reading-list: ShownReading.entry",  # tests/test_cited_readings.py: with a bibliography
}
"""Fields that have one value in all these sites."""


def shown_in_all(folder: Folder) -> Iterator[tuple[str, object]]:
    """The views by name, with what they show in sites of several facts."""
    for files in (FILES, OTHERWISE, UNDATED):
        folder.write(files)
        site = folder.build("dummy", confoverrides=CONF)
        yield from ((drawing.name, drawing.shown) for drawing in drawings(site))


def fixed_fields(shown: Iterable[tuple[str, object]]) -> set[str]:
    """The fields of views that are the same wherever they are shown."""
    values: dict[str, set[str]] = {}
    for name, value in shown:
        for field, _, inner in fields_of(value):
            values.setdefault(f"{name}: {field}", set()).add(repr(inner))
    return {field for field, found in values.items() if len(found) == 1}


def test_no_field_of_what_a_view_shows_is_always_the_same(folder: Folder) -> None:
    fixed = fixed_fields(shown_in_all(folder))
    told = "the same in every site of every_view.py; give OTHERWISE another value of:"
    assert not fixed - ELSEWHERE, "\n".join([told, *sorted(fixed - ELSEWHERE)])
