"""What is wrong with a value of a course file, and how it gets past pydantic-core."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from ..model.compared import compared
from ..model.problem import Kind
from .fault import Fault, quoted

REFUSED = "refused"
"""The type of the errors that our own definitions raise; their context holds what is wrong."""


def refusal(*faults: Fault) -> PydanticCustomError:
    """The error that carries *faults* through pydantic-core."""
    return PydanticCustomError(REFUSED, "not understood", {"faults": faults})


def described(value: object) -> str:
    """What stands where something else belongs."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "nothing stands here"
    if isinstance(value, dict):
        return "keys and values stand here"
    return "a list stands here" if isinstance(value, list) else f"{quoted(str(value))} stands here"


def repeated(names: Sequence[str], instead: str, kind: Kind) -> list[Fault]:
    """The names that stand there before, letter case aside."""
    seen: set[str] = set()
    faults = []
    for number, name in enumerate(names):
        if compared(name) in seen:
            faults.append(Fault((number,), f"{quoted(name)} stands twice; {instead}", kind))
        seen.add(compared(name))
    return faults
