from __future__ import annotations

import pytest

from ..conftest import Folder
from ..samples import COURSE

DEADLINE = "::::{{deadline}} Report\n:when: 2022-02-21{}\n::::\n"


def warnings(folder: Folder, options: str, more: str = "") -> list[str]:
    page = f"# Page\n\n::::{{schedule}}\n:::{{session}} One\n{options}\n:::\n::::\n{more}"
    folder.write({"course.yml": COURSE, "index.md": page})
    return folder.build("dummy").warnings


def test_a_date_without_class_is_told_with_its_weekday_and_the_nearest_meetings(
    folder: Folder,
) -> None:
    (told,) = warnings(folder, ":date: 2022-02-09")
    assert told == (
        "index.md:4: WARNING: session 'One': ':date: 2022-02-09' is a Wednesday, and the course "
        "does not meet then; the nearest meetings are on Mon 2022-02-07 and Mon 2022-02-14; write "
        "one of these, or a ':time:' if it is meant [seminar.date]"
    )


@pytest.mark.parametrize("also", ["", "\n:time: 10:00-11:00"])
def test_a_pinned_session_on_a_break_is_told(folder: Folder, also: str) -> None:
    (told,) = warnings(folder, f":date: 2022-02-21{also}")
    assert "':date: 2022-02-21' is on a break (Presidents' Day); write another date" in told
    assert told.endswith("[seminar.break]")


@pytest.mark.parametrize(
    "options",
    [
        ":date: 2022-02-09\n:time: 10:00-11:00",
        ":date: 2022-02-21\n:on-break:",
        ":date: 2022-02-21\n:on-break: yes",
        ":date: 2022-02-21\n:status: cancelled",
        ":date: 2022-02-14",
    ],
)
def test_what_is_meant_is_not_told(folder: Folder, options: str) -> None:
    assert warnings(folder, options) == []


def test_a_deadline_on_a_break_may_be_meant_too(folder: Folder) -> None:
    (told,) = warnings(folder, "", DEADLINE.format(""))
    assert told.endswith("is that meant? Then write ':on-break:' [seminar.break]")
    assert warnings(folder, "", DEADLINE.format("\n:on-break:")) == []


def test_on_break_takes_yes_or_nothing(folder: Folder) -> None:
    told = warnings(folder, ":date: 2022-02-21\n:on-break: perhaps")
    assert any("':on-break: perhaps' is not known; write ':on-break:' alone" in t for t in told)
