"""Sites of Jekyll in the shapes that course staff write, all of them made up."""

from __future__ import annotations

from datetime import date, timedelta

from .sources import TOPICS

_MONDAY = date(2029, 9, 3)
"""Thirty meetings, Mondays and Wednesdays; one of them is a break."""


def _meeting(number: int) -> date:
    return _MONDAY + timedelta(weeks=number // 2, days=2 * (number % 2))


_DATES = "\n".join(f"{_meeting(n).month}/{_meeting(n).day}/29" for n in range(len(TOPICS) + 1))

CONFIG = (
    "title: Systems at Sea (Fall 2029)\nbaseurl: /sea-fa29\nforum: https://forum.example.org/s\n"
)

_ENTRY = """
{{% include syllabus_entry dates=dates %}}
## {topic} &amp; Company, part_{number}

* [Submit your review](https://forms.example.org/{number}){{:target="_blank"}} before 1:00PM.
* **Slides:** [PDF]({{{{ site.baseurl }}}}/slides/{number}.pdf), [PPTX]()
* Scribe: Ada {topic}

<div class="reading">
<div class="required_reading" markdown="1">

* [{topic} at rest [SOSP'{number:02}]](https://example.org/r/{number}_a(b).pdf)
* [NSDI'20][Read chapter {number}](https://example.org/ch#{number}) and/or [notes](https://example.org/n{number})

</div>
<div class="optional_reading" markdown="1">
### Software for {topic}
* [Tools](https://example.org/tools/{number}) *(pre-print)*
* *more reading coming soon*
</div>
</div>

<div class="details" markdown="1">
In this week we ask what {topic} costs, at 3 < 4 percent.
</div>
"""

_BREAK = """
{% include syllabus_entry dates=dates %}
## Holiday (Harvest)
"""


def _entries() -> str:
    written = [_ENTRY.format(number=n, topic=topic) for n, topic in enumerate(TOPICS, 1)]
    return "".join([*written[:9], _BREAK, *written[9:]])


SYLLABUS = (
    """---
layout: default
title: Systems at Sea
menu_color: teal
---
# {{ site.title }}

* **When**: *Mondays and Wednesdays*
* **Forum**: [here]({{ site.forum }})

{% comment %}
Old remark of an assistant
{% endcomment %}
{% assign week = 1 %}
{% if page.draft %}This page is a sketch.{% endif %}

<table class="table syllabus">
<thead><tr><th>Dates of the week</th></tr></thead>
<tbody>
{% capture dates %}
"""
    + _DATES
    + """
{% endcapture %}
{% assign dates = dates | split: " " %}
"""
    + _entries()
    + """
</tbody>
</table>

## Grading policy

Projects weigh most. See [the rules]({% link rules.pdf %}).

<script>
var current = new Date();
</script>
"""
)


def _module(week: int) -> str:
    days = [_MONDAY + timedelta(weeks=week, days=day) for day in (0, 2, 4)]
    first, second, third = (TOPICS[(3 * week + n) % len(TOPICS)] for n in range(3))
    return f"""---
title: Part {week}, on {first}
---

{days[0]:%b %-d}
: [{first} and *friends*](https://example.org/l/{week})
  : [{week}.1](https://example.org/b/{week}1), [{week}.2](#)
  : [Slides](https://example.org/s/{week})
: **HW {week} out**{{: .label .label-green }}

{days[1]:%b %-d}
: **Section**{{: .label .label-purple }}[Practice {second}](#)
  : [Solution](https://example.org/sol/{week})

{days[2]:%b %-d}
: **Lecture**{{: .label }} {third} {week}
: **HW {week} due**{{: .label .label-red }} [HW {week}: {third}](https://example.org/hw/{week})
"""


MODULES = {f"week-{week:02}.md": _module(week) for week in range(10)}
"""Thirty days of ten weeks."""

_OLD_DAYS = "".join(
    f"""  {_MONDAY + timedelta(weeks=10, days=day)}:
    "[{TOPICS[day]} again](https://example.org/again/{day})":
      "[9.{day}](https://example.org/9/{day})"
    "**Lab {day} due**{{: .label .label-red }}":
      null
"""
    for day in (0, 2)
)
OLD_MODULE = f"---\nweek: 11\ntitle: Older ways\ndays:\n{_OLD_DAYS}---\n"

_DAY = """    - name: {day}
      events:
        - name: {kind}
          class: {style}
          start: {start}
          end: {end}
          location: {where}
"""
WEEK = "weekly:\n  timeline: ['9:00 AM', '9:30 AM']\n  schedule:\n" + "".join(
    _DAY.format(day=day, kind=kind, style=kind.casefold(), start=start, end=end, where=where)
    for day, kind, start, end, where in (
        ("Monday", "Lecture", "9:30 AM", "10:30 AM", "Harbor 4"),
        ("Wednesday", "Section", "1:30 PM", "2:30 PM", "Dock 2"),
        ("Thursday", "Lab", "3:00 PM", "5:00 PM", "Boathouse"),
        ("Friday", "Lecture", "9:30 AM", "10:30 AM", "Harbor 4"),
    )
)

CLASS_SITE = """\
# The first and last day of class
start_date: 2029-08-28
end_date: 2029-12-06

extra_days_col2:
  - date: 2029-10-09
    title: "Midterm Exam, 7-9pm (<a href='https://example.org/exams'>rules</a>)"
    label: exam
  - date: 2029-10-12
    title: "Review for the midterm"
    label: exam-review
    link: https://example.org/review?a=1&b=2
  - date: 2029-11-22 # no boats
    title: "Administrative Holiday"
    label: none
extra_links_col3:
  - date: 2029-09-06
    title: Walkthrough
    link: https://example.org/walk
class_days: ['2', '4']
discussion_days: ['3']
lab_days: ['5']
hw_days: ['5']
starting_lecture_number: '1'
date_width: "12%"
"""
LECTURES = "lectures:\n  - {title: No Lecture}\n" + "".join(
    f"""  - title: "{topic}: part {number}"
    readings:
      - title: On {topic}
        link: https://example.org/book/{number}
"""
    for number, topic in enumerate(TOPICS[:26])
)

LIST = (
    "# Kept by hand\ntitle: Reading the Sea\nterm: Spring 2030\nvenue: old hall\nlectures:\n"
    + "".join(
        f"""\
- start: {_MONDAY + timedelta(weeks=21 + n // 2, days=2 * (n % 2))}T10:00:00-05:00
  end: {_MONDAY + timedelta(weeks=21 + n // 2, days=2 * (n % 2))}T10:50:00-05:00
  topic: "{topic} #{n}: a & b"
  section: Part {n // 10}
  instructor: Dr. {topic}son
  location: Hall {1 if n else 2}
  released: true
  slides:
    pdf_file: https://example.org/slides/{n}.pdf
  readings:
    - title: "{topic} (2nd ed.)"
      url: "https://example.org/p/{n}"
      venue: OSDI
      optional: {"true" if n % 2 else "false"}
    - Chapter {n}
  links:
    - {{name: video, link: "https://example.org/v/{n}"}}
    - {{name: code, link: "https://example.org/c/{n}"}}
"""
        for n, topic in enumerate(TOPICS)
    )
    + """\
breaks:
- type: break
  label: Recess of spring
  start: 2030-05-09T00:00:00-04:00
  end: 2030-05-10T23:59:59-04:00
precepts:
- week: second
  hint: Bring gloves
"""
)

_WEEKS = [
    f"""- week: {week + 1}
  survey: https://example.org/survey/{week}
  days:
"""
    + "".join(
        f"""    - date: {_meeting(2 * week + n)}
      lecture_topic: {TOPICS[2 * week + n]} in week {week}
      lecture_links:
        - name: video
          link: https://example.org/video/{week}{n}
      reading: >
        Optional: [{week}.{n}](https://example.org/read/{week}{n}),
        and the rest
"""
        for n in range(2)
    )
    for week in range(15)
]
WEEKS = "".join(_WEEKS)
