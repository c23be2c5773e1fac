"""Several processes write what one writes."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent

from ..conftest import Folder, Site
from ..samples import COURSE


def large_course() -> dict[str, str]:
    """Twelve pages of sessions, two that gather them, and one that a reader starts from."""
    names = [f"week{number:02}" for number in range(12)]
    session = """
        # Title of {name}

        ```{{session}}
        :speaker: Speaker of {name}
        ```

        Body with a [link](week00.md), {{session}}`title-of-week03` and a note[^1].

        :::{{readings}}
        - [Paper of {name}](https://x.example/{name}) [OSDI'18]
        :::

        :::{{presenters}}
        Author: Noor
        Reviewer:
        :::

        [^1]: The note.
        """
    course = COURSE.replace("end: 2022-03-11", "end: 2022-05-20")
    contents = "\n".join(names)
    index = "# Course\n\n```{toctree}\ngathering\ntitles\n" + contents + "\n```\n\n"
    return {
        "course.yml": course,
        "index.md": index + ":::{course-info}\n:::\n\n{session}`title-of-week05`\n",
        "gathering.md": "# Gathering\n\n```{schedule}\n```\n",
        "titles.md": "# Titles\n\n```{schedule}\n:show: title\n```\n",
        **{f"{name}.md": dedent(session).format(name=name) for name in names},
    }


def contents_of(site: Site) -> dict[str, bytes]:
    outdir = Path(site.app.outdir)
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in outdir.rglob("*")
        if path.is_file() and path.suffix in {".html", ".js", ".css", ".txt", ".inv"}
    }


def test_four_processes_write_what_one_writes(folder: Folder) -> None:
    folder.write(large_course())
    alone = folder.build()
    assert alone.warnings == []
    one = contents_of(alone)
    shutil.rmtree(folder.srcdir / "_build")
    together = folder.build(parallel=4)
    assert together.warnings == []
    four = contents_of(together)
    assert sorted(one) == sorted(four)
    assert [name for name in one if one[name] != four[name]] == []


def test_an_edit_is_shown_with_four_processes_too(folder: Folder) -> None:
    folder.write(large_course())
    folder.build(parallel=4)
    path = folder.srcdir / "week07.md"
    path.write_text(path.read_text().replace("Body with", "Changed, with"))
    site = folder.build(parallel=4)
    assert site.warnings == []
    assert site.text("gathering.html").count("<p>Changed, with") == 1
