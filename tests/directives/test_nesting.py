"""Directives that are where nobody expects them lose nothing, and crash nothing."""

from __future__ import annotations

import pytest

from ..conftest import Build
from ..samples import COURSE, page


@pytest.mark.parametrize(
    "body",
    [
        "::::::{schedule}\n:::::{schedule}\n::::{session} One\n::::\n:::::\n::::::\n",
        ":::::{schedule}\n::::{session} One\n:::{session} Two\n:::\n::::\n:::::\n",
        ":::::{schedule}\n::::{session} One\n:::{session}\n:::\n::::\n:::::\n",
        "::::{readings}\n:::{session} One\n:::\n::::\n",
        "::::{readings}\n:::{readings}\n- One\n:::\n::::\n",
        "::::{details}\n:::{schedule}\n:::\n::::\n\n:::{session} One\n:::\n",
        "::::{course-info}\n:::{session} One\n:::\n::::\n",
        "- :::{session} One\n  :::\n",
        "> :::{session} One\n> :::\n",
        "::::{presenters}\n:::{session} One\n:::\n::::\n",
        "::::{schedule}\n:::{session} ![](figure.png)\n:::\n:::{session} One\n:::\n::::\n",
    ],
)
@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_strange_nesting_loses_nothing(body: str, builder: str, build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", body + "\nThe end.\n")}, builder)
    [output] = [*site.app.outdir.glob("index.*"), *site.app.outdir.glob("*.tex")]
    text = output.read_text(encoding="utf-8")
    assert "One" in text
    assert "The end." in text
