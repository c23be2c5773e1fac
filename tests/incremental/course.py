"""A course that is built again and again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Folder, Site
from ..samples import COURSE

# What is read and written goes to a file: a page may be written in another process.
CONF = """
    from pathlib import Path

    extensions = ["myst_parser", "sphinx_seminar"]
    myst_enable_extensions = ["colon_fence"]
    html_theme = "basic"
    exclude_patterns = ["_build"]

    HERE = Path(__file__).parent


    def note(what, name):
        with (HERE / "log").open("a") as log:
            log.write(f"{what} {name}\\n")


    def setup(app):
        def read(app, docname, source):
            note("read", docname)

        def resolved(app, doctree, docname):
            note("written", docname)
            if (HERE / "crash").exists():
                raise KeyboardInterrupt

        app.connect("source-read", read)
        app.connect("doctree-resolved", resolved)
    """

PAGES = {
    "conf.py": CONF,
    "course.yml": COURSE,
    "index.md": """
        # Course

        ```{toctree}
        gathering
        titles
        one
        two
        three
        info
        other
        ```
        """,
    "info.md": "# Info\n\n```{course-info}\n```\n",
    "gathering.md": "# Gathering\n\n```{schedule}\n```\n",
    "titles.md": "# Titles\n\n```{schedule}\n:show: title\n```\n",
    "other.md": "# Other\n\nNothing of ours.\n",
    **{
        f"{name}.md": f"# Title {name}\n\n```{{session}}\n```\n\nBody {name}.\n"
        for name in ("one", "two", "three")
    },
}


@dataclass
class Built:
    """What a build has read and written."""

    site: Site
    read: list[str]
    written: list[str]


class Course:
    """A course that is built again and again."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        folder.write(PAGES)

    def build(self, builder: str = "html", **options: Any) -> Built:
        log = self.folder.srcdir / "log"
        log.unlink(missing_ok=True)
        site = self.folder.build(builder, **options)
        lines = log.read_text().split("\n") if log.exists() else []
        done = {
            what: sorted(line.removeprefix(f"{what} ") for line in lines if line.startswith(what))
            for what in ("read", "written")
        }
        # Sphinx itself writes a page again whose toctree holds one that is written.
        done["written"] = [name for name in done["written"] if name != "index"]
        return Built(site, **done)

    def build_alone(self, name: str) -> None:
        """A build of one file that the command line names."""
        app = self.folder._make_app("html", srcdir=self.folder.srcdir)
        app.build(filenames=[self.folder.srcdir / name])
        app.cleanup()

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder.srcdir / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def crash(self, builder: str = "html") -> None:
        """A build that is killed when it writes its first page."""
        flag = self.folder.srcdir / "crash"
        flag.touch()
        with pytest.raises(KeyboardInterrupt):
            self.folder.build(builder)
        flag.unlink()

    def ours(self, built: Built, tmp_path: Path) -> tuple[dict[str, str], dict[str, str]]:
        """Our elements of every page, as they are and as a build from nothing makes them."""
        clean = tmp_path / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(
            self.folder.srcdir, clean, ignore=shutil.ignore_patterns("_build", "log", "crash")
        )
        fresh = Folder(clean, self.folder._make_app).build(built.site.app.builder.name)
        return elements(built.site), elements(fresh)


def elements(site: Site) -> dict[str, str]:
    found = {}
    outdir = Path(site.app.outdir)
    for path in sorted(outdir.rglob("*.html")):
        name = path.relative_to(outdir).as_posix()
        ours = site.page(name).select("[class^=seminar-]")
        found[name] = "\n".join(map(str, ours))
    return found
