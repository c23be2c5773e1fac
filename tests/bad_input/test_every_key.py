"""Each key of course.yml with input of each wrong sort; a site has one course for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup

from sphinx_seminar.load import grading_entries
from sphinx_seminar.load.course_schema import ENTRIES

from ..conftest import words
from .course_keys import KEYS, Again, Key, Place, Tree, changed, lines_of, steps_of
from .site_of_cases import SiteOfCases, build_cases

PAGE = """# Course

:::{course-info}
:::
:::{staff}
:::
:::{grading}
:::
:::{timetable}
:::
:::{this-week}
:::
::::{schedule}
:::{session} One
:::
::::

The end.
"""
DURING = "1644393600"  # Feb 9, 2022
# Needed by no course, but by a directive of the page.
WANTED = {"staff": "names no staff", "grading": "has no grading"}


@dataclass(frozen=True)
class Case:
    """A course.yml with one thing wrong, and what is said of it."""

    name: str
    lines: tuple[tuple[Place, str], ...]
    says: str
    """Empty where nothing is wrong."""
    line: int = 0
    wanted: str = ""
    """What a directive says of it on the page."""


def cases() -> Iterator[Case]:
    for key in KEYS.values():
        yield from _cases_of(key)


def _cases_of(key: Key) -> Iterator[Case]:
    last = str(key.steps[-1])

    def case(sort: str, change: dict[str, Tree | None], says: str, at: Place) -> Case:
        lines = tuple(lines_of(changed(key.file, key.steps, change)))
        found = [n for n, (place, _text) in enumerate(lines, 1) if place[: len(at)] == at]
        wanted = "" if says else WANTED.get(key.place, "")
        return Case(f"{key.place}: {sort}", lines, says, found[0] if found else 0, wanted)

    missing_at = steps_of(key.missing_at)
    yield case("missing", {last: None}, key.missing, missing_at)
    empty = key.missing if key.empty is None else key.empty
    empty_at = key.empty_at if key.empty_at is not None else key.empty and key.place
    for sort, nothing in (("empty", ""), ("an empty text", "''")):
        place = missing_at if empty_at is None else steps_of(empty_at)
        yield case(sort, {last: nothing}, empty, place)
    for value, says in key.wrong.items():
        yield case(f"{value} is wrong", {last: value}, says, _told_at(key, says))
    again = Again(last)
    yield case(
        "repeated",
        {last: "...", again: "..."},
        f"'{last}' is there twice (first on line ",
        (*key.steps[:-1], again),
    )
    if not key.is_label:
        wrong = last + last[-1]
        says = f"'{wrong}' is not a key here; did you mean '{last}'?"
        yield case("misspelt", {wrong: "..."}, says, (*key.steps[:-1], wrong))


def _told_at(key: Key, says: str) -> Place:
    """A sum is reported where the total is, else at what it is the sum of."""
    if says.startswith(("sum to", "the weights sum to")):
        return (
            steps_of("grading/total") if "schemes" not in key.place else (*key.steps[:3], "total")
        )
    return () if says == "" else key.steps


CASES = {case.name: case for case in cases()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteOfCases:
    pages = "".join(f"k{number}/index\n" for number in range(len(CASES)))
    files: dict[str, str | bytes] = {"index.md": f"# Site\n\n:::{{toctree}}\n{pages}:::\n"}
    for number, case in enumerate(CASES.values()):
        own: dict[str, str | bytes] = {
            "course.yml": "".join(f"{line}\n" for _place, line in case.lines).replace(
                "cs101-spring-2022",
                f"cs101-{number}",  # no two courses have one id
            ),
            "index.md": PAGE,
            "readings.bib": "@misc{one, title={One}}\n",
            "ada.png": b"\x89PNG\r\n",
            "signups.csv": "session,Author,Presenter\none,Wei,\n",
            "students.csv": "name\nWei\n",
        }
        files |= {f"k{number}/{name}": content for name, content in own.items()}
    return build_cases(tmp_path_factory.mktemp("keys") / "source", files, DURING)


@pytest.fixture(scope="module")
def warnings(built: SiteOfCases) -> dict[str, list[str]]:
    """By the folder of the course."""
    return built.warnings(r"([^/]*)/(.*)")


def test_every_key_of_the_definitions_is_tried() -> None:
    """Where this fails: give the key a line in course_keys.py."""
    known = {
        f"{part}.{name}" if part else name
        for part, entry in ENTRIES.items()
        for name in entry.key_names()
    }
    known |= {f"grading.{name}" for name in grading_entries.TOP_KEYS}
    known |= {f"grading.schemes.{name}" for name in grading_entries.SCHEME_KEYS}
    known |= {f"grading.parts.{name}" for name in grading_entries.PART_KEYS}
    known = {name.replace(".*", "") for name in known}
    labels = {"Talk", "Project", "1 credit", "Lecture", "Slides"}
    tried = {
        ".".join(str(step) for step in key.steps if isinstance(step, str) and step not in labels)
        for key in KEYS.values()
    }
    assert known - tried == set()


@pytest.mark.parametrize("name", CASES)
def test_wrong_input_is_told_with_its_line_and_the_page_is_built(
    name: str, built: SiteOfCases, warnings: dict[str, list[str]]
) -> None:
    case = CASES[name]
    folder = f"k{list(CASES).index(name)}"
    page = (built.outdir / folder / "index.html").read_text(encoding="utf-8")
    text = words(BeautifulSoup(page, "lxml"))
    own = warnings[folder]
    assert "The end." in text
    if not case.says:
        assert [line for line in own if not (case.wanted and case.wanted in line)] == []
        assert len(own) == bool(case.wanted)
        assert "course.yml has problems" not in text
        return
    assert "course.yml has problems" in text
    assert all(line.startswith(f"course.yml:{case.line}: WARNING: ") for line in own)
    assert sum(case.says in line for line in own) == 1
    # A mapping with a wrong key lacks the right one too.
    assert len(own) == 1 or "'x' is not a key here" in case.says
