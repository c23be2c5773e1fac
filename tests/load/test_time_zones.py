from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

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


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("EST", "America/New_York, America/Toronto or America/Panama"),
        ("MST", "America/Denver, America/Edmonton or America/Phoenix"),
        ("CET", "Europe/Berlin, Europe/Paris or Europe/Madrid"),
        ("eet", "Europe/Athens, Europe/Helsinki or Africa/Cairo"),
        ("PST8PDT", "America/Los_Angeles, America/Vancouver or America/Tijuana"),
        ("GMT", "Europe/London, Africa/Accra or Atlantic/Reykjavik"),
    ],
)
def test_an_abbreviation_that_the_database_has_is_refused_too(written: str, places: str) -> None:
    with pytest.raises(ValueError, match="abbreviation") as told:
        read_zone(written)
    assert str(told.value) == (
        f"'{written}' is an abbreviation, not a city; write a city, such as {places}"
    )


@pytest.mark.parametrize(
    ("written", "is_offset", "place"),
    [
        ("Etc/GMT+5", "is an offset, UTC-5, ", "America/New_York"),
        ("Etc/GMT-9", "is an offset, UTC+9, ", "Asia/Tokyo"),
        ("etc/gmt-1", "is an offset, UTC+1, ", "Europe/Berlin"),
        ("Etc/GMT+0", "is an offset, which", "Europe/London"),
        ("GMT0", "is an offset, which", "Europe/London"),
        ("UTC+5", "is an offset, which", "Asia/Karachi"),
        ("UTC−3:30", "is an offset, which", "America/St_Johns"),
        ("+05:30", "is an offset, which", "Asia/Kolkata"),
        ("+99", "is an offset, which", "America/Los_Angeles"),
    ],
)
def test_places_of_an_offset_are_offered_by_its_true_sign(
    written: str, is_offset: str, place: str
) -> None:
    with pytest.raises(ValueError, match="write a city, such as") as told:
        read_zone(written)
    assert str(told.value).startswith(f"'{written}' {is_offset}")
    assert f"such as {place}" in str(told.value)


def test_every_place_that_is_offered_is_a_zone_with_that_offset() -> None:
    for hours, places in time_zone._BY_OFFSET.items():
        for place in places:
            zone = read_zone(place)
            found = {datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)}
            assert timedelta(hours=hours) in found, place
    for places in time_zone._CITIES.values():
        for place in places:
            assert read_zone(place).key == place


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
    monkeypatch.setattr(time_zone, "TZPATH", ())
    with pytest.raises(ValueError, match="pip install tzdata"):
        read_zone("America/Los_Angeles")


def test_a_city_is_found_without_a_walk_through_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Berlin").touch()

    def walked() -> set[str]:
        raise AssertionError("all files of the database were opened")

    monkeypatch.setattr(time_zone, "TZPATH", (str(tmp_path / "not there"), str(tmp_path)))
    monkeypatch.setattr(time_zone, "available_timezones", walked)
    time_zone._names.cache_clear()
    assert read_zone("Europe/Berlin").key == "Europe/Berlin"


@pytest.mark.parametrize("name", ["europe/berlin", "Europe/berlin", "America/Argentina"])
def test_a_wrong_letter_case_and_a_folder_of_cities_are_no_zone(name: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone"):
        read_zone(name)
