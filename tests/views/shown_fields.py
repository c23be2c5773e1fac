"""The fields of what a view shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

Path = tuple[str | int, ...]
"""Where a field is within a value: names of fields, and numbers in tuples."""


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
