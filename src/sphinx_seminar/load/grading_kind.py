"""What may be behind ``grading``, and what an editor is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import core_schema

from .kinds_of_values import JsonSchema, ValueKind

if TYPE_CHECKING:
    from .grading_entries import GradingEntry


def _read(value: object) -> GradingEntry:
    from .grading_entries import read_grading  # many courses have none, and need not wait for it

    return read_grading(value)


_NUMBER: JsonSchema = {"type": ["number", "string"]}
_CONTENT: JsonSchema = {"anyOf": [_NUMBER, {"type": "object"}, {"type": "array"}]}
_WEIGHTS: JsonSchema = {"additionalProperties": _CONTENT, "type": "object"}
_GRADING: JsonSchema = {
    "additionalProperties": _CONTENT,
    "properties": {
        "total": {
            "description": "What the weights sum to, where that is not 100.",
            "examples": [1000],
            **_NUMBER,
        },
        "parts": {
            "additionalProperties": _CONTENT,
            "description": "The parts and their weights.",
            "examples": [{"Projects": 60, "Summaries": 40}],
            "type": "object",
        },
        "schemes": {
            "additionalProperties": _WEIGHTS,
            "description": "Several ways to be graded: names, and the parts of each.",
            "examples": [{"With a project": {"Project": 100}, "Without": {"Exam": 100}}],
            "type": "object",
        },
        "bands": {
            "additionalProperties": _NUMBER,
            "description": "Letters, and the lowest result or the range of each.",
            "examples": [{"A": 90, "B": 80}],
            "type": "object",
        },
    },
    "type": "object",
}

GRADING: ValueKind[GradingEntry] = ValueKind(
    core_schema.no_info_plain_validator_function(_read), _GRADING
)
