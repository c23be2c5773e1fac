from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic_core import SchemaValidator

from sphinx_seminar.load.course_schema import ENTRIES
from sphinx_seminar.load.entry import keys_of
from sphinx_seminar.load.key_examples import KEY_EXAMPLES
from sphinx_seminar.load.write_schema import SCHEMA, schema_text
from sphinx_seminar.load.yaml_file import read_yaml


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


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of a schema, those of values that have no definition of their own among them."""
    for key, value in schema.get("properties", {}).items():
        yield key, value
        for inner in value.get("anyOf", ()):
            yield from described(inner)


def test_every_key_has_a_description_and_an_example() -> None:
    keys = [found for schema in definitions().values() for found in described(schema)]
    assert {"total", "bands", "count_backups"} <= {key for key, _ in keys}
    lacking = [key for key, value in keys if not (value.get("description") and "examples" in value)]
    assert lacking == []


@pytest.mark.parametrize("entry", ENTRIES.values())
def test_every_example_is_one_that_a_build_takes(entry: type[Any]) -> None:
    for known in keys_of(entry):
        example = KEY_EXAMPLES[entry.__name__][known.name]
        data = read_yaml(yaml.safe_dump({known.name: example})).data
        assert data is not None
        SchemaValidator(known.kind.check).validate_python(data[known.name])
