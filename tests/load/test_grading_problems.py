from __future__ import annotations

from decimal import Decimal

import pytest

from sphinx_seminar.model.grading import Band, Part, PointsRule, Scheme

from .conftest import Load
from .messages import messages

EXAMPLE = "write parts and weights, such as {Projects: 60, Reviews: 40}"


def n(number: float) -> Decimal:
    return Decimal(str(number))


@pytest.mark.parametrize(
    "written",
    [
        "grading: {Projects: 60, Reviews: 40}",
        "grading: {Projects: 60%, Reviews: 40 %}",
        "grading: {parts: {Projects: 60, Reviews: 40}}",
        "grading: [Projects: 60, Reviews: 40]",
        "grading:\n- {Projects: 60}\n- {Reviews: {weight: 40}}",
        "grading: {total: 100, Projects: 60, Reviews: {weight: 40, note: }}",
    ],
)
def test_parts_are_read_however_they_are_written(load: Load, written: str) -> None:
    loaded = load(written)
    assert messages(loaded) == []
    assert loaded.course.grading is not None
    assert loaded.course.grading.schemes == (
        Scheme(None, (Part("Projects", n(60)), Part("Reviews", n(40)))),
    )


def test_parts_nest_and_have_notes_and_points(load: Load) -> None:
    loaded = load(
        "grading:\n"
        "  total: 90\n"
        "  Taking part: {weight: 50, points: '4 for attending, 2 more for taking part'}\n"
        "  Project: {Talk: 10, Report: 30, note: in pairs}\n"
        "  Blog: +5\n"
    )
    assert messages(loaded) == []
    assert loaded.course.grading is not None
    (scheme,) = loaded.course.grading.schemes
    rules = (PointsRule(n(4), "attending"), PointsRule(n(2), "taking part", more=True))
    assert scheme.total == 90
    assert scheme.parts == (
        Part("Taking part", n(50), points=rules),
        Part("Project", n(40), parts=(Part("Talk", n(10)), Part("Report", n(30))), note="in pairs"),
        Part("Blog", n(5), extra=True),
    )


def test_there_may_be_several_schemes_and_points_in_place_of_percents(load: Load) -> None:
    loaded = load(
        "grading:\n  schemes:\n    1 credit: {Talk: 100}\n"
        "    3 credits: {total: 1000 points, Talk: 300 points, Report: 700 points}\n"
        "  bands: {A: 90+, B: 80, C: 70-79.9, F: below 70}\n"
    )
    assert messages(loaded) == []
    grading = loaded.course.grading
    assert grading is not None
    assert [(scheme.name, scheme.total) for scheme in grading.schemes] == [
        ("1 credit", n(100)),
        ("3 credits", n(1000)),
    ]
    assert grading.unit == "points"
    assert grading.bands == (
        Band("A", n(90)),
        Band("B", n(80)),
        Band("C", n(70), n(79.9)),
        Band("F", n(0), n(70), open_end=True),
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("grading: lots", f"2: grading: this is 'lots'; {EXAMPLE}"),
        ("grading: {}", f"2: grading: no part is given; {EXAMPLE}"),
        ("grading: []", f"2: grading: no part is given; {EXAMPLE}"),
        ("grading: [Projects]", "2: grading[0]: this is 'Projects'; write a label and a"),
        (
            "grading:\n  Projects: lots",
            "3: grading.Projects: 'lots' is not a weight; write a number, such as 20",
        ),
        ("grading:\n  Projects: -5", "3: grading.Projects: '-5' is not a weight"),
        ("grading:\n  Projects:", "3: grading.Projects: this is empty; write a weight"),
        (
            "grading:\n  Labs: {weight: 100, points: 1 for attending, 1 for a lab that runs}",
            (
                "3: grading.Labs['1 for a lab that runs']: this is empty; write a weight, "
                "such as 20, or put the text before this and its comma in quotes"
            ),
        ),
        ("grading:\n  Projects: {note: x}", "3: grading.Projects: no weight is given"),
        ("grading:\n  Projects: []", "3: grading.Projects: no weight is given"),
        (
            "grading:\n  Projects: {wieght: 100}",
            "3: grading.Projects: 'wieght' is not a key here; did you mean 'weight'?",
        ),
        (
            "grading:\n  Projects: 100\n  totl: 100",
            "4: grading: 'totl' is not a key here; did you mean 'total'?",
        ),
        (
            "grading:\n  Projects: 50\n  projects: 50",
            "4: grading.projects: 'projects' is there twice; name each part once",
        ),
        ("grading:\n  Projects: 50\n  Projects: 50", "4: grading: 'Projects' is there twice"),
        ("grading:\n  total: [x]\n  Projects: 100", "3: grading.total: this is a list"),
        (
            "grading:\n  Projects: {weight: 100, note: [x]}",
            "3: grading.Projects.note: this is a list",
        ),
        ("grading:\n  Projects: {weight: 100, points: attend}", "3: grading.Projects.points: "),
        ("grading:\n  Projects: {weight: 100, points: [~]}", "3: grading.Projects.points[0]: "),
        ("grading:\n  schemes: [x]", "3: grading.schemes: this is a list"),
        ("grading:\n  schemes: {1 credit: 3}", "3: grading.schemes['1 credit']: this is '3'"),
        (
            "grading:\n  Projects: 100\n  schemes: {1 credit: {Talk: 100}}",
            "4: grading.schemes: schemes and parts are both given",
        ),
        ("grading:\n  bands: A", "3: grading.bands: this is 'A'"),
        ("grading:\n  bands: {A: much}", "3: grading.bands.A: 'much' is not a band"),
        ("grading:\n  bands: {A: }", "3: grading.bands.A: this is empty"),
        ("grading:\n  bands: {A: 95-90}", "3: grading.bands.A: '95-90' ends below its start"),
    ],
)
def test_a_value_that_is_wrong_is_told_with_its_line(
    load: Load, written: str, message: str
) -> None:
    found = messages(load(f"title: x\n{written}\n"))
    assert len(found) == 1, found
    assert found[0].startswith(message), found


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "  Projects: 60\n  Reviews: 30",
            "1: grading: the weights sum to 90, not to 100; correct them, or state a total",
        ),
        (
            "  Projects: 60\n  Reviews: 30\n  total: 95",
            "4: grading.total: the weights sum to 90, not to 95; correct them, or the total",
        ),
        (
            "  Talk: 60\n  Project:\n    weight: 40\n    Code: 10\n    Report: 20",
            (
                "3: grading.Project: the weights sum to 30, not to 40, the weight of 'Project'; "
                "correct one of them"
            ),
        ),
        (
            "  schemes:\n    1 credit: {Talk: 100}\n    3 credits: {Talk: 70}",
            (
                "4: grading.schemes['3 credits']: the weights sum to 70, not to 100; "
                "correct them, or state a total"
            ),
        ),
        (
            "  bands:\n    A: 90-100\n    B: 80-90",
            "3: grading.bands.A: it overlaps B: both hold 90; correct one of the two",
        ),
        (
            "  bands:\n    A: 90-100\n    B: 80-87",
            "3: grading.bands.A: a hole is between 87 (B) and 90; correct one of the two",
        ),
        (
            "  bands:\n    A: 90\n    B: 90",
            "4: grading.bands.B: it overlaps A: both start at 90; correct one of the two",
        ),
        (
            "  bands:\n    A: 90\n    B: 80\n    F: below 70",
            "4: grading.bands.B: a hole is between 70 (F) and 80; correct one of the two",
        ),
    ],
)
def test_what_does_not_add_up_is_told_and_still_shown(
    load: Load, written: str, message: str
) -> None:
    loaded = load(f"grading:\n{written}\n")
    assert messages(loaded) == [message]
    assert {problem.kind for problem in loaded.problems} == {"grading"}
    assert loaded.course.grading is not None
    assert loaded.course.grading.schemes or loaded.course.grading.bands
    assert loaded.course.dates_known


def test_a_wrong_weight_is_no_wrong_sum_as_well(load: Load) -> None:
    found = messages(load("grading:\n  Projects: lots\n  Reviews: 40\n"))
    assert [text.split(";")[0] for text in found] == ["2: grading.Projects: 'lots' is not a weight"]


def test_schemes_without_a_good_one_beside_a_total_and_bands_are_told(load: Load) -> None:
    loaded = load("grading: {schemes: {A letter grade: 60}, total: 100, bands: {A: 90}}")
    assert [message.partition(": ")[2].partition(": ")[0] for message in messages(loaded)] == [
        "grading.total",
        "grading.schemes['A letter grade']",
    ]
