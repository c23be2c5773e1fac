from __future__ import annotations

import pytest

from sphinx_seminar.load import time_zone
from sphinx_seminar.load.time_zone import read_zone


@pytest.mark.parametrize(
    "name", ["America/Los_Angeles", "Asia/Kolkata", "Pacific/Honolulu", "UTC", "Europe/Berlin"]
)
def test_a_name_of_the_database_is_a_zone(name: str) -> None:
    assert read_zone(f" {name} ").key == name


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("America/Los_Angelas", "America/Los_Angeles"),
        ("America/Los Angeles", "America/Los_Angeles"),
        ("america/new_york", "America/New_York"),
        ("New York", "America/New_York"),
        ("Berlin", "Europe/Berlin"),
        ("Eurpe/Berlin", "Europe/Berlin"),
        ("PST", "America/Los_Angeles"),
        ("Pacific Time", "America/Los_Angeles"),
        ("Eastern Standard Time", "America/New_York"),
        ("IST", "Asia/Kolkata"),
    ],
)
def test_another_name_gets_the_nearest_one(written: str, meant: str) -> None:
    with pytest.raises(ValueError, match=f"'{written}' is not a time zone; did you mean '{meant}'"):
        read_zone(written)


@pytest.mark.parametrize("written", ["EST", "MST"])
def test_a_zone_without_daylight_saving_by_its_name_alone_is_asked_about(written: str) -> None:
    with pytest.raises(ValueError, match=f"'{written}' has no daylight saving; did you mean 'Ame"):
        read_zone(written)


@pytest.mark.parametrize("written", ["UTC-8", "GMT+1", "+05:30", "utc +2"])
def test_an_offset_is_no_zone(written: str) -> None:
    with pytest.raises(ValueError, match="is an offset, which knows no daylight saving; write a"):
        read_zone(written)


@pytest.mark.parametrize(
    "written",
    ["localtime", "Factory", "../../etc/passwd", "/etc/passwd", "America", "a\0b", "\u200b"],
)
def test_what_is_no_place_is_no_zone(written: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        read_zone(written)


def test_a_machine_without_zones_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_zone, "_names", frozenset)
    with pytest.raises(ValueError, match="pip install tzdata"):
        read_zone("America/Los_Angeles")
