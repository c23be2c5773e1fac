from __future__ import annotations

import pytest

from ..conftest import Folder, words
from .seminar import DURING, site

SHEET = "session,Author,Reviewer\nalpha,Noor Haddad,Wei Lindqvist\n"
RULES = "roles: [Author, Reviewer]\neach_session: {every_role: yes}\ndue: "


def test_a_session_without_a_row_has_all_its_slots_open_and_is_told_after_due(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DURING)
    folder.write(site(RULES + "2022-02-20", SHEET))
    page = folder.srcdir / "index.md"
    page.write_text(page.read_text("utf-8") + "\n:::{signups}\n:::\n", "utf-8")
    before = folder.build()
    assert before.warnings == []
    assert "Open slots: 2." in words(before.page().body or before.page())
    course = folder.srcdir / "course.yml"
    course.write_text(course.read_text("utf-8").replace("2022-02-20", "2022-02-01"), "utf-8")
    (told,) = folder.build().warnings
    assert told.startswith("index.md:9: WARNING: {presenters} is empty")
