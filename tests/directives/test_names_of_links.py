"""Links called "PDF" say what they are of to those who hear links one by one."""

from __future__ import annotations

import pytest
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF, Build, Folder, Site, words
from ..samples import COURSE

PAGE = """# Course

:::::{schedule}

::::{session} First
- Slides: [PDF](https://x.example/1.pdf), [PPTX](local.pptx)

:::{readings}
- [A paper](https://x.example/a) [[PDF](https://x.example/a.pdf)]
- Another paper: [PDF](https://x.example/b.pdf); talk: [video](https://x.example/b.mp4)
- [PDF](https://x.example/c.pdf)
- [PDF](https://x.example/d.pdf)
:::

:::{readings}
:optional:
### Books
- [A book](https://x.example/e)
:::

:::{deadline} [Send it](https://x.example/send)
:when: class
:::

:::{presenters}
Author: Wei Lindqvist, [Slides](https://x.example/wei.pdf)
:::
::::

::::{session} Second
- Slides: [PDF](https://x.example/2.pdf)
::::

::::{session} Second
- Slides: [PDF](https://x.example/3.pdf)
::::

:::::

```{toctree}
own
other
list
```
"""
OWN = "# Third\n\n```{session}\n```\n\n- Slides: [PDF](https://x.example/4.pdf)\n"
OTHER = (
    "# Other\n\n```{schedule}\n```\n\n```{this-week}\n```\n\n- Slides: [PDF](https://x.example)\n"
)
LIST = "# List\n\n```{reading-list}\n```\n"
NAMES = {
    "Slides, PDF: First": "https://x.example/1.pdf",
    "A paper, PDF: First": "https://x.example/a.pdf",
    "Another paper, PDF: First": "https://x.example/b.pdf",
    "talk, video: First": "https://x.example/b.mp4",
    "PDF: First": "https://x.example/c.pdf",
    "PDF 2: First": "https://x.example/d.pdf",
    "Slides, PDF: Second": "https://x.example/2.pdf",
    "Slides, PDF: Second 2": "https://x.example/3.pdf",
    "Slides, PDF: Third": "https://x.example/4.pdf",
    "Send it: First": "https://x.example/send",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = Folder(tmp_path_factory.mktemp("names"), SphinxTestApp)
    pages = {"index.md": PAGE, "own.md": OWN, "other.md": OTHER, "list.md": LIST}
    folder.write({"conf.py": CONF, "course.yml": COURSE, "local.pptx": b"PK", **pages})
    return folder.build()


def names(site: Site, page: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in site.page(page).select("a[aria-label]:not(.seminar-calendars a)"):
        assert words(link) in str(link["aria-label"])  # WCAG 2.2, 2.5.3
        found.setdefault(str(link["aria-label"]), set()).add(str(link["href"]))
    return found


@pytest.mark.parametrize("page", ["index.html", "other.html"])
def test_each_link_called_pdf_says_what_it_is_of(page: str, site: Site) -> None:
    assert site.warnings == []
    found = names(site, page)
    (local,) = found.pop("Slides, PPTX: First")
    assert local.endswith("/local.pptx")
    if page == "other.html":
        # Of two sessions with one title.
        assert found.pop("Second 2") == {"index.html#second-2"}
    assert found == {name: {address} for name, address in NAMES.items()}


def test_on_the_page_of_a_session_its_heading_says_whose_a_link_is(site: Site) -> None:
    assert names(site, "own.html") == {"Slides, PDF: Third": {"https://x.example/4.pdf"}}


def test_in_the_list_of_all_readings_a_link_says_which_reading_it_is_of(site: Site) -> None:
    assert names(site, "list.html") == {
        "A paper, PDF": {"https://x.example/a.pdf"},
        "Another paper, PDF": {"https://x.example/b.pdf"},
        "Another paper, video": {"https://x.example/b.mp4"},
    }


@pytest.mark.parametrize("page", ["index.html", "other.html"])
def test_each_reading_list_says_which_session_it_is_of(page: str, site: Site) -> None:
    lists = site.page(page).select(".seminar-schedule ul.seminar-readings")
    assert [found["aria-label"] for found in lists] == ["Readings: First", "Books: First"]


def test_a_deadline_that_names_its_session_is_not_called_by_it_twice(build: Build) -> None:
    page = "# C\n\n::::::{schedule}\n:::::{session} Tides\n::::{deadline} [On tides]"
    page += "(https://x.example)\n:when: class\n::::\n:::::\n::::::\n"
    site = build({"course.yml": COURSE, "index.md": page})
    [link] = site.page().select("a[href='https://x.example']")
    assert "aria-label" not in link.attrs


def test_a_link_that_is_not_ours_is_left_alone(site: Site) -> None:
    (link,) = site.page("other.html").select("a[href='https://x.example']")
    assert "aria-label" not in link.attrs
