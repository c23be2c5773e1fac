"""What is wrong with a value of a course file, and how it gets past pydantic-core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from ..model.compared import compared
from ..model.problem import Kind
from .fault import KeyPath, quoted

REFUSED = "refused"
"""The type of the errors that our own definitions raise; their context holds what is wrong."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One of the things wrong with a value."""

    text: str
    kind: Kind = "course"
    at: KeyPath = ()
    """Where inside of the value."""
    lacks: tuple[str, ...] = ()
    """The keys that are missed: where one stands there and is wrong, that is the problem."""
    about_key: bool = False
    """Whether the last key of *at* is wrong, not its value."""


def refusal(*wrongs: Wrong) -> PydanticCustomError:
    """The error that carries *wrongs* through pydantic-core."""
    return PydanticCustomError(REFUSED, "not understood", {"wrongs": wrongs})


def described(value: object) -> str:
    """What stands where something else belongs."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return "nothing stands here"
    if isinstance(value, dict):
        return "keys and values stand here"
    return "a list stands here" if isinstance(value, list) else f"{quoted(str(value))} stands here"


def repeated(names: Sequence[str], instead: str, kind: Kind) -> list[Wrong]:
    """The names that stand there before, letter case aside."""
    seen: set[str] = set()
    wrongs = []
    for number, name in enumerate(names):
        if compared(name) in seen:
            wrongs.append(Wrong(f"{quoted(name)} stands twice; {instead}", kind, (number,)))
        seen.add(compared(name))
    return wrongs
