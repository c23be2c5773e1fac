"""Lighthouse's scores of both examples beside those of the same pages of the bare theme.

``python -m tests.benchmarks.lighthouse PROGRAM [--runs N]`` prints the medians. It takes some
minutes, and its measures of speed mean something on a machine that does nothing else. With
``--network`` they leave out what the processor needs, so that other work disturbs them less.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from sphinx.cmd.build import main as sphinx_build

from ..conftest import CONF
from ..installed_browser import browser_path

_EXAMPLES = ("mlsys-seminar", "ml-and-systems")
_DOCS = Path(__file__).parents[2] / "docs" / "examples"
_CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
# What the extension adds to a page: its styles and scripts, and sphinx-design's.
_OURS = re.compile(
    r'<link[^>]*"[^"]*_static/(?:seminar|sphinx-design)[^"]*"[^>]*>'
    r'|<script[^>]*"[^"]*_static/(?:seminar|design)[^"]*"[^>]*></script>'
)


class _Compressed(SimpleHTTPRequestHandler):
    """Sends texts compressed over connections that stay open, as hosts of pages do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js"}:
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, its name there
        """Print nothing."""


def main() -> int:
    """Print the scores; returns 1 where one is lower than the bare theme's."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.lighthouse")
    parser.add_argument("program", help="the file lighthouse, as npm installs it")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--theme", default="furo")
    parser.add_argument("--network", action="store_true", help="as if the processor took no time")
    options = parser.parse_args()
    flags = ["--throttling.cpuSlowdownMultiplier=0.01"] if options.network else []
    lower = []
    with tempfile.TemporaryDirectory() as scratch:
        for example in _EXAMPLES:
            _build(example, options.theme, Path(scratch, example))
        with _server(Path(scratch)) as address:
            for example in _EXAMPLES:
                pages = [f"{address}/{example}/html/{name}.html" for name in ("index", "bare")]
                found: dict[str, list[dict[str, float]]] = {page: [] for page in pages}
                for _run in range(options.runs):  # by turns, as a machine has slow minutes
                    for page in pages:
                        found[page].append(_scores(options.program, page, flags))
                ours, bare = (_medians(found[page]) for page in pages)
                for name in _CATEGORIES:
                    print(f"{example:16} {name:16} {ours[name]:5.0f}   bare {bare[name]:5.0f}")
                    if ours[name] < bare[name] - (name == "performance"):
                        lower.append(f"{example}: {name}")
    print(*(f"lower: {name}" for name in lower), sep="\n")
    return 1 if lower else 0


def _build(example: str, theme: str, folder: Path) -> None:
    """The example, and beside its page the same one without our styles and scripts."""
    shutil.copytree(_DOCS / example, folder / "source")
    conf = f'{CONF}html_theme = "{theme}"\n'
    (folder / "source" / "conf.py").write_text(conf, encoding="utf-8")
    assert sphinx_build(["-q", str(folder / "source"), str(folder / "html")]) == 0
    page = (folder / "html" / "index.html").read_text(encoding="utf-8")
    bare, count = _OURS.subn("", page)
    assert count >= 2
    (folder / "html" / "bare.html").write_text(bare, encoding="utf-8")


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _scores(program: str, page: str, flags: list[str]) -> dict[str, float]:
    """The scores of one load, 100 at most."""
    command = [
        program,
        page,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(_CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        *flags,
    ]
    environ = {**os.environ, "CHROME_PATH": shutil.which("chromium") or browser_path() or ""}
    ran = subprocess.run(command, env=environ, capture_output=True, check=True)
    found = json.loads(ran.stdout)["categories"]
    return {name: 100 * (found[name]["score"] or 0) for name in _CATEGORIES}


def _medians(scores: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(each[name] for each in scores) for name in _CATEGORIES}


if __name__ == "__main__":
    sys.exit(main())
