"""What the tests of sessions share."""

from __future__ import annotations

from textwrap import indent

from bs4 import Tag

from ..conftest import Site, words
from ..samples import COURSE, page

SESSIONS = {
    "md": ":::::{schedule}\n%s\n:::::\n",
    "rst": ".. schedule::\n\n%s\n",
}


def session(markup: str, title: str, options: str = "", body: str = "") -> str:
    """A session of a schedule, as *markup* has it."""
    if markup == "md":
        return f"::::{{session}} {title}\n{options}\n\n{body}\n::::\n\n"
    return f".. session:: {title}\n{indent(options, '   ')}\n\n{indent(body, '   ')}\n\n"


def schedule(markup: str, *sessions: str) -> dict[str, str]:
    """The files of a course whose page has a schedule with *sessions* in it."""
    body = "".join(sessions)
    text = SESSIONS[markup] % (body if markup == "md" else indent(body, "   "))
    return {"course.yml": COURSE, **page(markup, text)}


def rows(site: Site) -> list[Tag]:
    return site.page().select("tr.seminar-session")


def titles(site: Site) -> list[str]:
    return [words(row.select_one(".seminar-title") or row).removesuffix(" ¶") for row in rows(site)]


def ids(site: Site) -> list[str]:
    return [str(row.select("td")[0]["id"]) for row in rows(site)]
