"""A footnote is where its author puts it, and its mark is part of no word."""

from __future__ import annotations

import json

import pytest

from ..conftest import Build, words
from ..samples import COURSE, page

MYST = """
::::::{schedule}

## Part one[^a]

:::::{session} Alpha[^a]
:speaker: Ada Brook[^b]

::::{readings}
- [Linked](https://papers.example/x)[^a]
- Plain, S. 30[^b]
::::
::::{presenters}
Author: Noor Haddad[^b]
::::
::::{deadline} Report[^a]
:when: 2022-02-01
::::
:::::
::::::

[^a]: One.
[^b]: Two.
"""
RST = """
.. schedule::

   .. session:: Alpha [#a]_
      :speaker: Ada Brook [#b]_

      .. readings::

         - `Linked <https://papers.example/x>`__ [#a]_
         - Plain, S. 30 [#b]_

      .. presenters::

         Author: Noor Haddad [#b]_

      .. deadline:: Report [#a]_
         :when: 2022-02-01

.. [#a] One.
.. [#b] Two.
"""


@pytest.mark.parametrize(("markup", "body"), [("md", MYST), ("rst", RST)])
def test_the_mark_of_a_footnote_is_on_the_page_and_part_of_no_word(
    build: Build, markup: str, body: str
) -> None:
    site = build({"course.yml": COURSE, **page(markup, body)})
    assert site.warnings == []
    data = json.loads(site.text("course.json"))
    (session,) = data["sessions"]
    assert (session["title"], session["id"]) == ("Alpha", "alpha")
    assert session["unit"] in {"Part one", None}  # only MyST has units here
    assert session["speaker"] == "Ada Brook"
    assert [reading["title"] for reading in session["readings"]] == ["Linked", "Plain, S. 30"]
    assert session["presenters"][0]["people"] == ["Noor Haddad"]
    assert [deadline["title"] for deadline in data["deadlines"]] == ["Report"]
    assert words(site.one("#alpha .seminar-title")).startswith("Alpha")
    assert len(site.page().select("#alpha a.footnote-reference")) == 6
