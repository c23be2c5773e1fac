"""An empty schedule gathers what is on other pages."""

from __future__ import annotations

import pytest

from ..conftest import Build, Site, words
from ..samples import COURSE, page
from .schedules import FILLED, ids, lines, rows

GATHERED = {
    "course.yml": COURSE,
    "index.md": """
        # Page

        ```{toctree}
        zeta
        sub/alpha
        ```

        ```{schedule}
        ```
        """,
    "zeta.md": """
        # Zeta

        ```{session}
        :speaker: Ada Brook
        :kind: Lecture
        ```

        Body of zeta.

        :::{readings}
        - [Title](https://x.example/z) [OSDI'18]
        :::

        :::{readings}
        :optional:
        - On paper
        :::

        :::{presenters}
        Author: Noor
        :::
        """,
    "sub/alpha.md": """
        # Alpha

        ```{session}
        ```

        ## First part

        Text of the part.
        """,
}


def test_an_empty_schedule_gathers_sessions_in_toctree_order(build: Build) -> None:
    site = build(GATHERED)
    assert site.warnings == []
    assert lines(site)[:3] == [
        "2022-01-24 Zeta",
        "2022-01-31 Alpha",
        "2022-02-07 To be announced",
    ]
    links = [str(link["href"]) for link in site.page().select(".seminar-title a")]
    assert links == ["zeta.html#zeta", "sub/alpha.html#alpha"]


def test_a_gathering_row_shows_all_parts_in_the_author_s_order(build: Build) -> None:
    site = build(GATHERED)
    text = words(rows(site)[0])
    parts = ["Lecture", "Ada Brook", "Body of zeta.", "Title OSDI’18", "On paper", "Noor"]
    positions = [text.index(part) for part in parts]
    assert positions == sorted(positions)
    assert "First part Text of the part." in words(rows(site)[1])


def test_sessions_written_in_restructuredtext_are_gathered_too(build: Build) -> None:
    alpha = """
        Alpha
        =====

        .. session::
           :speaker: Ada

        Text of alpha.

        .. readings::

           - `Title <https://x.example/z>`__ [OSDI'18]
        """
    index = """
        Page
        ====

        .. toctree::

           alpha

        .. schedule::
        """
    site = build({"course.yml": COURSE, "index.rst": index, "alpha.rst": alpha})
    assert site.warnings == []
    cell = rows(site)[0].select("td")[-1]
    assert words(cell) == "AlphaAdaText of alpha. Readings Title OSDI’18"


SHOWN = {
    "speakers": "Ada Brook",
    "body": "Body of zeta.",
    "readings": "Title OSDI’18",
    "optional": "On paper",
    "presenters": "Noor",
}


@pytest.mark.parametrize("part", SHOWN)
def test_show_names_the_parts_of_a_row(part: str, build: Build) -> None:
    contents = GATHERED["index.md"].replace("{schedule}", f"{{schedule}}\n        :show: {part}")
    site = build({**GATHERED, "index.md": contents})
    assert site.warnings == []
    text = words(rows(site)[0])
    assert [name for name, shown in SHOWN.items() if shown in text] == [part]
    assert "Zeta" in text


def test_show_takes_several_parts_with_commas_or_without(build: Build) -> None:
    contents = GATHERED["index.md"].replace(
        "{schedule}", "{schedule}\n        :show: title, speakers presenters"
    )
    site = build({**GATHERED, "index.md": contents})
    assert site.warnings == []
    text = words(rows(site)[0])
    assert [name for name, shown in SHOWN.items() if shown in text] == ["speakers", "presenters"]


def test_a_schedule_of_titles_is_compact(build: Build) -> None:
    contents = GATHERED["index.md"].replace("{schedule}", "{schedule}\n        :show: title")
    site = build({**GATHERED, "index.md": contents})
    assert site.warnings == []
    assert site.one(".seminar-schedule.seminar-compact")
    assert lines(site)[:2] == ["2022-01-24 Zeta", "2022-01-31 Alpha"]
    assert not any(shown in words(rows(site)[0]) for shown in SHOWN.values())


def test_a_schedule_can_name_its_course(build: Build) -> None:
    files = {
        f"{folder}/{name}": text
        for folder in ("spring", "fall")
        for name, text in {
            "course.yml": COURSE,
            "index.md": f"# {folder}\n\n:::{{session}} In {folder}\n:::\n",
        }.items()
    }
    body = (
        "```{toctree}\nspring/index\nfall/index\n```\n\n"
        "```{schedule}\n:course: fall\n:show: title\n```\n\n"
        "```{schedule}\n:course: /spring/\n:show: title\n```\n"
    )
    site = build({**files, **page("md", body)})
    assert site.warnings == []
    shown = [line for line in lines(site) if "announced" not in line and "Day" not in line]
    assert shown == ["2022-01-24 In fall", "2022-01-24 In spring"]


def test_a_course_governs_the_pages_below_it_but_for_those_of_a_nearer_one(build: Build) -> None:
    files = {
        "course.yml": COURSE,
        "index.md": "# Page\n\n```{toctree}\na\nb/c/d\n```\n\n```{schedule}\n```\n",
        "a.md": "# In the outer\n\n```{session}\n```\n",
        "b/course.yml": COURSE,
        "b/c/d.md": "# In the inner\n\n```{session}\n```\n",
    }
    site = build(files)
    assert site.warnings == []
    assert lines(site)[0] == "2022-01-24 In the outer"
    assert "Mon, Jan 24" in words(site.one(".seminar-session-head", "b/c/d.html"))


def test_what_sphinx_excludes_is_no_course(build: Build) -> None:
    files = {
        "course.yml": "title: [broken",
        "old/course.yml": "title: [broken",
        "index.md": "# Page\n\nText.\n",
    }
    site = build(files, confoverrides={"exclude_patterns": ["old", "course.yml"]})
    assert site.warnings == []


PLAN = "---\norphan: true\n---\n# Plan\n\n```{schedule}\n```\n"

COPIED = {
    "course.yml": COURSE,
    "index.md": "# Page\n\n(label)=\n## Section\n\n```{toctree}\nsessions/week/one\n```\n\n"
    "{doc}`views/plan`\n",
    "views/plan.md": PLAN,
    "sessions/week/other.md": "---\norphan: true\n---\n# Other\n",
    "sessions/week/figure.png": b"\x89PNG\r\n\x1a\n",
    "sessions/week/slides.pdf": b"%PDF",
    "sessions/week/one.md": """
        # The *first* one with `code`

        ```{session}
        :speaker: [Ada](other.md)
        ```

        (here)=
        Go [here](#here), to [the other](other.md), to [text](./other.md), to {doc}`other`,
        to {ref}`Section <label>`, to {download}`slides.pdf`, to [the file](slides.pdf),
        to [a raw page](<https://x.example/z>).

        ![A figure](figure.png)

        ```{figure} figure.png
        :name: fig

        The caption.
        ```

        A note.[^1]

        :::{readings}
        - [Slides](slides.pdf) [OSDI'18]
        - {doc}`/sessions/week/other`
        :::

        ## Part

        Text.

        [^1]: The note's text.
        """,
}


def targets(site: Site, name: str) -> list[tuple[str, str]]:
    """The links of a page's schedule that stay on the site, as files of the output."""
    found = []
    for link in site.one(".seminar-schedule", name).select("a[href]"):
        if link["href"] == "#today" or "://" in str(link["href"]):
            continue
        address, _, anchor = str(link["href"]).partition("#")
        page_file = site.app.outdir / name
        file = (page_file.parent / address).resolve() if address else page_file
        found.append((words(link), f"{file.relative_to(site.app.outdir)}#{anchor}"))
        assert file.exists(), link
    return found


def test_what_is_gathered_links_from_another_folder_as_from_its_own(build: Build) -> None:
    site = build(COPIED, confoverrides={"nitpicky": True})
    assert site.warnings == []
    name = "views/plan.html"
    other = "sessions/week/other.html#"
    shown = [found for found in targets(site, name) if "calendar.ics" not in found[1]]
    assert shown[0] == (
        "The first one with code",
        "sessions/week/one.html#the-first-one-with-code",
    )
    assert [target for text, target in shown if text in {"Ada", "the other", "text", "Other"}] == [
        other,
        other,
        other,
        other,
        other,
    ]
    assert ("Section", "index.html#label") in shown
    assert ("here", "sessions/week/one.html#here") in shown
    downloads = [target for text, target in shown if "_downloads" in target]
    assert len(downloads) == 3
    for image in site.one(".seminar-schedule", name).select("img"):
        assert (site.app.outdir / "views" / str(image["src"])).exists()


def test_what_is_gathered_has_no_ids_of_its_own(build: Build) -> None:
    site = build(COPIED)
    for name in ("views/plan.html", "sessions/week/one.html"):
        repeated = [name for name, count in ids(site, name).items() if count > 1]
        assert repeated == []


def test_a_link_to_what_is_gathered_with_it_leads_there_on_the_same_page(build: Build) -> None:
    schedule = build(COPIED).one(".seminar-schedule", "views/plan.html")
    addresses = {str(link["href"]) for link in schedule.select("a[href^='#']")}
    addresses.remove("#today")  # the script sets it
    assert addresses != set()
    assert [address for address in addresses if len(schedule.select(address)) != 1] == []


def test_a_title_keeps_its_markup_where_it_is_gathered(build: Build) -> None:
    site = build(COPIED)
    title = site.one(".seminar-schedule .seminar-title", "views/plan.html")
    assert title.em is not None
    assert title.code is not None
    compact = PLAN.replace("{schedule}", "{schedule}\n:show: title")
    site = build({**COPIED, "views/plan.md": compact})
    assert site.one(".seminar-schedule .seminar-title", "views/plan.html").em is not None


def test_what_a_page_gathers_is_found_by_search_on_its_own_page_alone(build: Build) -> None:
    site = build(GATHERED)
    index = site.text("searchindex.js")
    terms = index[index.index("terms:") if "terms:" in index else index.index('"terms"') :]
    import json
    import re

    found = re.search(r'"?zeta"?:(\[[^\]]*\]|\d+)', terms)
    docnames = re.search(r'"?docnames"?:(\[[^\]]*\])', index)
    assert found is not None
    assert docnames is not None
    names = json.loads(docnames[1])
    body = re.search(r'"?bodi"?:(\[[^\]]*\]|\d+)', terms)
    assert body is not None
    where = json.loads(body[1])
    assert [names[number] for number in (where if isinstance(where, list) else [where])] == ["zeta"]


def test_an_empty_schedule_may_stand_on_two_pages(build: Build) -> None:
    contents = GATHERED["index.md"].replace("sub/alpha", "sub/alpha\n        again")
    site = build({**GATHERED, "index.md": contents, "again.md": "# Again\n\n```{schedule}\n```\n"})
    assert site.warnings == []
    assert lines(site) == lines(site, "again.html")


def test_sessions_of_a_filled_schedule_are_gathered_elsewhere_too(build: Build) -> None:
    contents = "# Page\n\n```{toctree}\nfull\nzeta\n```\n\n```{schedule}\n:show: title\n```\n"
    site = build(
        {
            "course.yml": COURSE,
            "index.md": contents,
            "full.md": "# Full\n\n" + FILLED["md"],
            "zeta.md": GATHERED["zeta.md"],
        }
    )
    assert site.warnings == []
    assert lines(site)[:3] == ["2022-01-24 One", "2022-01-31 Three", "2022-02-07 Zeta"]
    assert lines(site, "full.html") == lines(site)
    links = [str(link["href"]) for link in site.page().select(".seminar-title a")]
    assert links[:3] == ["full.html#one", "full.html#three", "zeta.html#zeta"]


def test_a_page_may_gather_its_own_sections(build: Build) -> None:
    body = """
        # Page

        ```{session}
        ```

        Words of the page.

        ```{schedule}
        ```

        ## Second

        ```{session}
        ```

        Words of the section.
        """
    site = build({"course.yml": COURSE, "index.md": body})
    assert site.warnings == []
    assert lines(site)[:2] == ["2022-01-24 Page", "2022-01-31 Second"]
    assert len(site.page().select(".seminar-schedule")) == 1
    text = words(site.one(".seminar-schedule"))
    assert text.count("Words of the page.") == text.count("Words of the section.") == 1
    links = [str(link["href"]) for link in site.page().select(".seminar-title a")]
    assert links == ["#page", "#second"]
    assert set(ids(site).values()) == {1}


def test_what_a_file_includes_is_told_where_it_stands(build: Build) -> None:
    files = {
        "course.yml": COURSE,
        "index.rst": "Page\n====\n\n.. schedule::\n\n   .. include:: part.txt\n",
        "part.txt": ".. session:: One\n   :date: someday\n",
    }
    site = build(files)
    [warning] = site.warnings
    assert warning.startswith("part.txt:")
    assert "One" in words(site.one(".seminar-schedule"))


@pytest.mark.parametrize("builder", ["latex", "texinfo"])
def test_what_a_book_leaves_out_is_shown_there_without_a_link(builder: str, build: Build) -> None:
    body = """
        # Page

        ```{this-week}
        ```

        ```{schedule}
        ```

        ```{deadlines}
        ```

        ```{announcements}
        ```
        """
    guest = """
        ---
        orphan: true
        ---
        # Guest

        ```{session}
        ```

        (here)=
        Words for guests, with a link [here](#here), and a note.[^1]

        ```{deadline} Essay
        :due: 2022-02-07
        ```

        [^1]: The text of the note.
        """
    news = """
        ---
        orphan: true
        ---
        # News

        ```{announcement} Snow
        :date: 2022-01-24
        No class.
        ```
        """
    files = {"course.yml": COURSE, "index.md": body, "guest.md": guest, "news.md": news}
    site = build(files, builder=builder)
    suffix = "tex" if builder == "latex" else "texi"
    text = next(site.app.outdir.glob(f"*.{suffix}")).read_text(encoding="utf-8")
    assert "Guest" in text
    assert "Words for guests" in text
    assert "Essay" in text
