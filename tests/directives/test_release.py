"""What is withheld until a day: in no file before, on the page from then on."""

from __future__ import annotations

import zlib
from pathlib import Path
from shutil import rmtree

import pytest

from sphinx_seminar.cli.check import check as run_check

from ..conftest import Folder, Site, words
from ..samples import COURSE
from .released import AFTER, BEFORE, FILES, MD, RST

BUILDERS = ("gettext", "html", "pickle", "epub", "latex", "text", "man")


@pytest.fixture(autouse=True)
def _the_day_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)


def told(site: Site) -> list[str]:
    """The files of a build that tell what is withheld, by their names too; doctrees are files."""
    return sorted(
        path.relative_to(folder).as_posix()
        for folder in (site.app.outdir, site.app.doctreedir)
        for path in folder.rglob("*")
        if path.is_file() and (b"secret" in _content(path).lower() or "Secret" in path.name)
    )


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    if path.name != "objects.inv":
        return content
    *head, packed = content.split(b"\n", 4)
    return b"\n".join([*head, zlib.decompress(packed)])


@pytest.mark.filterwarnings("ignore:.*:PendingDeprecationWarning")
@pytest.mark.parametrize(("files", "builders"), [(MD, BUILDERS), (RST, ("html", "text"))])
def test_it_is_in_no_byte_before_and_comes_on_its_day(
    files: dict[str, str],
    builders: tuple[str, ...],
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder.write({**FILES, **files})
    for builder in builders:
        site = folder.build(builder, freshenv=builder == "html")
        assert site.warnings == [], builder
        assert told(site) == [], builder
        if builder == "html":
            assert "Slides (to come on Thu, Feb 10) · Code" in words(site.page())
            calendar = (site.app.outdir / "calendar.ics").read_text(encoding="utf-8")
            assert "Slides (to come on Thu\\, Feb 10)" in calendar.replace("\r\n ", "")
            assert '"release": "2022-02-10T00:00:00-08:00"' in site.text("course.json")
        if builder == "html" and files is MD:
            assert "The answers · Comes on Thu, Feb 10" in words(site.page())
            lists = words(site.page("other.html"))
            # In the list of materials, in a row and in a column.
            assert lists.count("Handout (to come on Thu, Feb 10, 00:00, Los Angeles time)") == 3
            assert "Notes" not in lists  # they come silently
    # Over what is kept from the day before.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)
    site = folder.build()
    published = {name.partition("/")[0] for name in told(site)}
    expected = {"searchindex.js", "objects.inv", "index.html", "own.html"}
    assert {"_downloads", "_sources"} | expected <= published
    assert "Comes on" not in site.text("index.html")
    assert site.page().select('a[href="own.html#part"]')
    assert "to come" not in site.text("index.html")
    if files is MD:  # a page that lists those of two sessions is written too
        assert words(site.page("other.html")).count("Slides: PDF, more") == 3 * 2
    assert site.page().select('a[href="https://slides.example/Secret"]')
    # And gone again where the clock is set back, or the day put off.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)
    site = folder.build()
    assert told(site) == []
    assert site.warnings == []


def test_a_copy_is_taken_back_also_where_the_doctrees_were_deleted(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "---\norphan: true\n---\n# Other\n\n{download}`b.pdf`\n"
    files = {"course.yml": COURSE, "a.pdf": "A", "b.pdf": "B", "other.md": other}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)
    for release, names in (("", {"a.pdf", "b.pdf"}), (":release: 2022-02-10\n", {"b.pdf"})):
        page = f"# One\n\n```{{session}}\n:slides: a.pdf\n{release}```\n"
        folder.write({**files, "index.md": page})
        app = folder.build().app
        assert {path.name for path in (app.outdir / "_downloads").glob("*/*")} == names
        rmtree(app.doctreedir)


WRONG = {
    "soon": (
        ":::{release} soon\nSecret\n:::\n",
        "3: WARNING: {release} 'soon' is not understood; write 2022-02-04",
    ),
    "none": (":::{release}\nSecret\n:::\n", "3: WARNING: {release} is empty; write 2022-02-04"),
    "reading": (
        ":::{readings}\n:release: Fri\n- Secret\n:::\n",
        "4: WARNING: ':release:' 'Fri' names no day of the term by itself; write",
    ),
    "misspelt": (
        ":::{details}\n:relase: 2022-02-10\nSecret\n:::\n",
        "4: WARNING: {details} has no option ':relase:'; did you mean 'release'?",
    ),
    "below": (
        ":::{details}\n\n:release: 2022-02-10\n\nSecret\n:::\n",
        "5: WARNING: ':release: 2022-02-10' is read as text; write",
    ),
    "loud": (
        ":::{details} Secret\n:release: 2022-02-10\n:silent: very\nSecret\n:::\n",
        "5: WARNING: ':silent: very' is not known; write ':silent:' alone",
    ),
    "alone": (
        ":::{details}\n:silent:\nText.\n:::\n",
        "4: WARNING: ':silent:' is of no use without ':release:'",
    ),
    "material": (
        ":::{session} A\n:slides: Secret.pdf\n:slides-release: soon\n:::\n",
        "5: WARNING: ':slides-release:' 'soon' is not understood; write 2022-02-04",
    ),
    "misspelt-material": (
        ":::{session} B\n:slides: Secret.pdf\n:slide-relese: 2022-02-10\n:::\n",
        "5: WARNING: {session} has no option ':slide-relese:'; did you mean 'slides-release'?",
    ),
    "no-material": (
        ":::{session} C\n:slides-release: 2022-02-10\n:silent:\n:::\n",
        "4: WARNING: ':slides-release:' is of no use without ':slides:'; write both",
    ),
    "material-below": (
        ":::{session} D\n:slides: Secret.pdf\n\n:slides-release: 2022-02-10\n:::\n",
        "6: WARNING: ':slides-release: 2022-02-10' is read as text; write",
    ),
    "late-material": (
        ":::{session} E\n:slides: Secret.pdf\n:slides-release: 2023-02-10\n:::\n",
        "5: WARNING: slides of session 'E': 2023-02-10 is far outside the term",
    ),
    "untitled": (
        ":::{release} 2022-02-10\n:title: Secret\n:silent:\nSecret\n:::\n",
        "4: WARNING: ':title:' is not shown, as ':silent:' is there; take one of them out",
    ),
    "week": (
        ":::{release} week 30 Fri\nSecret\n:::\n",
        "3: WARNING: {release}: 2022-08-19 is far outside the term (2022-01-24 to 2022-03-11)",
    ),
    "year": (
        ":::{release} 2023-02-10\nSecret\n:::\n",
        "3: WARNING: {release}: 2023-02-10 is far outside the term",
    ),
    "past": (":::{release} 2022-01-10\nText.\n:::\n", ""),
    "nothing": (":::{release} 2022-01-10\n:::\n", "3: WARNING: {release} is empty; write inside"),
    "session": (
        "::::{release} 2022-02-10\n:::{session} Secret\n:::\n::::\n",
        "4: WARNING: a {session} is in the {release}: before, the sessions after it take its",
    ),
    "toctree": (
        "::::{release} 2022-02-10\n:::{toctree}\nindex\n:::\n::::\n",
        "4: WARNING: a {toctree} is in the {release}: the pages that it lists are published",
    ),
    "outside/zone": (
        ":::{release} 2022-02-10\nSecret\n:::\n",
        "3: WARNING: {release}: course.yml has no timezone, so it comes out once its time has come",
    ),
}


def test_what_is_wrong_is_told_at_its_line_and_stays_withheld(folder: Folder) -> None:
    pages = {f"{name}.md": f"# Page\n\n{body}" for name, (body, _) in WRONG.items()}
    names = "\n".join(WRONG)
    index = {"index.md": f"# All\n\n```{{toctree}}\n{names}\n```\n"}
    folder.write({**FILES, **index, **pages, "outside/course.yml": "title: Outside\n"})
    site = folder.build()
    assert told(site) == []
    for name, (_body, expected) in WRONG.items():
        own = [line for line in site.warnings if line.startswith(f"{name}.md:")]
        assert len(own) == bool(expected), own
        assert not expected or f"{name}.md:{expected}" in own[0]
    assert len(site.warnings) == sum(bool(expected) for _body, expected in WRONG.values())


def test_where_no_course_governs_the_page_that_is_told(folder: Folder) -> None:
    folder.write({"index.md": "# Page\n\n:::{release} 2022-02-10\nSecret\n:::\n"})
    site = folder.build()
    (problem,) = site.warnings
    assert "index.md:3: WARNING: {release}: no course.yml governs this page" in problem
    assert told(site) == []


def test_presenting_and_checks_know_what_is_withheld(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    course = COURSE.replace("presenting:", "materials: [Handout]\npresenting:")
    course += "  signups: signups.csv\n  each_student: {at_least: 2}\n"
    page = """
# Page

:::::{schedule}
::::{session} One
:handout: Secret.pdf
:handout-release: 2022-02-11 9:00
::::
::::{session} Secret quiz
:release: 2022-02-10
:silent:
::::
::::{session} Three
:release: 2022-02-10 9:00
:::{presenters}
Author: Secret Name
:::
::::
:::::

:::{deadline} Paper
:session: Secret quiz
:when: class
:::

:::{signups}
:::

:::{announcement} News
:date: 2022-02-20
:::

:::{release} 2022-02-24
:title: The answers
Secret
:::
"""
    sheet = "session,Author,Reviewer,Backup/Scribe\nSecret quiz,Wei Lindqvist,Priya Okafor,\n"
    folder.write({"course.yml": course, "index.md": page, "signups.csv": sheet})
    site = folder.build()
    # Nobody is said to lack a slot that may be withheld; a hidden title is still a name.
    text = site.page().get_text()
    assert "slots to take" not in text
    assert "Wei Lindqvist" in text
    assert "Mon, Jan 31, 13:00" in text
    assert b"secret-quiz" not in (site.app.outdir / "calendar.ics").read_bytes().lower()
    assert run_check(str(folder.srcdir)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        "rules: none is broken; what is missing is not counted while presenters are withheld"
        in lines
    )
    # A new term has to move these.
    [pinned] = [line for line in lines if line.startswith("pinned: ")]
    assert "release of session 'Three' (index.md:13)" in pinned
    assert "release of handout of session 'One' (index.md:6)" in pinned
    at = lines.index("comes out:")
    assert [" ".join(line.split()) for line in lines[at + 1 : at + 6]] == [
        "Thu 2022-02-10 session (index.md:9, silent)",
        "Thu 2022-02-10 09:00 session 'Three' (index.md:13)",
        "Fri 2022-02-11 09:00 handout of session 'One' (index.md:6)",
        "Sun 2022-02-20 announcement (index.md:28)",
        "Thu 2022-02-24 {release} 'The answers' (index.md:32)",
    ]
