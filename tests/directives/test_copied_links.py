"""Links in what a view copies from another page lead where they lead from their own page."""

from __future__ import annotations

from ..conftest import Build, Site, words
from ..samples import COURSE


def term(name: str) -> dict[str, str]:
    """A course with the same ids and people as another one."""
    return {
        f"{name}/course.yml": COURSE.replace("people.example/ada", f"example.org/{name}"),
        f"{name}/index.md": f"# {name}\n\n```{{toctree}}\nintro\nsecond\n```\n\n"
        "```{schedule}\n```\n\n```{announcements}\n:::{announcement} News\n:date: 2022-01-20\n"
        "{session}`intro`\n:::\n```\n",
        f"{name}/intro.md": f"# Intro of {name}\n\n```{{session}}\n:id: intro\n```\n",
        f"{name}/second.md": f"# Second of {name}\n\n```{{session}}\n```\n\n"
        "{session}`intro`, {session}`here <intro>`, [mark](#intro), {person}`Ada Brook`, "
        "{any}`intro page <intro>`\n",
    }


VIEWS = """
    # Site

    ```{schedule}
    :course: spring
    ```

    ```{announcements}
    :course: spring
    ```

    ```{toctree}
    fall/index
    spring/index
    ```
    """


def destinations(site: Site, selector: str) -> set[str]:
    """Where the links of a view on the root page lead."""
    found = {str(link["href"]) for link in site.page().select(f"{selector} a[href]")}
    return {address for address in found if not address.startswith(("#", "spring/second"))}


def test_names_in_a_copy_mean_the_course_that_they_were_written_in(build: Build) -> None:
    site = build({"index.md": VIEWS, **term("fall"), **term("spring")})
    assert destinations(site, ".seminar-schedule > table") == {
        "spring/intro.html#intro-of-spring",
        "spring/intro.html",
        "https://example.org/spring",
    }
    news = destinations(site, ".seminar-announcement")
    assert {address for address in news if "intro" in address} == {
        "spring/intro.html#intro-of-spring"
    }


def test_a_name_in_a_copy_is_no_page_beside_the_view(build: Build) -> None:
    folder = term("spring")
    folder["spring/week.md"] = folder.pop("spring/intro.md")
    folder["spring/index.md"] = folder["spring/index.md"].replace("intro\n", "week\n", 1)
    second = "# Second\n\n```{session}\n```\n\n[mark](#intro), {any}`any <intro>`\n"
    index = VIEWS.replace("fall/index", "intro")
    files = {"index.md": index, **folder, "spring/second.md": second}
    site = build({**files, "intro.md": "# Intro of the site\n"})
    assert site.warnings == []
    assert destinations(site, ".seminar-schedule > table") == {"spring/week.html#intro-of-spring"}


SAME_PLACE = {
    "course.yml": COURSE,
    "index.md": "# Top\n\n```{schedule}\n```\n\n```{toctree}\nconsensus\nother\n```\n",
    "consensus.md": "# Consensus\n\n```{session}\n```\n\nText, and [again](#consensus).\n",
    "other.md": "# Other\n\n[talk](#consensus), <project:#consensus>, {session}`consensus`, "
    "{any}`consensus`\n",
}


def test_a_page_and_its_session_of_one_name_are_one_place(build: Build) -> None:
    site = build(SAME_PLACE)
    assert site.warnings == []
    links = site.page("other.html").select("[role=main] a[href^='consensus.html']")
    assert [words(link) for link in links] == ["talk", "Consensus", "Consensus", "Consensus"]


def test_a_label_and_its_session_of_one_name_are_one_place(build: Build) -> None:
    files = {name.replace("consensus", "week"): text for name, text in SAME_PLACE.items()}
    files["index.md"] = files["index.md"].replace("\nconsensus\n", "\nweek\n")
    week = "# Week\n\n(consensus)=\n## Consensus\n\n```{session}\n```\n"
    site = build({**files, "week.md": week})
    assert site.warnings == []
    links = site.page("other.html").select("[role=main] a[href^='week.html#']")
    assert [words(link) for link in links] == ["talk", "Consensus", "Consensus", "Consensus"]


def test_a_page_and_a_session_elsewhere_of_one_name_are_ambiguous(build: Build) -> None:
    session = "# Consensus again\n\n```{session}\n:id: consensus\n```\n"
    other = SAME_PLACE["other.md"].replace("# Other", session).replace(", {session}`consensus`", "")
    site = build({**SAME_PLACE, "consensus.md": "# Consensus\n", "other.md": other})
    assert len([line for line in site.warnings if "more than one target" in line]) > 0


def test_what_a_copy_does_not_find_is_told_once(build: Build) -> None:
    kinds = ("{ref}`a`", "{doc}`b`", "{term}`c`", "{any}`d`", "{session}`e`", "{numref}`f`")
    links = " ".join((*kinds, "[g](#nowhere)", "[h](gone.md)", "[i](<project:#none>)"))
    page = f"# One\n\n```{{session}}\n```\n\n{links}\n"
    index = "# Top\n\n```{schedule}\n```\n\n```{this-week}\n```\n\n```{toctree}\none\n```\n"
    site = build({"course.yml": COURSE, "index.md": index, "one.md": page})
    assert len(site.warnings) == len(set(site.warnings)) == 9, site.warnings
    assert all(warning.startswith("one.md:6: ") for warning in site.warnings)
