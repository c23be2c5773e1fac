"""Grading: parts with their weights, and the letters that come out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

Unit = Literal["%", "points"]

_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_WEIGHT = re.compile(
    rf"(?P<extra>\+\s*)?(?P<number>{_NUMBER})\s*(?P<unit>%|percent|points?|pts?\.?)?", re.IGNORECASE
)
_FROM = re.compile(
    rf"(?:>=?|≥|from\s)?\s*(?P<low>{_NUMBER})\s*%?\s*"
    r"(?:\+|and (?:above|up|over)|or (?:more|above))?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<low>{_NUMBER})\s*%?\s*(?:[-–—]|to)\s*(?P<high>{_NUMBER})\s*%?")
_BELOW = re.compile(rf"(?:<|below|under)\s*(?P<high>{_NUMBER})\s*%?", re.IGNORECASE)
_RULE = re.compile(
    rf"(?P<points>{_NUMBER})\s*(?P<more>(?:points?\s+)?more|extra)?\s*(?:points?\s+)?"
    r"(?:(?:for|if you)\s+)?(?P<what>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PointsRule:
    """Points for something that students do."""

    points: Decimal
    what: str
    more: bool = False
    """Whether they come on top of those before."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the grade."""

    label: str
    weight: Decimal
    extra: bool = False
    """Whether it comes on top of the total."""
    parts: tuple[Part, ...] = ()
    note: str | None = None
    points: tuple[PointsRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A letter, and the results that it stands for, both ends included."""

    letter: str
    low: Decimal
    high: Decimal | None = None
    """None where the band goes up to the next one."""
    open_end: bool = False
    """Whether it ends just below *high*."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to be graded."""

    name: str | None
    parts: tuple[Part, ...]
    total: Decimal = Decimal(100)
    shown_name: str | None = None
    """What readers see for it, in the language of the site; None for its name."""


@dataclass(frozen=True, slots=True)
class Grading:
    """How a course is graded."""

    schemes: tuple[Scheme, ...] = ()
    bands: tuple[Band, ...] = ()
    unit: Unit = "%"


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight as it is written."""

    number: Decimal
    extra: bool
    unit: Unit | None


def parse_weight(text: str) -> Weight:
    """The weight in *text*: ``60``, ``12.5%``, ``300 points``, ``+5`` for what comes on top.

    Raises `ValueError` with what to write instead; so do the other functions that parse.
    """
    match = _WEIGHT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a weight; write a number, such as 20")
    unit = match["unit"]
    shown: Unit | None = None
    if unit:
        shown = "%" if unit.casefold() in {"%", "percent"} else "points"
    return Weight(Decimal(match["number"]), bool(match["extra"]), shown)


def parse_band(letter: str, text: str) -> Band:
    """The band that *text* describes: ``90``, ``90+``, ``80-89``, ``below 60``."""
    text = text.strip()
    if match := _RANGE.fullmatch(text):
        low, high = Decimal(match["low"]), Decimal(match["high"])
        if high < low:
            raise ValueError(f"{text!r} ends below its start; write the lower number first")
        return Band(letter, low, high)
    if match := _BELOW.fullmatch(text):
        return Band(letter, Decimal(0), Decimal(match["high"]), open_end=True)
    if match := _FROM.fullmatch(text):
        return Band(letter, Decimal(match["low"]))
    raise ValueError(f"{text!r} is not a band; write the lowest result, such as 90, or 80-89")


def parse_rules(text: str) -> tuple[PointsRule, ...]:
    """The rules in a text such as ``4 for attending, 2 more for taking part``."""
    rules = []
    for piece in re.split(rf"[,;]\s*(?:and\s+)?(?={_NUMBER})", text):
        match = _RULE.fullmatch(piece.strip())
        if match is None:
            raise ValueError(f"{piece.strip()!r} has no points; write such as 4 for attending")
        rules.append(
            PointsRule(Decimal(match["points"]), match["what"].strip(), bool(match["more"]))
        )
    return tuple(rules)


def plain(number: Decimal) -> str:
    """*number* without zeros that say nothing."""
    return f"{number.normalize():f}"


def sum_fault(parts: Sequence[Part], wanted: Decimal) -> str | None:
    """What is wrong with the sum of *parts*; None where it is as *wanted*."""
    found = sum((part.weight for part in parts if not part.extra), Decimal(0))
    if found == wanted:
        return None
    return f"the weights sum to {plain(found)}, not to {plain(wanted)}"


def band_faults(bands: Sequence[Band]) -> Iterator[tuple[int, str]]:
    """Overlaps of bands and holes between them; each with the number of the band it is at."""
    order = sorted(range(len(bands)), key=lambda n: bands[n].low)
    for lower, upper in pairwise(order):
        below, above = bands[lower], bands[upper]
        if above.low == below.low:
            yield upper, f"it overlaps {below.letter}: both start at {plain(above.low)}"
        elif below.high is None or (below.open_end and below.high == above.low):
            continue
        elif below.high >= above.low:
            yield upper, f"it overlaps {below.letter}: both hold {plain(above.low)}"
        elif below.open_end or above.low - below.high > _step(below.high, above.low):
            yield (
                upper,
                f"a hole is between {plain(below.high)} ({below.letter}) and {plain(above.low)}",
            )


def _step(*numbers: Decimal) -> Decimal:
    """The step of the finest of *numbers*: 89 is next to 90, and 89.9 too."""
    return min(Decimal(1).scaleb(int(number.as_tuple().exponent)) for number in numbers)
