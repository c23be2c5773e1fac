"""What ``sphinx-seminar init`` asks of a new course."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..load.time_zone import read_zone
from ..model.notation import DAYS, parse_date, parse_days, parse_times

_TERM = timedelta(weeks=15)
_FRIDAY = timedelta(days=4)

Answers = dict[str, str]
"""The answers by the name of their question, each as `Question.read` gives it."""


class BadAnswer(ValueError):
    """An answer that cannot be taken, and no other one came."""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact of a course that an author is asked for."""

    name: str
    """That of the option on the command line as well."""
    text: str
    read: Callable[[str], str]
    """The answer as ``course.yml`` has it; raises `ValueError` with what to write instead."""
    propose: Callable[[Answers], str | None]
    """What is taken where nothing is answered, None where an answer is needed; it knows the answers
    before it."""


def questions(folder_name: str, day: date) -> tuple[Question, ...]:
    """What is asked for a course in the folder *folder_name*, on *day*."""
    monday = day + timedelta(days=7 - day.weekday())

    def last_day(answers: Answers) -> str:
        start = date.fromisoformat(answers["start"])
        return str(start - timedelta(days=start.weekday()) + _TERM - timedelta(weeks=1) + _FRIDAY)

    def first_weekday(answers: Answers) -> str:
        return DAYS[date.fromisoformat(answers["start"]).weekday()]

    title = " ".join(folder_name.replace("-", " ").replace("_", " ").split()).capitalize()
    return (
        Question("title", "Title", read_words, lambda _: title or "Seminar"),
        Question("start", "First day of the term", read_date, lambda _: str(monday)),
        Question("end", "Last day of the term", read_date, last_day),
        Question("days", "Days of the week, such as Tue Thu", _days, first_weekday),
        Question("time", "Time, such as 9:30-10:45", _time, lambda _: ""),
        Question("zone", "Time zone of the classroom", _zone, lambda _: machine_zone()),
        Question("roles", "Presenting roles, such as Leader, Scribe", read_words, lambda _: ""),
    )


_BESIDE = ("term", "where")
"""What is not asked for, and may be on the command line."""


def read_options(asked: tuple[Question, ...], given: Mapping[str, str]) -> Answers:
    """The answers that are on the command line. Raises `BadAnswer` with all that is wrong."""
    answers = {name: read_words(given[name]) for name in _BESIDE if name in given}
    wrong = []
    for question in asked:
        if question.name in given:
            try:
                answers[question.name] = question.read(given[question.name])
            except ValueError as error:
                wrong.append(f"--{question.name}: {error}")
    if wrong:
        raise BadAnswer("; ".join(wrong))
    return answers


def ask(asked: tuple[Question, ...], answers: Answers, *, silently: bool) -> Answers:
    """Ask for what *answers* lacks, or take what is proposed.

    A wrong answer is asked for again. Raises `BadAnswer` where none follows.
    """
    for question in asked:
        if question.name not in answers:
            proposal = question.propose(answers)
            if silently and proposal is None:
                raise BadAnswer(f"--{question.name} is needed, as none can be proposed")
            answers[question.name] = (
                proposal if silently and proposal is not None else _answer(question, proposal)
            )
    return answers


def machine_zone() -> str:
    """The time zone of this machine, or UTC where it is no city."""
    from babel.localtime import get_localzone

    try:
        zone = get_localzone()
        # Babel takes pytz's zones where that is installed.
        return read_zone(str(getattr(zone, "key", None) or getattr(zone, "zone", ""))).key
    except (ValueError, LookupError):
        return "UTC"


def _answer(question: Question, proposal: str | None) -> str:
    fault = ""
    while True:
        proposed = "" if proposal is None else f" [{proposal or 'none'}]"
        try:
            written = input(f"{question.text}{proposed}: ")
        except EOFError:
            sys.stdout.write("\n")
            if fault:
                raise BadAnswer(f"{question.text}: {fault}") from None
            if proposal is None:
                raise BadAnswer(f"--{question.name} is needed, as none can be proposed") from None
            return proposal
        if not written.strip():
            if proposal is not None:
                return proposal
            continue
        try:
            return question.read(written)
        except ValueError as error:
            fault = str(error)
            sys.stderr.write(f"{fault}\n")


def read_words(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def read_date(text: str) -> str:
    """A date as ``course.yml`` has it."""
    return str(parse_date(text))


def _days(text: str) -> str:
    return " ".join(DAYS[day] for day in parse_days(text))


def _time(text: str) -> str:
    if text.strip():
        parse_times(text)
    return read_words(text)


def _zone(text: str) -> str:
    return read_zone(text).key
