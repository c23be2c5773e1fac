"""Days of the term that sessions may be fixed to: of a week by its number, or of the one before."""

from __future__ import annotations

from dataclasses import dataclass

from .notation import DAYS, is_date, parse_date


# Without slots, as the session that has it.
@dataclass(frozen=True)
class FixedDay:
    """A day of the week in a week of the term: it moves with the term, and with no topic."""

    text: str
    """As its author writes it."""
    week_day: int
    """As of `datetime.date.weekday`."""
    week: int | None = None
    """The number of the week; None for that of the session before."""

    @property
    def day_name(self) -> str:
        """The short name of the day."""
        return DAYS[self.week_day]


def parse_fixed_day(text: str) -> FixedDay:
    """The day that *text* names, such as ``week 5 Fri`` or ``Fri``, as ``:when:`` of a deadline.

    Raises:
        ValueError: it is not understood; says what to write instead.
    """
    if is_date(text):
        parse_date(text)  # knows best what is wrong with a date
    from .deadline import parse_when  # its many patterns take time to compile

    try:
        when = parse_when(text)
    except ValueError:
        when = None
    if when is None or when.week_day is None:
        raise ValueError(
            f"{text!r} is not a date; write year-month-day, such as 2022-01-24, or a day of the "
            "term: week 5 Fri, or Fri for the week of the session before"
        )
    if when.clock:
        raise ValueError(f"{text!r} has a time; write the day alone, and the time as ':time:'")
    return FixedDay(" ".join(text.split()), when.week_day, when.week)
