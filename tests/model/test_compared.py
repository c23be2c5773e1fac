from __future__ import annotations

import pytest

from sphinx_seminar.model.compared import compared, seen
from sphinx_seminar.model.person_name import Mention, may_mean, name_key
from sphinx_seminar.model.presenting_role import role_key
from sphinx_seminar.model.roster import Roster, Student, repeated_ids

UNSEEN = ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u2060"]
UNSEEN += ["\u2066", "\u2069", "\ufeff", "\u00ad", "\u061c", "\ufe0f"]


@pytest.mark.parametrize("character", UNSEEN)
def test_what_nobody_sees_makes_no_two_texts_of_one(character: str) -> None:
    for text in (f"{character}Zoë  Quist", f"Zo{character}ë Quist", f"Zoe\u0308 Quist{character}"):
        assert compared(text) == "zoë quist"
        assert name_key(text) == "zoë quist"
        assert role_key(text) == "zoë quist"
    assert seen(f"Zo{character}ë") == "Zoë"


def test_marks_that_are_seen_tell_names_apart() -> None:
    assert compared("Zoe") != compared("Zoë")
    assert compared("か") != compared("が")


def test_a_student_is_found_by_a_name_or_id_with_marks_in_it() -> None:
    student = Student("Zoë Quist", id="S\u200b7")
    roster = Roster((student,))
    for name in ("s7", "S7\u200e", "Z. Quist\u200f", "Qu\u00adist", "Zoe\u0308 Quist"):
        assert roster.find(Mention(name)).students == (student,), name
    assert may_mean("Zoe\u0308", "Zoë Quist")


def test_two_lines_whose_ids_differ_by_a_mark_alone_are_one_id() -> None:
    assert len(repeated_ids([Student("Zoë", id="7"), Student("Wei", id="\u200e7")])) == 1
