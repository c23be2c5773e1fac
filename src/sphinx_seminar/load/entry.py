"""What every definition of keys and values in a course file shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from ..model.problem import Kind
from .course_types import Wrong, refusal
from .fault import quoted


class Entry(BaseModel):
    """Keys and values. A key with nothing behind it counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    example: ClassVar[str]
    """What to write, shown where something else stands."""

    @model_validator(mode="before")
    @classmethod
    def _without_nothing(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: inner
            for key, inner in value.items()
            if not (inner is None or (isinstance(inner, str) and not inner.strip()))
        }

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """The keys as authors write them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


def refuse_repeated(names: Sequence[str], instead: str, kind: Kind) -> None:
    """Refuse names that repeat, letter case aside."""
    seen: set[str] = set()
    repeated = []
    for number, name in enumerate(names):
        if name.casefold() in seen:
            text = f"{quoted(name)} stands twice; {instead}"
            repeated.append(Wrong(text, kind, (number,)))
        seen.add(name.casefold())
    if repeated:
        raise refusal(*repeated)
