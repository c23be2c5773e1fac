"""Something wrong that an author wrote, and how it is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import dedent, indent

from ..conftest import Site, words
from ..samples import COURSE, HEADS, page

WARNING = re.compile(
    r"(?P<place>[^ ]+?)(?::(?P<line>\d+))?: WARNING: .* \[seminar\.(?P<kind>\w+)\]"
)


@dataclass(frozen=True)
class Fault:
    """Something wrong that an author wrote."""

    place: str
    """``file:line`` of the warning; ``index:3`` stands for the page, whatever its markup."""
    kind: str
    says: str
    """A part of the message."""
    body: str = ""
    """The page's body; line 1 is below the heading."""
    course: str | bytes = COURSE
    shows: tuple[str, ...] = field(default=())
    """What the page shows in spite of the fault."""
    hides: tuple[str, ...] = ()


def check(site: Site, fault: Fault, markup: str) -> None:
    file, _, line = fault.place.partition(":")
    if file == "index":
        # Markdown's heading takes two lines with the blank one, that of the other markup three.
        line = str(int(line) + HEADS[markup].count("\n"))
        file = f"index.{markup}"
    assert len(site.warnings) == 1, site.warnings
    [warning] = site.warnings
    match = WARNING.fullmatch(warning)
    assert match is not None, warning
    assert f"{match['place']}:{match['line']}" == f"{file}:{line}", warning
    assert match["kind"] == fault.kind, warning
    assert fault.says in warning, warning
    text = words(site.one("div.body"))
    for shown in (*fault.shows, "The end."):
        assert shown in text
    for hidden in fault.hides:
        assert hidden not in text


def files(fault: Fault, markup: str) -> dict[str, str | bytes]:
    return {"course.yml": fault.course, **page(markup, fault.body + "\nThe end.\n")}


def schedule(markup: str, *sessions: str) -> str:
    """A schedule whose sessions are given as lines: title, options, then content."""
    if markup == "md":
        blocks = [f"::::{{session}} {dedent(text).strip()}\n::::\n" for text in sessions]
        return ":::::{schedule}\n\n" + "\n".join(blocks) + "\n:::::\n"
    blocks = []
    for text in sessions:
        first, _, rest = dedent(text).strip().partition("\n")
        blocks.append(f".. session:: {first}\n{indent(rest, '   ')}\n")
    return ".. schedule::\n\n" + indent("\n".join(blocks), "   ")
