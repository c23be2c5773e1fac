"""Style and script go where they are used, and nowhere else."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import sphinx_seminar

from .conftest import Build, Site
from .samples import COURSE, page
from .tools import skip_or_fail

ROOT = Path(__file__).parents[1]
STATIC = Path(sphinx_seminar.__file__).parent / "static"

PAGE = "# Page\n\n::::{schedule}\n:::{session} One\n:::\n::::\n"

PLAIN = {"index.md": "# Page\n\n```{toctree}\nplan\n```\n\nText, and {edit-page}`a link`.\n"}

USES = {
    "a schedule": "::::{schedule}\n:::{session} One\n:::\n::::\n",
    "an empty schedule": "```{schedule}\n```\n",
    "a deadline": ":::{deadline} Essay\n:when: 2022-02-14 12:00\n:::\n",
    "a session": ":::{session} One\n:::\n",
    "an adopted session": "```{session}\n```\n",
    "readings": ":::{readings}\n- One\n:::\n",
    "optional readings": ":::{readings}\n:optional:\n- One\n:::\n",
    "presenters": ":::{presenters}\nAuthor: Noor\n:::\n",
    "details": ":::{details}\nText.\n:::\n",
    "course info": "```{course-info}\n```\n",
}
MARKED = {"a schedule", "an empty schedule", "a deadline"}
ALL = ["seminar-now.js", "seminar-tools.js", "seminar.css", "seminar.js"]
CLOSED = {"optional readings", "details"}
TOOLS = {"a schedule", "an empty schedule", "readings", "optional readings"}


def ours(site: Site, name: str) -> list[str]:
    """Our files that a page asks for."""
    soup = site.page(name)
    links = [str(tag.get("href") or tag.get("src")) for tag in soup.select("link, script")]
    return sorted(Path(link.partition("?")[0]).name for link in links if "seminar" in link)


@pytest.mark.parametrize("use", USES)
def test_a_page_asks_for_the_style_and_the_scripts_that_it_uses(use: str, build: Build) -> None:
    files = {**PLAIN, "course.yml": COURSE, "plan.md": f"# Plan\n\n{USES[use]}"}
    site = build(files)
    assert site.warnings == []
    scripts = ["seminar-now.js"] if use in MARKED else []
    scripts += ["seminar.js"] if use in MARKED | CLOSED else []
    scripts += ["seminar-calendar.js"] if use == "a schedule" else []
    scripts += ["seminar-tools.js"] if use in TOOLS else []
    assert ours(site, "plan.html") == sorted(["seminar.css", *scripts])
    for name in ("index.html", "genindex.html", "search.html"):
        assert ours(site, name) == []


def test_the_files_are_there_and_their_addresses_change_with_them(build: Build) -> None:
    site = build({**PLAIN, "course.yml": COURSE, "plan.md": "# Plan\n\n```{schedule}\n```\n"})
    static = Path(site.app.outdir) / "_static"
    for name in ALL:
        assert (static / name).read_bytes() == (STATIC / name).read_bytes()
        assert f"_static/{name}?v=" in site.text("plan.html")
    assert site.one("script[src*='seminar.js']", "plan.html").has_attr("defer")


def test_what_marks_is_run_before_the_page_is_painted(build: Build) -> None:
    site = build({**PLAIN, "course.yml": COURSE, "plan.md": "# Plan\n\n```{schedule}\n```\n"})
    script = site.one("head script[src*='seminar-now.js']", "plan.html")
    assert not {"defer", "async"} & set(script.attrs)


def test_a_site_that_uses_nothing_has_no_file_of_ours(build: Build) -> None:
    site = build({"index.md": "# Page\n\nText.\n"})
    assert site.warnings == []
    assert ours(site, "index.html") == []
    assert [path.name for path in Path(site.app.outdir).rglob("*seminar*")] == []


@pytest.mark.parametrize("body", USES.values(), ids=USES)
def test_a_book_has_the_style_and_no_script(body: str, build: Build) -> None:
    options = {"epub_copyright": "2022", "version": "1", "epub_show_urls": "no"}
    site = build({"course.yml": COURSE, **page("md", body)}, "epub", confoverrides=options)
    assert site.warnings == []
    [book] = Path(site.app.outdir).glob("*.epub")
    with zipfile.ZipFile(book) as opened:
        names = opened.namelist()
        text = opened.read("EPUB/index.xhtml" if "EPUB/index.xhtml" in names else "index.xhtml")
    assert [name for name in names if name.endswith(".js")] == []
    assert [name for name in names if name.endswith("seminar.css")]
    assert b"seminar.css" in text
    assert b"<script" not in text


def test_singlehtml_has_both_where_any_page_uses_ours(build: Build) -> None:
    files = {**PLAIN, "course.yml": COURSE, "plan.md": "# Plan\n\n```{schedule}\n```\n"}
    site = build(files, "singlehtml")
    assert ours(site, "index.html") == ALL


def test_what_is_shipped_is_made_of_the_sources() -> None:
    if find_spec("minify") is None:
        skip_or_fail("tdewolff-minify is not installed")
    # In a process of its own: the threads that Go starts would be in the way of forks.
    command = [sys.executable, "-m", "assets", "--check"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stderr


def test_all_scripts_together_are_small() -> None:
    scripts = b"".join(path.read_bytes() for path in sorted(STATIC.glob("*.js")))
    assert len(gzip.compress(scripts)) <= 6_000


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_a_page_without_a_document_asks_for_nothing_and_stops_no_build(
    builder: str, build: Build
) -> None:
    files = {"course.yml": COURSE, **page("md", "```{schedule}\n```\n")}
    more = {
        "html_additional_pages": {"about": "page.html"},
        "html_use_opensearch": "https://x.example",
    }
    site = build(files, builder, confoverrides=more)
    assert site.warnings == []
    assert [name for name in ours(site, "about.html") if name.endswith(".js")] == []


def test_the_path_of_the_static_files_is_added_once(build: Build) -> None:
    site = build({"course.yml": COURSE, **page("md", "```{schedule}\n```\n")})
    assert site.app.config.html_static_path.count(str(STATIC)) == 1


def test_an_author_s_own_style_comes_last(build: Build) -> None:
    site = build(
        {
            "course.yml": COURSE,
            "_static/mine.css": ".seminar-week {color: red}",
            **page("md", "```{schedule}\n```\n"),
        },
        confoverrides={"html_static_path": ["_static"], "html_css_files": ["mine.css"]},
    )
    text = site.text("index.html")
    assert "mine.css" in text
    assert (Path(site.app.outdir) / "_static" / "mine.css").is_file()


def test_style_and_script_together_stay_small() -> None:
    # Without a name and a time in the header, as servers send them.
    files = [(STATIC / name).read_bytes() for name in ALL]
    assert sum(len(gzip.compress(file, 9, mtime=0)) for file in files) <= 8_000


@pytest.mark.parametrize("theme", ["furo", "alabaster", "basic"])
def test_every_theme_takes_them(theme: str, build: Build) -> None:
    files = {"course.yml": COURSE, **page("md", "```{schedule}\n```\n")}
    site = build(files, confoverrides={"html_theme": theme})
    assert site.warnings == []
    assert ours(site, "index.html") == ALL


def test_the_style_can_be_left_out(build: Build) -> None:
    files = {"index.md": f"{PAGE}\n:::{{details}}\nText.\n:::\n"}
    site = build(files, confoverrides={"seminar_style": False})
    page = site.text("index.html")
    assert "seminar.css" not in page
    assert "seminar.js" in page


def test_a_site_s_own_file_takes_the_place_of_ours(build: Build) -> None:
    own = "/* mine */\n"
    files = {"index.md": PAGE, "own/seminar.css": own}
    site = build(files, confoverrides={"html_static_path": ["own"]})
    assert site.text("_static/seminar.css") == own
