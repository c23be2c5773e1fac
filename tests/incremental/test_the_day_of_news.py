"""On the day on which news is out, each page that refers to it is written, and no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ..conftest import CONF, Folder
from ..samples import COURSE

# MyST includes files in a way that Sphinx means to end.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:PendingDeprecationWarning")

BEFORE, AFTER = "1644393600", "1644566400"  # 2022-02-09 and 2022-02-11
NEWS = "{before}# News\n\n::::::{{announcement}} Later\n:date: 2022-02-10\n\n{text}\n::::::\n"
REFERRING = {
    "ref.md": "# A\n\n{ref}`There <later>`.\n",
    "restructured.rst": "A\n=\n\n:ref:`There <later>`.\n",
    "any.md": "# A\n\n{any}`There <later>`.\n",
    "link.md": "# A\n\n[There](#later).\n",
    "place.md": "# A\n\n[There](news.md#later).\n",
    "including.md": "# A\n\n:::{include} part.txt\n:::\n",
    "session.md": "# A\n\n:::{session}\n:::\n\n{ref}`There <later>`.\n",
    # Another page shows it whose content it copies.
    "schedule.md": "# A\n\n:::{schedule}\n:::\n",
    "front.md": "# A\n\n:::{announcements}\n:::\n",
}
OTHERS = {
    "page.md": "# A\n\n{doc}`news`, [](news.md), {download}`part.txt`, [out](https://out.example).\n",
    "titles.md": "# A\n\n:::{schedule}\n:show: title\n:::\n",
    "person.md": "# A\n\n{person}`Ada Brook`.\n",
    "plain.md": "# A\n\nNothing of ours.\n",
}
FILES = {
    **REFERRING,
    **OTHERS,
    "part.txt": "{ref}`There <later>`.\n",
    "course.yml": COURSE,
    "conf.py": f'{CONF}exclude_patterns = ["_build"]\nseminar_feeds = []\n',
    # It lists them all: Sphinx itself writes it again.
    "index.md": "# Page\n\n:::{toctree}\n:glob:\n*\n:::\n",
}


def pages(folder: Folder) -> dict[str, tuple[int, str]]:
    """When each page was written, and what is in it."""
    app = folder.build().app
    paths = [Path(app.outdir, f"{name}.html") for name in app.env.found_docs]
    return {path.stem: (path.stat().st_mtime_ns, path.read_text("utf-8")) for path in paths}


def comes_out(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages that are written then; all of them are as a build from nothing writes them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)
    before = pages(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)
    after = pages(folder)
    shutil.rmtree(folder.srcdir / "_build")
    fresh = pages(folder)
    assert {name for name in fresh if after[name][1] != fresh[name][1]} == set()
    return {name for name in after if after[name] != before[name]} - {"index"}


def test_each_page_that_refers_to_it_is_written_and_no_other(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write({**FILES, "news.md": NEWS.format(before="", text="(later)=\nText")})
    written = comes_out(folder, monkeypatch)
    assert written == {"news", *(name.partition(".")[0] for name in REFERRING)}
    for name in written - {"news", "front"}:
        html = (folder.srcdir / "_build" / "html" / f"{name}.html").read_text("utf-8")
        assert 'href="news.html#later"' in html, name


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "```{include} inner.txt\n```"),
        ("---\nmyst: {substitutions: {it: '{ref}`a <later>`'}}\n---\n\n", "(later)=\n{{ it }}"),
        ("", "(later)=\n:::{toctree}\nsub/page\n:::"),
    ],
    ids=["of a file", "of a substitution", "a table of contents"],
)
def test_what_a_directive_brings_may_be_shown_by_every_page(
    before: str, text: str, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = "(later)=\n\n:::{toctree}\nsub/page\n:::\n"
    few = {name: FILES[name] for name in ("conf.py", "course.yml", "plain.md", "ref.md")}
    folder.write({**few, "index.md": "# Page\n\n:::{toctree}\nnews\n:::\n"})
    folder.write({"inner.txt": inner, "sub/page.md": "# Sub\n", "news.md": "# News\n"})
    folder.write({"news.md": NEWS.format(before=before, text=text)})
    assert comes_out(folder, monkeypatch) == {"news", "page", "plain", "ref"}
