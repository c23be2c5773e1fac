"""Pages at random, built by Sphinx as any other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .effort import effort
from .pages import VIEWS, Directive, directives, schedules, sections
from .safe_html import harmful
from .site import HostileSite, hostile_site

parts = st.lists(directives() | schedules(), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileSite]:
    files = {"index.md": "# Page\n\n```{toctree}\nother\n```\n", "other.rst": "Other\n=====\n"}
    with hostile_site(tmp_path_factory.mktemp("pages") / "source", files) as site:
        site.build()
        yield site


@effort(40)
@given(parts=parts)
def test_any_directive_in_markdown_is_built_and_harms_nobody(
    site: HostileSite, parts: list[Directive]
) -> None:
    body = "\n\n".join(part.markdown() for part in parts)
    site.write({"index.md": f"# Page\n\n```{{toctree}}\nother\n```\n\n{body}\n"})
    assert harmful(site.build()) == []


@effort(40)
@given(parts=parts)
def test_any_directive_in_restructuredtext_is_built_and_harms_nobody(
    site: HostileSite, parts: list[Directive]
) -> None:
    body = "\n\n".join(part.restructured() for part in parts)
    site.write({"other.rst": f"Other\n=====\n\n{body}\n"})
    assert harmful(site.build("other.html")) == []


@effort(30)
@given(section=sections(), schedule=schedules())
def test_any_section_that_a_session_adopts_is_shown_and_gathered_without_harm(
    site: HostileSite, section: str, schedule: Directive
) -> None:
    site.write({"index.md": f"# Page\n\n{section}\n\n{VIEWS}\n\n```{{toctree}}\nother\n```\n"})
    assert harmful(site.build()) == []
