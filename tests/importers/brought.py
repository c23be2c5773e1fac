"""What an import has made, as the tests look at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path

from bs4 import BeautifulSoup

from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.model.course import Course

from ..conftest import Folder, words

Import = Callable[..., tuple[int, str, str]]


def course_of(folder: Folder) -> Course:
    loaded = load_course(folder.srcdir / "course.yml", "course.yml")
    assert loaded.problems == ()
    return loaded.course


def rows_of(folder: Folder) -> list[tuple[str, str]]:
    """Date and title of each session as the built page shows them."""
    site = folder.build()
    assert site.warnings == []
    rows = site.page("schedule.html").select("tr.seminar-session")
    titles = [row.select_one(".seminar-title") for row in rows]
    return [
        (str(row.get("data-date", "")), words(title).removesuffix("¶").strip() if title else "")
        for row, title in zip(rows, titles, strict=True)
    ]


def result_of(folder: Folder | Path) -> str:
    srcdir = folder if isinstance(folder, Path) else folder.srcdir
    names = ("course.yml", "schedule.md", "index.md", "import-report.txt")
    return "\n".join((srcdir / name).read_text("utf-8") for name in names)


def counted(text: str) -> Counter[str]:
    if text.startswith("<!DOCTYPE"):
        comments = re.findall("<!--(.*?)-->", text)
        text = " ".join([BeautifulSoup(text, "html.parser").get_text(" "), *comments])
    plain = unescape(re.sub(r"</?(?:br|b)>", " ", text)).replace("\\", "")
    return Counter(re.findall(r"\w+", plain.casefold()))
