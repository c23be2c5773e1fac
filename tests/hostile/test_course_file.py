"""course.yml at random: read without an exception, and shown without harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.signups import load_signups
from sphinx_seminar.model.problem import KINDS
from sphinx_seminar.model.schedule import build_schedule

from .course_files import broken_bytes, course_files
from .effort import effort
from .pages import VIEWS
from .safe_html import SAFE, browser_scheme, harmful
from .site import HostileSite, hostile_site

PAGE = f"""# Page

:::::{{schedule}}
::::{{session}} One
:::{{presenters}}
:::
:::{{deadline}} Review
:when: 1 hour before class
:::
::::
:::::

{VIEWS}
"""
SHEETS: dict[str, str | bytes] = {
    "signups.csv": "date,Author\n1/24,Noor Haddad\n",
    "students.csv": "id,name\ns1,Noor Haddad\n",
    "ada.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileSite]:
    with hostile_site(
        tmp_path_factory.mktemp("site") / "source", {"index.md": PAGE, **SHEETS}
    ) as site:
        site.build()
        yield site


@effort(400)
@given(content=course_files.map(str.encode) | broken_bytes() | st.binary(max_size=100))
def test_any_course_file_is_read_or_refused(folder: Path, content: bytes) -> None:
    path = folder / "course.yml"
    path.write_bytes(content)
    loaded = load_course(path, "course.yml")
    signups = load_signups(folder, loaded.course.presenting, "")
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for problem in (*loaded.problems, *signups.problems):
        assert problem.kind in KINDS
        assert problem.message.isprintable()
        assert len(problem.message) < 600
        assert problem.source.line is None or 1 <= problem.source.line <= lines + 1
    course = loaded.course
    links = [link for person in course.staff for link in person.links]
    addresses = [link.target for link in (*course.links, *links) if link.is_address]
    addresses += [person.url for person in course.staff if person.url]
    assert all(browser_scheme(address) in (None, *SAFE) for address in addresses)
    named = [person.photo for person in course.staff]
    for name in (*named, course.presenting.signups, course.presenting.students):
        assert name is None or (folder / name).resolve().is_relative_to(folder.resolve())
    assert len(build_schedule(course, []).rows) < 3_000


@effort(40)
@given(content=course_files)
def test_any_course_file_is_shown_without_harm(site: HostileSite, content: str) -> None:
    site.write({"course.yml": content})
    assert harmful(site.build_with_new_course()) == []
