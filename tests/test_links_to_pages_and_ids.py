"""A link of MyST to an id on a page finds whatever a course has, and shows its title."""

from __future__ import annotations

import pytest

from .conftest import Folder, Site, words
from .samples import COURSE

HOME = """\
# Home

::::::{schedule}
(part)=
(again)=
## Part One

Its text.

:::::{session} *Alpha* beta
:id: alpha

::::{readings}
- [Big paper](https://x.example/p)
::::
::::{deadline} Homework
:when: class
::::
:::::
::::::

:::::{announcements}
::::{announcement} News
:date: 2022-01-01
::::
:::::

:::{staff}
:::
"""
IDS = {
    "part-one": "Part One",
    "alpha": "Alpha beta",
    "reading-big-paper": "Big paper",
    "deadline-homework": "Homework",
    "announcement-news": "News",
    "person-ada-brook": "Ada Brook",
}
LINKS = " ".join(f"[](../index.md#{anchor}) [it](/index.md#{anchor})" for anchor in IDS)
FILES: dict[str, str | bytes] = {
    "course.yml": COURSE,
    "index.md": f"{HOME}\n```{{toctree}}\nmore/page\n```\n",
    "more/page.md": f"# Page\n\n{LINKS}\n\n{{ref}}`part` [](#again) {{ref}}`it <part>`\n",
}


def links(site: Site) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in site.one("div.body", "more/page.html").select("p a"):
        found.setdefault(str(link["href"]).partition("#")[2], []).append(words(link))
    return found


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_ids_of_a_page_are_found_in_every_builder(builder: str, folder: Folder) -> None:
    folder.write(FILES)
    site = folder.build(builder)
    assert site.warnings == []
    if builder == "html":
        found = links(site)
        assert {anchor: found.pop(anchor) for anchor in IDS} == {
            anchor: [title, "it"] for anchor, title in IDS.items()
        }
        # Labels right before a heading are those of the unit.
        assert found == {"part": ["Part One", "it"], "again": ["Part One"]}
        row = site.one(".seminar-unit")
        assert all(row.select(f"[id={label}]") for label in found)


def test_what_is_called_otherwise_or_gone_is_so_where_it_is_linked(folder: Folder) -> None:
    folder.write(FILES)
    folder.build()
    home = str(FILES["index.md"]).replace("*Alpha* beta", "Gamma")
    folder.write({"index.md": home, "course.yml": COURSE.replace("Ada Brook", "Ada Lund")})
    site = folder.build()
    assert links(site)["alpha"] == ["Gamma", "it"]
    assert [line.split(": ", 2)[2] for line in site.warnings] == [
        "local id not found in doc 'index': 'person-ada-brook' [myst.xref_missing]"
    ] * 2
