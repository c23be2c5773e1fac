"""The examples' links, asked for at a server of this machine that stands for all others."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from .examples import write_examples
from .sphinx_build import sphinx_build

_ADDRESS = re.compile(r"https?://(?=[\w.-]+\.\w)")


class _Answers(BaseHTTPRequestHandler):
    """Has every page, each with the one anchor that the examples name, but for /gone."""

    def do_GET(self) -> None:
        body = b'<p id="today">Here.</p>'
        self.send_response(404 if self.path == "/gone" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    # The names are those of the standard library.
    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that runs while the tests of this module do."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()
        thread.join()


def checked(outdir: Path) -> list[dict[str, str]]:
    lines = (outdir / "output.json").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_link_of_the_examples_is_checked_and_works(server: str, tmp_path: Path) -> None:
    source = write_examples(tmp_path / "source")
    written: set[str] = set()
    for path in [*source.rglob("*.md"), *source.rglob("course.yml")]:
        text = _ADDRESS.sub(server, path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
        written |= {found.rstrip(".,") for found in re.findall(rf"{server}[^\s)}}\"]*", text)}
    sphinx_build(source, tmp_path / "out", "linkcheck", environ={"NO_PROXY": "*"})
    found = checked(tmp_path / "out")
    assert {link["status"] for link in found if link["uri"].startswith("http")} == {"working"}
    # What Sphinx leaves of an address is as a browser would ask for it.
    asked = {link["uri"] for link in found}
    assert len(written) > 100
    assert {address for address in written if address not in asked} == set()


def test_a_link_that_leads_nowhere_is_found_in_every_part_of_a_session(
    server: str, tmp_path: Path
) -> None:
    source = write_examples(tmp_path / "source")
    for path in source.rglob("*.md"):
        path.unlink()
    for course in source.rglob("course.yml"):
        course.unlink()
    (source / "course.yml").write_text(
        f"start: 2022-01-03\nend: 2022-01-07\nmeetings: [{{days: Mon}}]\n"
        f"staff: [{{name: Ada Brook, url: '{server}gone'}}]\nlinks: {{Forum: '{server}gone'}}\n",
        encoding="utf-8",
    )
    gone = f"[Gone]({server}gone)"
    (source / "index.md").write_text(
        f"# Page\n\n:::{{course-info}}\n:::\n\n:::::{{schedule}}\n::::{{session}} First\n"
        f":speaker: {gone}\n\n{gone}\n\n:::{{readings}}\n- {gone}\n:::\n\n"
        f":::{{presenters}}\nAuthor: {gone}\n:::\n::::\n:::::\n",
        encoding="utf-8",
    )
    with pytest.raises(AssertionError, match="gone"):
        sphinx_build(source, tmp_path / "out", "linkcheck", environ={"NO_PROXY": "*"})
    assert {link["status"] for link in checked(tmp_path / "out")} == {"broken"}


GATHERED = {
    "conf.py": 'extensions = ["myst_parser", "sphinx_seminar"]\n'
    'myst_enable_extensions = ["colon_fence"]\n',
    "course.yml": "timezone: Europe/Berlin\nstart: 2030-09-02\nend: 2030-10-07\n"
    "meetings: [{days: Mon, time: 13:00-14:30}]\n",
    "index.md": "# Course\n\n:::{schedule}\n:::\n\n:::{deadlines}\n:::\n\n:::{this-week}\n:::\n\n"
    ":::{announcements}\n:latest: 3\n:::\n\n```{toctree}\ntwo\nnews\n```\n",
    "news.md": "# News\n\n:::::{announcements}\n::::{announcement} New\n:date: 2020-09-01\n"
    "[a](SERVER/news)\n::::\n:::::\n",
    "two.md": """# Two

:::{session}
:link: SERVER/call
:speaker: [Ada](SERVER/speaker)
:::

Text with [a link](SERVER/text).

:::{readings}
- [Paper](SERVER/paper)
:::

:::{presenters}
Author: [Mira Sol](SERVER/slides)
:::

:::{deadline} Homework
:when: class
:link: SERVER/homework
See [it](SERVER/described).
:::
""",
}


def test_a_gathered_link_is_told_once_where_it_was_written(server: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name, text in GATHERED.items():
        (source / name).write_text(text.replace("SERVER/", server), encoding="utf-8")
    sphinx_build(source, tmp_path / "out", "linkcheck")
    found = [line for line in checked(tmp_path / "out") if line["uri"].startswith(server)]
    places = {line["uri"].removeprefix(server): line for line in found}
    expected = {
        found[1]: (name, number)
        for name in ("two.md", "news.md")
        for number, line in enumerate(GATHERED[name].splitlines(), start=1)
        for found in re.finditer(r"SERVER/(\w+)", line)
    }
    assert {
        link: (line["filename"], int(line["lineno"])) for link, line in places.items()
    } == expected
