"""Tables in the shapes that authors of seminar pages write, all of them made up."""

from __future__ import annotations

from datetime import date, timedelta

from .workbooks import Value

MARKDOWN = """\
# Systems for Oceans (Fall 2021)

Welcome to the *seminar*. Read [the rules](https://example.org/rules_of_it) first.

- Bring a pen
- Ask `why`

| Week | Date | Topic | Readings | Presenter | Reviewers | Slides | Due |
|------|------|-------|----------|-----------|-----------|--------|-----|
| 1 | Tue 09/07 | Introduction & overview | | | | [PDF](slides/01.pdf) | |
| | 9/9 | Tides: a_primer | [SOSP'20][Tidal clocks](https://example.org/t(1).pdf)<br>[Waves \
[ICLR’18]](https://example.org/w) and/or [more](https://example.org/m) | Ada Brook | Noor Haddad, \
Wei L. \
| [Notes]() | |
| 2 | 9/14 | Salt | (optional) [Brine](https://example.org/brine "A crust") <br> *more reading \
coming soon* | A. Brook and Priya O. | TBA | | HW1 |
| | 9/16 | Salt, again | [Crystals](https://example.org/c){:target="_blank"} | Tomás F. | N/A | | |
| Part II |
| 3 | 9/21 | Currents #2: fast, <b>bold</b> 3 < 4 | [Gulf](https://example.org/g) | Ada | Noor | | |
| | | | [Second paper](https://example.org/second) | Wei | Ada | | |
|| 9/23 | Holiday | ||
| 4 | 9/28 | Currents | [Stream](https://example.org/s) | Noor | | | Project * proposal |
| | 9/30 | Guest lecture | https://example.org/bare_link | | | | |
| Week | Date | Topic | Readings | Presenter | Reviewers | Slides | Due |
| 5 | 10/5 | Ice | [Floe](https://example.org/floe) | Zoë | Wei | | |
| | 10/7 | Ice | [Berg](javascript:alert) | Zoë | Wei | | |
| 6 | 10/12 | Fall break | | | | | |
| | 10/14 | Fall break | | | | | |
| 7 | 10/19 | Reefs | [x](https://example.org/reefs) | TBA | TBA | | | surplus words |
| | 10/21 | :::{include} /etc/passwd | &lt;script&gt; `code` 100%  | | | | |
| 8 | 10/26 | Storms {doc}`index` | # no heading | | | | |
| | 10/29 | Storms (on a Friday) | [^1] %not a comment | | | | |
| 9 | 11/2 | Currents | | | | | |
| | 11/4 | Nets | | | | | |
| 10 | 11/9 | Whales | | | | | |
| | 11/11 | Veterans Day, no class | | | | | |
| 11 | 11/16 | Krill | | | | | |
| | 11/18 | Plankton | | | | | |
| 12 | 11/23 | Fish | | | | | |
| | 11/25 | Thanksgiving | | | | | |
| 13 | 11/30 | Ships | | | | | |
| | 12/2 | Ports | | | | | |
| 14 | 12/9 | Harbors | | | | | |
| | 12/7 | Presentations I | | | | | |
| 15 | 12/14 | Presentations II | | | | | |
| | | Party | cake | | | | |

## Grading

| Part | Weight |
|---|---|
| Project | 60 |

<!-- hidden
remark -->
Last words, see [ref].

[ref]: https://example.org/ref
[unused]: https://example.org/unused
"""

TOPICS = (
    *("Dew", "Fog", "Frost", "Hail", "Haze", "Ice", "Mist", "Rain"),
    *("Rime", "Sleet", "Snow", "Steam", "Surf", "Swell", "Tide", "Thaw"),
    *("Foam", "Spray", "Drift", "Slush", "Vapor", "Cloud", "Storm", "Drizzle"),
    *("Flood", "Drought", "Spring", "Brook", "River", "Delta"),
)
_MONDAY = date(2024, 9, 2)


def _row(number: int, topic: str) -> str:
    day = _MONDAY + timedelta(weeks=number // 2, days=2 * (number % 2))
    paper = f"Paper on {topic}, see https://example.org/{number}\n* and #{number} of *others*"
    return f'{day:%d.%m.};9:30-11:00;Room 3;Dr. {topic}son;{topic};"{paper}";_{topic}_ is wet\n'


CSV = "\ufeffSeminar on water 2024\nWhen;Time;Room;Speaker;Topic;Paper;Comments\n" + "".join(
    _row(number, topic) for number, topic in enumerate(TOPICS)
)


def _html_row(number: int, topic: str) -> str:
    day = _MONDAY + timedelta(weeks=number)
    return (
        f"<tr><td>{number + 1}</td><td>{day:%b %d}</td><td><b>{topic}</b> &amp; Sons</td>"
        f'<td><ul><li><a href="https://example.org/{number}">Paper {topic}</a></li>'
        f"<li>A remark on it</li></ul></td><td>Ada {topic}<br>Noor Haddad</td></tr>\n"
    )


HTML = (
    """<!DOCTYPE html>
<html><head><title>Water, Fall 2024</title><meta name="description" content="All about it"></head>
<body><nav><a href="https://example.org/home">Home</a></nav>
<h1>Water in Motion</h1><p>We meet in the <em>old</em> hall.</p><!-- not yet -->
<script>var tracked = 1</script>
<ul><li>Bring a <a href="https://example.org/pen">pen</a></li></ul>
<table><tr><th>Week</th><th>Date</th><th>Topic</th><th>Reading</th><th>Presenters</th></tr>
"""
    + "".join(_html_row(number, topic) for number, topic in enumerate(TOPICS))
    + """<tr><td>31</td><td rowspan=2>Mar 31</td><td>First half</td><td></td><td></td></tr>
<tr><td></td><td>Second half</td><td>Chapter</td><td></td></tr>
<tr><td>32</td><td>Apr 7</td><td colspan=3>No class</td></tr>
<tr><td>33</td><td>Apr 14</td><td>Farewell</td><td></td><td></td></tr>
</table>
<h2>Contact</h2><pre>Office 12</pre></body></html>
"""
)

_EVENTS = """\
BEGIN:VEVENT
UID:{number}@example.org
DTSTAMP:20240801T000000Z
DTSTART:{day:%Y%m%d}T143000Z
DTEND:{day:%Y%m%d}T160000Z
SUMMARY:{topic} at sea
LOCATION:Room 3
DESCRIPTION:Read https://example.org/{number} first\\, then rest
END:VEVENT
"""

CALENDAR = (
    """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//EN
X-WR-CALNAME:Seminar at sea
X-WR-TIMEZONE:America/New_York
"""
    + "".join(
        _EVENTS.format(number=number, topic=topic, day=_MONDAY + timedelta(days=number))
        for number, topic in enumerate(TOPICS)
    )
    + """\
BEGIN:VEVENT
UID:break@example.org
DTSTART;VALUE=DATE:20241002
DTEND;VALUE=DATE:20241005
SUMMARY:Autumn break
END:VEVENT
END:VCALENDAR
"""
).replace("\n", "\r\n")

WEEKLY = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//EN
BEGIN:VEVENT
UID:1@example.org
DTSTART;TZID=America/New_York:20301022T093000
DTEND;TZID=America/New_York:20301022T104500
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20301122T000000Z
EXDATE;TZID=America/New_York:20301031T093000
ATTENDEE:mailto:ada@example.org
SUMMARY:Seminar
END:VEVENT
BEGIN:VEVENT
UID:1@example.org
RECURRENCE-ID;TZID=America/New_York:20301112T093000
DTSTART;TZID=America/New_York:20301113T140000
DTEND;TZID=America/New_York:20301113T151500
SUMMARY:Guest
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def _sheet_row(number: int, topic: str) -> list[Value]:
    paper = (f"On {topic}", f"https://example.org/{number}?a=1&b=2")
    return [_MONDAY + timedelta(weeks=number), f"{topic} & Co", paper, f"Ada {topic}"]


SHEET: list[list[Value]] = [
    ["Day", "Subject", "Paper", "Leader"],
    *(_sheet_row(number, topic) for number, topic in enumerate(TOPICS)),
]
