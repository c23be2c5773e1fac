"""One site with a page or a course for each of many cases: a build each would take minutes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from ..conftest import CONF


@dataclass(frozen=True)
class SiteOfCases:
    """The site, built."""

    outdir: Path
    lines: tuple[str, ...]
    """What the build said, paths relative to the sources."""

    def warnings(self, pattern: str) -> dict[str, list[str]]:
        """The lines that begin with *pattern*, by its first group, without it where it has two."""
        found: dict[str, list[str]] = defaultdict(list)
        for line in self.lines:
            if match := re.match(pattern, line):
                found[match[1]].append(match[2] if match.re.groups > 1 else line)
        return found


def build_cases(srcdir: Path, files: Mapping[str, str | bytes], epoch: str) -> SiteOfCases:
    """Build *files* as if it were *epoch*, in seconds since 1970."""
    for name, content in {"conf.py": CONF, **files}.items():
        path = srcdir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch)
        app = SphinxTestApp("html", srcdir=srcdir)
        try:
            app.build()
        finally:
            app.cleanup()
    text = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return SiteOfCases(app.outdir, tuple(text.replace(f"{app.srcdir}/", "").splitlines()))
