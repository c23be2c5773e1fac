"""The sites that are spoiled: each live sample of the docs, and a small seminar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DIRECTIVES = Path(__file__).parents[2] / "docs" / "directives"
PAGE = "here/index.md"

SEMINAR = {
    "here/course.yml": """title: Reading Machines
code: CS 101
term: Fall 2022
timezone: America/New_York
start: 2022-09-12
end: 2022-10-10
meetings:
  - {days: Mon, time: 14:00-15:30, where: Soda 405}
breaks:
  - date: 2022-09-26
    title: Reading day
staff:
  - name: Ada Brook
    role: Instructor
    url: https://people.example/ada
links:
  Review system: https://reviews.example/
presenting:
  roles:
    - Author
    - name: Reviewer
      people: 1-2
    - Backup/Scribe
  signups: signups.csv
  students: students.csv
  each_student:
    at_most: 3
grading:
  Talk: 60
  Report: 40
""",
    "here/signups.csv": (
        "Date,Session,Author,Reviewer,Backup/Scribe\n"
        "2022-09-12,Consensus,Noor Haddad,Wei Lindqvist,Yuki Sato\n"
        '2022-09-19,Storage,Wei Lindqvist,"Yuki Sato; Noor Haddad",TBA\n'
        "2022-10-03,Caches,s103,Noor Haddad,Wei Lindqvist\n"
    ),
    "here/students.csv": "id,name\ns101,Noor Haddad\ns102,Wei Lindqvist\ns103,Yuki Sato\n",
    PAGE: """# Reading Machines

:::{course-info}
:::

:::::{schedule}
::::{session} Storage
```{readings}
:optional:
- [GFS [SOSP'03]](https://example.org/gfs.pdf)
```
:::{deadline} Review
:when: day before class 20:00
:::
:::{presenters}
:::
::::
::::{session} Caches
:kind: Lecture
:link: [Join the call](https://example.org/call)

:::{presenters}
:::
:::{details} More
We begin with {session}`Consensus`.
:::
::::
:::::

## News

::::{announcements}
:::{announcement} Welcome
:date: 2022-09-01

Read [the first paper](https://example.org/raft.pdf).
:::
::::

## Deadlines

:::{deadline} Report
:when: 2022-10-10 17:00
:::

:::{deadlines}
:::

```{toctree}
consensus
```
""",
    "here/consensus.md": """# Consensus

:::{session}
:date: 2022-09-12
:speaker: Ada Brook
:::

How do machines agree?

:::{readings}
1. [Raft [ATC'14]](https://example.org/raft.pdf)
2. [Paxos](https://example.org/paxos.pdf) [[slides](https://example.org/paxos-slides.pdf)]
:::

:::{presenters}
:::
""",
}

# These samples show what another one of their directive says, or share its sheet.
_WHOLE = {
    "all": "materials",
    "by-name": "materials",
    "compact": "schedule",
    "latest": "announcements",
    "lines": "sheet",
    "table": "sheet",
}


@dataclass(frozen=True)
class Sound:
    """A site without a fault."""

    name: str
    files: Mapping[str, str | bytes]
    spoiled: tuple[str, ...]
    """The files to spoil."""


def sites() -> list[Sound]:
    """Every site that is spoiled."""
    return [Sound("seminar", SEMINAR, tuple(SEMINAR)), *_samples()]


def _samples() -> list[Sound]:
    found = []
    for folder in sorted(path.parent for path in DIRECTIVES.glob("*/samples")):
        own = {
            f"here/{path.name}": path.read_bytes()
            for path in folder.iterdir()
            if path.suffix in {".yml", ".csv", ".png", ".py", ".bib"}
        }
        texts = {name: text.decode() for name, text in own.items() if not name.endswith(".png")}
        # These have keys of their own; the others' are much the same as the seminar's.
        spoiled = list(texts) if folder.name in {"grading", "roles", "signups", "timetable"} else []
        for path in sorted((folder / "samples").glob("*.md")):
            body = path.read_text(encoding="utf-8")
            name = folder.name if path.stem == folder.name else f"{folder.name}-{path.stem}"
            files = {**own, **texts, **_beside(body), PAGE: f"# Page\n\n{body}"}
            if path.stem in _WHOLE:
                files["here/whole.md"] = _page(folder.name, _WHOLE[path.stem])
            found.append(Sound(name, files, (PAGE, *spoiled)))
            spoiled = []  # once is enough
    return found


def _page(name: str, sample: str) -> str:
    path = DIRECTIVES / name / "samples" / f"{sample}.md"
    return f"# Whole\n\n{path.read_text(encoding='utf-8')}"


def _beside(body: str) -> dict[str, str]:
    """The courses that a sample names, beside it."""
    found = {}
    for name in ("deadline", "signups"):
        if f"../{name}" in body:
            found[f"{name}/index.md"] = _page(name, name)
            for path in (DIRECTIVES / name).glob("*.[yc]*"):
                found[f"{name}/{path.name}"] = path.read_text(encoding="utf-8")
    if "{reading-list}" in body:
        found["here/whole.md"] = _page("readings", "readings")
    if "/examples" in body:
        found["../examples/course.yml"] = "title: Example\nterm: Fall 2022\n"
        found["../examples/index.md"] = "# Example\n"
    return found
