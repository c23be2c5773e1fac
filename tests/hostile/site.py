"""A site that is built again for each example, and what is said of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinx_seminar.extension import load_courses
from sphinx_seminar.model.problem import KINDS

from ..samples import COURSE

# What authors write as raw HTML is theirs, on our pages as on every other: it is left out, so that
# all that is found comes from us.
CONF = """
from docutils import nodes
from sphinx.transforms import SphinxTransform

extensions = ["myst_parser", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence", "dollarmath", "deflist", "substitution"]
html_theme = "basic"
html_use_index = False
html_show_sourcelink = False


class LeaveRawOut(SphinxTransform):
    default_priority = 1

    def apply(self):
        for raw in list(self.document.findall(nodes.raw)):
            raw.parent.remove(raw)


def setup(app):
    app.add_transform(LeaveRawOut)
"""
NOW = "1645128000"  # Feb 17, 2022

FILES: Mapping[str, str] = {
    "conf.py": CONF,
    "course.yml": COURSE,
    "a.pdf": "a file to download",
}


class Said(logging.Handler):
    """What a build warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class HostileSite:
    """A folder and one application, which builds it as often as it is told to."""

    def __init__(self, srcdir: Path, files: Mapping[str, str | bytes], builder: str) -> None:
        self.srcdir = srcdir
        self.said = Said()
        self.write(files)
        self._app = SphinxTestApp(builder, srcdir=srcdir)
        logging.getLogger("sphinx").addHandler(self.said)

    def close(self) -> None:
        logging.getLogger("sphinx").removeHandler(self.said)
        self._app.cleanup()

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.srcdir / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            path.write_bytes(data)

    def build(self, name: str = "index.html") -> str:
        """Build what has changed; a file of the output."""
        self._app.warning.truncate(0)
        self._app.build()
        records = self.said.records[:]
        self.said.records.clear()
        check_said(records)
        return (self._app.outdir / name).read_text(encoding="utf-8")

    def build_with_new_course(self, name: str = "index.html") -> str:
        """The same after course.yml or its sheets have changed, which are read once a build."""
        load_courses(self._app)
        return self.build(name)


def check_said(records: list[logging.LogRecord]) -> None:
    """Every warning of ours is one line with a type and a place; none tells of an exception."""
    for record in records:
        assert record.exc_info is None, record.getMessage()
        message = record.getMessage()
        assert "Traceback" not in message, message
        if getattr(record, "type", None) == "seminar":
            assert getattr(record, "subtype", None) in KINDS, message
            assert message.isprintable(), ascii(message)
            assert len(message) < 1_000, f"{len(message)}: {message[:200]}"
            assert getattr(record, "location", None), message
        else:
            assert not record.name.startswith("sphinx.sphinx_seminar"), message


@contextmanager
def hostile_site(
    srcdir: Path, files: Mapping[str, str | bytes], builder: str = "html"
) -> Iterator[HostileSite]:
    """A site, as if it were NOW."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        site = HostileSite(srcdir, {**FILES, **files}, builder)
        try:
            yield site
        finally:
            site.close()
