"""``grading``: labels that its author chooses, with weights or what they are made of.

A definition of keys cannot tell a part from a key, so this value is read by hand.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..model.grading import (
    Band,
    Grading,
    Part,
    PointsRule,
    Scheme,
    Unit,
    Weight,
    band_faults,
    parse_band,
    parse_rules,
    parse_weight,
    sum_fault,
)
from .fault import Fault, KeyPath, quoted
from .refusal import described, refusal

EXAMPLE = "parts and weights, such as {Projects: 60, Reviews: 40}"

TOP_KEYS = ("total", "parts", "schemes", "bands")
SCHEME_KEYS = ("total", "parts")
PART_KEYS = ("weight", "parts", "note", "points")
_NO_WEIGHT = "write a weight, such as 20"
_DEPTH = 6
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class GradingEntry:
    """How a course is graded, and what does not go together in it."""

    grading: Grading
    faults: tuple[Fault, ...]


def read_grading(value: object) -> GradingEntry:
    """The grading that *value* states.

    Raises the error of `refusal` where a value in it is wrong by itself.
    """
    reader = _Reader()
    entry = reader.read(value)
    if reader.refused:
        raise refusal(*reader.refused)
    return entry


class _Reader:
    """Reads a grading; what is wrong is collected on the way."""

    def __init__(self) -> None:
        self.refused: list[Fault] = []
        self.sums: list[Fault] = []
        self.units: set[Unit] = set()
        self.missed = 0

    def read(self, value: object) -> GradingEntry:
        if not isinstance(value, dict | list):
            self._refuse(f"{described(value)}; write {EXAMPLE}", ())
            return GradingEntry(Grading(), ())
        schemes = [self._scheme(None, value, (), TOP_KEYS)]
        bands: tuple[Band, ...] = ()
        if isinstance(value, dict):
            if _has_value(value, "schemes"):
                if schemes[0].parts:
                    text = "schemes and parts are both given; write all parts into the schemes"
                    self._refuse(text, ("schemes",))
                elif _has_value(value, "total"):
                    text = "each scheme has a total of its own; write it there, beside its parts"
                    self._refuse(text, ("total",))
                schemes = self._schemes(value["schemes"])
            if _has_value(value, "bands"):
                bands = self._bands(value["bands"])
            if (
                bands
                and _has_value(value, "total")
                and not _has_value(value, "schemes")
                and not schemes[0].parts
            ):
                text = "a total is given without parts; write them, or take it out"
                self._miss(text, ("total",))
        schemes = [scheme for scheme in schemes if scheme.parts]
        if not schemes and not bands and not self.refused and not self.missed:
            self._miss(f"no part is given; write {EXAMPLE}", ())
        unit: Unit = "points" if self.units == {"points"} else "%"
        return GradingEntry(Grading(tuple(schemes), bands, unit), tuple(self.sums))

    def _refuse(self, text: str, at: KeyPath) -> None:
        self.refused.append(Fault(at, text, "grading"))

    def _miss(self, text: str, at: KeyPath) -> None:
        """What is not there: it may be that it is there and is wrong, and that is reported."""
        self.missed += 1
        self.sums.append(Fault(at, text, "grading"))

    def _schemes(self, value: object) -> list[Scheme]:
        at: KeyPath = ("schemes",)
        if not isinstance(value, dict):
            text = f"{described(value)}; write names and their parts, such as {{1 credit: {{…}}}}"
            self._refuse(text, at)
            return []
        schemes = []
        for name, content in value.items():
            if not isinstance(content, dict | list):
                self._refuse(f"{described(content)}; write {EXAMPLE}", (*at, name))
            else:
                before = self.missed
                schemes.append(self._scheme(name, content, (*at, name), SCHEME_KEYS))
                if not schemes[-1].parts and not self.refused and self.missed == before:
                    self._miss(f"no part is given; write {EXAMPLE}", (*at, name))
        return schemes

    def _scheme(self, name: str | None, value: Any, at: KeyPath, keys: tuple[str, ...]) -> Scheme:
        total = Decimal(100)
        stated = isinstance(value, dict) and _has_value(value, "total")
        if stated and (weight := self._weight(value["total"], (*at, "total"), "a total")):
            total = weight.number
        before = self.missed
        parts = self._parts(value, at, keys, 0)
        fault = sum_fault(parts, total) if parts else None
        if fault and self.missed == before:
            instead = "correct them, or the total" if stated else "correct them, or state a total"
            path = (*at, "total") if stated else at
            self.sums.append(Fault(path, f"{fault}; {instead}", "grading"))
        return Scheme(name, parts, total)

    def _parts(
        self, value: Any, at: KeyPath, keys: tuple[str, ...], depth: int
    ) -> tuple[Part, ...]:
        parts: list[Part] = []
        seen: set[str] = set()
        for label, content, path in self._labeled(value, at, keys):
            if label.casefold() in seen:
                self._refuse(f"{quoted(label)} is there twice; name each part once", path)
            elif part := self._part(label, content, path, depth + 1):
                seen.add(label.casefold())
                parts.append(part)
        return tuple(parts)

    def _labeled(
        self, value: Any, at: KeyPath, keys: tuple[str, ...]
    ) -> Iterator[tuple[str, Any, KeyPath]]:
        """Labels and what is behind them: in a mapping, in its ``parts``, in a list of such."""
        if isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from self._labeled(item, (*at, number), ())
                else:
                    text = f"{described(item)}; write a label and a weight, such as Projects: 60"
                    self._refuse(text, (*at, number))
            return
        for key, content in value.items():
            label = " ".join(key.split())
            if key in keys:
                if key != "parts" or content is None or content == "":
                    continue
                if isinstance(content, dict | list):
                    yield from self._labeled(content, (*at, "parts"), ())
                else:
                    self._refuse(f"{described(content)}; write {EXAMPLE}", (*at, "parts"))
                continue
            meant = difflib.get_close_matches(key[:_LONGEST], keys, n=1, cutoff=0.75)
            if meant and key.islower():
                text = f"{quoted(key)} is not a key here; did you mean {meant[0]!r}?"
                self.refused.append(Fault((*at, key), text, "grading", about_key=True))
            elif not label:
                self._refuse("this is empty; write a label", (*at, key))
            else:
                yield label, content, (*at, key)

    def _part(self, label: str, value: Any, at: KeyPath, depth: int) -> Part | None:
        if depth > _DEPTH:
            self._refuse(f"parts are nested deeper than {_DEPTH}; write fewer levels", at)
            return None
        if not isinstance(value, dict | list):
            weight = self._weight(value, at, "a weight")
            return Part(label, weight.number, weight.extra) if weight else None
        before = len(self.refused)
        stated = None
        note: str | None = None
        points: tuple[PointsRule, ...] = ()
        if isinstance(value, dict):
            if _has_value(value, "weight"):
                stated = self._weight(value["weight"], (*at, "weight"), "a weight")
            note = self._note(value.get("note"), (*at, "note"))
            points = self._points(value.get("points"), (*at, "points"))
            value = self._without_torn(value, at)
        parts = self._parts(value, at, PART_KEYS, depth)
        if stated is None and not parts:
            if len(self.refused) == before:
                self._miss(f"no weight is given; {_NO_WEIGHT}", at)
            return None
        if stated and parts and (fault := sum_fault(parts, stated.number)):
            text = f"{fault}, the weight of {quoted(label)}; correct one of them"
            self.sums.append(Fault(at, text, "grading"))
        own = sum((part.weight for part in parts if not part.extra), Decimal(0))
        number, extra = (stated.number, stated.extra) if stated else (own, False)
        return Part(label, number, extra, parts, note, points)

    def _without_torn(self, value: dict[str, Any], at: KeyPath) -> dict[str, Any]:
        """The keys of a part but for what a comma in braces tore off a text without quotes."""
        if not isinstance(value.get("note", value.get("points")), str):
            return value
        torn = [key for key, content in value.items() if content is None and " " in key.strip()]
        for key in torn:
            text = "this is empty; write a weight, such as 20, or put the text before this "
            self._refuse(f"{text}and its comma in quotes", (*at, key))
        return {key: content for key, content in value.items() if key not in torn}

    def _weight(self, value: object, at: KeyPath, wanted: str) -> Weight | None:
        if not isinstance(value, str) or not value.strip():
            self._refuse(f"{described(value)}; write {wanted}, such as 20", at)
            return None
        try:
            weight = parse_weight(value[:_LONGEST])
        except ValueError as error:
            self._refuse(str(error), at)
            return None
        if weight.unit:
            self.units.add(weight.unit)
        return weight

    def _note(self, value: object, at: KeyPath) -> str | None:
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self._refuse(f"{described(value)}; write a text", at)
            return None
        return " ".join(value.split())

    def _points(self, value: Any, at: KeyPath) -> tuple[PointsRule, ...]:
        if value is None or value == "":
            return ()
        if isinstance(value, dict):
            rules: list[PointsRule] = []
            for what, number in value.items():
                if weight := self._weight(number, (*at, what), "points"):
                    # The first are for having come; each further one is on top of it.
                    more = weight.extra or bool(rules)
                    rules.append(PointsRule(weight.number, " ".join(what.split()), more))
            return tuple(rules)
        texts = value if isinstance(value, list) else [value]
        read: Callable[[str], tuple[PointsRule, ...]] = parse_rules
        found: list[PointsRule] = []
        for number, text in enumerate(texts):
            path = (*at, number) if isinstance(value, list) else at
            if not isinstance(text, str) or not text.strip():
                self._refuse(f"{described(text)}; write such as 4 for attending", path)
                continue
            try:
                found += read(text[:_LONGEST])
            except ValueError as error:
                self._refuse(str(error), path)
        return tuple(found)

    def _bands(self, value: object) -> tuple[Band, ...]:
        at: KeyPath = ("bands",)
        if not isinstance(value, dict):
            text = f"{described(value)}; write letters and results, such as {{A: 90, B: 80}}"
            self._refuse(text, at)
            return ()
        bands: list[Band] = []
        letters: list[str] = []
        for letter, text in value.items():
            if not isinstance(text, str) or not text.strip():
                self._refuse(f"{described(text)}; write a result, such as 90", (*at, letter))
                continue
            try:
                bands.append(parse_band(letter, text[:_LONGEST]))
                letters.append(letter)
            except ValueError as error:
                self._refuse(str(error), (*at, letter))
        for number, fault in band_faults(bands):
            path = (*at, letters[number])
            self.sums.append(Fault(path, f"{fault}; correct one of the two", "grading"))
        return tuple(bands)


def _has_value(value: dict[str, Any], key: str) -> bool:
    return value.get(key) not in (None, "")
