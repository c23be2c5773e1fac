"""A site that is spoiled in one place shows the same, or its author is told."""

from __future__ import annotations

import pytest

from .built import Spoiling, spoil_all
from .survivors import listed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Spoiling:
    return spoil_all(tmp_path_factory.mktemp("spoiled") / "source")


def test_there_are_many_ways_to_spoil_a_site(built: Spoiling) -> None:
    assert built.count >= 2000


def test_nothing_else_is_shown_without_a_word(built: Spoiling) -> None:
    assert sorted(built.silent - listed()) == []


def test_every_listed_survivor_still_survives(built: Spoiling) -> None:
    assert sorted(listed() - built.silent) == []


def test_a_sound_site_is_built_without_a_warning(built: Spoiling) -> None:
    assert built.told_of_sound == {}
