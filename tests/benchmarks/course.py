"""One deterministic course of any number of sessions."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

ROLES = ("Author", "Reviewer", "Archaeologist", "Backup/Scribe")
START = date(2022, 1, 3)
# Three a day keep 1,500 sessions in a term of less than two years, which is the longest there is.
TIMES = ("09:00–10:30", "11:00–12:30", "13:00–16:00")
_TEXT = (
    "learning systems deep training inference serving hardware compilers graphs networks memory "
    "scheduling pruning transformers debugging security benchmarks clouds parallel data models"
)
_WORDS = _TEXT.split()
_VENUES = ("NSDI'12", "OSDI'20", "ICLR'18", "SC'21", "MLSys'20", "ATC'21")
_NAMES = ("Noor Haddad", "Wei Lindqvist", "Priya Okafor", "Yuki Sato", "Lena Novak", "Mina Park")


@dataclass(frozen=True, slots=True)
class BenchReading:
    """A reading of the course."""

    title: str
    venue: str
    address: str


@dataclass(frozen=True, slots=True)
class BenchSession:
    """A session of the course: eight readings, half of them optional, and four roles."""

    number: int
    title: str
    day: date
    times: str
    readings: tuple[BenchReading, ...]
    optional: tuple[BenchReading, ...]
    presenters: tuple[tuple[str, str], ...]

    @property
    def week(self) -> int:
        """Its calendar week, from 1."""
        return (self.day - START).days // 7 + 1


def sessions(count: int) -> list[BenchSession]:
    """The first *count* sessions; the same on every machine."""
    chance = random.Random(162)
    return [_session(number, chance) for number in range(1, count + 1)]


def _session(number: int, chance: random.Random) -> BenchSession:
    days, of_day = divmod(number - 1, len(TIMES))
    week, weekday = divmod(days, 5)
    day = START + timedelta(days=7 * week + weekday)
    readings = [
        BenchReading(
            _words(chance, 7),
            chance.choice(_VENUES),
            f"https://example.org/papers/{number}/{index}.pdf",
        )
        for index in range(8)
    ]
    presenters = tuple((role, chance.choice(_NAMES)) for role in ROLES)
    title = f"{_words(chance, 4)} {number}"
    return BenchSession(
        *(number, title, day, TIMES[of_day]),
        *(tuple(readings[:4]), tuple(readings[4:]), presenters),
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()
