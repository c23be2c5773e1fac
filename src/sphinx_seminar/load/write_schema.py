"""Writes the JSON Schema of ``course.yml`` from its definitions, for editors.

Run it with ``python -m sphinx_seminar.load.write_schema`` after a change to the definitions.
"""

from __future__ import annotations

import json
from pathlib import Path

from .course_schema import ENTRIES, CourseEntry
from .entry import Entry, Key, keys_of
from .key_examples import KEY_EXAMPLES
from .kinds_of_values import JsonSchema

_NOTHING = {"type": "null"}

SCHEMA = Path(__file__).with_name("course.schema.json")


def schema_text() -> str:
    """The schema as JSON; it takes numbers and booleans as editors see them in YAML."""
    inner = {entry.__name__: entry for entry in ENTRIES.values() if entry is not CourseEntry}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {name: _definition(inner[name]) for name in sorted(inner)},
        **_definition(CourseEntry),
    }
    return json.dumps(schema, indent=2) + "\n"


def _definition(entry: type[Entry]) -> JsonSchema:
    definition: JsonSchema = {"additionalProperties": False}
    if entry.needs:
        definition["anyOf"] = [{"required": list(keys)} for keys in entry.needs]
    definition["description"] = entry.__doc__
    examples = KEY_EXAMPLES[entry.__name__]
    definition["properties"] = {
        known.name: {**_property(known), "examples": [examples[known.name]]}
        for known in keys_of(entry)
    }
    if needed := [known.name for known in keys_of(entry) if known.needed]:
        definition["required"] = needed
    definition["type"] = "object"
    return definition


def _property(known: Key) -> JsonSchema:
    value = known.kind.for_editors
    if known.needed:
        return {"description": known.description, **value}
    # A key may have nothing behind it.
    return {
        "anyOf": [*value.get("anyOf", [value]), _NOTHING],
        "description": known.description,
    }


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
