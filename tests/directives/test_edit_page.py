"""A link that opens the page it is on for editing."""

from __future__ import annotations

from typing import Any

import pytest

from ..conftest import Build, words
from ..samples import MARKUPS, page

LINES = {"md": "See {edit-page}`this page`.\n", "rst": "See :edit-page:`this page`.\n"}

FURO = {
    "source_repository": "https://github.com/org/course/",
    "source_branch": "trunk",
    "source_directory": "docs/",
}
SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "furo": (
        {"html_theme": "furo", "html_theme_options": FURO},
        "https://github.com/org/course/edit/trunk/docs/index.md",
    ),
    "furo without a folder": (
        {
            "html_theme": "furo",
            "html_theme_options": {"source_repository": "https://github.com/org/course"},
        },
        "https://github.com/org/course/edit/main/index.md",
    ),
    "pydata-sphinx-theme": (
        {
            "html_context": {
                "github_user": "org",
                "github_repo": "course",
                "github_version": "dev",
                "doc_path": "docs",
            }
        },
        "https://github.com/org/course/edit/dev/docs/index.md",
    ),
    "sphinx-rtd-theme": (
        {
            "html_context": {
                "github_user": "org",
                "github_repo": "course",
                "github_version": "dev",
                "conf_py_path": "/docs/",
            }
        },
        "https://github.com/org/course/edit/dev/docs/index.md",
    ),
}


@pytest.mark.parametrize(("settings", "address"), SETTINGS.values(), ids=SETTINGS)
def test_the_theme_s_settings_say_where_a_page_is_edited(
    settings: dict[str, Any], address: str, build: Build
) -> None:
    site = build(page("md", LINES["md"]), confoverrides=settings)
    assert site.warnings == []
    [link] = [link for link in site.page().select("p a") if words(link) == "this page"]
    assert link["href"] == address


@pytest.mark.parametrize("markup", MARKUPS)
def test_without_settings_the_text_stands_alone(markup: str, build: Build) -> None:
    site = build(page(markup, LINES[markup]))
    assert site.warnings == []
    assert words(site.one("div.body p")) == "See this page."
    assert site.page().select("div.body p a") == []


@pytest.mark.parametrize("markup", MARKUPS)
def test_it_works_in_both_markups(markup: str, build: Build) -> None:
    settings, _address = SETTINGS["pydata-sphinx-theme"]
    site = build(page(markup, LINES[markup]), confoverrides=settings)
    assert site.warnings == []
    assert str(site.one("div.body p a")["href"]).endswith(f"/docs/index.{markup}")


def test_a_session_that_is_gathered_is_edited_on_its_own_page(build: Build) -> None:
    settings, _address = SETTINGS["pydata-sphinx-theme"]
    site = build(
        {
            "course.yml": "start: 2022-01-24\nend: 2022-02-24\nmeetings: [{days: Mon}]\n"
            "timezone: UTC\n",
            "index.md": "# Page\n\n```{toctree}\nweeks/one\n```\n\n```{schedule}\n```\n",
            "weeks/one.md": "# One\n\n```{session}\n```\n\n" + LINES["md"],
        },
        confoverrides=settings,
    )
    assert site.warnings == []
    link = site.one(".seminar-schedule p:not(.seminar-now) a")
    assert str(link["href"]).endswith("/docs/weeks/one.md")


def test_other_formats_show_the_text(build: Build) -> None:
    settings, _address = SETTINGS["pydata-sphinx-theme"]
    site = build(page("md", LINES["md"]), "text", confoverrides=settings)
    assert site.warnings == []
    assert "See this page." in site.text("index.txt")
