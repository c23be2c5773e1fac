"""Addresses that run something, or lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..conftest import Build, words
from ..samples import COURSE, MARKUPS, page
from .faults import Fault, check, files, schedule

BROKEN_LINKS = {
    "a blank": ("[One](https://x.example/a b.pdf)", "[One](https://x.example/a b.pdf)"),
    "a line break": ("[One](https://x.example/a\n  b)", "[One](https://x.example/a b)"),
    "a blank in a path": ("[One](slides/my talk.pdf)", "[One](slides/my talk.pdf)"),
}


@pytest.mark.parametrize(("written", "shown"), BROKEN_LINKS.values(), ids=BROKEN_LINKS)
def test_an_address_with_a_blank_is_told(written: str, shown: str, build: Build) -> None:
    fault = Fault(
        "index:3",
        "link",
        f"{shown!r} is no link: write %20 for the blank in its address",
        f":::{{readings}}\n- Zero\n- {written}\n:::\n",
        shows=("Zero", shown),
    )
    check(build(files(fault, "md")), fault, "md")


@pytest.mark.parametrize("written", ["[sic](or so they say)", "`[x](https://a b)`", "[a] (b c.d)"])
def test_what_only_looks_like_a_link_is_text(written: str, build: Build) -> None:
    site = build(page("md", f":::{{readings}}\n- {written}\n:::\n"))
    assert site.warnings == []
    assert words(site.one(".seminar-readings li")) == written.strip("`")


UNSAFE = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
)

PLACES: dict[str, dict[str, tuple[int, str]]] = {
    "a reading": {
        "md": (3, ":::{readings}\n- One\n- [Two](ADDRESS) [OSDI'18]\n:::\n"),
        "rst": (4, ".. readings::\n\n   - One\n   - `Two <ADDRESS>`__ [OSDI'18]\n"),
    },
    "an optional reading": {
        "md": (4, ":::{readings}\n:optional:\n\n- [Two](ADDRESS)\n:::\n"),
        "rst": (4, ".. readings::\n   :optional:\n\n   - `Two <ADDRESS>`__\n"),
    },
    "a presenter": {
        "md": (2, ":::{presenters}\nAuthor: One, [Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. presenters::\n\n   Author: One, `Two <ADDRESS>`__\n"),
    },
    "a paper": {
        "md": (
            4,
            ":::{presenters}\n| Paper | Author |\n| - | - |\n| [Two](ADDRESS) | One |\n:::\n",
        ),
        "rst": (
            8,
            (
                ".. presenters::\n\n   .. list-table::\n      :header-rows: 1\n\n"
                "      * - Paper\n        - Author\n      * - `Two <ADDRESS>`__\n        - One\n"
            ),
        ),
    },
    "a speaker": {
        "md": (4, schedule("md", "One\n:speaker: [Two](ADDRESS)")),
        "rst": (4, schedule("rst", "One\n:speaker: `Two <ADDRESS>`__")),
    },
    "a session's link with a text": {
        "md": (4, schedule("md", "One\n:link: [Two](ADDRESS)")),
        "rst": (4, schedule("rst", "One\n:link: `Two <ADDRESS>`__")),
    },
    "a session's title": {
        "md": (3, schedule("md", "[Two](ADDRESS)")),
        "rst": (3, schedule("rst", "`Two <ADDRESS>`__")),
    },
    "a session's body": {
        "md": (5, schedule("md", "One\n\n[Two](ADDRESS)")),
        "rst": (5, schedule("rst", "One\n\n`Two <ADDRESS>`__")),
    },
    "a description": {
        "md": (2, ":::{details}\n[Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. details::\n\n   `Two <ADDRESS>`__\n"),
    },
    "course info": {
        "md": (2, ":::{course-info}\n- **Sign up:** [Two](ADDRESS)\n:::\n"),
        "rst": (3, ".. course-info::\n\n   - **Sign up:** `Two <ADDRESS>`__\n"),
    },
    "a section that is a session": {
        "md": (4, "```{session}\n```\n\n[Two](ADDRESS)\n"),
        "rst": (3, ".. session::\n\n`Two <ADDRESS>`__\n"),
    },
}


# One place tries them all.
UNSAFE_PLACES = [(place, UNSAFE[0]) for place in PLACES]
UNSAFE_PLACES += [("a reading", address) for address in UNSAFE[1:]]


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize(("place", "address"), UNSAFE_PLACES)
def test_an_unsafe_address_is_told_and_shown_as_text(
    place: str, markup: str, address: str, build: Build
) -> None:
    line, body = PLACES[place][markup]
    fault = Fault(
        f"index:{line}", "link", repr(address), body.replace("ADDRESS", address), shows=("Two",)
    )
    site = build(files(fault, markup))
    check(site, fault, markup)
    assert address.partition(":")[0].casefold() + ":" not in site.text("index.html").casefold()


@pytest.mark.parametrize("address", UNSAFE)
@pytest.mark.parametrize("markup", MARKUPS)
def test_an_unsafe_link_of_a_session_is_told_and_shown_as_text(
    markup: str, address: str, build: Build
) -> None:
    fault = Fault(
        "index:4", "link", repr(address), schedule(markup, f"One\n:link: {address}"), shows=("One",)
    )
    site = build(files(fault, markup))
    check(site, fault, markup)
    assert site.page().select(f".seminar-schedule a[href^='{address[:4]}']") == []


@pytest.mark.parametrize(
    "address",
    [
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "java&#10;script:alert(1)",
        "JaVaScript:alert(1)",
        "javascript:x",
    ],
)
@pytest.mark.parametrize("markup", MARKUPS)
def test_an_unsafe_address_in_disguise_leads_nowhere(
    markup: str, address: str, build: Build
) -> None:
    bodies = {
        "md": f":::{{readings}}\n- [Two](<{address}>)\n:::\n",
        "rst": f".. readings::\n\n   - `Two <{address}>`__\n",
    }
    site = build(page(markup, bodies[markup]))
    assert words(site.one(".seminar-readings li")) == "Two"
    for link in site.page().select(".seminar-readings a"):
        bare = re.sub(r"[\x00-\x20]", "", str(link["href"]))
        assert not bare.casefold().startswith("javascript")


def test_markup_in_the_options_of_a_session_is_text(build: Build) -> None:
    options = ":where: <script>alert(1)</script>\n:kind: <script>alert(2)</script>"
    site = build({"course.yml": COURSE, **page("md", schedule("md", f"One\n{options}"))})
    assert site.warnings == []
    body = site.one("div.body")
    assert body.select("script") == []
    assert "<script>alert(1)</script>" in words(body)
    assert "<script>alert(2)</script>" in words(body)


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_file_outside_of_the_site_is_not_published(
    markup: str, build: Build, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("Secret.")
    link = {"md": "[Two](../secret.txt)", "rst": ":download:`Two <../secret.txt>`"}[markup]
    body = {"md": f":::{{readings}}\n- {link}\n:::\n", "rst": f".. readings::\n\n   - {link}\n"}
    fault = Fault(
        f"index:{3 if markup == 'rst' else 2}",
        "link",
        "'../secret.txt' is not in the folder of the sources",
        body[markup],
        shows=("Two",),
    )
    site = build(files(fault, markup))
    check(site, fault, markup)
    assert list(Path(site.app.outdir).rglob("secret.txt")) == []


def test_a_session_s_link_to_a_file_outside_of_the_site_is_not_published(
    build: Build, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("Secret.")
    body = schedule("md", "One\n:link: ../secret.txt")
    fault = Fault(
        "index:4",
        "link",
        "'../secret.txt' is not in the folder of the sources",
        body,
        shows=("One",),
    )
    site = build(files(fault, "md"))
    check(site, fault, "md")
    assert list(Path(site.app.outdir).rglob("secret.txt")) == []
