"""What a build costs is bounded by guards that no clock decides."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from sphinx_seminar.build import draw_views as resolve
from sphinx_seminar.domain import SeminarDomain
from sphinx_seminar.pages.nodes import seminar_placeholder
from sphinx_seminar.views.page import Page
from sphinx_seminar.views.registry import VIEWS, view_named
from sphinx_seminar.views.view import SiteView, View

from .conftest import Build, Folder, Site
from .samples import COURSE

PLAIN = "# A page\n\nWords, [a link](other.md) and a list:\n\n- one\n- two\n"
CONF = 'extensions = ["myst_parser", "{}"]\nhtml_theme = "{}"\n'
DESIGN = "# Used\n\n:::{card} A card\nText.\n:::\n"
SLOW = ("pydantic", "pydantic_core", "yaml", "icalendar", "pybtex", "bibtexparser", "ortools")
OURS = "sphinx_seminar."


def module(name: str) -> str:
    """The name of a module of ours, which exists: none is missed because it was renamed."""
    assert find_spec(OURS + name), f"sphinx_seminar has no module {name}"
    return OURS + name


def files_of(site: Site) -> dict[str, bytes]:
    outdir = Path(site.app.outdir)
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in outdir.rglob("*")
        if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
    }


def imported_by(folder: Folder) -> set[str]:
    """The modules that a build in a fresh process imports."""
    srcdir, outdir = str(folder.srcdir), str(folder.srcdir.parent / "out")
    script = (
        "import sys\n"
        "from sphinx.cmd.build import build_main\n"
        f"assert build_main(['-q', '-W', {srcdir!r}, {outdir!r}]) == 0\n"
        "print(*sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_the_pages_of_a_site_that_uses_nothing_are_those_of_sphinx_alone(
    theme: str, folder: Folder
) -> None:
    folder.write({"index.md": PLAIN, "other.md": "---\norphan: true\n---\n# Other\n"})
    built = []
    for extension in ("sphinx.ext.mathjax", "sphinx_seminar"):
        folder.write({"conf.py": CONF.format(extension, theme)})
        outdir = folder.srcdir.parent / extension
        built.append(files_of(folder.build(freshenv=True, builddir=outdir)))
    pages = [name for name in built[0] if name.endswith(".html")]
    assert len(pages) > 3
    assert [name for name in pages if built[0][name] != built[1][name]] == []
    # sphinx-design is there for the page that takes to it.
    added = built[1].keys() - built[0].keys()
    assert {name for name in added if "design" not in name} == set()


def test_a_page_loads_sphinx_design_where_it_uses_it_or_the_site_has_it(build: Build) -> None:
    files = {"index.md": "# Page\n\n```{toctree}\nused\n```\n", "used.md": DESIGN}
    site = build(files)
    assert site.warnings == []
    assert "sphinx-design" in site.text("used.html")
    assert "sphinx-design" not in site.text("index.html")
    assert "design-tabs" not in site.text("index.html")
    own = build(
        files, confoverrides={"extensions": ["myst_parser", "sphinx_design", "sphinx_seminar"]}
    )
    assert "sphinx-design" in own.text("index.html")


def test_a_site_that_uses_nothing_imports_nothing_slow_and_no_view(folder: Folder) -> None:
    folder.write({"conf.py": 'extensions = ["sphinx_seminar"]\n', "index.rst": "Page\n====\n"})
    imported = imported_by(folder)
    assert imported.isdisjoint(SLOW)
    assert module("extension") in imported
    unused = ("plan.courses", "model.course", "model.schedule", "model.reading")
    assert imported.isdisjoint(map(module, unused))
    assert imported.isdisjoint(module(f"views.{entry.module}") for entry in VIEWS.values())


def test_a_link_that_might_lead_to_a_session_uses_nothing(folder: Folder) -> None:
    folder.write({"index.md": f"{PLAIN}\n{{any}}`here`\n\n(here)=\n## Section\n"})
    folder.write({"other.md": "---\norphan: true\n---\n# Other\n"})
    site = folder.build()
    assert site.warnings == []
    assert list(Path(site.app.doctreedir).glob("seminar-*")) == []
    assert [name for name in files_of(site) if "seminar" in name] == []


def test_a_site_imports_the_views_that_it_shows_and_no_others(folder: Folder) -> None:
    folder.write({"course.yml": COURSE, "index.md": "# Page\n\n:::{schedule}\n:::\n"})
    imported = imported_by(folder)
    assert "pydantic_core" in imported
    assert imported.isdisjoint({"pydantic", "icalendar", "pybtex", "bibtexparser", "ortools"})
    assert module("views.schedule.as_table") in imported
    views = {name for name, entry in VIEWS.items() if module(f"views.{entry.module}") in imported}
    assert views == {"schedule", "session"}  # to which a schedule links
    # Nor the model of what the course does not have: each takes milliseconds to define.
    unused = ("model.grading", "model.signup", "model.roster", "model.deadline", "model.timetable")
    assert imported.isdisjoint(map(module, unused))
    # An edit of a page leaves the course as it was read.
    folder.write({"index.md": "# Page\n\nText.\n\n:::{schedule}\n:::\n"})
    again = imported_by(folder)
    assert module("views.schedule.as_table") in again
    readers = map(module, ("load.course_file", "load.course_entries", "load.yaml_file"))
    assert again.isdisjoint({"pydantic_core", *readers})


def test_loading_the_extension_imports_no_validator() -> None:
    script = "import sys, sphinx_seminar.extension; print('pydantic_core' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_where_the_registry_says(name: str) -> None:
    assert isinstance(view_named(name), View | SiteView)


FACTS = [name for name, entry in VIEWS.items() if entry.options]
PAGES = {
    "course.yml": COURSE + "  signups: signups.csv\ngrading: {Talk: 40, Report: 60}\n",
    "signups.csv": "number,Author,Reviewer,Backup/Scribe\n1,Noor,Wei,Ada\n2,Ada,Noor,Wei\n",
    "index.md": "# Course\n\n:::{schedule}\n:show: title\n:::\n\n:::{course-info}\n:::\n\n"
    "{edit-page}`Edit`\n\n```{toctree}\none\ntwo\nall\nfacts\n```\n",
    **{
        f"{name}.md": f"# {name}\n\n:::{{session}}\n:slides: https://slides.example/{name}\n:::\n\n"
        f":::{{presenters}}\n:::\n\n:::{{readings}}\n- [A](https://papers.example/)\n:::\n\n"
        f":::{{deadline}} Review of {name}\n:when: class\n:::\n"
        for name in ("one", "two")
    },
    "all.md": "# All\n\n:::{schedule}\n:::\n",
    "facts.md": "# Facts\n\n" + "".join(f":::{{{view}}}\n:::\n\n" for view in FACTS),
}


def test_each_view_is_drawn_once_a_build_and_page(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: Counter[tuple[str, str]] = Counter()
    draw = resolve._draw

    def counting(placeholder: seminar_placeholder, domain: SeminarDomain, page: Page) -> None:
        drawn[page.docname, placeholder.view] += 1
        draw(placeholder, domain, page)

    monkeypatch.setattr(resolve, "_draw", counting)
    folder.write(PAGES)
    assert folder.build().warnings == []
    pages = {
        "index": ["schedule", "course-info", "edit-link"],
        "one": ["session-head", "presenters", "deadline"],
        "two": ["session-head", "presenters", "deadline"],
        # Of each of the two sessions:
        "all": ["schedule", *(2 * ["presenters", "deadline"])],
        # In {this-week}, the first session before its week, and then each in its own.
        "facts": [*FACTS, *(3 * ["presenters"])],
    }
    assert drawn == Counter((page, view) for page, views in pages.items() for view in views)
