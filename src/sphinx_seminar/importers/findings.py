"""What an import tells of a source: what was left out, what was guessed, how it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a source."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(slots=True)
class Findings:
    """Lines for the author, collected while a source is read."""

    left_out: dict[tuple[str, str], list[Place]] = field(default_factory=dict)
    """By the text that is not in the result and the reason, where it is."""
    guesses: list[str] = field(default_factory=list)
    """What to look at: what was placed by a guess, with how sure it is."""
    readings: list[str] = field(default_factory=list)
    """How columns and dates were read, which is all that is left of some words."""
    languages: list[str] = field(default_factory=list)
    """The language of the headers of each table of sessions, as ``conf.py`` has it."""

    def leave_out(self, place: Place, text: str, reason: str) -> None:
        """Tell that *text* is not in the result."""
        words = " ".join(text.split())
        if words:
            self.left_out.setdefault((words, reason), []).append(place)

    def problems(self) -> Iterator[str]:
        """A line for each text that was left out."""
        for (text, reason), places in self.left_out.items():
            first, others = places[0], {*places} - {places[0]}
            lines = sorted(place.line for place in others if place.file == first.file)
            elsewhere = sorted(str(place) for place in others if place.file != first.file)
            also = [f"in lines {', '.join(map(str, lines))}"] if lines else []
            also += [f"at {', '.join(elsewhere)}"] if elsewhere else []
            told = f" (also {' and '.join(also)})" if also else ""
            yield f"{first}: {reason}: {text}{told}"
