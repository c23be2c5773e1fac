"""A bibliography is read as people mean it, and what is wrong in it is reported at its line."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import util
from pathlib import Path
from time import process_time

import pytest

from sphinx_seminar.load.bib_text import plain
from sphinx_seminar.load.course_file import load_course
from sphinx_seminar.load.kept_course import load_kept_course
from sphinx_seminar.load.loaded_course import LoadedCourse
from sphinx_seminar.model.bibliography import Author, BibEntry

LoadBib = Callable[..., LoadedCourse]


@pytest.fixture
def load(tmp_path: Path) -> LoadBib:
    """Loads a course with the given content of its ``readings.bib`` and of other files."""

    def write_and_load(content: str | bytes, names: str = "readings.bib") -> LoadedCourse:
        written = content.encode() if isinstance(content, str) else content
        (tmp_path / "readings.bib").write_bytes(written)
        (tmp_path / "course.yml").write_text(f"title: T\n\nbibliography: {names}\n", "utf-8")
        return load_course(tmp_path / "course.yml", "course.yml")

    return write_and_load


def entry(loaded: LoadedCourse, key: str = "one") -> BibEntry:
    assert loaded.problems == ()
    assert loaded.bibliography
    found = loaded.bibliography.entry(key)
    assert found
    return found


def told(loaded: LoadedCourse) -> list[str]:
    return [f"{problem.source}: {problem.message}" for problem in loaded.problems]


def test_an_entry_has_all_that_a_reading_shows(load: LoadBib) -> None:
    found = entry(
        load(
            r"""
            @string{osdi = {14th {USENIX} Symposium on Operating Systems ({OSDI} 20)}}
            @inproceedings{one, title = {{Systems} for \emph{Learning}}, booktitle = osdi,
              author = {Brook, Ada and {\"O}zg{\"u}r, Can and van der Berg, Jan and {The Team}},
              year = 2020, doi = {https://doi.org/10.1145/12345.678}, url = {https://other.example}}
            """
        )
    )
    assert found.title == "Systems for Learning"
    assert found.authors == (
        Author("Brook", "Ada"),
        Author("Özgür", "Can"),
        Author("van der Berg", "Jan"),
        Author("The Team"),
    )
    assert found.by == "Brook et al."
    assert (found.label, found.venue) == (
        "OSDI 2020",
        "14th USENIX Symposium on Operating Systems (OSDI 20)",
    )
    assert (found.address, found.doi) == ("https://doi.org/10.1145/12345.678", "10.1145/12345.678")


@pytest.mark.parametrize(
    ("fields", "address", "label"),
    [
        ("eprint = {1706.03762v5}, archiveprefix = {arXiv}", "arxiv.org/abs/1706.03762", "arXiv"),
        ("journal = {arXiv preprint arXiv:1706.03762}", "arxiv.org/abs/1706.03762", "arXiv"),
        (r"url = {https://a.example/x\_y}, date = {2020-03}", "a.example/x_y", "2020"),
        (r"howpublished = {\url{https://a.example/b}}", "a.example/b", None),
        ("series = {SOSP '21}, booktitle = {Proceedings}, year = 2021", None, "SOSP 2021"),
        ("journal = {Proceedings of the Society}, year = {in press}", None, "Society"),
        ("publisher = {Press}, year = 1999", None, "Press 1999"),
    ],
)
def test_address_and_label_come_from_where_people_write_them(
    fields: str, address: str | None, label: str | None, load: LoadBib
) -> None:
    found = entry(load(f"@misc{{one, title = {{One}}, {fields}}}"))
    assert found.address == (address and f"https://{address}")
    assert found.label == label


def test_up_to_three_authors_are_named(load: LoadBib) -> None:
    names = "Ada Brook and Ben Dale and Can Ellis"
    assert entry(load(f"@misc{{one, title={{A}}, author={{{names}}}}}")).by == "Brook, Dale, Ellis"
    others = entry(load("@misc{one, title={A}, author={Ada Brook and others}}"))
    assert (others.by, others.authors) == ("Brook et al.", (Author("Brook", "Ada"),))


def test_a_paper_has_the_venue_and_the_year_of_its_volume(load: LoadBib) -> None:
    text = "@inproceedings{one, title={A}, crossref={vol}} @proceedings{vol, title={V}, year=2020}"
    assert entry(load(text)).label == "V 2020"
    both = "@misc{one, title={A}, crossref={two}} @misc{two, title={B}, crossref={one}}"
    assert entry(load(both)).title == "A"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\textsc{Foo}: $O(n)$ for \$5", "Foo: O(n) for $5"),
        ("50% faster, A~B -- C", "50% faster, A B – C"),
        (r"\href{javascript:x}{label} \unknown{word}", "label word"),
        (r"\{set\} of \LaTeX{}", "{set} of LaTeX"),
        ("<script>x</script>", "<script>x</script>"),
        ("a\u202eb\x07", "ab"),
        (r"\input{/etc/passwd}", "/etc/passwd"),
    ],
)
def test_tex_becomes_plain_text(tex: str, text: str) -> None:
    assert plain(tex) == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("\n@misc{one, year={2020}}", "readings.bib:2: the entry 'one' has no title"),
        ("\n@misc{one, title={A}\nyear={1}}", "readings.bib:2: the entry 'one' can't be read to"),
        ("@misc{one, title=foo}", "readings.bib:1: the entry 'one' has 'foo' in line 1 without"),
        ("\n\n@misc", "readings.bib:3: what begins here can't be read to its end"),
        ("@misc{, title={A}}", "readings.bib:1: what begins here has no key"),
        ("@misc{one, title={A\\}}}", "readings.bib:1: the entry 'one' "),
        ("@misc{one, title={A}, url={javascript:x}}", "the address 'javascript:x', which is not"),
        ("@misc{one, title={A}, doi={x}}", "the entry 'one' has 'x' for a DOI; write one such as"),
        ("@misc{one, title={A}, author={a, b, c, d}}", "has 'a, b, c, d' for a name; write author"),
        ("@misc{A, title={A}}\n@misc{a, title={B}}", ":2: the key 'a' is that of readings.bib:1"),
        (b"\n@misc{one, title={\xff}}", "readings.bib:2: the text is not in UTF-8"),
        (b" " * 2_000_001, "readings.bib: the file is longer than 5,000 entries or 2 MB"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(
    content: str | bytes, message: str, load: LoadBib
) -> None:
    (found,) = told(load(content))
    assert message in found


def test_files_are_those_of_the_course(load: LoadBib, tmp_path: Path) -> None:
    (tmp_path / "more.bib").write_text("@misc{two, title={Two}}", "utf-8")
    loaded = load("@misc{one, title={One}}", "[readings.bib, more.bib]")
    assert [entry(loaded, key).title for key in ("ONE", "two")] == ["One", "Two"]
    (found,) = told(load("", "[readings.bib, mroe.bib]"))
    assert found == (
        "course.yml:3: bibliography: no file is at 'mroe.bib'; 'more.bib' is there: "
        "write that, or rename it"
    )
    (tmp_path / "out.bib").symlink_to("/etc/hosts")
    (found,) = told(load("", "out.bib"))
    assert "'out.bib' is outside of the course's folder" in found
    refused = load("", "readings.txt").bibliography
    assert refused is not None
    assert not refused.is_whole  # so a key that it lacks is no second problem
    (found,) = told(load("", f"[{', '.join(f'{n}.bib' for n in range(11))}]"))
    assert "11 files are more than 10; put them together" in found


def test_without_pybtex_its_author_is_told_what_to_install(
    load: LoadBib, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: None)
    loaded = load("@misc{one, title={One}}")
    (found,) = told(loaded)
    assert found.startswith("course.yml:3: bibliography: pybtex, which reads it, is not installed")
    assert found.endswith("run pip install 'sphinx-seminar[bibtex]'")
    assert loaded.bibliography
    assert not loaded.bibliography.is_whole


@pytest.mark.parametrize(
    "content",
    [
        "@string{a = {xxxxxxxxxx}}" + "@string{a = a # a # a # a}" * 60,
        "@misc{a, title={" * 20_000,
        "@misc{a, title=" + "{" * 200_000,
        "@misc(a, title=" * 20_000,
        "@ " * 50_000 + "@misc{a, title={A}}" * 2_000,
        "@misc{a, title={A}, author={" + "a and " * 50_000 + "b}}",
        "@misc{a, title={" + "{" * 99 + "A" + "}" * 99 + "}}",
    ],
    ids=["strings", "entries", "braces", "parentheses", "signs", "names", "nested"],
)
def test_a_hostile_file_is_read_in_no_time_and_raises_nothing(content: str, load: LoadBib) -> None:
    start = process_time()
    assert len(load(content).problems) <= 102
    assert process_time() - start < 5


def test_an_unchanged_bibliography_is_not_read_again(load: LoadBib, tmp_path: Path) -> None:
    load("@misc{one, title={One}}")

    def title() -> str:
        return entry(
            load_kept_course(tmp_path / "course.yml", "course.yml", tmp_path / "kept")
        ).title

    assert (title(), title()) == ("One", "One")
    path = tmp_path / "readings.bib"
    path.write_text("@misc{one, title={Another}}", "utf-8")
    assert title() == "Another"
    before = path.stat()
    path.write_text("@misc{one, title={A third}}", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert title() == "A third"
