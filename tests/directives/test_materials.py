"""Materials of sessions: slides, a recording, notes, code, and names that a course adds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from bs4 import Tag
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.plan.materials import late_materials
from sphinx_seminar.plan.planned_course import PlannedCourse

from ..conftest import CONF, Build, Folder, Site, words
from ..feeds.calendars import by_icalendar, calendar_of
from ..samples import COURSE

ADDS = "materials: [Lab sheet]\n"
MD = """# Page

:::::{schedule}

::::{session} Regions
:lab-sheet: https://sheets.example/1, https://sheets.example/2
:slides: files/regions.pdf
:recording: https://video.example/a_b_c
::::

::::{session} Talks
:slides: [Deck](files/regions.pdf), files/regions.pptx, files/week 1.pptx
:code: [Start](https://code.example/1), [Start](https://code.example/2) (password: fish)
:notes: soon
::::

::::{session} Talks
:slides: files/regions.pdf
:notes: none
::::

:::::
"""
RST = """Page
====

.. schedule::

   .. session:: Regions
      :lab-sheet: https://sheets.example/1, https://sheets.example/2
      :slides: files/regions.pdf
      :recording: https://video.example/a_b_c

   .. session:: Talks
      :slides: `Deck <files/regions.pdf>`__, files/regions.pptx, files/week 1.pptx
      :code: `Start <https://code.example/1>`__, `Start <https://code.example/2>`__ (password: fish)
      :notes: soon

   .. session:: Talks
      :slides: files/regions.pdf
      :notes: none
"""
OTHERS = """
% The same sessions elsewhere.

```{schedule}
```

```{schedule}
:show: title
```

```{schedule}
:show: title materials
```

```{schedule}
:show: speakers
:columns: materials
```

```{this-week}
```
"""
FILES: Mapping[str, str | bytes] = {
    "course.yml": COURSE + ADDS,
    "files/regions.pdf": b"%PDF",
    "files/regions.pptx": b"PK",
    "files/week 1.pptx": b"PK1",
}
LINES = [
    "Slides · Recording · Lab sheet: sheets.example, sheets.example 2",
    "Slides: Deck, PPTX, PPTX 2 · Notes (to come) · Code: Start, Start (password: fish)",
    "Slides",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sessions in MyST, what other pages show of them, and a session of its own page."""
    folder = Folder(tmp_path_factory.mktemp("materials"), SphinxTestApp)
    alone = "# Own page\n\n:::{session}\n:slides: files/regions.pdf\n:code: other.md\n:::\n"
    folder.write(
        {
            "conf.py": f"{CONF}\nhtml_baseurl = 'https://site.example/'\n",
            **FILES,
            "index.md": MD + "\n```{toctree}\nother\nalone\nall\n```\n",
            "all.md": "# All\n\n```{materials}\n```\n\n```{materials}\n:by: name\n```\n",
            "other.md": f"# Other\n{OTHERS}",
            "alone.md": alone,
        }
    )
    return folder.build()


def lines(found: Tag) -> list[str]:
    return [words(line) for line in found.select(".seminar-materials")]


def test_the_materials_of_a_session_are_one_line_in_the_order_of_the_course(site: Site) -> None:
    assert site.warnings == []
    table = site.one(".seminar-schedule")
    assert lines(table) == [*LINES, "Slides · Code"]
    links = {words(link): str(link["href"]) for link in table.select(".seminar-materials a")}
    assert links["Recording"] == "https://video.example/a_b_c"
    assert links["Deck"].endswith("/regions.pdf")
    assert "other.html" in links["Code"]


def test_restructuredtext_has_the_same_materials(build: Build) -> None:
    site = build({**FILES, "index.rst": RST})
    assert site.warnings == []
    assert lines(site.one(".seminar-schedule")) == LINES


def test_each_view_of_a_session_shows_its_materials(site: Site) -> None:
    all_of_it, titles, named, columns = site.page("other.html").select(".seminar-schedule")
    assert lines(all_of_it) == lines(named) == [*LINES, "Slides · Code"]
    assert lines(titles) == lines(columns) == []
    assert lines(site.one(".seminar-panels", "other.html"))[1:4] == LINES
    assert lines(site.page("alone.html")) == ["Slides · Code"]


def test_each_material_that_some_session_has_is_a_column(site: Site) -> None:
    table = site.page("other.html").select(".seminar-schedule > table")[3]
    heads = [words(head) for head in table.select("thead th")]
    assert heads == ["Week", "Date", "Session", "Slides", "Recording", "Notes", "Code", "Lab sheet"]
    cells = [
        [words(cell) for cell in row.select("td:not(.seminar-week)")]
        for row in table.select(".seminar-session")
    ]
    sheets = "Lab sheet: sheets.example, sheets.example 2"
    assert cells[0] == ["Regions", "Slides", "Recording", "", "", sheets]
    assert cells[2] == ["Talks", "Slides", "", "", "", ""]
    for row in table.select("tr"):
        width = sum(int(str(cell.get("colspan") or 1)) for cell in row.select("td, th"))
        assert width + (0 if row.select(".seminar-week, [scope=col]") else 1) == 8, words(row)


@pytest.mark.parametrize("name", ["index.html", "other.html", "all.html"])
def test_no_two_links_of_a_page_have_one_name_and_lead_to_two_places(name: str, site: Site) -> None:
    places: dict[str, set[str]] = {}
    page = site.page(name)
    for link in page.select(
        ".seminar-materials a, .seminar-schedule td > a, dt a, li a[aria-label]"
    ):
        heard = str(link["aria-label"])
        assert words(link) in heard  # WCAG 2.2, 2.5.3
        places.setdefault(heard, set()).add(str(link["href"]))
    assert {"Slides: Regions", "Slides, Deck: Talks", "Slides: Talks 2"} <= places.keys()
    assert {"Code, Start: Talks", "Code, Start 2: Talks"} <= places.keys()
    assert all(len(found) == 1 for found in places.values())


def test_all_materials_are_listed_by_session(site: Site) -> None:
    listing = site.one("dl", "all.html")
    sessions = [words(term) for term in listing.select("dt")]
    assert sessions == [
        "Mon, Jan 24: Regions",
        "Mon, Jan 31: Talks",
        "Mon, Feb 7: Talks",
        "Mon, Feb 14: Own page",
    ]
    assert lines(listing) == [*LINES, "Slides · Code"]


def test_all_materials_are_listed_by_name(site: Site) -> None:
    page = site.page("all.html")
    heads = page.select("p.rubric")
    listed = {words(head): head.find_next("ul") for head in heads}
    assert list(listed) == ["Slides", "Recording", "Notes", "Code", "Lab sheet"]
    found = {
        name: [words(item) for item in items.select("li")]
        for name, items in listed.items()
        if isinstance(items, Tag)
    }
    assert found["Slides"] == [
        "Mon, Jan 24: Regions",
        "Mon, Jan 31: Talks: Deck, PPTX, PPTX 2",
        "Mon, Feb 7: Talks",
        "Mon, Feb 14: Own page",
    ]
    assert found["Notes"] == ["Mon, Jan 31: Talks (to come)"]
    assert found["Code"] == [
        "Mon, Jan 31: Talks: Start, Start (password: fish)",
        "Mon, Feb 14: Own page",
    ]
    recording = page.select_one("[aria-label='Recording: Regions']:not(.seminar-materials *)")
    assert recording is not None
    assert (words(recording), recording["href"]) == ("Regions", "https://video.example/a_b_c")


def test_the_event_of_a_session_has_the_addresses_of_its_materials(site: Site) -> None:
    events = by_icalendar(calendar_of(site))
    told = next(event.description for event in events if event.summary == "Regions").splitlines()
    slides, *others = told
    assert re.fullmatch(r"Slides: https://site\.example/_downloads/[0-9a-f]+/regions\.pdf", slides)
    assert others == [
        "Recording: https://video.example/a_b_c",
        "Lab sheet: https://sheets.example/1, https://sheets.example/2",
    ]
    copy = slides.removeprefix("Slides: https://site.example/")
    assert (Path(site.app.outdir) / copy).read_bytes() == b"%PDF"


def test_an_order_that_is_not_known_and_a_course_without_materials_are_told(build: Build) -> None:
    page = "# Page\n\n```{materials}\n:by: nam\n```\n"
    site = build({"course.yml": COURSE, "index.md": page})
    order, nothing = site.warnings
    assert "index.md:4: WARNING: ':by: nam' is no order; did you mean 'name'?" in order
    assert "[seminar.option]" in order
    assert "index.md:3: " in nothing
    assert "no session of course.yml hands something out; write ':slides:'" in nothing


WRONG = {
    "an option that is near to one": (
        ":recordin: https://x.example",
        "option",
        "{session} has no option ':recordin:'; did you mean 'recording'?",
    ),
    "an option that is near to one of the course": (
        ":lab-shet: https://x.example",
        "option",
        "{session} has no option ':lab-shet:'; did you mean 'lab-sheet'?",
    ),
    "a file that is not there": (
        ":slides: files/region.pdf",
        "link",
        "':slides:' the file 'files/region.pdf' is not there; did you mean 'regions.pdf'?",
    ),
    "a link to a file that is not there": (
        ":slides: [Deck](files/region.pdf)",
        "link",
        "':slides:' the file 'files/region.pdf' is not there; did you mean 'regions.pdf'?",
    ),
    "words": (
        ":slides: see the board",
        "link",
        "':slides:' 'see the board' has no link; write an address",
    ),
    "a word that is almost soon": (
        ":slides: sooon",
        "link",
        "':slides:' 'sooon' has no link; did you mean 'soon'?",
    ),
    "an address without its host": (
        ":slides: https://",
        "link",
        "':slides:' 'https://' has no host; write it such as https://example.org/page",
    ),
    "an address without its scheme": (
        ":slides: www.x.example/slides",
        "link",
        "':slides:' 'www.x.example/slides' has no scheme; write 'https://www.x.example/slides'",
    ),
    "nothing": (":slides:", "link", "':slides:' it is empty; write a link behind it"),
    "a script": (
        ":slides: javascript:alert(1)",
        "link",
        "the address 'javascript:alert(1)' is not",
    ),
    "a file outside of the site": (
        ":slides: ../conf.txt",
        "link",
        "'../conf.txt' is not in the folder of the sources; put it there",
    ),
    "one of two addresses with a sign of full width": (
        ":slides: https:\uff0f/x.example/1.pdf, https://x.example/2.pdf",
        "link",
        "':slides:' 'https:\uff0f/x.example/1.pdf' leads nowhere; begin it with https://",
    ),
}


def test_what_is_wrong_with_a_material_is_told_at_its_line(folder: Folder) -> None:
    (folder.srcdir.parent / "conf.txt").write_text("secret")
    pages = {
        f"page-{number}.md": f"# Page {number}\n\n:::{{session}}\n:date: none\n{written}\n:::\n"
        for number, (written, _kind, _says) in enumerate(WRONG.values())
    }
    index = "# Index\n\n```{toctree}\n:glob:\n\npage-*\n```\n"
    folder.write({**FILES, "index.md": index, **pages})
    site = folder.build()
    told = {warning.partition(".md:")[0]: warning for warning in site.warnings}
    assert len(told) == len(site.warnings) == len(WRONG), site.warnings
    for number, (_written, kind, says) in enumerate(WRONG.values()):
        warning = told[f"page-{number}"]
        assert warning.startswith(f"page-{number}.md:5: WARNING: {says}"), warning
        assert warning.endswith(f"[seminar.{kind}]")
    assert "(to come)" in lines(site.page("page-2.html"))[0]
    assert not site.page("page-9.html").select("[href^=javascript]")
    assert not list(Path(site.app.outdir).rglob("conf.txt"))


def test_a_file_is_linked_to_once_it_is_there_and_a_name_once_course_yml_has_it(
    folder: Folder,
) -> None:
    page = "# Page\n\n:::{session}\n:date: none\n:slides: late.pdf\n:exam: late.pdf\n:::\n"
    folder.write({"course.yml": COURSE, "index.md": page})
    wrong = [
        "index.md:6: WARNING: {session} has no option ':exam:'; ",
        "index.md:5: WARNING: ':slides:' the file 'late.pdf' is not there; ",
    ]
    for _build in range(2):
        warnings = folder.build().warnings
        assert len(warnings) == 2
        assert all(any(found.startswith(told) for found in warnings) for told in wrong)
    folder.write({"course.yml": f"{COURSE}materials: [Exam]\n", "late.pdf": b"%PDF"})
    site = folder.build()
    assert site.warnings == []
    assert lines(site.page()) == ["Slides · Exam"]


EXPECTS = """
title: Late
timezone: Europe/Berlin
start: 2022-01-24
end: 2022-02-18
meetings:
  - {days: Mon, kind: Lecture}
  - {days: Thu, kind: Lab}
materials:
  Slides: {expected: Lecture}
  Recording: {expected: yes}
"""
LATE = """# Page

::::::{schedule}
:::{session} First
:::
:::{session} Lab
:kind: Lab
:recording: soon
:notes: soon
:::
:::{session} Second
:slides: https://x.example
:recording: none
:::
:::{session} Third
:status: cancelled
:::
:::{session} Fourth
:::
::::::
"""
FIRST = ("First", ":slides:", ":recording:")
LAB = ("Lab", ":recording: soon", ":notes: soon")
FOURTH = ("Fourth", ":slides:", ":recording:")
DAYS: Mapping[str, list[tuple[str, ...]]] = {
    "2022-01-30": [],  # the first lecture is on Jan 24, the lab on Jan 27
    "2022-01-31": [FIRST],
    "2022-02-03": [FIRST, LAB],
    "2022-03-04": [FIRST, LAB, FOURTH],
    "2022-03-05": [],
}


def test_what_is_missing_a_week_later_is_told_until_two_weeks_after_the_term(build: Build) -> None:
    site = build({"course.yml": EXPECTS, "index.md": LATE})
    planned = site.app.env.domains["seminar"].courses.planned[""]  # type: ignore[attr-defined]
    for day, wanted in DAYS.items():
        problems = list(late_materials(planned, date.fromisoformat(day)))
        told = [problem.message for problem in problems]
        parts = [(title, part) for title, *parts in wanted for part in parts]
        assert len(told) == len(parts), (day, told)
        for message, (title, part) in zip(told, parts, strict=True):
            assert f"session {title!r} was on 2022-" in message
            assert f"'{part}'" in message
        assert {problem.kind for problem in problems} <= {"stale"}
    assert late_line(planned, "2022-02-03") == [4, 4, 8, 9]


def late_line(planned: PlannedCourse, day: str) -> list[int | None]:
    return [problem.source.line for problem in late_materials(planned, date.fromisoformat(day))]


def test_a_course_that_expects_nothing_is_told_of_nothing(build: Build) -> None:
    expects = EXPECTS.partition("materials:")[0]
    site = build({"course.yml": expects, "index.md": LATE.replace(": soon", ": none")})
    planned = site.app.env.domains["seminar"].courses.planned[""]  # type: ignore[attr-defined]
    assert not list(late_materials(planned, date(2022, 2, 18)))
