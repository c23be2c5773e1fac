"""An item with the key of an entry of a BibTeX file is a reading like any other."""

from __future__ import annotations

import json
import re

import pytest

from .conftest import Build, Folder, Site, words
from .samples import COURSE

BIB = """
@inproceedings{brook2030, title = {Systems & <b>Clocks</b>}, author = {Brook, Ada and Ben Dale},
  booktitle = {Symposium on Clocks ({SC} 30)}, year = 2030, doi = {10.1145/12345.678}}
@book{dale, title = {The Book}, author = {{The Group}}, publisher = {Press}}
"""
PLANS = {
    "md": """
# Plan

:::::{schedule}
::::{session} One
:::{readings}
- @brook2030, section 3
- @Dale
- Read @dale
- @brok2030
- [@brook](https://social.example/1) and others
:::
::::
:::::

{reading}`brook2030` {reading}`the book` {reading}`broook2030`
""",
    "rst": """
Plan
====

.. schedule::

   .. session:: One

      .. readings::

         - @brook2030, section 3
         - @Dale
         - Read @dale
         - @brok2030
         - `@brook <https://social.example/1>`__ and others

:reading:`brook2030` :reading:`the book` :reading:`broook2030`
""",
}


@pytest.fixture(params=["md", "rst"])
def site(request: pytest.FixtureRequest, build: Build) -> Site:
    files = {
        "course.yml": f"{COURSE}bibliography: readings.bib\n",
        "readings.bib": BIB,
        f"index.{request.param}": PLANS[request.param],
        "list.md": "---\norphan: true\n---\n\n# List\n\n:::{reading-list}\n:::\n",
    }
    return build(files)


def test_a_key_is_a_whole_reading_and_what_is_wrong_is_told(site: Site) -> None:
    items = site.page().select("section > .seminar-schedule li, td li, .seminar-readings li")
    shown = dict.fromkeys(words(item) for item in items)
    assert list(shown)[-5:] == [
        "Systems & <b>Clocks</b> SC 2030, Brook, Dale, section 3",
        "The Book Press, The Group",
        "Read @dale",
        "@brok2030",
        "@brook and others",
    ]
    link = site.one('.seminar-readings a[href^="https://doi.org"]')
    assert (words(link), link["href"]) == (
        "Systems & <b>Clocks</b>",
        "https://doi.org/10.1145/12345.678",
    )
    to = [(words(a), a["href"]) for a in site.page().select('div.body a[href^="#reading-"]')]
    assert to == [
        ("Systems & <b>Clocks</b>", "#reading-systems-b-clocks-b"),
        ("The Book", "#reading-the-book"),
    ]
    told = "\n".join(site.warnings)
    assert len(site.warnings) == 3
    assert "'@dale' is not at the start of its item" in told
    assert re.search(
        r"index\.(md:9|rst:13): WARNING: no entry of readings.bib has the key 'brok2030'; "
        r"did you mean '@brook2030'\? \[seminar.bibliography\]",
        told,
    )


def test_reference_managers_get_its_authors_and_the_whole_venue(site: Site) -> None:
    for page in ("index.html", "list.html"):
        coins = [str(span["title"]) for span in site.page(page).select(".Z3988")]
        assert any(
            "rft.creator=Brook%2C%20Ada&rft.creator=Dale%2C%20Ben" in text
            and "rft_id=info%3Adoi%2F10.1145%2F12345.678" in text
            for text in coins
        )
        assert not any("brok2030" in text for text in coins)
    item = json.loads(site.text("readings.csl.json"))[0]
    assert item["author"] == [
        {"family": "Brook", "given": "Ada"},
        {"family": "Dale", "given": "Ben"},
    ]
    assert item["container-title"] == "Symposium on Clocks (SC 30)"
    assert "  author = {{The Group}},\n" in site.text("readings.bib")


def test_pages_are_read_again_when_their_entries_change_and_no_others(folder: Folder) -> None:
    folder.write(
        {
            "course.yml": COURSE,
            "readings.bib": BIB,
            "index.md": "# Home\n\n```{toctree}\none\ntwo\n```\n",
            "one.md": "# One\n\n:::{readings}\n- @brook2030\n- @ada on [a page](https://a.example)\n:::\n",
            "two.md": "# Two\n\n:::{readings}\n- @dale\n:::\n",
        }
    )
    first = folder.build()
    assert [text.partition("[")[2] for text in first.warnings] == ["seminar.bibliography]"] * 2
    assert "'@brook2030' needs a bibliography; write 'bibliography: readings.bib' into" in str(
        first.warnings
    )

    read_at = dict(first.app.env.all_docs)

    def read(files: dict[str, str]) -> tuple[list[str], str]:
        folder.write(files)
        site = folder.build()
        seen = [name for name, at in sorted(site.app.env.all_docs.items()) if at != read_at[name]]
        read_at.update(site.app.env.all_docs)
        return seen, site.text("one.html")

    named = {"course.yml": f"{COURSE}bibliography: readings.bib\n"}
    assert read(named)[0] == ["one", "two"]
    assert read({})[0] == []
    seen, page = read({"readings.bib": BIB.replace("Systems", "Machines")})
    assert seen == ["one"]
    assert "Machines &amp; &lt;b&gt;Clocks" in page
    assert read({"course.yml": COURSE})[0] == ["one", "two"]
