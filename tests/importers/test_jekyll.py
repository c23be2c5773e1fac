"""Sites of Jekyll and lists in YAML become courses, and no word of theirs is lost."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from sphinx_seminar.cli import main

from ..conftest import Folder
from ..forked import run_forked
from .brought import Import, counted, course_of, result_of
from .jekyll_sources import (
    CLASS_SITE,
    CONFIG,
    LECTURES,
    LIST,
    MODULES,
    OLD_MODULE,
    SYLLABUS,
    WEEK,
    WEEKS,
)

SOURCES = {
    "syllabus": {"index.md": SYLLABUS},
    "modules": {
        **{f"_modules/{name}": text for name, text in MODULES.items()},
        "_modules/week-11.md": OLD_MODULE,
        "_data/schedule.yml": WEEK,
    },
    "class site": {"_data/syllabus.yml": CLASS_SITE, "_data/lectures.yml": LECTURES},
    "list": {"sessions.yml": LIST},
    "weeks": {"schedule.yml": WEEKS},
}
_ADDRESS = re.compile(r"(?:https?|mailto):[^\s<>\"'\]{}]+")


@pytest.fixture
def site(folder: Folder) -> Path:
    """The folder of the old site."""
    old = folder.srcdir.parent / "old"
    (old / "_config.yml").write_text(CONFIG)
    (old / "rules.pdf").write_bytes(b"%PDF")
    return old


def _addresses(text: str) -> Iterator[str]:
    for found in _ADDRESS.findall(text):
        address = found.rstrip(",")
        while address.count(")") > address.count("("):
            address = address[: address.rindex(")")]
        yield address


def test_every_shape_builds_at_once_and_keeps_every_word_and_address(
    bring: Import, site: Path, folder: Folder
) -> None:
    # One site for all of them, as most of the time of a build is that of its start.
    conf, names = (folder.srcdir / "conf.py").read_bytes(), []
    for number, (shape, texts) in enumerate(SOURCES.items()):
        into = folder.srcdir / f"course{number}"
        status, _, err = bring(texts, "--year", "2029", "--into", str(into))
        assert (status in {0, 1}, err) == (True, ""), shape
        result, text = result_of(into), "\n".join(texts.values())
        of_tags = re.sub(r"</?[a-z][^>]*>", " ", text)
        # What course.yml has once is in the source again and again; a key is named once.
        said, kept = (counted(one.replace("_", " ")) for one in (of_tags, result))
        assert set(said - kept) - {"null"} <= set(kept), shape
        for address in _addresses(text):
            assert address in result or address.replace("&amp;", "&") in result, address
        names.append(f"course{number}")
    lines = [f"{name}/{page}" for name in names for page in ("index", "schedule", "presenting")]
    toctree = "\n".join(line for line in lines if (folder.srcdir / f"{line}.md").is_file())
    folder.write({"conf.py": conf, "index.md": f"# All\n\n```{{toctree}}\n{toctree}\n```\n"})
    built = folder.build()
    assert built.warnings == []
    for name in names:
        rows = built.page(f"{name}/schedule.html").select("tr.seminar-session, tr.seminar-break")
        assert len(rows) >= 30, name


def test_a_page_of_jekyll_has_its_reading_blocks_as_reading_lists(
    bring: Import, site: Path, folder: Folder
) -> None:
    status, out, _ = bring({"index.md": SYLLABUS})
    assert status == 1
    assert course_of(folder).title == "Systems at Sea"
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    _, first, *_ = schedule.split("::::{session} ")
    assert first == FIRST
    assert "- **Forum**: [here](https://forum.example.org/s)" in schedule
    assert "See [the rules](rules.pdf)." in schedule
    assert "index.md:14: Liquid that is not carried out: {% assign week = 1 %}\n" in out
    assert "index.md:12: a comment: Old remark of an assistant\n" in out
    assert (folder.srcdir / "rules.pdf").read_bytes() == b"%PDF"
    assert [(str(b.start), b.title) for b in course_of(folder).breaks] == [
        ("2029-10-03", "Holiday (Harvest)")
    ]


FIRST = """\
Dew & Company, part_1

- [Submit your review](https://forms.example.org/1) before 1:00PM.
- **Slides:** [PDF], [PPTX]

:::{readings}
- [Dew at rest [SOSP'01]](<https://example.org/r/1_a(b).pdf>)
- [NSDI'20][Read chapter 1](https://example.org/ch#1) and/or [notes](https://example.org/n1)
:::

:::{readings}
:optional:

### Software for Dew

- [Tools](https://example.org/tools/1) *(pre-print)*
- *more reading coming soon*
:::

:::{details}
- In this week we ask what Dew costs, at 3 \\< 4 percent.
:::

:::{presenters}
Scribe: Ada Dew
:::
::::

"""


def test_with_the_address_of_the_old_site_its_files_are_there(
    bring: Import, site: Path, folder: Folder
) -> None:
    bring({"index.md": SYLLABUS}, "--base", "https://example.org/sea-fa29/")
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "[PDF](https://example.org/sea-fa29/slides/1.pdf)" in schedule
    assert "[the rules](https://example.org/sea-fa29/rules.pdf)" in schedule


def test_modules_have_kinds_units_deadlines_and_the_hours_of_the_week(
    bring: Import, site: Path, folder: Folder
) -> None:
    assert bring(SOURCES["modules"], "--year", "2029")[0] == 0
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "## Part 0, on Dew\n\n::::{session} [Dew and *friends*](https://example" in schedule
    assert "[Practice Fog]\n:time: 1:30 PM-2:30 PM\n:where: Dock 2\n:kind: Section\n" in schedule
    assert ":::{deadline} [HW 0: Frost](https://example.org/hw/0)\n:when: day of class" in schedule
    assert "- [0.1](https://example.org/b/01), [0.2]\n" in schedule
    usual, lab = course_of(folder).patterns
    assert (str(usual.start), usual.where, lab.kind) == ("09:30:00", "Harbor 4", "Lab")


def test_a_folder_of_modules_is_all_of_them(bring: Import, site: Path, folder: Folder) -> None:
    assert bring({"_modules": ""}, "--year", "2029")[0] == 2
    (site / "_modules").unlink()
    (site / "_modules").mkdir()
    for name, text in MODULES.items():
        (site / "_modules" / name).write_text(text)
    into = str(folder.srcdir)
    given = ("--year", "2029", "--zone", "UTC", "--dry-run")
    assert main(["import", str(site / "_modules"), "--into", into, *given]) == 0


def test_a_class_site_without_titles_has_a_session_on_each_day_of_class(
    bring: Import, site: Path, folder: Folder
) -> None:
    bring({"_data/syllabus.yml": CLASS_SITE})
    course = course_of(folder)
    assert [one.kind for one in course.patterns] == [None, None, "Discussion", "Lab"]
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert schedule.count("{session} To be announced") == 28
    assert (
        "{session} Midterm Exam, 7-9pm ([rules](https://example.org/exams))\n:kind: Exam"
        in schedule
    )


def test_a_lecture_that_is_named_by_its_page_has_the_title_of_the_page(
    bring: Import, site: Path, folder: Folder
) -> None:
    (site / "_lectures").mkdir()
    (site / "_lectures" / "01.md").write_text("---\ntitle: Tides and Time\n---\n")
    lectures = 'lectures:\n- slug: "01"\n- slug: intro\n- slug: ../../secret\n'
    bring({"_data/syllabus.yml": CLASS_SITE, "_data/lectures.yml": lectures})
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    titles = re.findall(r"\{session\} (.*)", schedule)[:3]
    assert titles == ["Tides and Time", "intro", "../../secret"]


def test_sessions_of_a_list_have_units_speakers_times_and_optional_readings(
    bring: Import, folder: Folder
) -> None:
    status, out, _ = bring({"sessions.yml": LIST})
    assert status == 1
    assert "sessions.yml:1: a comment: Kept by hand\n" in out
    assert "sessions.yml:4: a key that is not known: venue: old hall\n" in out
    assert re.search(r"sessions.yml:\d+: precepts, which is no session: week second hint", out)
    course = course_of(folder)
    assert (course.title, course.term_name) == ("Reading the Sea", "Spring 2030")
    [pattern] = course.patterns
    assert (str(pattern.start), str(pattern.end), pattern.where) == (
        "10:00:00",
        "10:50:00",
        "Hall 1",
    )
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert (
        "## Part 0\n\n::::{session} Dew #0: a & b\n:where: Hall 2\n:speaker: Dr. Dewson" in schedule
    )
    assert ":optional:\n\n- [Fog (2nd ed.)](https://example.org/p/1), OSDI\n" in schedule
    assert "- Links: [video](https://example.org/v/0), [code](https://example.org/c/0)" in schedule


def test_a_key_of_a_list_is_what_the_author_says(bring: Import, folder: Folder) -> None:
    text = "- {date: 2030-09-02, lecture_title: Dew, more_on_it: Ice}\n"
    assert bring({"a.yml": text}, "--column", "more_on_it=optional")[0] == 0
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert "{session} Dew\n\n:::{readings}\n:optional:\n\n- Ice\n" in schedule


def test_headings_with_days_are_sessions(bring: Import, folder: Folder) -> None:
    page = """\
# Sea and Land (Fall 2030)

## Part one

### Week 1 (9/3): Tides & [time](https://example.org/t)
Speaker: Ada Brook

#### Required reading
- [Clocks](https://example.org/c)
- Optional: [Waves](https://example.org/w)

#### Further reading
Any book.

- Due: Report 1
### Sep 10 - Salt
Presenters: Noor Haddad and Wei Lindqvist

- **Readings**
  - [Brine](https://example.org/b)
### 9/17: No class
## Grading
One report.
"""
    status, out, _ = bring({"page.md": page})
    assert status == 0
    assert [str(one.start) for one in course_of(folder).breaks] == ["2030-09-17"]
    assert "page.md:21: no class, No class" in out
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert SECTIONS in schedule


SECTIONS = """\
## Part one

::::{session} Tides & [time](https://example.org/t)
:speaker: Ada Brook

:::{readings}
- [Clocks](https://example.org/c)
:::

:::{readings}
:optional:

- [Waves](https://example.org/w)
- Any book.
:::

:::{deadline} Report 1
:when: day of class
:::
::::

::::{session} Salt

:::{readings}
- [Brine](https://example.org/b)
:::

:::{presenters}
Presenters: Noor Haddad, Wei Lindqvist
:::
::::

:::::

## Grading

One report.
"""


def test_a_list_of_days_that_has_drifted_is_told(bring: Import, site: Path) -> None:
    page = """---
title: Sea 2030
---
{% capture dates %} 9/3 9/9 9/17 9/24 {% endcapture %}
{% include row dates=dates %}
## Tides
{% include row dates=dates %}
## Salt (9/10)
{% include row dates=dates %}
## Ice
{% include footer.html %}
"""
    status, out, _ = bring({"a.md": page})
    assert status == 1
    assert "a.md:8: the heading says 9/10, and the list of days has 9/9 (a.md:4)" not in out
    assert "a.md:7: the heading says 9/10, and the list of days has 9/9 (a.md:4)" in out
    assert "a.md:4: a day in the list without a session: 9/24\n" in out
    assert "a.md:11: an include that is not here: {% include footer.html %}\n" in out


TABLE = "| Date | Topic |\n|--|--|\n| 9/3 | Tides |\n"


def test_a_page_whose_front_matter_no_calendar_has_is_read(bring: Import, folder: Folder) -> None:
    front = "---\ntitle: 2030\nsubtitle: ~\nupdated: 2030-02-30\n---\n"
    status, out, _ = bring({"a.md": f"{front}{{{{ page.subtitle }}}}\n\n{TABLE}"})
    assert status == 1
    assert course_of(folder).title == "2030"
    assert "a.md:4: front matter: updated: 2030-02-30\n" in out
    report = (folder.srcdir / "import-report.txt").read_text("utf-8")
    assert "a.md:6: {{ page.subtitle }} is ''\n" in report


def test_front_matter_that_is_within_itself_is_told(bring: Import, folder: Folder) -> None:
    page = "---\nother: &dew [Ice, *dew]\ndays:\n  2030-09-02: {Fog: &a [*a]}\n---\n"
    status, out, _ = bring({"a.md": page})
    assert (status, "a.md:2: front matter: other: Ice\n" in out) == (1, True)


def test_liquid_right_below_empty_front_matter_is_told(bring: Import, folder: Folder) -> None:
    status, out, _ = bring({"a.md": f"---\n---\n{{% toc %}}\n\n{TABLE}"}, "--year", "2030")
    assert (status, "a.md:3: Liquid that is not carried out: {% toc %}\n" in out) == (1, True)
    assert "toc" not in (folder.srcdir / "schedule.md").read_text("utf-8")


def test_a_link_of_a_day_of_class_without_class_is_kept(
    bring: Import, site: Path, folder: Folder
) -> None:
    lectures = 'lectures:\n- title: "[No class](https://example.org/why)"\n- title: No class\n'
    bring({"_data/syllabus.yml": CLASS_SITE, "_data/lectures.yml": lectures})
    schedule = (folder.srcdir / "schedule.md").read_text("utf-8")
    assert schedule.count("{session} [No class](https://example.org/why)\n") == 1
    assert [one.title for one in course_of(folder).breaks].count("No class") == 1


DAYS = "start_date: 2030-09-02\nend_date: 2030-09-09\n"


AWKWARD = {
    "week.md": """---
title: Waves # quokka
days:
  2030-09-02: walrus
  2030-09-04:
    Dew: {more: [zebra]}
  2030-09-09: [yak]
  2030-09-11 (online):
    "[Fog](https://example.org/heron)": [ibis]
tags: [{name: newt}]
---
Sep 16, [room](https://example.org/lynx)
: Ice
  - otter
{% include panda.html %}
  : Snow
  > gecko
""",
    "page.md": """---
title: Sea 2030 {% include crane.html %}
---
{% include row %}
## Dew
- Slides {% include moose.html %}
  * stoat
{% include row %}
## Fog
| bison | [egret](https://example.org/llama) |
|--|--|
| tapir | |

    code rhino
""",
    "site.yml": """class_days: ['1']
start_date: 2030-09-02
end_date: 2030-09-23
extra_days_col2: {title: coati}
lab_days: {mon: dingo}
other: [{deep: [skunk]}]
""",
}


@pytest.mark.parametrize("name", AWKWARD)
def test_what_is_awkward_is_in_the_course_or_in_the_report(
    bring: Import, folder: Folder, name: str
) -> None:
    assert bring({name: AWKWARD[name]}, "--year", "2030")[0] == 1
    lost = set(counted(AWKWARD[name])) - set(counted(result_of(folder)))
    assert lost == set()


def test_a_key_that_is_there_twice_is_told(bring: Import, folder: Folder) -> None:
    status, out, _ = bring({"a.yml": "- {date: 2030-09-02, topic: Dew, Topic: [Fog, Ice]}\n"})
    assert status == 1
    assert "a.yml:1: a key that is there already: Topic: Fog Ice\n" in out


def test_html_that_is_not_closed_is_read_or_told(bring: Import, site: Path) -> None:
    entry = "{% include row %}\n## Dew\n<div class='reading [x](https://example.org/x)\n\n"
    page = f"---\ntitle: Sea 2030\n---\n{entry}{entry}<x-y>\n<b>Words</b>\n"
    bring({"a.md": page})
    told = (site.parent / "source" / "import-report.txt").read_text("utf-8")
    schedule = (site.parent / "source" / "schedule.md").read_text("utf-8")
    assert "https://example.org/x" in told + schedule
    assert "**Words**" in schedule


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yml", "- a: [b\n", "a.yml:1: the bracket"),
        ("a.yml", "a: &x [1, 2]\nb: *x\n", "has no table of sessions"),
        ("a.yml", "- one\n", "a.yml:1: no session: one"),
        ("a.yml", "breaks: soon\n", "a.yml:1: no day without class: breaks: soon"),
        ("a.yml", "a: *b\n", "a.yml:1: '*' repeats what '&' names above, and nothing is"),
        ("a.yml", "a: 1\n---\nb: 2\n", "a.yml:2: a second document begins at '---'"),
        ("a.yml", "a: &a [*a]\n", "has too many values, or is nested too deeply"),
        ("a.yml", "[" * 2000, "a.yml:1: lists and mappings are nested deeper than"),
        ("a.yml", WEEK, "says when the class meets in a week, and lists no sessions"),
        ("a.yml", f"{DAYS}class_days: ['7']", "a.yml:3: class_days: '7' is no day"),
        ("a.yml", "class_days: ['1']\nstart_date: soon", "a.yml:2: start_date is no date"),
        ("a.yml", b"\xff", "a.yml is not UTF-8"),
    ],
)
def test_yaml_that_has_no_sessions_is_refused(
    bring: Import, name: str, text: str | bytes, message: str
) -> None:
    status, out, err = bring({name: text})
    assert (status, out) == (2, "")
    assert message in err


def test_aliases_that_multiply_are_refused(bring: Import) -> None:
    lines = ["a0: &a0 {date: 2030-09-02}"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    status, _, err = bring({"a.yml": "\n".join(lines)})
    assert status == 2
    assert "has too many values" in err


def test_a_course_of_ours_is_for_another_command_which_is_named(
    bring: Import, folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "mine"
    (site / "fall").mkdir(parents=True)
    (site / "conf.py").write_text(
        'extensions = ["myst_parser", "sphinx_seminar"]\nmyst_enable_extensions = ["colon_fence"]\n'
    )
    (site / "index.md").write_text("# Mine\n\n```{toctree}\nfall/index\n```\n")
    (site / "fall" / "course.yml").write_text(
        "start: 2030-09-02\nend: 2030-12-02\nterm: Fall 2030\nmeetings: [{days: Mon}]\n"
        "timezone: UTC\n"
    )
    (site / "fall" / "index.md").write_text(
        "# Fall\n\n::::{schedule}\n:::{session} Dew\n:::\n::::\n"
    )
    for source in ("fall", "fall/course.yml", "fall/index.md"):
        status = main(["import", str(site / source), "--into", str(folder.srcdir)])
        err = capsys.readouterr().err
        assert status == 2
        assert "is of a course of sphinx-seminar; for its next term, run: " in err
    command = shlex.split(err.partition("run: sphinx-seminar ")[2])
    assert command[0] == "term"
    assert run_forked(main, [*command, "--yes", "--dry-run"]).returncode == 0
    (site / "conf.py").unlink()
    status = main(["import", str(site / "fall" / "course.yml"), "--into", str(folder.srcdir)])
    assert status == 2
    assert "run: sphinx-seminar init FOLDER --from " in capsys.readouterr().err


def test_lines_with_labels_are_read_one_by_one(bring: Import, folder: Folder) -> None:
    page = """\
# Sea and Land (Fall 2030)

## 9/3: Tides {#tides .wide}
Presenter: Noor Haddad, Wei Lindqvist
Due: Review
of both papers
Scribe: Priya Okafor

## 9/10 & 9/12: Salt
Bring `a
b`.

## 9/17: *No class* -- `dunes`

## 10/1: Dew
"""
    bring({"plan.md": page})
    schedule = (folder.srcdir / "schedule.md").read_text(encoding="utf-8")
    assert "{session} Tides\n" in schedule
    assert "Presenter: Noor Haddad, Wei Lindqvist\nScribe: Priya Okafor\n" in schedule
    assert "{deadline} Review of both papers\n" in schedule
    assert "{session} Salt\n" in schedule
    report = (folder.srcdir / "import-report.txt").read_text(encoding="utf-8")
    assert "plan.md:9: the last of several days: 9/12" in report
    assert "an attribute of kramdown: {#tides .wide}" in report
    titles = [one.title for one in course_of(folder).breaks]
    assert titles == ["No class -- dunes", None]  # no row has 9/24
