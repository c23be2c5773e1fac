"""Links in what a view copies from another page lead where they lead from their own page."""

from __future__ import annotations

from ..conftest import Build, Site
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
    assert destinations(site, ".seminar-schedule") == {
        "spring/intro.html#intro-of-spring",
        "spring/intro.html",
        "https://example.org/spring",
    }
    news = destinations(site, ".seminar-announcement")
    assert {address for address in news if "intro" in address} == {
        "spring/intro.html#intro-of-spring"
    }
