"""A log is to be read: of very many problems the first are reported."""

from __future__ import annotations

from sphinx_seminar.model.problem import Problem, Source, at_most

PROBLEMS = [Problem("signups", f"problem {line}", Source("sheet.csv", line)) for line in (1, 2, 3)]


def test_no_more_problems_than_the_most_are_all_told() -> None:
    assert at_most(3, PROBLEMS) == PROBLEMS


def test_of_more_the_first_are_told_and_that_one_follows() -> None:
    more = "1 more problem follows; it is shown once these are solved"
    assert at_most(2, PROBLEMS) == [*PROBLEMS[:2], Problem("signups", more, Source("sheet.csv"))]


def test_of_many_more_it_is_told_how_many_follow() -> None:
    more = "2 more problems follow; they are shown once these are solved"
    assert at_most(1, PROBLEMS) == [PROBLEMS[0], Problem("signups", more, Source("sheet.csv"))]
