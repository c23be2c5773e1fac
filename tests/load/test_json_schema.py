from __future__ import annotations

import json
from typing import Any

import pytest

from sphinx_seminar.load.course_schema import ENTRIES
from sphinx_seminar.load.write_schema import SCHEMA, schema_text


def definitions() -> dict[str, Any]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return {"CourseEntry": schema, **schema["$defs"]}


def test_the_schema_is_the_one_of_the_definitions() -> None:
    """Where this fails: python -m sphinx_seminar.load.write_schema."""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("entry", ENTRIES.values())
def test_every_key_is_described(entry: type[Any]) -> None:
    properties = definitions()[entry.__name__]["properties"]
    assert tuple(properties) == entry.key_names()
    assert all(described["description"].endswith(".") for described in properties.values())


@pytest.mark.parametrize("entry", ENTRIES.values())
def test_no_other_key_is_allowed(entry: type[Any]) -> None:
    assert definitions()[entry.__name__]["additionalProperties"] is False


def test_editors_may_see_numbers_and_booleans_where_authors_mean_words() -> None:
    course, meeting = definitions()["CourseEntry"], definitions()["MeetingEntry"]
    assert {"type": ["string", "number", "boolean"]} in course["properties"]["code"]["anyOf"]
    assert {"type": ["boolean", "string"]} in meeting["properties"]["sessions"]["anyOf"]
    assert {"type": ["string", "number"]} in meeting["properties"]["time"]["anyOf"]


def test_a_key_may_stand_with_nothing_behind_it_unless_its_entry_needs_it() -> None:
    for definition in definitions().values():
        for key, described in definition["properties"].items():
            needed = key in definition.get("required", ())
            assert needed or {"type": "null"} in described["anyOf"]
