"""Each option of a directive with input of each wrong sort, a page for each.

``:course:`` of a view is here by the line of the view in the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup

from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.pages.directives.base import SeminarDirective
from sphinx_seminar.views.registry import VIEWS

from ..conftest import words
from ..samples import COURSE, HEADS, MARKUPS
from .site_of_cases import SiteOfCases, build_cases

SITE = """# Site

:::::{schedule}
::::{session} One
:slides: https://slides.example/one
:::{deadline} Base
:when: class
:::
:::{presenters}
Author: Noor Haddad
:::
::::
:::::

::::{announcements}
:::{announcement} Welcome
:date: 2022-01-20
:::
::::

:::{toctree}
:glob:

*-*
:::
"""
GRADING = "grading:\n  schemes:\n    1 credit: {Talk: 100}\n    3 credits: {Report: 100}\n"
NOW = "1645128000"  # Feb 17, 2022
TITLED = {"deadline": "Paper", "announcement": "News"}
EMPTY = "is empty; write a value behind it, or take it out"
NO_WHEN = "deadline 'Paper' has no ':when:'; write one"
NO_SESSION = "is counted from a session and it is in none"
NO_DATE = "announcement 'News' has no date and is left out; write one"


ELSEWHERE = {
    "details": "tests/directives/test_release.py",
    "presenters": "it has none",
    "readings": "tests/bad_input/test_pages.py",
    "release": "tests/directives/test_release.py",
    "schedule": "tests/bad_input/test_pages.py",
    "session": "tests/bad_input/test_pages.py",
}
"""Directives whose options need other pages than a line here makes."""


@dataclass(frozen=True)
class Option:
    """An option of a directive, and what is said of wrong input there."""

    directive: str
    name: str
    good: str
    wrong: str
    says: str
    """A part of the message about the wrong value."""
    missing: str = ""
    """The same where the option is not there; empty where it need not be."""
    empty: str = EMPTY
    needs: str = ""
    """What is there besides, a line an option."""


def _course(directive: str, needs: str = "") -> Option:
    says = "':course: nowhere': no course.yml is in that folder; known here: /"
    return Option(directive, "course", "/", "nowhere", says, needs=needs)


_DUE, _DAY = ":when: 2022-02-04", ":date: 2022-01-20"
OPTIONS = [
    *(_course(name) for name, view in VIEWS.items() if "course" in (view.options or ())),
    *map(_course, ("course-info", "announcements")),
    _course("deadline", _DUE),
    _course("announcement", _DAY),
    Option("grading", "scheme", "3 credits", "2 credits", "no scheme '2 credits'; did you mean"),
    Option("materials", "by", "name", "kind", "':by: kind' is no order"),
    Option("reading-list", "by", "venue", "kind", "':by: kind' is no order"),
    Option("announcements", "latest", "2", "many", "not a number of", empty="not a number of"),
    Option("courses", "in", "/", "nowhere", "no course.yml is in that folder or below it; known"),
    Option("deadline", "when", "2022-02-04", "soon", "'soon' is not under", NO_WHEN, NO_WHEN),
    Option("deadline", "link", "https://a.example", "javascript:x", "is not shown", needs=_DUE),
    Option("deadline", "session", "One", "Two", "is no session", NO_SESSION, needs=":when: class"),
    Option("deadline", "id", "abc", "a b", "cannot be an id; 'a-b' is used", needs=_DUE),
    Option("announcement", "date", "2022-01-20", "1/2/22", "is not a date", NO_DATE, NO_DATE),
    Option("announcement", "id", "abc", "a b", "cannot be an id; 'a-b' is used", needs=_DAY),
    Option("deadline", "kind", "Homework", "", "is empty", needs=_DUE),  # any text is a kind
    Option("deadline", "out", "2022-01-31", "soon", "':out:' 'soon' is not under", needs=_DUE),
    Option(
        *("deadline", "release", "2022-01-31", "soon", "':release:' 'soon' is not under"),
        empty="':release:' is empty; write",
        needs=_DUE,
    ),
    Option(
        *("deadline", "silent", "no", "perhaps", "':silent: perhaps'"),
        empty="",
        needs=f"{_DUE}\n:release: 2022-01-31",
    ),
    Option("deadline", "on-break", "yes", "perhaps", "':on-break: perhaps'", empty="", needs=_DUE),
    Option(
        *("deadline", "after-term", "yes", "perhaps", "':after-term: perhaps'"),
        empty="",
        needs=_DUE,
    ),
]


@dataclass(frozen=True)
class Case:
    """A page with a directive of which one option is wrong."""

    name: str
    markup: str
    directive: str
    options: tuple[str, ...]
    says: str

    @property
    def text(self) -> str:
        title = TITLED.get(self.directive, "")
        if self.markup == "md":
            body = "\n".join([f":::{{{self.directive}}} {title}", *self.options, ":::"])
        else:
            body = "\n   ".join([f".. {self.directive}:: {title}", *self.options])
        return f"{HEADS[self.markup]}{body}\n\nThe end.\n"


def _cases_of(option: Option, markup: str) -> Iterator[Case]:
    def case(sort: str, says: str, *options: str) -> Case:
        name = f"{option.directive}-{option.name}-{sort}-{markup}"
        needs = option.needs.splitlines()
        return Case(name, markup, option.directive, (*needs, *options), says)

    name, good = option.name, f":{option.name}: {option.good}"
    yield case("right", "", good)
    yield case("missing", option.missing)
    yield case("wrong", option.says, f":{name}: {option.wrong}".rstrip())
    yield case("empty", option.empty, f":{name}:")
    wrong = name + name[-1]
    yield case(
        "misspelt",
        f"has no option ':{wrong}:'; did you mean '{name}'?",
        good.replace(name, wrong, 1),
    )
    # docutils has its own words for this one, and leaves the directive out.
    twice = f"':{name}:' is there twice" if markup == "md" else 'Error in "'
    yield case("repeated", twice, good, good)


CASES = {
    case.name: case
    for markup in MARKUPS
    for option in OPTIONS
    for case in _cases_of(option, markup)
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteOfCases:
    files = {"course.yml": COURSE + GRADING, "index.md": SITE}
    files |= {f"{case.name}.{case.markup}": case.text for case in CASES.values()}
    return build_cases(tmp_path_factory.mktemp("options") / "source", files, NOW)


@pytest.fixture(scope="module")
def warnings(built: SiteOfCases) -> dict[str, list[str]]:
    """By the name of the page; what docutils says goes on in lines of its own, left out here."""
    return built.warnings(r"([\w-]+)\.(?:md|rst):")


def test_every_option_of_the_directives_is_tried() -> None:
    """Where this fails: give the option a line above."""
    tried = {(option.directive, option.name) for option in OPTIONS}
    known = {
        (name, option)
        for name, directive in SeminarDomain.directives.items()
        if issubclass(directive, SeminarDirective) and name not in ELSEWHERE
        for option in directive.known_options
    }
    assert tried == known


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_option_is_told_with_its_line_and_the_page_is_built(
    name: str, built: SiteOfCases, warnings: dict[str, list[str]]
) -> None:
    case = CASES[name]
    page = (built.outdir / f"{name}.html").read_text(encoding="utf-8")
    assert "The end." in words(BeautifulSoup(page, "lxml"))
    # The pages of the cases share an id or two, which is reported as well.
    own = [line for line in warnings[name] if "is there already, at " not in line]
    if not case.says:
        assert own == []
        return
    assert sum(case.says in line for line in own) == 1, own
    first = 1 + HEADS[case.markup].count("\n")
    lines = "|".join(str(first + number) for number in range(len(case.options) + 1))
    place = re.compile(rf"{name}\.{case.markup}:({lines}): (WARNING|ERROR): ")
    assert all(place.match(line) for line in own), own
    # What is misspelt is missing as well, and so is a session without a name.
    assert len(own) == 1 or "misspelt" in name or "session-empty" in name
