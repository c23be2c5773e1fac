"""The announcements of a course as Atom, which other programs read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest

from ..conftest import Build, Folder, Site
from ..samples import COURSE

NOW = "1644393600"  # 2022-02-09
ATOM = "{http://www.w3.org/2005/Atom}"

NEWS = """
# News

::::{announcements}

:::{announcement} Welcome, "all" & <everybody>
:date: 2022-01-20

The first **class** is in [Soda](https://soda.example/); {edit-page}`mend *this* page`.

- Bring a pen.

% A remark of the author

{.hidden}
Last line.
:::

:::{announcement} Room
:date: 2022-02-08
:::

:::{announcement} Secret of tomorrow
:date: 2022-02-10

Not yet.
:::

::::
"""
INDEX = "# Course\n\n```{toctree}\nnews\nplain\n```\n"
FILES = {
    "course.yml": COURSE,
    "index.md": INDEX,
    "news.md": NEWS,
    "plain.md": "# Plain\n\nWords.\n",
}


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


def news_of(site: Site, name: str = "news.xml") -> bytes:
    return (Path(site.app.outdir) / name).read_bytes()


def findings(content: bytes) -> list[str]:
    """What RFC 4287 asks of a feed and a parser lets pass."""
    return list(_findings(ET.fromstring(content)))


def _findings(feed: ET.Element) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield "no feed"
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        yield from _of_part(part)
    for entry in entries:
        if entry.find(f"{ATOM}content") is None and not entry.findall(f"{ATOM}link"):  # 4.1.2
            yield "neither a content nor a link"
    if not feed.findall(f"{ATOM}author/{ATOM}name"):  # 4.1.1
        yield "no author"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "an id twice"


def _of_part(part: ET.Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2
        if len(part.findall(f"{ATOM}{name}")) != 1:
            yield f"not one {name}"
    for moment in (*part.findall(f"{ATOM}updated"), *part.findall(f"{ATOM}published")):  # 3.3
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment.text or ""):
            yield f"no date: {moment.text}"
    if not re.match(r"[a-z]+:\S+$", part.findtext(f"{ATOM}id", "")):  # 4.2.6
        yield "an id that is no IRI"


GOOD = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>T</title>'
    "<updated>2022-01-01T00:00:00Z</updated><author><name>A</name></author><entry><id>urn:y</id>"
    '<title>E</title><updated>2022-01-02T00:00:00Z</updated><link href="x"/></entry></feed>'
)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("<id>urn:x</id>", "", "not one id"),
        ("<title>E</title>", "", "not one title"),
        ("<updated>2022-01-02T00:00:00Z</updated>", "", "not one updated"),
        ("01-02T00:00:00Z", "01-02", "no date: 2022-01-02"),
        ("urn:y", "y", "an id that is no IRI"),
        ('<link href="x"/>', "", "neither a content nor a link"),
        ("<author><name>A</name></author>", "", "no author"),
        (
            "</entry>",
            GOOD[GOOD.index("</entry>") :][:8] + GOOD[GOOD.index("<entry>") : -7],
            "an id twice",
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(old: str, new: str, wanted: str) -> None:
    assert findings(GOOD.encode()) == []
    assert old in GOOD
    assert wanted in findings(GOOD.replace(old, new, 1).encode())


def test_what_is_out_is_in_the_feed_the_newest_first(build: Build) -> None:
    site = build(FILES, confoverrides={"html_baseurl": "https://course.example/"})
    content = news_of(site)
    assert findings(content) == []
    read = feedparser.parse(content)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "CS 101 Reading Machines, Spring 2022"
    assert [author.name for author in read.feed.authors] == ["Ada Brook", "Noor Haddad"]
    assert read.feed.updated == "2022-02-08T08:00:00Z"
    links = {link.rel: link.href for link in read.feed.links}
    assert links["self"] == "https://course.example/news.xml"
    assert links["alternate"] == "https://course.example/index.html"
    assert [entry.title for entry in read.entries] == [
        "Room",
        "Welcome, “all” & <everybody>",
    ]
    room, welcome = read.entries
    assert "content" not in room
    assert welcome.content[0].type == "text/plain"
    assert welcome.content[0].value.splitlines()[:2] == [
        "The first class is in Soda; mend *this* page.",
        "Bring a pen.",
    ]
    assert "remark" not in content.decode()
    assert b"tomorrow" not in content
    assert b"Not yet" not in content
    anchor = room.link.removeprefix("https://course.example/news.html#")
    assert site.page("news.html").find(id=anchor)


CHANGED = """
# Course

:::::{schedule}
::::{session} One
::::
::::{session} Two
:moved-from: 2022-01-31
:date: 2022-02-02
:time: 10:00-12:00
:changed-on: 2022-01-28
::::
::::{session} Three, *with* <marks>
:status: cancelled
:changed-on: 2022-02-09
::::
::::{session} Four
:moved-from: 2022-02-14
:date: none
:changed-on: 2022-02-01
::::
::::{session} Secret of Five
:status: cancelled
:changed-on: 2022-02-10
::::
::::{session} Six
:status: cancelled
::::
:::::
"""


def test_changes_of_the_schedule_are_news_from_their_day_on(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = "---\norphan: true\n---\n" + NEWS
    folder.write({"course.yml": COURSE, "index.md": CHANGED, "news.md": news})
    site = folder.build(confoverrides={"html_baseurl": "https://course.example/"})
    assert site.warnings == []
    content = news_of(site)
    assert findings(content) == []
    assert b"Five" not in content
    entries = feedparser.parse(content).entries
    assert [(entry.published[:10], entry.title) for entry in entries] == [
        ("2022-02-09", "Cancelled: Three, with <marks>"),
        ("2022-02-08", "Room"),
        ("2022-02-01", "Moved; the new date is to be announced: Four"),
        ("2022-01-28", "Moved to Wed, Feb 2, 10:00–12:00: Two"),
        ("2022-01-20", "Welcome, “all” & <everybody>"),
    ]
    assert entries[0].content[0].value == "Mon, Feb 7, 2022, 13:00–16:00"
    assert entries[2].content[0].value == "Moved from Mon, Feb 14, 2022"
    assert entries[3].content[0].value.splitlines() == [
        "Moved from Mon, Jan 31, 2022",
        "Moved to Wed, Feb 2, 2022, 10:00–12:00",
    ]
    anchor = entries[3].link.removeprefix("https://course.example/index.html#")
    assert "Two" in site.one(f"#{anchor}").text
    # Its day comes, and another one is moved once more; the day of a third is corrected.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1644609600")  # 2022-02-11
    again = CHANGED.replace(
        "date: none\n:changed-on: 2022-02-01", "date: 2022-02-16\n:changed-on: 2022-02-11"
    )
    folder.write({"index.md": again.replace("2022-01-28", "2022-01-29")})
    later = feedparser.parse(news_of(folder.build())).entries
    ids = {entry.title: entry.id for entry in entries}
    new = [entry.title for entry in later if entry.id not in ids.values()]
    assert new == ["Moved to Wed, Feb 16: Four", "Secret of tomorrow", "Cancelled: Secret of Five"]
    assert len({entry.id for entry in later}) == len(later)


def test_changes_alone_are_news_and_a_day_of_another_term_is_told(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": CHANGED.replace("2022-01-28", "2021-01-28")})
    site = folder.build()
    (warning,) = site.warnings
    assert warning.endswith(
        "index.md:6: WARNING: session 'Two': ':changed-on: 2021-01-28' is neither within the term "
        "(2022-01-24 to 2022-03-11) nor in the three months before it; write the day on which you "
        "decided it [seminar.date]"
    )
    assert site.one('link[type="application/atom+xml"]')


def test_a_change_of_sections_has_the_dates_of_each(folder: Folder) -> None:
    course = COURSE.replace("meetings:\n  -", "sections:\n  - {name: A, meetings:").replace(
        "where: Soda 405}", "where: Soda 405}}\n  - {name: B, meetings: {days: Tue, time: 9:00}}"
    )
    page = CHANGED.replace("02-02\n:time: 10:00-12:00", "02-08").replace("01-31", "02-01")
    folder.write({"course.yml": course, "index.md": page})
    entries = feedparser.parse(news_of(folder.build())).entries
    assert [(entry.title, entry.content[0].value.splitlines()) for entry in entries] == [
        (
            "Cancelled: Three, with <marks>",
            ["A: Mon, Feb 7, 2022, 13:00–16:00", "B: Tue, Feb 15, 2022, 09:00"],
        ),
        ("Moved; the new date is to be announced: Four", ["Moved from Mon, Feb 14, 2022"]),
        (
            "Moved from Tue, Feb 1, 2022: Two",
            [
                "Moved from Tue, Feb 1, 2022",
                "A: Mon, Jan 31, 2022, 13:00–16:00",
                "B: Tue, Feb 8, 2022, 09:00",
            ],
        ),
    ]


def test_without_a_known_site_links_are_relative_to_the_feed(build: Build) -> None:
    files = {f"spring/{name}": text for name, text in FILES.items()}
    site = build({"index.md": "# Site\n\n```{toctree}\nspring/index\n```\n", **files})
    content = news_of(site, "spring/news.xml")
    assert findings(content) == []
    read = feedparser.parse(content, response_headers={"content-location": "https://x.example/a/"})
    assert read.entries[0].link.startswith("https://x.example/a/news.html#")


@pytest.mark.parametrize(
    ("builder", "page", "address"),
    [
        ("html", "plain.html", "news.xml"),
        ("dirhtml", "plain/index.html", "../news.xml"),
        ("html", "index.html", "news.xml"),
        ("singlehtml", "index.html", "news.xml"),
    ],
)
@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_every_page_of_the_course_leads_to_it(
    theme: str, builder: str, page: str, address: str, build: Build
) -> None:
    site = build(FILES, builder, confoverrides={"html_theme": theme})
    link = site.one('link[type="application/atom+xml"]', page)
    assert (link["rel"], link["href"]) == (["alternate"], address)
    assert link["title"] == "CS 101 Reading Machines, Spring 2022"


def test_without_news_there_is_no_feed_and_no_link(build: Build) -> None:
    later = NEWS.replace("2022-01-20", "2022-03-01").replace("2022-02-08", "2022-03-02")
    site = build(FILES | {"news.md": later})
    assert not (Path(site.app.outdir) / "news.xml").exists()
    assert site.page("plain.html").select('link[type="application/atom+xml"]') == []


def test_the_day_on_which_news_are_out_changes_feed_and_pages(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NEWS.replace("2022-01-20", "2022-03-01").replace("2022-02-08", "2022-03-02")
    folder.write(FILES | {"news.md": later})
    assert not (Path(folder.build().app.outdir) / "news.xml").exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1644537600")  # 2022-02-11
    site = folder.build()
    assert b"Secret of tomorrow" in news_of(site)
    assert site.one('link[type="application/atom+xml"]', "plain.html")
    clean = folder.build(freshenv=True, builddir=folder.srcdir.parent / "clean")
    for name in ("news.xml", "plain.html", "news.html"):
        assert site.text(name) == clean.text(name)


def test_an_item_stays_the_same_when_another_of_its_title_comes(folder: Folder) -> None:
    folder.write(FILES)
    before = {entry.id for entry in feedparser.parse(news_of(folder.build())).entries}
    new = ":::{announcement} Room\n:date: 2022-02-09\n:::\n"
    other = f"# Other news\n\n::::{{announcements}}\n{new}::::\n"
    folder.write({"plain.md": other})
    content = news_of(folder.build())
    assert findings(content) == []
    after = {entry.id for entry in feedparser.parse(content).entries}
    assert before < after


def test_an_item_stays_the_same_when_a_newer_one_of_its_title_is_written_above_it(
    folder: Folder,
) -> None:
    folder.write(FILES)
    before = {entry.title: entry.id for entry in feedparser.parse(news_of(folder.build())).entries}
    old = ":::{announcement} Room\n:date: 2022-02-08\n:::\n"
    new = old.replace("2022-02-08", "2022-02-09")
    folder.write({"news.md": NEWS.replace(old, f"{new}\n{old}")})
    newer, older, *_ = feedparser.parse(news_of(folder.build())).entries
    assert (newer.title, older.title) == ("Room", "Room")
    assert older.id == before["Room"] != newer.id


def test_a_feed_that_cannot_be_written_is_one_line_and_the_next_build_writes_it(
    folder: Folder,
) -> None:
    folder.write(FILES)
    folder.build()
    outdir = folder.srcdir / "_build" / "html"
    (outdir / "news.xml").unlink()
    (outdir / "news.xml.partial").mkdir()
    [warning] = folder.build().warnings
    assert warning.endswith(
        "news.xml can't be written: Is a directory; the next build writes it again"
    )
    (outdir / "news.xml.partial").rmdir()
    site = folder.build()
    assert site.warnings == []
    assert findings(news_of(site)) == []


@pytest.mark.parametrize("value", [False, None, 3])
def test_a_value_that_is_no_list_of_feeds_stops_no_build(value: object, build: Build) -> None:
    site = build(FILES, confoverrides={"seminar_feeds": value})
    assert not (Path(site.app.outdir) / "news.xml").exists()
    assert len(site.page("news.html").select(".seminar-announcement")) == 2


def test_presenters_in_an_item_are_not_told(build: Build) -> None:
    course = COURSE.replace("  roles:", "  names: hidden\n  roles:")
    body = "Words.\n\n```{presenters}\nAuthor: *Wei* Lindqvist\n```\n"
    news = NEWS.replace("Not yet.", body).replace("2022-02-10", "2022-02-09")
    content = news_of(build(FILES | {"course.yml": course, "news.md": news}))
    assert b"Words." in content
    assert b"Lindqvist" not in content
    assert b"Wei" not in content
