"""Many spoiled sites, built as one."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF
from .sites import Sound, sites
from .spoils import spoil

_CONF = (
    CONF
    + """
html_copy_source = False
html_use_index = False
seminar_feeds = []
suppress_warnings = ["toc.*"]
templates_path = ["templates"]
"""
)
_LAYOUT = '<div class="body">{% block body %}{% endblock %}<div class="clearer"></div></div>'
"""All of a page that is looked at; to write the rest took a tenth of the time."""
_NOW = "1663761600"  # Sep 21, 2022
_BODY = re.compile(r'<div class="body".*?>(.*)<div class="clearer"', re.DOTALL)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_SHOWN = re.compile(r'<a [^>]*href="(https?:[^"]*)"[^>]*>|(<img)[^>]*>|<[^>]*>')


@dataclass(frozen=True)
class Case:
    """A site, spoiled in one place."""

    site: str
    name: str
    """Which file is spoiled, how, and what is there now."""
    files: dict[str, str | bytes]


@dataclass(frozen=True)
class Outcome:
    """What a build made of a case."""

    shown: str
    told: frozenset[str]


@dataclass(frozen=True)
class Spoiling:
    """What became of all cases."""

    count: int
    silent: frozenset[str]
    """The cases that show something else, and of which nothing is said."""
    told_of_sound: dict[str, frozenset[str]]
    """What is said of sites without a fault."""


def spoil_all(srcdir: Path) -> Spoiling:
    """Spoil every site in every way."""
    found = list(cases(sites()))
    silent = set()
    sound: dict[str, Outcome] = {}
    for case, outcome in zip(found, build(srcdir, found), strict=True):
        usual = sound.setdefault(case.site, outcome)
        if outcome.shown != usual.shown and not outcome.told - usual.told:
            silent.add(_printable(f"{case.site} | {case.name}"))
    told = {site: outcome.told for site, outcome in sound.items() if outcome.told}
    return Spoiling(len(found), frozenset(silent), told)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text).strip()


def cases(sites: Iterable[Sound]) -> Iterator[Case]:
    """The sites as they are, with an empty name, and spoiled."""
    lines: Counter[str] = Counter()
    for site in sites:
        yield Case(site.name, "", dict(site.files))
        seen: dict[str, int] = defaultdict(int)
        for file in site.spoiled:
            text = site.files[file]
            assert isinstance(text, str)
            short = file.removeprefix("here/")
            for kind, line, spoiled in spoil(text, file, lines):
                name = f"{short}: {kind}: {line}"
                seen[name] += 1
                if seen[name] > 1:
                    name += f" (number {seen[name]})"
                yield Case(site.name, name, {**site.files, file: spoiled})


def build(srcdir: Path, found: list[Case]) -> list[Outcome]:
    """What one build of all cases makes of each."""
    _write(srcdir, "conf.py", _CONF)
    _write(srcdir, "index.md", "# Site\n")
    _write(srcdir, "templates/layout.html", _LAYOUT)
    for number, case in enumerate(found):
        for name, content in case.files.items():
            _write(srcdir / f"c{number:05}", name, content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", _NOW)
        patch.setattr(StandaloneHTMLBuilder, "search", False)  # nobody searches here
        app = SphinxTestApp("html", srcdir=srcdir)
        try:
            app.build()
        finally:
            app.cleanup()
    told: dict[int, set[str]] = defaultdict(set)
    lines = app.warning.getvalue().splitlines()
    lines += [line for line in app.status.getvalue().splitlines() if ": NOTE: " in line]
    for line in lines:
        for number in re.findall(r"\bc(\d{5})/", line)[:1]:
            told[int(number)].add(re.sub(r"\bc\d{5}/|:\d+\b|line \d+|\x1b\[[0-9;]*m", "", line))
    return [
        Outcome(_shown(app.outdir / f"c{number:05}"), frozenset(told[number]))
        for number in range(len(found))
    ]


def _write(folder: Path, name: str, content: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _shown(outdir: Path) -> str:
    """What the pages of a case show, without what is no difference to readers."""
    texts = []
    for path in sorted(outdir.rglob("*.html")):
        match = _BODY.search(path.read_text(encoding="utf-8"))
        assert match is not None, path
        body = _SHOWN.sub(lambda tag: f" {tag[1] or tag[2] or ''} ", _HIDDEN.sub("", match[1]))
        texts.append(path.name + html.unescape(body))
    text = unicodedata.normalize("NFKC", "\n".join(texts))
    text = re.sub("[‘’′]", "'", re.sub("[“”]", '"', text)).replace("\ufeff", "")  # noqa: RUF001
    return "".join(text.split())
