"""The files of a new course, from the templates in ``scaffold``."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from math import ceil
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined

from .. import __version__
from ..model.course import Course
from ..model.schedule import OpenRow, build_schedule

_SCAFFOLD = files(__package__.partition(".")[0]).joinpath("scaffold")
_MINUTE = 17
_HOUR = f'"{_MINUTE} 4 * * *"'.encode()
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#&~])")


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of a new course."""

    path: str
    """Relative to the folder of the course."""
    content: bytes
    needs: str | None = None
    """What a file that is there already must have; None where it must not be there."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session of a new course."""

    title: str
    kind: str | None = None


def course_file(facts: Mapping[str, Any]) -> bytes:
    """A ``course.yml`` that states *facts*, with the other common keys in comments."""
    return _drawn("course.yml.jinja", {"imported": False, "breaks": (), **facts})


def new_sessions(course: Course) -> tuple[NewSession, ...]:
    """A session for each meeting of the term that no break covers."""
    rows = [row for row in build_schedule(course, ()).rows if isinstance(row, OpenRow)]
    return tuple(
        NewSession("Introduction" if number == 1 else f"Topic {number}", row.meeting.kind)
        for number, row in enumerate(rows, 1)
    )


def new_files(course: Course, content: bytes, language: str = "en") -> Iterator[NewFile]:
    """The files of *course*, whose ``course.yml`` has *content*, for a site in *language*."""
    presenting = course.presenting
    sessions = new_sessions(course)
    facts = {
        "title": course.title or "Course",
        "title_of_site": ", ".join(t for t in (course.title, course.term_name) if t) or "Course",
        "roles": [role.name for role in presenting.roles],
        "signups": presenting.signups,
        "sessions": sessions or (NewSession("Introduction"),),
        "has_dates": bool(sessions),
        "has_info": bool(course.patterns or course.staff or course.links),
        "version": __version__,
        "language": language,
    }
    yield NewFile("conf.py", _drawn("conf.py.jinja", facts))
    yield NewFile("course.yml", content)
    yield NewFile("index.md", _drawn("index.md.jinja", facts))
    yield NewFile("schedule.md", _drawn("schedule.md.jinja", facts))
    if facts["roles"]:
        yield NewFile("presenting.md", _drawn("presenting.md.jinja", facts))
        if presenting.signups:
            yield NewFile(presenting.signups, _drawn("signups.csv.jinja", facts))
        if presenting.students:
            yield NewFile(presenting.students, _as_is("students.csv"))
    yield NewFile(
        "requirements.txt",
        _drawn("requirements.txt.jinja", facts),
        "it must name sphinx-seminar[serve] and furo",
    )
    yield NewFile(".gitignore", _as_is("gitignore"), "it must name _build, _site and _doctrees")
    for path, name in (
        (".readthedocs.yaml", "readthedocs.yaml"),
        (".github/workflows/site.yml", "site.yml"),
        (".github/workflows/daily.yml", "daily.yml"),
    ):
        built = _as_is(name).replace(_HOUR, _after_midnight(course))
        yield NewFile(path, built, "it must build this folder")


def _after_midnight(course: Course) -> bytes:
    """The hour, in UTC, in which the day of a course has just begun, in summer time as in winter.

    Where the time zone is not known, it is one of the night in Europe.
    """
    if course.zone is None:
        return _HOUR
    year = course.term.start.year if course.term else 2000
    days = [datetime(year, month, 1, tzinfo=course.zone) for month in (1, 7)]
    offsets = [day.utcoffset() or timedelta() for day in days]
    late = -min(offsets) - timedelta(minutes=_MINUTE)
    return _HOUR.replace(b"4", str(ceil(late / timedelta(hours=1)) % 24).encode())


def _as_is(name: str) -> bytes:
    return _SCAFFOLD.joinpath(name).read_bytes()


def _drawn(name: str, facts: Mapping[str, Any]) -> bytes:
    # No file that is drawn is HTML: each value is quoted for the file that it is in.
    environment = Environment(  # noqa: S701
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters.update(_FILTERS)
    template = environment.from_string(_as_is(name).decode())
    return template.render(facts).encode()


def in_yaml(text: str) -> str:
    """*text* as a value of a flow mapping, in quotes where it needs them."""
    dumped = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=10**6)
    return dumped.strip()[1:-1]


def _in_csv(texts: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(texts)
    return line.getvalue()


_FILTERS: dict[str, Callable[..., str]] = {
    "csv": _in_csv,
    "markdown": lambda text: _MARKUP.sub(r"\\\1", text),
    "python": lambda text: json.dumps(text, ensure_ascii=False),
    "yaml": in_yaml,
}
