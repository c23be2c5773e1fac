"""The definition of ``materials``: what sessions hand out, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.compared import compared
from ..model.material import OWN_MATERIALS, RELEASE_OF, Material, option_of
from ..model.nearest import did_you_mean
from ..model.session import OPTIONS
from .course_values import TEXT, YES_NO_WORDS
from .entry import Entry, key_of_many, kind_of
from .fault import Fault, quoted
from .kinds_of_values import ValueKind, fitting, labeled, or_nothing, rewritten


def _mixed(texts: tuple[str, ...]) -> Iterator[Fault]:
    words = [text for text in texts if text.casefold() in YES_NO_WORDS]
    if words and len(texts) > 1:
        text = f"{quoted(words[0])} is among kinds; write yes, no, or kinds alone"
        yield Fault((), text)


@dataclass(frozen=True, slots=True)
class MaterialEntry(Entry):
    """Materials of sessions, such as Handout."""

    example = "{expected: yes}"

    expected: tuple[str, ...] = key_of_many(
        TEXT,
        "Whether the build notes a session without it a week later: yes, no, or the kinds of "
        "these sessions, such as Lecture.",
        separator=",",
        faults_of=_mixed,
    )


def _misnamed(materials: dict[str, MaterialEntry]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    options = {option_of(name) for name in materials}.union(each.option for each in OWN_MATERIALS)
    for name in materials:
        option = option_of(name)
        if not option:
            text = f"{quoted(name)} has no letter to make an option of; write a word"
        elif option in OPTIONS:
            text = f"{quoted(name)} would be the option ':{option}:', which every session has "
            text += "already; choose another name"
        elif option.endswith(RELEASE_OF) and option.removesuffix(RELEASE_OF) in options:
            text = f"{quoted(name)} would be the option ':{option}:', which says when "
            text += f"':{option.removesuffix(RELEASE_OF)}:' comes out; choose another name"
        elif option in seen:
            text = f"{quoted(name)} and {quoted(seen[option])} are one option ':{option}:'; "
            text += "write each once"
        else:
            seen[option] = name
            continue
        yield Fault((name,), text)


def _named(value: object) -> object:
    """A list of names, or names between commas, as names with nothing behind them."""
    if isinstance(value, str) and value.strip():
        value = [part for part in value.split(",") if part.strip()]
    if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value)
    return value


_NAMES = {"type": ["string", "number", "boolean"]}
_MAP = fitting(labeled(TEXT, or_nothing(kind_of(MaterialEntry))), _misnamed)
MATERIALS: ValueKind[dict[str, MaterialEntry]] = ValueKind(
    rewritten(_MAP, _named).check,
    {"anyOf": [_MAP.for_editors, {"items": _NAMES, "type": "array"}, _NAMES]},
)
"""Names, and what is to be said of each."""


def material_of(name: str, entry: MaterialEntry) -> Material:
    """The material of a name, as its entry states it."""
    expected = entry.expected
    if len(expected) == 1 and (word := expected[0].casefold()) in YES_NO_WORDS:
        return Material(option_of(name), name, YES_NO_WORDS[word])
    return Material(option_of(name), name, bool(expected), expected)


def unknown_kinds(
    materials: Mapping[str, MaterialEntry], known: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The names of materials that are expected of a kind that is not known, with messages."""
    names = list(known)
    folded = {compared(name) for name in names}
    for name, entry in materials.items():
        for kind in material_of(name, entry).kinds:
            if compared(kind) not in folded:
                instead = (
                    did_you_mean(kind, names) if names else "write yes, or list kinds under kinds"
                )
                yield name, f"no kind {quoted(kind)} is known here; {instead}"
