from __future__ import annotations

import pytest

from .conftest import Load
from .messages import messages

ZONE = "timezone: America/Los_Angeles\n"
TERM = f"{ZONE}start: 2022-01-24\nend: 2022-05-13\n"
WITHIN = "write a date within it, take it out, or correct start and end"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "start: 2022-05-13\nend: 2022-01-24\n",
            ["2: end: 2022-01-24 is before the start 2022-05-13; correct one of the two"],
        ),
        (
            "start: 2022-01-24\nend: 2042-05-13\n",
            [
                (
                    "2: end: 2042-05-13 is more than 15 years after the term's start 2022-01-24; "
                    "check the years"
                )
            ],
        ),
        (
            f"{ZONE}meetings: {{dates: [2022-01-24, 2042-05-13]}}\n",
            [
                (
                    "2: meetings: 2042-05-13 is more than 15 years after the term's start "
                    "2022-01-24; check the years"
                )
            ],
        ),
        (
            "start: 2022-01-24\n",
            ["1: start: the last day of the term is missing; write it, such as end: 2022-05-13"],
        ),
        (
            "end: 2022-05-13\n",
            ["1: end: the first day of the term is missing; write it, such as start: 2022-01-24"],
        ),
        (
            "start: 2022-01-24\nend: 2022-05-13\nmeetings: {days: Mon}\n",
            [
                (
                    "3: meetings: a time zone is missing; write one, such as "
                    "timezone: America/Los_Angeles"
                )
            ],
        ),
        (
            "timezone:\nmeetings: {dates: 2022-01-24}\n",
            [
                (
                    "1: timezone: a time zone is missing; write one, such as "
                    "timezone: America/Los_Angeles"
                )
            ],
        ),
        (
            f"{ZONE}meetings: {{days: Mon}}\n",
            [
                (
                    "2: meetings: the first day of the term is missing; write it, such as "
                    "start: 2022-01-24"
                ),
                (
                    "2: meetings: the last day of the term is missing; write it, such as "
                    "end: 2022-05-13"
                ),
            ],
        ),
        (
            f"{ZONE}start: 2022-01-24\nmeetings:\n- dates: 2022-01-24\n- days: Mon\nend:\n",
            ["6: end: the last day of the term is missing; write it, such as end: 2022-05-13"],
        ),
        (
            f"{TERM}meetings:\n- dates:\n  - 2022-02-01\n  - 2022-05-14\n  - 2021-05-01\n",
            [
                (
                    "7: meetings[0].dates[1]: 2022-05-14 is outside the term "
                    f"(2022-01-24 to 2022-05-13); {WITHIN}"
                ),
                (
                    "8: meetings[0].dates[2]: 2021-05-01 is outside the term "
                    f"(2022-01-24 to 2022-05-13); {WITHIN}"
                ),
            ],
        ),
        (
            (
                f"{TERM}meetings:\n"
                "- {days: Mon, from: 2022-06-01}\n"
                "- {days: Tue, until: 2022-01-01}\n"
            ),
            [
                (
                    "5: meetings[0].from: 2022-06-01 is outside the term "
                    f"(2022-01-24 to 2022-05-13); {WITHIN}"
                ),
                (
                    "6: meetings[1].until: 2022-01-01 is outside the term "
                    f"(2022-01-24 to 2022-05-13); {WITHIN}"
                ),
            ],
        ),
    ],
)
def test_what_does_not_go_together_is_told(load: Load, written: str, expected: list[str]) -> None:
    loaded = load(written)
    assert messages(loaded) == expected
    assert {problem.kind for problem in loaded.problems} == {"date"}
    assert not loaded.course.dates_known


def test_a_break_outside_the_term_is_stale_and_no_date_hangs_on_it(load: Load) -> None:
    loaded = load(
        f"{TERM}breaks:\n- {{date: 2021-02-21}}\n- {{start: 2022-06-01, end: 2022-06-03}}\n"
    )
    outside = f"is outside the term (2022-01-24 to 2022-05-13); {WITHIN}"
    assert messages(loaded) == [
        f"5: breaks[0]: 2021-02-21 {outside}",
        f"6: breaks[1]: 2022-06-01 {outside}",
    ]
    assert {problem.kind for problem in loaded.problems} == {"stale"}
    assert loaded.course.dates_known


@pytest.mark.parametrize(
    ("due", "kind", "told"),
    [
        ("2022-05-14", "date", "2022-05-14 is after the term's end 2022-05-13, so no missing "),
        ("2021-06-01", "stale", "2021-06-01 is outside the term (2022-01-24 to 2022-05-13); "),
        ("2022-05-13", None, ""),
        ("2021-10-20", None, ""),  # the topics of a block seminar are given in the term before
    ],
)
def test_a_last_day_to_sign_up_that_does_nothing_is_told(
    load: Load, due: str, kind: str | None, told: str
) -> None:
    loaded = load(f"{TERM}presenting:\n  roles: [Author]\n  due: {due}\n")
    found = [(problem.kind, problem.message) for problem in loaded.problems]
    assert [one for one, _ in found] == ([kind] if kind else [])
    assert all(f"presenting.due: {told}" in message for _, message in found)
    assert loaded.course.dates_known


@pytest.mark.parametrize(
    "written",
    [
        "start: 2022-01-24\nend: 2024-01-24\n",
        "start: 2022-01-24\nend: 2022-01-24\n",
        f"{TERM}meetings: {{days: Mon, from: 2022-01-24, until: 2022-02-28}}\n",
        f"{TERM}breaks: {{start: 2022-01-01, end: 2022-01-24}}\n",
        f"{TERM}breaks: {{start: 2022-05-13, end: 2022-06-01}}\n",
        f"{TERM}meetings: {{dates: [2022-01-24, 2022-05-13]}}\n",
        "breaks: {date: 2022-02-21}\n",
    ],
)
def test_what_just_goes_together_is_no_problem(load: Load, written: str) -> None:
    loaded = load(written)
    assert messages(loaded) == []
    assert loaded.course.dates_known


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("timezone: PST\nstart: 2022-01-24\nend: 2022-05-13\nmeetings: {days: Mon}\n", "timezone"),
        ("timezon: UTC\nstart: 2022-01-24\nend: 2022-05-13\nmeetings: {days: Mon}\n", "timezon"),
        (f"{ZONE}start: x\nend: 2022-05-13\nmeetings: {{days: Mon}}\n", "start"),
        (f"{ZONE}strat: 2022-01-24\nend: 2022-05-13\nmeetings: {{days: Mon}}\n", "strat"),
        (f"{ZONE}start: x\nmeetings: {{dates: 2022-01-24}}\n", "start"),
        (f"{ZONE}start: 2022-01-24\nend: x\nmeetings: {{dates: 2023-01-24}}\n", "end"),
        (f"{ZONE}start: x\nend: 2022-05-13\nbreaks: {{date: 2021-01-01}}\n", "start"),
        (f"{ZONE}end: 2022-05-13\nstart: 2022-01-24\nmeetings: {{dats: 2022-02-01}}\n", "dats"),
        (f"{TERM}breaks: {{start: 2022-02-30, end: 2022-02-21}}\n", "start"),
        (f"{ZONE}start: 2022-01-24\nmeetings: Mon\n", "meetings"),
    ],
)
def test_one_mistake_is_one_problem(load: Load, written: str, wrong: str) -> None:
    loaded = load(written)
    assert len(loaded.problems) == 1
    assert wrong in loaded.problems[0].message
    assert not loaded.course.dates_known


def test_checks_run_where_other_keys_are_broken(load: Load) -> None:
    loaded = load(
        "title: [x]\n"
        "timezone: nowhere at all\n"
        "start: 2022-05-13\n"
        "end: 2022-01-24\n"
        "meetings:\n"
        "  - {days: Wen}\n"
        "  - {days: Mon, from: 2022-03-01, until: 2022-02-01}\n"
    )
    assert [problem.source.line for problem in loaded.problems] == [1, 2, 4, 6, 7]


@pytest.mark.parametrize(
    ("written", "are_known"),
    [
        ("title: x", True),
        ("title: [x]", True),
        ("title: x\ntitle: y", True),
        ("titel: x", True),
        ("xyz: x", True),
        ("staff: [{url: x}]", True),
        ("links: {a: 'javascript:x'}", True),
        ("presenting: {roles: [a, A]}", True),
        ("timezone: x", False),
        ("start: x", False),
        ("end: x", False),
        ("weeks: {start: x}", False),
        ("weeks: {strt: Mon}", False),
        ("breaks: {date: 2022-02-21, titel: x}", False),
        ("breaks: {date: 2022-02-21, title: [x]}", False),
        ("meetings: x", False),
        ("timezon: UTC", False),
        ("tz: UTC", False),
        ("holidays: [x]", False),
        ("timezone: UTC\ntimezone: UTC", False),
        ("weeks: {start: Mon, start: Tue}", False),
        ("<<: {start: 2022-01-24}", False),
        ("start: 2022-01-24\nend: 2022-01-23", False),
    ],
)
def test_dates_are_doubtful_where_what_governs_them_is(
    load: Load, written: str, *, are_known: bool
) -> None:
    loaded = load(written)
    assert loaded.course.dates_known is are_known
    assert loaded.problems or written == "title: x"


def test_a_break_outside_the_term_leaves_the_dates_known(load: Load) -> None:
    loaded = load(f"{TERM}breaks:\n- {{date: 2022-01-17}}\n")
    assert [problem.kind for problem in loaded.problems] == ["stale"]
    assert loaded.course.dates_known
