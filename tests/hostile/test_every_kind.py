"""Every kind of problem: told with file and line, silenced by its name, most an error under -W."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from sphinx.cmd.build import main

from sphinx_seminar.model.problem import KINDS, NOTES

from ..conftest import CONF, Build, Folder
from ..samples import COURSE
from .site import NOW

SESSION = "# Page\n\n:::::{schedule}\n::::{session} One\n"
CLOSE = "::::\n:::::\n"


@dataclass(frozen=True)
class Raised:
    """A small site in which one thing is wrong."""

    place: str
    """File and line."""
    page: str = "# Page\n"
    course: str = COURSE
    files: Mapping[str, str | bytes] | None = None

    @property
    def site(self) -> dict[str, str | bytes]:
        return {"course.yml": self.course, "index.md": self.page, **(self.files or {})}


def _presenting(text: str) -> str:
    return COURSE.replace("  roles: [Author, Reviewer, Backup/Scribe]\n", f"  {text}\n")


_SHEET = "roles: [Author]\n  signups: signups.csv\n  students: students.csv"
_PO = "locales/de/LC_MESSAGES/sphinx_seminar.po"

RAISED: dict[str, Raised] = {
    "announcement": Raised("index.md:3", "# Page\n\n:::{announcement} News\n:::\n"),
    "bibliography": Raised(
        "index.md:6",
        f"{SESSION}:::{{readings}}\n- @lost\n:::\n{CLOSE}",
        course=f"{COURSE}bibliography: readings.bib\n",
        files={"readings.bib": "@misc{kept, title = {Kept}, url = {https://x.example}}\n"},
    ),
    "break": Raised("index.md:3", "# Page\n\n:::{deadline} Paper\n:when: 2022-02-21\n:::\n"),
    "course": Raised("course.yml:19", course=f"{COURSE}titel: x\n"),
    "date": Raised("index.md:5", f"{SESSION}:date: 1/31/2022\n{CLOSE}"),
    "deadline": Raised("index.md:5", f"{SESSION}:::{{deadline}} Review\n:::\n{CLOSE}"),
    "grading": Raised("course.yml:19", course=f"{COURSE}grading: {{Talk: 60, Essay: 30}}\n"),
    "link": Raised("index.md:6", f"{SESSION}:::{{details}}\n[x](javascript:x)\n:::\n{CLOSE}"),
    "names": Raised("course.yml:18", course=_presenting("names: nobody")),
    "open": Raised(
        "students.csv:2",
        f"{SESSION}{CLOSE}",
        course=_presenting(f"{_SHEET}\n  each_student: {{at_least: 1}}"),
        files={"signups.csv": "date,Author\n", "students.csv": "id,name\ns1,Noor Haddad\n"},
    ),
    "option": Raised("index.md:5", f"{SESSION}:dat: 2022-01-31\n{CLOSE}"),
    "presenters": Raised("index.md:6", f"{SESSION}:::{{presenters}}\nNoor Haddad\n:::\n{CLOSE}"),
    "release": Raised("index.md:3", "# Page\n\n:::{release} soon\nText.\n:::\n"),
    "roles": Raised("index.md:6", f"{SESSION}:::{{presenters}}\nAutor: Noor\n:::\n{CLOSE}"),
    "rules": Raised(
        "course.yml:19",
        course=_presenting("roles: [Author]\n  each_student: {count_backups: yes}"),
    ),
    "schedule": Raised("index.md:4", "# Page\n\n:::::{schedule}\nNo session\n:::::\n"),
    "signups": Raised("course.yml:19", course=_presenting("roles: [Author]\n  signups: no.csv")),
    "stale": Raised("index.md:5", f"{SESSION}:speaker: TBA\n{CLOSE}"),
    "words": Raised(
        f"{_PO}:4",
        files={
            _PO: 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgid "Week {number}"\nmsgstr "Woche {nummer}"\n',
            "conf.py": f'{CONF}language = "de"\n',
        },
    ),
}

TOLD = re.compile(r"(?P<place>\S+:\d+): (?P<as>WARNING|NOTE): .+ \[seminar\.(?P<kind>\w+)\]")


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


def test_every_kind_has_a_site() -> None:
    """Where this fails: give the new kind a site above."""
    assert set(RAISED) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_problem_is_told_once_whatever_else_is_silenced(kind: str, build: Build) -> None:
    others = [f"seminar.{other}" for other in KINDS if other != kind]
    [line] = build(RAISED[kind].site, confoverrides={"suppress_warnings": others}).warnings
    told = TOLD.fullmatch(line)
    assert told is not None, line
    assert told["as"] == ("NOTE" if kind in NOTES else "WARNING")
    assert (told["place"], told["kind"]) == (RAISED[kind].place, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_problem_fails_a_build_under_w_unless_it_is_silenced(kind: str, folder: Folder) -> None:
    """What is only a note, about what people have yet to do, fails none."""
    folder.write(RAISED[kind].site)
    assert sphinx_build(folder, "-W") == (0 if kind in NOTES else 1)
    assert sphinx_build(folder, "-W", "-D", f"suppress_warnings=seminar.{kind}") == 0


@pytest.mark.parametrize("pattern", ["seminar.*", "seminar"])
@pytest.mark.parametrize("kind", sorted(NOTES))
def test_a_note_can_be_silenced_as_a_warning_can(kind: str, pattern: str, build: Build) -> None:
    assert build(RAISED[kind].site).warnings
    assert build(RAISED[kind].site, confoverrides={"suppress_warnings": [pattern]}).warnings == []


@pytest.mark.parametrize("pattern", ["seminar.*", "seminar"])
def test_all_kinds_are_silenced_at_once(pattern: str, folder: Folder) -> None:
    for kind in ("course", "option", "open"):
        folder.write(RAISED[kind].site)
        assert sphinx_build(folder) == 0
        assert sphinx_build(folder, "-W", "-D", f"suppress_warnings={pattern}") == 0


def sphinx_build(folder: Folder, *options: str) -> int:
    """What ``sphinx-build`` exits with, in this process: Python starts slowly."""
    output = folder.srcdir.parent / "output"
    return main(["-q", "-E", "-b", "dummy", *options, str(folder.srcdir), str(output)])
