"""What is said of ``sections`` in course.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_seminar.load.course_file import load_course

TERM = "timezone: America/New_York\nstart: 2030-09-02\nend: 2030-09-27\n"
A = "  - {name: Group A, meetings: {days: Mon, time: 10:00-11:00, kind: Lab}, where: Attic}\n"
B = "  - {name: Group B, meetings: [{days: Tue, kind: Lab}, {days: Wed, kind: lab}]}\n"


def told(sections: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "course.yml"
    path.write_text(TERM + sections, encoding="utf-8")
    loaded = load_course(path, "course.yml")
    assert loaded.course.dates_known is not bool(loaded.problems)
    return [f"{problem.source.line}: {problem.message}" for problem in loaded.problems]


def test_the_meetings_of_sections_are_those_of_the_course(tmp_path: Path) -> None:
    assert told(f"sections:\n{A}{B}", tmp_path) == []
    course = load_course(tmp_path / "course.yml", "course.yml").course
    assert course.sections == ("Group A", "Group B")
    assert [(each.section, each.days, each.where) for each in course.patterns] == [
        ("Group A", (0,), "Attic"),
        ("Group B", (1,), None),
        ("Group B", (2,), None),
    ]


@pytest.mark.parametrize(
    ("sections", "wanted"),
    [
        (
            f"meetings: {{days: Mon}}\nsections:\n{A}",
            "4: meetings: meetings and sections are both given; write the meetings",
        ),
        (
            f"sections:\n{A}{B.replace('Group B', 'group a')}",
            "6: sections[1]: 'group a' is there twice; give each section a name of its own",
        ),
        (
            f"sections:\n{A}{B.replace('lab', 'Talk').replace('Lab', 'Talk')}",
            "6: sections[1]: the section has no meetings of the kind 'Lab', as the first one has;",
        ),
        (
            f"sections:\n{A}{B.replace('lab', 'Talk')}",
            "6: sections[1]: the section has meetings of the kind 'Talk', and the first one has",
        ),
        (
            f"sections:\n{A}{B.replace('kind: lab', 'kind: Lab, from: 2031-01-01')}",
            "6: sections[1].meetings[1].from: 2031-01-01 is outside the term",
        ),
        (
            "sections:\n" + "".join(A.replace("Group A", f"Group {n}") for n in range(21)),
            "4: sections: 21 sections are more than 20; write fewer",
        ),
    ],
)
def test_what_does_not_go_together_is_one_line(sections: str, wanted: str, tmp_path: Path) -> None:
    [line] = told(sections, tmp_path)
    assert line.startswith(wanted)
