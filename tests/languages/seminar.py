"""A site with every directive, in every state that shows a word of ours.

What its author wrote is no English, so that each English word on its pages is ours.
"""

from __future__ import annotations

from sphinx_seminar.views.registry import VIEWS

LANGUAGES = ("de", "fr", "es", "ja", "ar")

TODAY = "1645128000"  # Thu, Feb 17, 2022

_COURSE = """
term: Dolor 2022
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-04-22
materials: [Charta]
meetings:
  - {days: Mon, time: 13:00-16:00, where: Aula 1}
  - {days: Tue, time: 10:00-11:00, sessions: no}
  - {days: Wed, time: 10:00-11:00, sessions: no, every: 2, from: 2022-02-02, until: 2022-03-30}
  - {days: Thu Fri, time: 10:00-11:00, sessions: no, every: 3}
  - {dates: [2022-02-03], time: 10:00-11:00, sessions: no}
breaks:
  - {date: 2022-02-21}
  - {start: 2022-03-21, end: 2022-03-25, title: Vacatio}
staff:
  - name: Ada Brook
    photo: ada.png
    office_hours: {days: Tue Thu, time: 14:00-15:00, where: Aula 2}
  - {name: Noor Haddad, office_hours: postea}
links:
  Nuntii: Forum
presenting:
  roles: [Auctor, Censor]
grading:
  total: 1000 points
  Opus: {weight: 998 points, note: magnum, points: "4 for adesse, 2 more for loqui"}
  Bonus: +5.5 points
  Unum: 1 point
  Duo: 1 point
  bands: {A: 900, B: 800, C: 600-799, D: below 600}
"""

_INDEX = """
# Lorem

:::{release} 2022-03-01
Ecce.
:::

:::{release} 2022-03-01 9:00
Ecce.
:::

:::{readings}
- [Liber](https://x.example/liber)
:::

:::{course-info}
:::

:::{staff}
:::

:::{grading}
:::

:::{timetable}
:::

:::{this-week}
:::

:::{deadlines}
:::

:::{announcements}
:latest: 1
:::

:::{courses}
:::

:::{signups}
:::

:::::{schedule}

## Pars prima

::::{session} Ipsum
:speaker: Mina Park
:link: https://x.example/
:slides: https://x.example/slides.pdf
:recording: soon
:notes: https://x.example/notes, https://x.example/notes.pdf
:code: https://x.example/code
:charta: https://x.example/charta
:charta-release: 2022-03-02
:code-release: 2022-03-02 9:00

Dolor sit amet.

:::{readings}
- [Opus primum](https://x.example/1) [NSDI'12]
- Opus alterum [PDF]
:::

:::{readings}
:optional:
- [Opus tertium](https://x.example/3)
:::

:::{details}
Consectetur.
:::

:::{presenters}
Auctor: Noor Haddad, Wei Lindqvist
Censor:
:::

:::{deadline} Recensio
:when: 1 hour before class
:out: 2022-01-24
:::
::::

::::{session} Motum
:date: 2022-02-09
:time: 10:00-11:00
:moved-from: 2022-02-07
:where: Aula 3
:kind: Hospes
::::

## Pars secunda

::::{session} Vetitum
:status: cancelled

:::{readings}
- [Opus primum](https://x.example/1)
:::
::::

::::{session} Suspensum
:date: none
:moved-from: 2022-02-14

:::{deadline} Fabula
:when: day before class
:::
::::

:::::

:::{schedule}
:show: title due
:::

:::{schedule}
:columns: materials
:::

:::{reading-list}
:::

:::{reading-list}
:by: venue
:::

See {session}`Ipsum`, {reading}`Opus primum`, {person}`Ada Brook` and {edit-page}`muta`.

:::{toctree}
solus
nuntii
fractus/index
mutilus/index
munera/index
larvati/index
partes/role-playing/index
partes/program-committee/index
partes/discussion/index
:::
"""

_ALONE = """
# Solus

:::{session}
:::

## Cassum

:::{session}
:status: cancelled
:::

## Sine die

:::{session}
:date: none
:::
"""

_NEWS = """
# Nuntii

::::{announcements}
:::{announcement} Salve
:date: 2022-01-20
Ecce.
:::
:::{announcement} Vale
:date: 2022-01-21
Ecce.
:::
::::
"""

_GREGES = """
title: Greges
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-02-11
sections:
  - {name: Grex primus, meetings: {days: Mon, time: 13:00-16:00}}
  - {name: Grex alter, meetings: {days: Wed, time: 13:00-16:00}, where: Aula}
"""

_BROKEN = """
title: Fractus
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-04-22
meetings: {days: Mon, time: 13:00-16:00}
"""

_MUNERA = """
title: Munera
timezone: America/Los_Angeles
start: 2022-01-24
end: 2022-02-18
meetings: {days: Mon Wed, time: 13:00-16:00}
presenting:
  signups: signups.csv
  roles:
    - {name: Auctor, description: Loquitur., people: 2}
    - {name: Censor, people: 1-2, optional: yes}
    - {name: Scriba, people: 2+}
    - {name: Pictor, per: paper}
    - {name: Vicarius, backup: yes}
  each_student:
    at_least: 3
    at_most: 4
    distinct_roles: yes
    every_role: yes
    one_role_a_session: yes
    not_two_weeks_in_a_row: yes
"""

_SIGNUPS = """
session,Auctor,Censor,Scriba,Pictor,Vicarius
Munus primum,"Ada, Noor",Ada,"Wei, Wei",,
Munus secundum,Ada,,Noor,Ada,Wei
Munus tertium,Ada,,,,
"""

_SIGNED = """
# Munera

:::{roles}
:::

:::{signups}
:::

:::{my-presentations}
:::

:::::{schedule}

::::{session} Munus primum
:::{presenters}
:::
::::

::::{session} Munus secundum
::::

::::{session} Munus tertium
::::

:::::
"""

_ROLES = """
title: Partes
presenting: {vocabulary: NAME}
"""

# One black dot.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)

FILES: dict[str, str | bytes] = {
    "course.yml": _COURSE,
    "ada.png": PICTURE,
    "index.md": _INDEX.replace("See ", "Vide ").replace(" and ", " et "),
    "solus.md": _ALONE,
    "nuntii.md": _NEWS,
    # Every directive that the registry knows, with nothing but its name.
    **{
        f"visus-{number}.md": f"---\norphan: true\n---\n\n# Visus\n\n:::{{{name}}}\n:::\n"
        for number, (name, view) in enumerate(VIEWS.items())
        if view.options
    },
    "unus/course.yml": "start: 2022-01-24\nend: 2022-03-11\nmeetings: {days: Mon, where: Aula}\n",
    "unus/index.md": "---\norphan: true\n---\n\n# Unus\n\n:::{course-info}\n:::\n",
    "fractus/course.yml": _BROKEN + "breaks: {date: 2022-13-45}\n",
    "fractus/index.md": "# Fractus\n\n:::{schedule}\n:::\n",
    "mutilus/course.yml": _BROKEN + "grading: {Opus: multum}\n",
    "greges/course.yml": _GREGES,
    "greges/index.md": "# Greges\n\n:::{session}\n:::\n\n:::{schedule}\n:::\n",
    "munera/course.yml": _MUNERA,
    "munera/signups.csv": _SIGNUPS,
    "munera/index.md": _SIGNED,
    "bini/course.yml": _MUNERA.replace("one_role_a_session", "one_slot_a_session"),
    "bini/signups.csv": _SIGNUPS,
    "bini/index.md": _SIGNED,
    "larvati/course.yml": _MUNERA.replace("presenting:\n", "presenting:\n  names: hidden\n"),
    "larvati/signups.csv": _SIGNUPS,
    "larvati/index.md": _SIGNED,
    **{
        f"partes/{name}/course.yml": _ROLES.replace("NAME", name)
        for name in ("role-playing", "program-committee", "discussion")
    },
    **{
        f"partes/{name}/index.md": "# Partes\n\n:::{roles}\n:::\n"
        for name in ("role-playing", "program-committee", "discussion")
    },
    "mutilus/index.md": "# Mutilus\n\n:::{grading}\n:::\n",
}


def _sound(text: str) -> str:
    before, rest, _behind = text.replace("    photo: ada.png\n", "").partition("fractus/index\n")
    return f"{before}:::\n" if rest else before


SOUND = {
    name: _sound(text) for name, text in FILES.items() if isinstance(text, str) and "/" not in name
}
"""Its own course without a picture; the other courses of the site are left out."""
