"""A site that the recipes of the documentation are tried on, and what they need around it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

NOW = "1807704000"  # 2027-04-14, in the term and after `due`

COURSE = """
title: Readings
timezone: Europe/Berlin
start: 2027-04-06
end: 2027-04-22
meetings: [{days: Tue Thu, time: 14:00-15:15, where: Room 2}]
presenting:
  roles: [Presenter, Critic]
  signups: signups.csv
  students: students.csv
  due: 2027-04-07
  each_student: {at_least: 1}
"""
PAGE = """
# Readings

:::::{schedule}
::::{session} Consensus
:speaker: TBA
:::{presenters}
:::
::::
:::::
"""
ROSTER = "id,name\n1,Noor Haddad\n2,Wei Lindqvist\n3,Late Student\n"
SHEET = "date,Presenter,Critic\n06.04.2027,Noor Haddad,Wei Lindqvist\n"
SITE = {"course.yml": COURSE, "index.md": PAGE, "students.csv": ROSTER, "signups.csv": SHEET}


def run(command: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """What a page tells to run, with the Python of this test."""
    command = re.sub(r"^sphinx-build\b", f"{sys.executable} -m sphinx", command)
    command = re.sub(r"^sphinx-seminar\b", f"{sys.executable} -m sphinx_seminar.cli", command)
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": NOW, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def server(answers: dict[str, bytes]) -> Iterator[tuple[str, list[tuple[str, str, Any]]]]:
    """A server on this machine, and what it was asked: the method, the path and the headers."""
    asked: list[tuple[str, str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.command, self.path, self.headers))
            answer = answers.get(self.path)
            self.send_response(404 if answer is None else 200)
            self.end_headers()
            self.wfile.write(answer or b"<html>No such page</html>")

        do_POST = do_GET  # noqa: N815 (the name is that of the base class)

        def log_message(self, *args: Any) -> None:
            pass

    running = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", asked
    finally:
        running.shutdown()
        running.server_close()
