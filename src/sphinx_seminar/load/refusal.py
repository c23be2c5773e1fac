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
    """What is there in place of something else."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "this is empty"
    if isinstance(value, dict):
        return "this has keys and values"
    return "this is a list" if isinstance(value, list) else f"this is {quoted(str(value))}"


def repeated(names: Sequence[str], instead: str, kind: Kind) -> list[Fault]:
    """The names that are there before, letter case aside."""
    seen: set[str] = set()
    faults = []
    for number, name in enumerate(names):
        if compared(name) in seen:
            faults.append(Fault((number,), f"{quoted(name)} is there twice; {instead}", kind))
        seen.add(compared(name))
    return faults
