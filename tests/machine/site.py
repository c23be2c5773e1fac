"""A random site: what its pages, courses and settings say, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; the control site has it too."""

    words: str


@dataclass(frozen=True, slots=True)
class Ours:
    """Markup of ours; the control site has nothing in its place."""

    markup: str
    """In it a directive's fence is ``:::``, as nothing of ours is inside."""


Content = Text | Ours


@dataclass(frozen=True, slots=True)
class Session:
    """A session with its options and what is in it."""

    title: str
    options: tuple[tuple[str, str], ...] = ()
    content: tuple[Content, ...] = ()

    def with_option(self, name: str, value: str | None) -> Session:
        """The session with an option set, or without it."""
        kept = tuple(found for found in self.options if found[0] != name)
        return replace(self, options=kept if value is None else (*kept, (name, value)))


@dataclass(frozen=True, slots=True)
class Schedule:
    """A ``{schedule}``; an empty one gathers."""

    sessions: tuple[Session, ...] = ()
    show: str | None = None
    order: str | None = None
    units: str | None = None
    """What `:units:` says; an empty text is a flag."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A dated item of news."""

    title: str
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class News:
    """An ``{announcements}`` with items inside."""

    items: tuple[Announcement, ...]


Part = Text | Ours | Session | Schedule | News


@dataclass(frozen=True, slots=True)
class Page:
    """A document; where it adopts a session, that is the page itself."""

    docname: str
    title: str
    parts: tuple[Part, ...] = ()
    adopted: tuple[tuple[str, str], ...] | None = None
    """The options of the ``{session}`` that adopts the page."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff."""

    name: str
    role: str | None = None
    url: str | None = None
    hours: str | None = None
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class CourseFile:
    """A course.yml."""

    title: str = "Reading Machines"
    term: str = "Spring 2022"
    zone: str | None = "America/Los_Angeles"
    start: date = date(2022, 1, 24)
    end: date = date(2022, 3, 11)
    days: str = "Mon"
    """Those of a section on each side of a ``|``, where there are some."""
    time: str = "13:00-16:00"
    where: str = "Soda 405"
    breaks: tuple[tuple[date, date, str], ...] = ((date(2022, 2, 21), date(2022, 2, 21), "Rest"),)
    count_breaks: bool = True
    staff: tuple[Person, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ("Author", "Reviewer")
    signups: str | None = None
    """The sheet in its folder."""
    names: str = "full"
    weights: tuple[tuple[str, int], ...] = (("Talk", 40), ("Report", 60))
    labs: str | None = None
    """The days of meetings of a kind of their own."""
    bibliography: str | None = None
    """The .bib file in its folder."""
    is_broken: bool = False
    only_title: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a build reads."""

    pages: tuple[Page, ...]
    """In the order of the contents; the first one is the root."""
    courses: tuple[tuple[str, CourseFile], ...]
    """By folder, ``""`` the root."""
    conf: tuple[tuple[str, object], ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    """Photos, and what pages include."""
    today: date = date(2022, 2, 9)

    def built(self) -> list[Page]:
        """The pages that conf.py does not exclude."""
        excluded = dict(self.conf).get("exclude_patterns") or ()
        assert isinstance(excluded, list | tuple)
        return [
            page
            for page in self.pages
            if not any(page.docname.startswith(f"{folder}/") for folder in excluded)
        ]

    def with_page(self, old: Page, new: Page | None) -> Site:
        """The site with a page put in the place of another, or without it."""
        pages = [new if page is old else page for page in self.pages]
        return replace(self, pages=tuple(page for page in pages if page is not None))

    def with_course(self, folder: str, new: CourseFile | None) -> Site:
        """The site with a course.yml in a folder, or without it."""
        kept = [found for found in self.courses if found[0] != folder]
        return replace(self, courses=tuple(kept if new is None else [*kept, (folder, new)]))

    def with_file(self, path: str, content: bytes | None) -> Site:
        """The site with a file, or without it."""
        kept = [found for found in self.files if found[0] != path]
        return replace(self, files=tuple(kept if content is None else [*kept, (path, content)]))


def first_site() -> Site:
    """Where every run starts."""
    ada = Person("Ada Brook", "Instructor", "https://people.example/ada", "TBA", "ada.png")
    course = CourseFile(staff=(ada, Person("Noor Haddad")), links=(("Reviews", "Piazza"),))
    paper = Ours(":::{readings}\n- [Paper of {name}](https://x.example/{name}) [OSDI'18]\n:::")
    lectures = tuple(
        Page(
            name,
            f"Title {name}",
            (Text(f"Body {name}."), Ours(paper.markup.replace("{name}", name))),
            adopted=(("id", f"id-{name}"),) if name != "three" else (),
        )
        for name in ("one", "two", "three")
    )
    views = [Ours(f":::{{{view}}}\n:::") for view in ("course-info", "staff", "grading")]
    due = Ours(":::{deadline} Review\n:when: 1 hour before class\n:::")
    mention = Ours("{session}`id-two`, {person}`Ada Brook`")
    filled = Schedule((Session("Inside", content=(Text("In a schedule."), due)),))
    pages = (
        Page("index", "Course", (views[0],)),
        Page("gathering", "Gathering", (Schedule(),)),
        Page("titles", "Titles", (Text("{doc}`gathering`"), Schedule(show="title"))),
        *lectures,
        Page("filled", "Filled", (filled,)),
        Page("people", "People", (*views[1:], Ours(":::{timetable}\n:::"))),
        Page("week", "Week", (Ours(":::{this-week}\n:::"), Ours(":::{deadlines}\n:::"))),
        Page("news", "News", (News((Announcement("First", date(2022, 2, 1), "It starts."),)),)),
        Page("plain", "Plain", (Text("Nothing of ours. {doc}`one`"), mention)),
    )
    return Site(
        pages,
        (("", course),),
        files=(("part.txt", b"Part 1.\n"), ("ada.png", b"\x89PNG\r\n\x1a\n")),
    )
