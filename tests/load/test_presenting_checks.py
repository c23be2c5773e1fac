"""What of ``presenting`` cannot hold, whoever signs up."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_seminar.load.course_file import load_course

from .conftest import Load
from .messages import messages

ROLES = "presenting:\n  roles: [Author, Reviewer, {name: Blogger, optional: yes}]\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            f"{ROLES}  each_student: {{at_least: 4, distinct_roles: yes}}\n",
            (
                "3: presenting.each_student.at_least: 4 slots in distinct roles are asked for, "
                "and there are 3 roles; ask for fewer slots, or add roles"
            ),
        ),
        (
            f"{ROLES}  each_student: {{at_most: 1, every_role: yes}}\n",
            (
                "3: presenting.each_student.at_most: every role is asked for, that is 2, and at "
                "most 1 are allowed; correct one of the two"
            ),
        ),
        (
            f"{ROLES}  each_student: {{count_backups: no}}\n",
            (
                "3: presenting.each_student.count_backups: no role is a backup; write "
                "'backup: yes' with the role that steps in"
            ),
        ),
        (
            "presenting:\n  roles: [{name: Blogger, optional: yes, people: 2}]\n",
            "2: presenting.roles: Blogger is optional and asks for 2 people; write one of both",
        ),
    ],
)
def test_a_rule_that_cannot_hold_is_told_at_its_line(
    load: Load, written: str, expected: str
) -> None:
    assert messages(load(written)) == [expected]


@pytest.mark.parametrize(
    "written",
    [
        f"{ROLES}  each_student: {{at_least: 3, distinct_roles: yes}}\n",
        f"{ROLES}  each_student: {{at_least: 4}}\n",
        f"{ROLES}  each_student: {{at_most: 2, every_role: yes}}\n",
        (
            "presenting:\n  roles: [Author, {name: Backup, backup: yes}]\n"
            "  each_student: {count_backups: no}\n"
        ),
        "presenting:\n  roles: [{name: Blogger, optional: yes, people: 0-2}]\n",
    ],
)
def test_a_rule_that_can_just_hold_is_no_problem(load: Load, written: str) -> None:
    assert messages(load(written)) == []


def test_a_sheet_without_roles_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "signups.csv").write_text("number,Author\n", encoding="utf-8")
    (tmp_path / "course.yml").write_text("presenting: {signups: signups.csv}\n", encoding="utf-8")
    assert messages(load_course(tmp_path / "course.yml", "course.yml")) == [
        (
            "1: presenting.signups: no roles are named, and they tell what the sheet's columns "
            "are; write roles"
        )
    ]
