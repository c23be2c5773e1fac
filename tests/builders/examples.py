"""The examples of the documentation as one site, and what they say: read from their sources."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"

CONF = """
project = "Examples"
author = copyright = "Ada Brook"
version = release = "1"
extensions = ["myst_parser", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence"]
html_theme = "alabaster"
latex_engine = "xelatex"
man_pages = [("index", "examples", "Examples", ["Ada Brook"], 1)]
texinfo_documents = [("index", "examples", "Examples", "Ada Brook", "Examples", "Two", "Misc")]
gettext_compact = False
show_warning_types = True
"""

INDEX = """
# Examples

:::{courses}
:::

:::{toctree}
mlsys-seminar/index
ml-and-systems/index
group/index
:::
"""

# What the two examples do not use, in a term that takes more than a page.
GROUP = """
# Reading Group

:::{staff}
Ask {person}`Ada Brook`, or see {session}`mlsys-seminar/big-data-systems`.
:::

:::{this-week}
:::

:::{timetable}
:::

::::{announcements}
:::{announcement} The room is another one
:date: 2022-01-04
We meet in **Room 14**.
:::
::::

:::::{schedule}
::::{session} A table in its body
:where: Hall 7

| Topic | Pages  |
| ----- | ------ |
| Raft  | 1 – 18 |

:::{presenters}
| Paper | Presenter | Scribe |
| ----- | --------- | ------ |
| GFS   | Lena      |        |
:::
::::
::::{session} Nothing but a title
:status: cancelled
::::
:::::

:::{staff}
:::

:::{signups}
:::
"""

GROUP_COURSE = """
title: Reading Group
timezone: Europe/Berlin
start: 2022-01-03
end: 2022-12-16
meetings:
  - {days: Mon, time: 14:00-15:30, where: Room 12}
staff:
  - {name: Ada Brook, office_hours: {days: Tue, time: 11:00-12:00, where: Room 3}}
  - {name: Noor Haddad, pronouns: she/her, office_hours: by appointment}
"""


def write_examples(folder: Path) -> Path:
    """A source folder with the two real courses, each in a folder of its own."""
    for name in ("ml-and-systems", "mlsys-seminar"):
        shutil.copytree(DOCS / "examples" / name, folder / name)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(INDEX, encoding="utf-8")
    group = folder / "group"
    group.mkdir()
    (group / "index.md").write_text(GROUP, encoding="utf-8")
    (group / "course.yml").write_text(GROUP_COURSE, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Written:
    """What an author wrote that every format has to hold."""

    titles: tuple[str, ...]
    readings: tuple[str, ...]
    presenters: tuple[str, ...]
    deadlines: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return self.titles + self.readings + self.presenters + self.deadlines


DEADLINES = (
    "Jan 31",
    "Feb 7",
    "Feb 14",
    "Feb 28",
    "Mar 14",
    "Mar 28",
    "Apr 4",
    "Apr 11",
    "Apr 18",
    "Apr 25",
)

OTHERS = (
    "Spring 2022",
    "Marston Hall room 211",
    "Presidents' Day (holiday)",
    "Spring break",
    "Thanksgiving (holiday)",
    "Detailed description",
    "The readings set the scene.",
    "Additional optional reading",
    "Pipeline parallelism",
    "Best Paper Award, DAC’21",
    "PDF (to come)",
    "More reading coming soon",
    "Weekly summaries",
    "handed in before class",
    "4 for attending a session",
    "Tue, Jan 4, 2022",
    "Nothing but a title",
    "Cancelled",
    "To be announced",
    "Mon, Dec 12",
    "Hall 7",
    "1 – 18",
    "GFS",
    "Lena",
    "open",
    "We meet in Room 14.",
    "by appointment",
    "Open slots: 1",
)


def written(folder: Path) -> Written:
    """Read the sources by their lines, knowing nothing of how they are built."""
    titles: list[str] = []
    readings: list[str] = []
    presenters: list[str] = []
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        titles += re.findall(r"^:+\{session\} (.+)$", text, re.M)
        if page.parent.name == "sessions":
            titles += re.findall(r"^# (.+)$", text, re.M)
        for body in re.findall(r"^:::\{readings\}\n(.*?)^:::$", text, re.M | re.S):
            readings += map(_venue_apart, re.findall(r"\[((?:[^][]|\[[^][]*\])+)\]\(", body))
        for body in re.findall(r"^:::\{presenters\}\n(.*?)^:::$", text, re.M | re.S):
            for names in re.findall(r"^[^|:\n]+: *(.+)$", body, re.M):
                presenters += re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", names).split(", ")
    return Written(tuple(titles), tuple(readings), tuple(dict.fromkeys(presenters)), DEADLINES)


def _venue_apart(title: str) -> str:
    """The title of a reading without the venue, which has a place of its own, and markup."""
    return re.sub(r"\s*\[[^]]*\]$", "", title).strip("_ \n")
