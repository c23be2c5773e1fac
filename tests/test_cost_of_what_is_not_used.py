"""What a build costs is bounded by guards that no clock decides."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sphinx_seminar.views import context

from .conftest import Folder, Site

PLAIN = "# A page\n\nWords, [a link](other.md) and a list:\n\n- one\n- two\n"
CONF = 'extensions = ["myst_parser", "{}"]\nhtml_theme = "{}"\n'
SLOW = ("pydantic", "yaml", "icalendar", "pybtex", "bibtexparser", "ortools")


def files_of(site: Site) -> dict[str, bytes]:
    outdir = Path(site.app.outdir)
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in outdir.rglob("*")
        if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
    }


@pytest.mark.parametrize("theme", ["basic", "furo"])
def test_a_site_that_uses_nothing_gets_the_bytes_that_sphinx_design_alone_gives(
    theme: str, folder: Folder
) -> None:
    folder.write({"index.md": PLAIN, "other.md": "---\norphan: true\n---\n# Other\n"})
    built = []
    for extension in ("sphinx_design", "sphinx_seminar"):
        folder.write({"conf.py": CONF.format(extension, theme)})
        outdir = folder.srcdir.parent / extension
        built.append(files_of(folder.build(freshenv=True, builddir=outdir)))
    assert built[0] == built[1]


def test_a_site_that_uses_nothing_imports_nothing_slow(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_seminar"]\n', encoding="utf-8")
    (tmp_path / "index.rst").write_text("Page\n====\n", encoding="utf-8")
    script = (
        "import sys\n"
        "from sphinx.cmd.build import build_main\n"
        f"assert build_main(['-q', {str(tmp_path)!r}, {str(tmp_path / 'out')!r}]) == 0\n"
        f"print(*(name for name in {SLOW!r} if name in sys.modules))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_a_site_with_a_course_imports_no_validator_before_its_file_is_found() -> None:
    script = "import sys, sphinx_seminar.extension; print('pydantic' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_each_view_is_drawn_once_a_build_and_page(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    planned = context.ViewContext.planned

    def counting(self: context.ViewContext, placeholder: object) -> object:
        asked[f"{self.docname}: {type(placeholder).__name__}"] += 1
        return planned(self, placeholder)  # type: ignore[arg-type]

    monkeypatch.setattr(context.ViewContext, "planned", counting)
    folder.write(
        {
            "course.yml": "timezone: UTC\nstart: 2022-01-24\nend: 2022-02-14\n"
            "meetings: {days: Mon, time: 13:00-16:00}\n",
            "index.md": "# Course\n\n:::{course-info}\n:::\n\n:::{schedule}\n:::\n\n"
            "```{toctree}\none\ntwo\n```\n",
            "one.md": "# One\n\n:::{session}\n:::\n",
            "two.md": "# Two\n\n:::{session}\n:::\n",
        }
    )
    folder.build()
    assert asked == {
        "index: seminar_course_info": 1,
        "index: seminar_schedule": 1,
        "one: seminar_session_head": 1,
        "two: seminar_session_head": 1,
    }
