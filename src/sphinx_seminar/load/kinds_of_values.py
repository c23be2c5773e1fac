"""A kind of values in a course file: how one is checked, and what an editor is told of it.

YAML's scalars come in as texts. The JSON Schema is for editors, which see them as numbers,
booleans and texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic_core import CoreSchema, core_schema

from ..model.nearest import did_you_mean
from ..model.problem import Kind
from .fault import Fault, quoted
from .refusal import described, refusal

T = TypeVar("T")
Word = TypeVar("Word", bound=str)
T_co = TypeVar("T_co", covariant=True)

JsonSchema = dict[str, Any]

# Longer is a mistake; and regular expressions may take a time that grows with its square.
_MAX_NOTATION = 200


@dataclass(frozen=True, slots=True)
class ValueKind(Generic[T_co]):
    """What may be behind a key; its type parameter is what the value is once it is read."""

    check: CoreSchema
    """What pydantic-core does with the value."""
    for_editors: JsonSchema


def reads(
    read: Callable[[str], T],
    wanted: str,
    problem_kind: Kind,
    for_editors: JsonSchema,
    longest: int = _MAX_NOTATION,
) -> ValueKind[T]:
    """A text that *read* understands; the message of its `ValueError` is the problem's."""

    def check(value: object) -> T:
        if not isinstance(value, str) or not value.strip():
            raise refusal(Fault((), f"{described(value)}; write {wanted}", problem_kind))
        if len(value) > longest:
            text = f"{quoted(value)} is longer than {longest} characters; write {wanted}"
            raise refusal(Fault((), text, problem_kind))
        try:
            return read(value)
        except ValueError as error:
            raise refusal(Fault((), str(error), problem_kind)) from None

    return ValueKind(core_schema.no_info_plain_validator_function(check), for_editors)


def one_of(known: Sequence[Word], wanted: str, problem_kind: Kind) -> ValueKind[Word]:
    """One of a few words, letter case aside."""

    def read(text: str) -> Word:
        written = "-".join(text.casefold().replace("_", " ").split())
        for word in known:
            if word == written:
                return word
        raise ValueError(f"{quoted(text)} is not known here; {did_you_mean(text, known)}")

    return reads(read, wanted, problem_kind, {"enum": list(known)})


def fitting(kind: ValueKind[T], faults_of: Callable[[T], Iterable[Fault]]) -> ValueKind[T]:
    """A value in which *faults_of* finds nothing."""

    def check(value: T) -> T:
        if faults := tuple(faults_of(value)):
            raise refusal(*faults)
        return value

    schema = core_schema.no_info_after_validator_function(check, kind.check)
    return ValueKind(schema, kind.for_editors)


def rewritten(kind: ValueKind[T], rewrite: Callable[[object], object]) -> ValueKind[T]:
    """A value that *rewrite* brings into the form that *kind* has."""
    schema = core_schema.no_info_before_validator_function(rewrite, kind.check)
    return ValueKind(schema, kind.for_editors)


def or_text(kind: ValueKind[T], key: str) -> ValueKind[T]:
    """Keys and values, or a bare text for the value of *key*."""

    def named(value: object) -> object:
        return {key: value} if isinstance(value, str) and value.strip() else value

    for_editors = {"anyOf": [{"type": "string"}, kind.for_editors]}
    return ValueKind(rewritten(kind, named).check, for_editors)


def or_nothing(kind: ValueKind[T]) -> ValueKind[T]:
    """Keys and values, or nothing for none of them."""

    def filled(value: object) -> object:
        is_nothing = value is None or (isinstance(value, str) and not value.strip())
        return {} if is_nothing else value

    for_editors = {"anyOf": [kind.for_editors, {"type": "null"}]}
    return ValueKind(rewritten(kind, filled).check, for_editors)


def one_or_many(kind: ValueKind[T], separator: str | None = None) -> ValueKind[tuple[T, ...]]:
    """A list, a single value for a list of one, or a text for its parts between separators."""

    def listed(value: object) -> object:
        if isinstance(value, list):
            return value
        if separator and isinstance(value, str):
            return [part for part in value.split(separator) if part.strip()]
        return [value]

    one = {"type": "string"} if separator else kind.for_editors
    many: ValueKind[tuple[T, ...]] = ValueKind(
        core_schema.tuple_schema([kind.check], variadic_item_index=0),
        {"anyOf": [one, {"items": kind.for_editors, "type": "array"}]},
    )
    return rewritten(many, listed)


def labeled(label: ValueKind[str], kind: ValueKind[T]) -> ValueKind[dict[str, T]]:
    """Labels that the author chooses, with a value behind each."""
    return ValueKind(
        core_schema.dict_schema(label.check, kind.check),
        {"additionalProperties": kind.for_editors, "type": "object"},
    )
