"""What a build costs is bounded by its calls of functions, which no clock decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from .forms import FORMS, write_site
from .profiled import calls, profile


def set_feeds(folder: Path, *names: str) -> None:
    """Let the site in *folder* have these files beside its pages, and no others."""
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"seminar_feeds = {names!r}\n")


@pytest.mark.parametrize(
    ("sessions", "of_by_hand", "of_plain"),
    # Of these are 0.01 as readings are objects of the domain, and 0.005 as reference managers find
    # them. With 60 sessions it was 0.82 to 0.84, and 1.05 to 1.08, with Sphinx 8.2 to 9.2 in
    # November 2026. Loading is most of what the small course costs.
    [(30, 0.92, 1.11), (60, 0.85, 1.085)],
)
def test_a_course_takes_fewer_calls_than_the_page_by_hand(
    sessions: int, of_by_hand: float, of_plain: float, tmp_path: Path
) -> None:
    taken = {}
    for form in FORMS:
        write_site(tmp_path / form, form, sessions, 15)
        if form == "ours":
            set_feeds(tmp_path / form)  # the other two have none
        taken[form] = calls(profile(tmp_path / form))
    assert taken["ours"] < of_by_hand * taken["by-hand"]
    assert taken["ours"] < of_plain * taken["plain"]


def test_feeds_take_few_calls(tmp_path: Path) -> None:
    taken = {}
    for names in ((), ("course.json",), ("course.json", "calendar.ics")):
        folder = tmp_path / f"with{len(names)}"
        write_site(folder, "ours", 60, 15)
        set_feeds(folder, *names)
        taken[len(names)] = calls(profile(folder))
        assert all((folder / "_build" / name).is_file() for name in names)
    # 1.006, half of which is patterns for the numbers of readings.
    assert taken[1] < 1.02 * taken[0]
    # 0.030 with icalendar 7.3, of which 0.018 is to import it, and 0.007 are the calendars of four
    # roles.
    assert taken[2] - taken[1] < 0.032 * taken[0]
