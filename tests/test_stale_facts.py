"""What past sessions still leave open is reported while the term lasts."""

from __future__ import annotations

import pytest

from .conftest import Build, Site
from .samples import COURSE, MARKUPS, page

DURING = "1644393600"  # 2022-02-09
AFTER = "1647302400"  # 2022-03-15

BODY = {
    "md": """
:::::{schedule}
::::{session} One
:speaker: TBA
[Slides]()
::::
::::{session} Two
:where: TBD
::::
::::{session} Three
To be announced.
::::
::::{session} Four
TBA and [slides]()
::::
:::::
""",
    "rst": """
.. schedule::

   .. session:: One
      :speaker: TBA

   .. session:: Two
      :where: TBD

   .. session:: Three

      To be announced.

   .. session:: Four

      TBA
""",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_a_past_session_leaves_open_is_told(
    markup: str, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    site = build({"course.yml": COURSE, **page(markup, BODY[markup])})
    found = [line.partition("still has ")[2].partition(";")[0] for line in site.warnings]
    slides = ["the link 'Slides' without an address"] if markup == "md" else []
    assert found == ["'TBA'", *slides, "':where: TBD'", "'To be announced'"]
    assert all(line.endswith("[seminar.stale]") for line in site.warnings)
    assert all(line.startswith(f"index.{markup}:") for line in site.warnings)
    assert "session 'One' was on 2022-01-24 and still has" in site.warnings[0]


def test_what_no_reader_sees_is_left_open_in_peace(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = ":::::{schedule}\n::::{session} One\n% TBA\n\n[Slides TBD]()\n::::\n:::::\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    (line,) = build({"course.yml": COURSE, **page("md", body)}).warnings
    assert "the link 'Slides TBD' without an address" in line


def test_nothing_is_told_once_the_term_is_over(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)
    assert built_with_old_break(build).warnings == []


def test_a_break_of_another_term_is_told_and_has_no_row(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1642982400")  # 2022-01-24
    site = built_with_old_break(build)
    (problem,) = site.warnings
    assert problem.startswith("course.yml:11: NOTE: breaks[1]: 2021-02-21 is outside the term")
    assert problem.endswith("[seminar.stale]")
    assert site.page().select(".seminar-session[data-date='2022-01-24']")
    assert not site.page().select(".admonition")
    rows = site.page().select(".seminar-break")
    assert [row["data-date"] for row in rows] == ["2022-02-21"]


NEWS = """
:::::{announcements}
::::{announcement} Last year
:date: 2021-01-24
::::
::::{announcement} Soon before
:date: 2022-01-03
::::
::::{announcement} A year too late
:date: 2023-02-01
::::
:::::
"""


def test_an_announcement_of_another_term_is_told_while_this_one_lasts(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    site = build({"course.yml": COURSE, **page("md", BODY["md"].replace("TBA", "-") + NEWS)})
    late, old = sorted((line for line in site.warnings if "announcement" in line), key=len)
    assert "announcement 'Last year': 2021-01-24 is far outside the term (2022-01-24 to " in old
    assert old.endswith("take it out, or write a date of this term [seminar.stale]")
    assert "announcement: 2023-02-01 is far outside the term" in late
    assert late.endswith("write a date of this term [seminar.announcement]")
    assert "A year too late" not in "".join(site.warnings)


def built_with_old_break(build: Build) -> Site:
    course = COURSE.replace("breaks:\n", "breaks:\n  - {date: 2022-02-22}\n").replace(
        "  - {date: 2022-02-22}\n  - {date: 2022-02-21, title: Presidents' Day}\n",
        "  - {date: 2022-02-21, title: Presidents' Day}\n  - {date: 2021-02-21}\n",
    )
    return build({"course.yml": course, **page("md", BODY["md"])})


def test_a_type_of_its_own_can_be_silenced(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    site = build(
        {"course.yml": COURSE, **page("md", BODY["md"])},
        confoverrides={"suppress_warnings": ["seminar.stale"]},
    )
    assert site.warnings == []
