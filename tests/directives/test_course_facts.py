"""Staff, grading, deadlines, this week, the timetable, announcements, courses: what is shown."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sphinx_seminar.views.registry import VIEWS

from ..conftest import Build, Folder, Site, words
from ..samples import COURSE, MARKUPS, page

EXTRA = """
meetings:
  - {days: Mon, time: 13:00-16:00, where: Soda 405}
  - {days: Mon Wed, time: 15:00-16:00, kind: Discussion, sessions: no}
grading:
  total: 90
  Talk: 50
  Project: {Code: 10, Report: 30}
  bands: {A: 90, B: 0}
"""
FULL = COURSE.replace("meetings:\n  - {days: Mon, time: 13:00-16:00, where: Soda 405}\n", EXTRA)
NOW = "1645128000"  # Thu, Feb 17, 2022

LOOKED_AT = ("staff", "grading", "deadlines", "this-week", "timetable", "courses")
"""What the tests of this file look at; announcements are beside them."""

NAMES = ("announcements", *(name for name, view in VIEWS.items() if view.options))
"""Every view whose directive is a line of the registry."""


def directive(markup: str, name: str, options: str = "", body: str = "") -> str:
    if markup == "md":
        return f":::{{{name}}}\n{options}{body}\n:::\n"
    indented = "".join(f"   {line}\n" for line in options.splitlines())
    return f".. {name}::\n{indented}\n   {body}\n"


SESSION = {
    "md": """
:::::{schedule}
::::{session} One
:::{deadline} Review
:when: 1 hour before class
:link: https://reviews.example/1
:::
::::
:::::

::::{announcements}
:::{announcement} Welcome
:date: 2022-01-20
Hello *all*.
:::
:::{announcement} Later
:date: 2022-04-01
Secret.
:::
::::
""",
    "rst": """
.. schedule::

   .. session:: One

      .. deadline:: Review
         :when: 1 hour before class
         :link: https://reviews.example/1

.. announcements::

   .. announcement:: Welcome
      :date: 2022-01-20

      Hello *all*.

   .. announcement:: Later
      :date: 2022-04-01

      Secret.
""",
}


def everything(markup: str) -> dict[str, str]:
    views = "\n".join(directive(markup, name) for name in LOOKED_AT)
    return {"course.yml": FULL, **page(markup, views + SESSION[markup])}


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


@pytest.mark.parametrize("markup", MARKUPS)
def test_both_markups_make_the_same_page(markup: str, build: Build) -> None:
    site = build(everything(markup))
    assert site.warnings == []
    cards = [words(card) for card in site.page().select(".seminar-card .seminar-name")]
    assert cards == ["Ada Brook", "Noor Haddad", "CS 101: Reading Machines"]
    weights = [words(cell) for cell in site.page().select(".seminar-grading td > span:first-child")]
    assert weights == ["50%", "40%", "10%", "30%"]
    assert (
        words(site.one("ul.seminar-deadlines:not(.seminar-panel *) > li"))
        == "Mon, Jan 24, 12:00 Review · One"
    )
    in_session = site.one(".seminar-schedule .seminar-deadline")
    assert words(in_session) == "Due Mon, Jan 24, 12:00 (Los Angeles time): Review"
    assert in_session["data-until"] == "2022-01-24T20:00:00Z"
    assert words(site.one(".seminar-announcement p + p")) == "Hello all."
    events = [words(event) for event in site.page().select(".seminar-event")]
    assert events == [
        "13:00–16:00 Class Soda 405",
        "15:00–16:00 Discussion",
        "15:00–16:00 Discussion",
    ]
    assert len(site.page().select(".seminar-panel[hidden]")) == 9


@pytest.mark.parametrize("builder", ["text", "latex", "man", "dirhtml", "singlehtml", "epub"])
def test_every_format_has_all_of_it(builder: str, build: Build) -> None:
    site = build(everything("md"), builder)
    ours = [line for line in site.warnings if "seminar" in line or "unknown node" in line]
    assert ours == []
    if builder == "text":
        text = " ".join(site.text("index.txt").split())
        for fact in (
            "Office hours: TBA",
            "| Talk | 50% |",
            "Mon, Jan 24, 12:00: Review",
            "13:00–16:00: Class, Soda 405",
            "Thu, Jan 20, 2022: Welcome",
            "See the whole schedule",
            "CS 101: Reading Machines, Spring 2022",
        ):
            assert fact in text


@pytest.mark.parametrize("name", [name for name in NAMES if name != "reading-list"])
def test_a_directive_that_no_course_governs_says_what_is_missing(name: str, build: Build) -> None:
    site = build(page("md", directive("md", name)))
    (problem,) = site.warnings
    assert problem.startswith("index.md:3: WARNING: ")
    assert "course.yml" in problem
    assert problem.endswith("[seminar.course]")


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("staff", "course.yml names no staff; write 'staff:' there, a name for each"),
        ("grading", "course.yml has no grading; write 'grading:' there, parts and their weights"),
        ("deadlines", "no {deadline} is in the course of course.yml; write one"),
        (
            "this-week",
            "course.yml has no timezone and no start and end; write them there",
        ),
        ("timetable", "course.yml has neither meetings nor office hours; write 'meetings:' there"),
        (
            "announcements",
            "no {announcement} is in the course of course.yml; write one inside",
        ),
    ],
)
def test_a_directive_whose_facts_are_not_there_says_so(
    name: str, missing: str, build: Build
) -> None:
    site = build({"course.yml": "title: x\n", **page("md", directive("md", name))})
    assert site.warnings == [f"index.md:3: WARNING: {{{name}}}: {missing} [seminar.course]"]


@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_is_misspelt_or_there_twice_is_told(name: str, build: Build) -> None:
    option = (VIEWS[name].options or ("course",))[-1]
    files = everything("md")
    files["index.md"] += "\n" + directive("md", name, f":{option}: /\n:{option}: /\n:corse: x\n")
    # This course may lack what a view shows.
    told = [line for line in build(files).warnings if "[seminar.option]" in line]
    assert len(told) == 2
    assert f"{{{name}}} has no option ':corse:'" in told[0]
    assert f"':{option}:' is there twice" in told[1]


@pytest.mark.parametrize(
    ("options", "kind", "expected"),
    [
        (":when:", "deadline", "deadline 'Paper' has no ':when:'; write one"),
        ("", "deadline", "deadline 'Paper' has no ':when:'; write one"),
        (":when: soon", "deadline", "':when:' 'soon' is not understood; write such as"),
        (":when: class", "deadline", "its ':when:' is counted from a session and it is in"),
        (
            ":when: class\n:session: Two",
            "deadline",
            "deadline 'Paper': ':session: Two' is no session; known here: one",
        ),
        (
            ":when: 2023-02-04",
            "deadline",
            "deadline 'Paper': 2023-02-04 is outside the term (2022-01-24 to 2022-03-11)",
        ),
        (
            ":when: 2022-02-21",
            "break",
            "deadline 'Paper': 2022-02-21 is on a break (Presidents' Day); is that meant?",
        ),
        (":when: week 40 Fri", "deadline", "is outside the term"),
        (":when: 2022-02-04\n:link:", "option", "':link:' is empty"),
        (":when: 2022-02-04\n:link: javascript:x", "link", "the address 'javascript:x' is not"),
        (":when: 2022-02-04\n:wen: x", "option", "{deadline} has no option ':wen:'; did you"),
        (":when: 2022-02-04\n:when: 2022-02-05", "option", "':when:' is there twice"),
        (":when: 2022-02-04\n:id: a b", "option", "':id: a b' cannot be an id; 'a-b' is used"),
        (":when: 2022-02-04\n:course: nowhere", "course", "':course: nowhere': no course.yml"),
    ],
)
def test_a_wrong_deadline_is_told(options: str, kind: str, expected: str, build: Build) -> None:
    files = everything("md")
    files["index.md"] += f"\n:::{{deadline}} Paper\n{options}\n:::\n"
    site = build(files)
    assert site.warnings
    assert any(expected in line and f"[seminar.{kind}]" in line for line in site.warnings)
    assert all(line.startswith("index.md:") for line in site.warnings)


def test_a_deadline_after_the_term_may_be_meant(build: Build) -> None:
    files = everything("md")
    paper = "\n:::{deadline} Paper\n:when: 2022-05-31\n:out: 2022-04-01\n:after-term:\n:::\n"
    files["index.md"] += paper + "\n:::{deadlines}\n:::\n"
    site = build(files)
    assert site.warnings == []
    assert "Tue, May 31" in words(site.page().select(".seminar-deadlines")[-1])
    told = build(files | {"index.md": files["index.md"].replace("\n:after-term:", "")}).warnings
    assert len(told) == 2
    assert all(
        "; write a date within it, ':after-term:' beside it if that" in line for line in told
    )


def test_a_deadline_before_the_term_is_that_of_another_term(build: Build) -> None:
    files = everything("md")
    files["index.md"] += "\n:::{deadline} Paper\n:when: 2021-12-01\n:after-term:\n:::\n"
    (told,) = build(files).warnings
    assert "deadline 'Paper': 2021-12-01 is outside the term" in told
    assert "after-term" not in told


def test_the_note_on_a_deadline_on_a_break_can_be_suppressed(build: Build) -> None:
    files = everything("md")
    files["index.md"] += "\n:::{deadline} Paper\n:when: 2022-02-21\n:::\n"
    site = build(files, confoverrides={"suppress_warnings": ["seminar.break"]})
    assert site.warnings == []


def test_relative_deadlines_follow_when_the_term_is_moved(folder: Folder) -> None:
    folder.write(everything("md"))
    before = words(folder.build().one("ul.seminar-deadlines:not(.seminar-panel *) > li time"))
    moved = FULL.replace("2022-01-24", "2023-01-23").replace("2022-03-11", "2023-03-10")
    folder.write({"course.yml": moved.replace("2022-02-21", "2023-02-20")})
    site = folder.build()
    assert (before, words(site.one("ul.seminar-deadlines:not(.seminar-panel *) > li time"))) == (
        "Mon, Jan 24, 12:00",
        "Mon, Jan 23, 12:00",
    )


def test_a_kind_labels_a_deadline_wherever_it_is_shown(build: Build) -> None:
    files = everything("md")
    files["index.md"] = files["index.md"].replace(
        "{deadline} Review\n", "{deadline} Review\n:kind: Homework <1>\n"
    )
    site = build(files)
    assert site.warnings == []
    labels = [words(label) for label in site.page().select(".seminar-deadline .seminar-label")]
    assert labels == ["Homework <1>"] * 3  # in its session, in the list, in its week
    assert words(site.one(".seminar-schedule .seminar-deadline")).endswith(": Homework <1> Review")
    text = " ".join(build(files, "text").text("index.txt").split())
    assert "Mon, Jan 24, 12:00: Homework <1>: Review" in text


def test_the_courses_in_a_folder_are_found_from_the_root_too(build: Build) -> None:
    files = terms()
    for name, wanted in (("all", "/"), ("one", "../2021"), ("root", "2021")):
        files[f"pages/{name}.md"] = f"# Page\n\n:::{{courses}}\n:in: {wanted}\n:::\n"
        files["index.md"] = files["index.md"].replace("2020/index\n", f"2020/index\npages/{name}\n")
    site = build(files)
    for name, count in (("all", 3), ("one", 1), ("root", 1)):
        assert len(site.page(f"pages/{name}.html").select(".seminar-card")) == count


def test_a_person_is_linked_to_by_name(build: Build) -> None:
    site = build(
        {
            "course.yml": COURSE,
            "index.md": "# Page\n\n{person}`Ada Brook`, {person}`her <ada brook>`\n\n"
            ":::{toctree}\nstaff\n:::\n",
            "staff.md": "# Staff\n\n:::{staff}\n:::\n",
        }
    )
    assert site.warnings == []
    links = [(words(a), a["href"]) for a in site.page().select("p a") if "person" in a["href"]]
    address = "staff.html#person-ada-brook"
    assert links == [("Ada Brook", address), ("her", address)]
    assert site.page("staff.html").find(id="person-ada-brook") is not None
    people = site.app.env.domains["seminar"].get_objects()
    assert ("Ada Brook", "Ada Brook", "person", "staff", "person-ada-brook", 1) in list(people)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Brok", "nobody of the staff is called 'Ada Brok'; did you mean 'Ada Brook'?"),
        ("Noor Haddad", "'Noor Haddad' has no card to link to; write a {staff}"),
    ],
)
def test_a_person_who_is_not_found_is_told(name: str, expected: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", f"{{person}}`{name}`\n")})
    (problem,) = site.warnings
    assert problem.startswith("index.md:3: WARNING: ")
    assert expected in problem
    assert problem.endswith("[seminar.link]")


def test_a_photo_has_its_text_and_initials_stand_for_one(build: Build) -> None:
    course = COURSE.replace("role: Assistant", "role: Assistant, photo: n.png, alt: Noor writes")
    files: dict[str, Any] = {"a/course.yml": course, "a/n.png": b"\x89PNG\r\n"}
    files["index.md"] = "# Page\n\n:::{staff}\n:course: a\n:::\n"
    site = build(files)
    assert site.warnings == []
    image = site.one(".seminar-photo img")
    assert (image["alt"], image["src"]) == ("Noor writes", "_images/n.png")
    assert (site.app.outdir / "_images/n.png").is_file()
    initials = site.page().select(".seminar-photo[aria-hidden]")
    assert [words(found) for found in initials] == ["AB"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prof. Dr. Ottilie Harkort, LL.M.", "OH"),
        ("Jean-Luc Moreau", "JM"),
        ("د. سلوى النجار", "سا"),
        ("Zoë", "Z"),
    ],
)
def test_titles_are_no_initials(name: str, expected: str, build: Build) -> None:
    course = COURSE[: COURSE.index("staff:")] + f"staff: [{{name: '{name}'}}]\n"
    site = build({"course.yml": course, **page("md", ":::{staff}\n:::\n")})
    assert site.warnings == []
    assert words(site.one(".seminar-photo")) == expected


def test_a_scheme_can_be_shown_alone_and_an_unknown_one_is_told(build: Build) -> None:
    grading = "grading:\n  schemes:\n    1 credit: {Talk: 100}\n    3 credits: {Report: 100}\n"
    body = directive("md", "grading", ":scheme: 3 credits\n")
    site = build({"course.yml": COURSE + grading, **page("md", body)})
    assert site.warnings == []
    assert words(site.one(".seminar-grading caption")) == "3 credits"
    site = build(page("md", directive("md", "grading", ":scheme: 2 credits\n")))
    (problem,) = site.warnings
    assert "{grading}: course.yml has no scheme '2 credits'; did you mean" in problem


def test_markup_in_course_yml_is_text(build: Build) -> None:
    course = (
        "title: <b>x</b>\nstaff: {name: <i>Ada</i>, pronouns: <b>, office_hours: <u>}\n"
        "grading: {<script>: 100}\nmeetings: {dates: 2022-01-24, where: <b>}\n"
        "timezone: UTC\n"
    )
    views = "\n".join(
        directive("md", name) for name in ("staff", "grading", "timetable", "courses")
    )
    site = build({"course.yml": course, **page("md", views)})
    assert site.warnings == []
    for tag in ("<i>Ada", "<b>", "<u>", "<script>:"):
        assert tag not in site.text("index.html")
    assert "&lt;script&gt;" in site.text("index.html")


TERMS = {"2020": "Spring 2020", "2021": "Spring 2021", "2022": "Spring 2022"}


def terms() -> dict[str, str]:
    files = {"index.md": "# Seminar\n\n:::{courses}\n:::\n\n:::{toctree}\n"}
    for year, name in TERMS.items():
        course = COURSE.replace("2022-", f"{year}-").replace("Spring 2022", name)
        files[f"{year}/course.yml"] = course
        files[f"{year}/index.md"] = (
            f"# {name}\n\n{{person}}`Ada Brook`\n\n:::{{staff}}\n:::\n\n{SESSION['md']}"
        )
        files["index.md"] += f"{year}/index\n"
    files["index.md"] += ":::\n\n:::{this-week}\n:course: 2022\n:::\n"
    return files


def test_three_terms_of_a_seminar_stand_in_one_site(build: Build) -> None:
    files = terms()
    for year in TERMS:
        files[f"{year}/index.md"] = files[f"{year}/index.md"].replace("2022-01-20", f"{year}-01-20")
    site = build(files)
    assert site.warnings == []
    cards = site.page().select(".seminar-card")
    assert [words(card.select("p")[1]) for card in cards] == list(reversed(TERMS.values()))
    assert [card.select("a")[0]["href"] for card in cards] == [
        f"{year}/index.html" for year in reversed(TERMS)
    ]
    for year in TERMS:
        due = site.one(".seminar-schedule .seminar-deadline", f"{year}/index.html")
        assert str(due["data-until"]).startswith(year)
        person = site.one("a[href='#person-ada-brook']", f"{year}/index.html")
        assert words(person) == "Ada Brook"


def test_a_card_list_can_be_of_one_folder(build: Build) -> None:
    files = terms()
    files["index.md"] = files["index.md"].replace(":::{courses}\n", ":::{courses}\n:in: 2021\n")
    assert len(build(files).page().select(".seminar-card")) == 1


def shown(site: Site) -> list[str]:
    return [words(panel) for panel in site.page().select(".seminar-panel")]


def test_this_week_has_every_week_and_what_comes_before_and_after(build: Build) -> None:
    site = build(everything("md"))
    panels = site.page().select(".seminar-panel")
    edges = [(panel.get("data-from"), panel.get("data-until")) for panel in panels]
    assert edges[0] == (None, "2022-01-24T08:00:00Z")
    assert edges[-1] == ("2022-03-14T07:00:00Z", None)  # daylight saving began on the 13th
    assert all(one[1] == next_[0] for one, next_ in pairwise(edges))
    texts = shown(site)
    assert texts[0].startswith("The term starts on Mon, Jan 24, 2022.")
    assert "One" in texts[1]
    assert "Mon, Jan 24, 12:00 Review" in texts[1]
    assert "Presidents' Day" in texts[5]
    assert "No session this week." in texts[5]
    assert texts[-1] == "The term ended on Fri, Mar 11, 2022."
    assert site.page().find("a", string="See the whole schedule") is not None


def test_ids_stand_once_on_a_page(build: Build) -> None:
    ids = [str(element["id"]) for element in build(everything("md")).page().select("[id]")]
    assert sorted(set(ids)) == sorted(ids)


def test_listed_dates_below_the_grid_have_their_room(build: Build) -> None:
    course = """
        timezone: Europe/Berlin
        start: 2022-01-24
        end: 2022-03-11
        meetings:
          - {days: Mon, time: 13:00-14:00, where: Lab 2}
          - {dates: [2022-02-01, 2022-02-08], time: 15:00-16:00, where: Hall, kind: Project}
        """
    site = build({"course.yml": course, **page("md", ":::{timetable}\n:::\n")})
    assert site.warnings == []
    below = "Project: Tue, Feb 1; Tue, Feb 8, 2022, 15:00–16:00 (Berlin time); Hall"
    assert below in words(site.one("div.body"))
