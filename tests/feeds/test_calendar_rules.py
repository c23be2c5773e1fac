"""Each rule finds what it is for; a rule that finds nothing would let everything pass."""

from __future__ import annotations

import pytest

from .calendar_rules import findings

GOOD = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
    b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    b"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    b"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20220101T000000Z\r\n"
    b"DTSTART;TZID=Europe/Berlin:20220101T100000\r\nDTEND;TZID=Europe/Berlin:20220101T110000\r\n"
    b"SUMMARY:One\\, two\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)

SPOILED = {
    "a line ends with LF": (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "does not end with CRLF"),
    "a long line": (b"One", b"\xc3\xa4" * 40, "a line of 9"),
    "a parted letter": (b"One", b"\xc3\r\n \xa4", "a letter is parted"),
    "a control character": (b"One", b"O\x07ne", "a control character"),
    "no content line": (b"SUMMARY:One", b"One", "no content line"),
    "an END too many": (b"END:VEVENT", b"END:VEVENT\r\nEND:VEVENT", "ends nothing"),
    "no END": (b"END:VCALENDAR\r\n", b"", "does not end"),
    "a bare comma": (b"\\,", b",", "is not escaped"),
    "an unknown escape": (b"\\,", b"\\x", "is not escaped"),
    "no version": (b"VERSION:2.0\r\n", b"", "not one VERSION"),
    "the same UID": (
        b"END:VCALENDAR",
        (
            b"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20220101T000000Z\r\nDTSTART:20220101T100000Z\r\n"
            b"SUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR"
        ),
        "UID 1 is there 2 times",
    ),
    "no UID": (b"UID:1\r\n", b"", "not one UID"),
    "no DTSTAMP": (b"DTSTAMP:20220101T000000Z\r\n", b"", "not one DTSTAMP"),
    "a local DTSTAMP": (b"000000Z", b"000000", "is not in UTC"),
    "an undefined zone": (b"TZID:Europe/Berlin", b"TZID:Berlin", "is not defined"),
    "an end before the start": (b"T110000", b"T090000", "is not after"),
    "an end at the start": (b"T110000", b"T100000", "is not after"),
    "no moment": (b"20220101T100000", b"2022-01-01", "is no moment"),
    "no zone": (b";TZID=Europe/Berlin:20220101T1000", b":20220101T1000", "has no zone"),
    "two zones": (b"20220101T100000", b"20220101T100000Z", "has two zones"),
    "a date that does not say so": (b"20220101T100000", b"20220101", "that it is a date"),
    "no event": (
        GOOD[GOOD.index(b"BEGIN:VEVENT") : GOOD.index(b"END:VCALENDAR")],
        b"",
        "no event",
    ),
}


def test_a_good_calendar_has_no_finding() -> None:
    assert findings(GOOD) == []


@pytest.mark.parametrize("name", SPOILED)
def test_what_is_wrong_is_found(name: str) -> None:
    old, new, wanted = SPOILED[name]
    assert old in GOOD
    assert any(wanted in text for text in findings(GOOD.replace(old, new, 1)))
