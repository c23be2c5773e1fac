"""A page of a course with all that a schedule knows, in the same three forms.

Units, three kinds, materials, readings, presenters, exams that stay, numbered homework with a row
of its own, and readings that were withheld for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from .course import BenchSession, sessions
from .forms import EXTENSIONS, Form, list_of

_START = date(2022, 1, 3)
_MATERIALS = ("Slides", "Recording", "Notes", "Code")
_UNITS = ("Foundations", "Storage", "Learning", "Serving")
_DAYS = (("Lecture", 0, "10:00–10:50"), ("Lecture", 2, "10:00–10:50"), ("Lab", 4, "14:00–15:50"))
_PER_WEEK = len(_DAYS)
_EXAM = ("Exam", 3, "18:00–20:00")
_COURSE = f"""title: Bench
timezone: America/Los_Angeles
start: {_START}
end: {{end}}
meetings:
  - {{{{days: Mon Wed, time: 10:00-10:50, where: Soda 405, kind: Lecture}}}}
  - {{{{days: Fri, time: 14:00-15:50, where: Lab 2, kind: Lab}}}}
kinds:
  Lecture: {{{{number: yes, color: blue}}}}
  Lab: {{{{number: yes, color: green}}}}
  Exam: {{{{color: red}}}}
  Homework: {{{{number: yes}}}}
presenting: {{{{roles: [Author, Reviewer, Archaeologist, Backup/Scribe]}}}}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session with its kind and date."""

    session: BenchSession
    kind: str
    number: int
    """Of its kind."""
    day: date
    times: str
    unit: str
    """The unit that begins with it; empty in its midst."""

    @property
    def week(self) -> int:
        """Its calendar week, from 1."""
        return (self.day - _START).days // 7 + 1

    @property
    def homework(self) -> int:
        """The number of what is due in its week; 0 where nothing is."""
        return self.number if self.kind == "Lab" else 0

    @property
    def due(self) -> date:
        """The Sunday of its week."""
        return _START + timedelta(days=7 * self.week - 1)


def entries(count: int) -> list[Entry]:
    """Three sessions a week, and an exam in the middle of the course and at its end."""
    found, numbers = [], {"Lecture": 0, "Lab": 0, "Exam": 0}
    course = sessions(count)
    begins = {-(-count * index // len(_UNITS)): unit for index, unit in enumerate(_UNITS)}
    exams = {count // 2, count - 1}
    place = 0
    for index, session in enumerate(course):
        kind, weekday, times = _EXAM if index in exams else _DAYS[place % _PER_WEEK]
        day = _START + timedelta(days=7 * (place // _PER_WEEK) + weekday)
        place += index not in exams
        numbers[kind] += 1
        unit = begins.get(index, "")
        found.append(Entry(session, kind, numbers[kind], day, times, unit))
    return found


def write_everything(folder: Path, form: Form, count: int = 40) -> None:
    """Write the sources of a site with one page of *count* sessions."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(
        f"project = 'Bench'\nextensions = {EXTENSIONS[form]!r}\n"
        "myst_enable_extensions = ['colon_fence']\nhtml_theme = 'furo'\n",
        encoding="utf-8",
    )
    course = entries(count)
    if form == "ours":
        end = max(entry.due for entry in course)
        (folder / "course.yml").write_text(_COURSE.format(end=end), encoding="utf-8")
    body = "\n".join(_DRAW[form](course))
    (folder / "index.md").write_text(f"# Schedule\n\n{body}\n", encoding="utf-8")


def _typed(course: Sequence[Entry], session: Callable[[Entry], Iterator[str]]) -> Iterator[str]:
    """Sections for units and sessions, then what is due."""
    for entry in course:
        if entry.unit:
            yield f"## {entry.unit}\n"
        yield from session(entry)
    yield "## Due\n"
    for entry in course:
        if entry.homework:
            yield f"- {_due(entry)}: Homework {entry.homework}: Sheet {entry.homework}"


def _due(entry: Entry) -> str:
    return f"{entry.due:%a, %b %d}, 23:59"


def _homework(entry: Entry) -> Iterator[str]:
    if entry.homework:
        text = f"Homework {entry.homework}: Sheet {entry.homework}"
        yield f"Due {_due(entry)} (Los Angeles time): {text}\n\nHand it in as a PDF.\n"
        yield f"{_due(entry)} · Due: {text} · {entry.session.title}\n"  # a row of the schedule


def _links(entry: Entry) -> str:
    return " · ".join(f"[{name}]({_address(entry, name)})" for name in _MATERIALS)


def _address(entry: Entry, name: str) -> str:
    return f"https://example.org/{name.casefold()}/{entry.session.number}.pdf"


def _plain(course: Sequence[Entry]) -> Iterator[str]:
    def session(entry: Entry) -> Iterator[str]:
        found = entry.session
        roles = "\n".join(f"- {role}: {name}" for role, name in found.presenters)
        yield f"### {found.title}\n"
        yield f"Week {entry.week} · {entry.day:%a, %b %d}, {entry.times}\n"
        yield f"{entry.kind} {entry.number}\n\n{_links(entry)}\n\n{list_of(found.readings)}\n"
        yield f"Additional optional reading\n\n{list_of(found.optional)}\n\nPresenters\n\n{roles}\n"
        yield from _homework(entry)

    return _typed(course, session)


def _by_hand(course: Sequence[Entry]) -> Iterator[str]:
    def session(entry: Entry) -> Iterator[str]:
        found = entry.session
        heads = "\n  - ".join(role for role, _name in found.presenters)
        names = "\n  - ".join(name for _role, name in found.presenters)
        yield f"### {found.title}\n"
        yield f"Week {entry.week} · {entry.day:%a, %b %d}, {entry.times}\n"
        yield f"{{bdg-primary-line}}`{entry.kind} {entry.number}`\n\n{_links(entry)}\n"
        yield f"{list_of(found.readings)}\n"
        yield f":::{{dropdown}} Additional optional reading\n{list_of(found.optional)}\n:::\n"
        yield f":::{{list-table}}\n:header-rows: 1\n\n* - {heads}\n* - {names}\n:::\n"
        yield from _homework(entry)

    return _typed(course, session)


def _ours(course: Sequence[Entry]) -> Iterator[str]:
    yield ":::::{schedule}"
    yield ":show: speakers materials body readings optional presenters deadlines due\n"
    for entry in course:
        found = entry.session
        if entry.unit:
            yield f"## {entry.unit}\n"
        yield f"::::{{session}} {found.title}\n:kind: {entry.kind}"
        if entry.kind == "Exam":
            yield f":date: week {entry.week} Thu\n:time: 18:00-20:00"
        yield from (f":{name.casefold()}: {_address(entry, name)}" for name in _MATERIALS)
        roles = "\n".join(f"{role}: {name}" for role, name in found.presenters)
        yield f"\n:::{{readings}}\n:release: 2022-01-03\n\n{list_of(found.readings)}\n:::\n"
        yield f":::{{readings}}\n:optional:\n\n{list_of(found.optional)}\n:::\n"
        yield f":::{{presenters}}\n{roles}\n:::\n"
        if entry.homework:
            yield f":::{{deadline}} Sheet {entry.homework}\n:kind: Homework\n:when: Sun 23:59\n"
            yield "Hand it in as a PDF.\n:::"
        yield "::::\n"
    yield ":::::\n\n## Due\n\n:::{deadlines}\n:::"


_DRAW: dict[Form, Callable[[Sequence[Entry]], Iterator[str]]] = {
    "plain": _plain,
    "by-hand": _by_hand,
    "ours": _ours,
}
