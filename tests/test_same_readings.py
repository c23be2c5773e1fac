"""Items of reading lists that are about the same reading are told from those that are not."""

from __future__ import annotations

import pytest

from sphinx_seminar.model.course import Course
from sphinx_seminar.pages.read.facts import ReadingFacts
from sphinx_seminar.pages.title_id import title_id
from sphinx_seminar.plan.courses import Courses
from sphinx_seminar.plan.objects import find_object
from sphinx_seminar.plan.planned_course import CourseFacts, PlannedCourse
from sphinx_seminar.plan.readings import CourseReadings, plan_readings

ARXIV, OTHER = "https://arxiv.org/abs/1706.03762", "https://arxiv.org/abs/1706.03763"
DOI = "https://doi.org/10.1145/1.2"


def written(title: str, address: str | None, anchor: str) -> ReadingFacts:
    return ReadingFacts(
        title=title,
        before="",
        venue=None,
        address=address,
        is_optional=False,
        anchor=anchor,
        slug=title_id(title, "reading"),
    )


def read(*items: tuple[str, str | None]) -> CourseReadings:
    """The readings of a course that has these titles and addresses on a page."""
    facts = tuple(
        written(title, address, f"reading-{number}")
        for number, (title, address) in enumerate(items)
    )
    return plan_readings(PlannedCourse("", Course()), {"page": facts})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("A title of words", "https://x.example/"), ("a title, of words", "https://y.example/")),
        (("Notes", "https://x.example/n"), ("notes", "http://www.x.example/n/#page=2")),
        (("Notes", "https://x.example/n"), ("Notes", None)),
        (("Notes", None), ("Notes", None)),
        (("Attention", ARXIV), ("Attention Is All You Need", ARXIV.replace("abs", "pdf") + "v2")),
        (("One", DOI), ("Another", "https://dl.acm.org/doi/pdf/10.1145/1.2")),
        (("Attention", ARXIV), ("Attention Is All You Need", "https://ar5iv.org/abs/1706.03762")),
        (("A title of words", DOI), ("A title of words", ARXIV)),
    ],
)
def test_the_same_reading(one: tuple[str, str], other: tuple[str, str]) -> None:
    (found,) = read(one, other)
    assert len(found.uses) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Notes", "https://x.example/1"), ("Notes", "https://x.example/2")),
        (("Chapter 1", "https://x.example/book"), ("Chapter 2", "https://x.example/book")),
        (("the course notes", "https://x.example/1"), ("the course notes", "https://x.example/2")),
        (("A title of words", ARXIV), ("A title of words", OTHER)),
    ],
)
def test_another_reading(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = read(one, other)
    assert first.id != second.id


def test_a_reading_knows_what_any_of_its_items_tells() -> None:
    (found,) = read(("A title of words", None), ("A title of words", ARXIV))
    assert (found.published.year, found.published.arxiv) == (2017, "1706.03762")


def test_an_id_that_two_pages_have_means_the_reading_of_the_page_first() -> None:
    address, anchor = "https://x.example/{}", "reading-lecture-notes"
    pages = {
        page: (written("Lecture notes", address.format(page), anchor),) for page in ("one", "two")
    }
    planned = PlannedCourse("", Course(), facts=CourseFacts(readings=pages))
    courses = Courses(planned={"": planned}, linkable=[planned])
    for page, (docname, own_id) in {
        "one": ("one", "lecture-notes"),
        "two": ("two", "lecture-notes-2"),
        "three": ("one", "lecture-notes"),
    }.items():
        found = find_object(courses, page, anchor)
        assert found
        assert (found.docname, found.name) == (docname, own_id)


def test_ids_are_unique_also_where_a_title_ends_in_a_number() -> None:
    titles = [("Notes", "https://x.example/1"), ("Notes", "https://x.example/2"), ("Notes 2", None)]
    assert [found.id for found in read(*titles)] == ["notes", "notes-2", "notes-2-2"]


def test_what_is_announced_alone_is_not_merged() -> None:
    soon = ReadingFacts(title="More", before="", venue=None, address=None, is_optional=False)
    found = plan_readings(PlannedCourse("", Course()), {"page": (soon, soon)})
    assert [reading.is_forthcoming for reading in found] == [True, True]
    assert found.called("more") == ()
