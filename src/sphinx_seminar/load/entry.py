"""Keys and values of a course file as a dataclass, a field for each key.

A field is declared by `key`, `needed_key` or `key_of_many`; `kind_of` makes of the fields what
pydantic-core checks an entry by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, field, fields
from typing import ClassVar, TypeVar

from pydantic_core import core_schema

from .fault import Fault
from .kinds_of_values import ValueKind, fitting, one_or_many, rewritten

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key:
    """One of the keys of an entry."""

    name: str
    """As authors write it."""
    attribute: str
    kind: ValueKind[object]
    description: str
    default: object
    """What there is where the key is absent; `MISSING` where it must not be."""

    @property
    def needed(self) -> bool:
        """Whether the key must be there."""
        return self.default is MISSING


def key(kind: ValueKind[T], description: str, *, name: str | None = None) -> T | None:
    """A key that may be absent; *name* is given where Python has another use for it."""
    return field(default=None, metadata=_metadata(kind, description, name))


def needed_key(kind: ValueKind[T], description: str) -> T:
    """A key that must be there."""
    needed: T = field(metadata=_metadata(kind, description))
    return needed


def key_of_many(
    kind: ValueKind[T],
    description: str,
    *,
    separator: str | None = None,
    faults_of: Callable[[tuple[T, ...]], Iterable[Fault]] | None = None,
) -> tuple[T, ...]:
    """A key with a list, one value, or a text with separators; *faults_of* looks at the whole."""
    many = one_or_many(kind, separator)
    if faults_of:
        many = fitting(many, faults_of)
    return field(default=(), metadata=_metadata(many, description))


def _metadata(
    kind: ValueKind[object], description: str, name: str | None = None
) -> dict[str, object]:
    return {"kind": kind, "description": description, "name": name}


@dataclass(frozen=True, slots=True)
class Entry:
    """Keys and values. A key with nothing behind it counts as absent."""

    example: ClassVar[str]
    """What to write, shown where something else is."""
    needs: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of keys of which one must be whole. For editors; `faults_of` says it to authors."""

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """The keys as authors write them."""
        return tuple(known.name for known in keys_of(cls))

    def faults_of(self) -> Iterable[Fault]:
        """What of the values does not go together, though each alone is right."""
        return ()


E = TypeVar("E", bound=Entry)


def keys_of(entry: type[Entry]) -> tuple[Key, ...]:
    """The keys of *entry*, in the order in which they are declared."""
    return tuple(
        Key(
            declared.metadata["name"] or declared.name,
            declared.name,
            declared.metadata["kind"],
            declared.metadata["description"],
            declared.default,
        )
        for declared in fields(entry)
    )


def kind_of(entry: type[E]) -> ValueKind[E]:
    """The kind of values that *entry* defines."""
    keys = keys_of(entry)
    name = entry.__name__
    arguments = core_schema.dataclass_args_schema(
        name, [_argument(known) for known in keys], extra_behavior="forbid"
    )
    schema = core_schema.dataclass_schema(
        entry, arguments, [known.attribute for known in keys], slots=True
    )
    kind: ValueKind[E] = ValueKind(schema, {"$ref": f"#/$defs/{name}"})
    return fitting(rewritten(kind, _without_nothing), entry.faults_of)


def _argument(known: Key) -> core_schema.DataclassField:
    schema = known.kind.check
    if not known.needed:
        schema = core_schema.with_default_schema(schema, default=known.default)
    # With an alias, pydantic-core looks for that alone: `from_` is an unknown key like any other.
    return core_schema.dataclass_field(
        known.attribute, schema, kw_only=True, validation_alias=known.name
    )


def _without_nothing(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {
        name: inner
        for name, inner in value.items()
        if not (inner is None or (isinstance(inner, str) and not inner.strip()))
    }
