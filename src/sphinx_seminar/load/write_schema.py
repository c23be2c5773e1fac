"""Writes the JSON Schema of ``course.yml`` from its definitions, for editors.

Run it with ``python -m sphinx_seminar.load.write_schema`` after a change to the definitions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .course_schema import CourseEntry

_NOTHING = {"type": "null"}

SCHEMA = Path(__file__).with_name("course.schema.json")


def schema_text() -> str:
    """The schema as JSON; it takes numbers and booleans as editors see them in YAML."""
    schema = CourseEntry.model_json_schema()
    for definition in (schema, *schema["$defs"].values()):
        _tidy(definition)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, indent=2) + "\n"


def _tidy(definition: dict[str, Any]) -> None:
    """Leave out what pydantic adds for programs, and let a key stand with nothing behind it."""
    definition.pop("title", None)
    for key, value in definition["properties"].items():
        value.pop("title", None)
        value.pop("default", None)
        if key not in definition.get("required", ()) and _NOTHING not in value["anyOf"]:
            value["anyOf"].append(_NOTHING)


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
