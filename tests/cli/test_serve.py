"""``sphinx-seminar serve``: what is saved is built, and the page that shows it is loaded anew."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page

from sphinx_seminar.cli import main
from sphinx_seminar.cli.serve import builder as builder_module
from sphinx_seminar.cli.serve.builder import Builder
from sphinx_seminar.cli.serve.one_build import BuildFolders

from ..conftest import CONF, Folder
from ..samples import COURSE

SITE = {
    "conf.py": f'{CONF}exclude_patterns = ["_build"]\n',
    "course.yml": COURSE,
    "index.md": "# Home\n\n:::::{schedule}\n::::{session} One\n::::\n:::::\n\n"
    ":::{toctree}\na\nb\n:::\n",
    "a.md": "# A\n\nText of a.\n",
    "b.md": "# B\n\nText of b.\n",
}
SOON = 60.0
"""Seconds that a busy machine may need."""


@pytest.fixture
def site(folder: Folder) -> Folder:
    folder.write(SITE)
    return folder


@pytest.fixture(params=[True, False], ids=["by forks", "by new processes"])
def building(site: Folder, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Builder]:
    """Builds in both ways: Windows has no fork."""
    with pytest.MonkeyPatch.context() as patch:
        if not request.param:
            patch.setattr(builder_module, "CAN_FORK", False)
        output = tmp_path / "out" / "html"
        output.mkdir(parents=True)
        builder = Builder(BuildFolders(site.srcdir, output, tmp_path / "out" / "doctrees"))
        yield builder
        builder.close()


def test_a_build_says_which_pages_are_others_and_what_is_wrong(
    building: Builder, site: Folder
) -> None:
    first = building.build([])
    assert (first.failed, first.problems) == (False, ())
    assert {"index.html", "a.html", "b.html"} <= first.pages
    site.write({"a.md": "# A\n\nNew text, and [gone](gone.md).\n"})
    second = building.build([str(site.srcdir / "a.md")])
    assert second.pages == {"a.html"}
    assert not second.everywhere
    [problem] = second.problems
    assert problem.startswith("a.md:3: WARNING: ")
    # What is wrong with a page is known until it is read again.
    site.write({"course.yml": COURSE.replace("start:", "strat:")})
    third = building.build([str(site.srcdir / "course.yml")])
    assert "index.html" in third.pages
    assert problem in third.problems
    assert any(line.startswith("course.yml:") and "'strat'" in line for line in third.problems)
    site.write({"course.yml": COURSE, "a.md": SITE["a.md"]})
    fourth = building.build([str(site.srcdir / name) for name in ("course.yml", "a.md")])
    assert fourth.problems == ()


def test_a_file_that_sphinx_takes_for_known_is_read_where_it_was_saved(
    building: Builder, site: Folder
) -> None:
    building.build([])
    path = site.srcdir / "a.md"
    before = path.stat()
    path.write_text("# A\n\nSaved while it was read.\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert building.build([]).pages == set()
    assert building.build([str(path)]).pages == {"a.html"}


def test_a_broken_conf_py_is_told_and_the_next_build_goes_on(
    building: Builder, site: Folder
) -> None:
    site.write({"conf.py": "extensions = [\n"})
    broken = building.build([])
    assert broken.failed
    assert any("conf" in line for line in broken.problems)
    site.write({"conf.py": "import os; os._exit(3)\n"})
    assert building.build([]).problems == ("the build was ended from outside",)
    site.write({"conf.py": SITE["conf.py"]})
    assert not building.build([]).failed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk of Linux")
def test_a_full_disk_is_one_line_and_the_next_build_goes_on(building: Builder) -> None:
    inventory = building.folders.output / "objects.inv"
    inventory.symlink_to("/dev/full")
    broken = building.build([])
    assert broken.failed
    (told,) = [line for line in broken.problems if "No space left on device" in line]
    assert told.startswith(f"ERROR: {building.folders.output} can't be written: ")
    assert not any("Traceback" in line for line in broken.problems)
    inventory.unlink()
    assert not building.build([]).failed


class Server:
    """A preview in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sphinx_seminar", "serve", str(folder), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.process.stdout.readline())
        assert found
        self.address = found[0]

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        try:
            with urlopen(Request(self.address + path, headers=headers)) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=SOON)


@pytest.fixture
def server(site: Folder) -> Iterator[Server]:
    running = Server(site.srcdir)
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.communicate()


def eventually(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SOON
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_pages_are_served_to_this_machine_until_it_is_ended(server: Server) -> None:
    assert server.get("")[0] in {200, 404}  # the first build may run yet
    eventually(lambda: server.get("a.html")[0] == 200)
    page = server.get("a.html")[1]
    assert "Text of a." in page
    assert page.count('<script src="/_seminar/live.js" data-page="a.html"') == 1
    assert server.get("_static/seminar.css")[0] == 200
    assert server.get("../conf.py")[0] == 404
    assert server.get("none.html")[0] == 404
    # A site that gives this machine a name of its own gets nothing.
    assert server.get("a.html", Host="evil.example")[0] == 400
    assert server.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_no_save_is_lost_in_200_at_random_times(server: Server, site: Folder) -> None:
    eventually(lambda: server.get("b.html")[0] == 200)
    chance = random.Random(16)
    last = {}
    for number in range(200):
        name = chance.choice("ab")
        last[name] = f"Save {number}."
        (site.srcdir / f"{name}.md").write_text(f"# {name.upper()}\n\n{last[name]}\n")
        time.sleep(chance.random() * 0.05)

    def shown(name: str) -> bool:
        return last[name] in server.get(f"{name}.html")[1]

    eventually(lambda: shown("a"))
    eventually(lambda: shown("b"))


@pytest.mark.browser
def test_the_page_that_was_edited_is_loaded_anew_at_its_place(
    server: Server, site: Folder, browser: Browser
) -> None:
    eventually(lambda: server.get("b.html")[0] == 200)
    long = "# A\n\n" + "A paragraph.\n\n" * 200
    site.write({"a.md": long})
    eventually(lambda: "A paragraph." in server.get("a.html")[1])
    edited, other = browser.new_page(), browser.new_page()
    edited.goto(f"{server.address}a.html")
    other.goto(f"{server.address}b.html")
    for page in (edited, other):
        page.evaluate("window.first = true")
    edited.evaluate("window.scrollTo(0, 2000)")
    site.write({"a.md": f"{long}The end.\n"})
    edited.get_by_text("The end.").wait_for(timeout=SOON * 1000)
    edited.wait_for_function("Math.abs(window.scrollY - 2000) < 2")
    assert edited.evaluate("window.first") is None
    assert other.evaluate("window.first") is True


@pytest.mark.browser
def test_what_is_wrong_is_shown_on_the_page_until_it_is_corrected(
    server: Server, site: Folder, browser: Browser
) -> None:
    eventually(lambda: server.get("b.html")[0] == 200)
    page = browser.new_page()
    page.goto(server.address)
    panel = page.locator("#seminar-serve")
    assert not panel.is_visible()
    site.write({"course.yml": COURSE.replace("start:", "strat:")})
    told(page, "'strat' is not a key here; did you mean 'start'?")
    site.write({"conf.py": "extensions = [\n"})
    told(page, "conf")
    site.write({"conf.py": SITE["conf.py"], "course.yml": COURSE})
    page.locator("tr.seminar-session").first.wait_for(timeout=SOON * 1000)
    panel.wait_for(state="hidden", timeout=SOON * 1000)


def told(page: Page, text: str) -> None:
    found = page.locator("#seminar-serve", has_text=text)
    found.wait_for(state="visible", timeout=SOON * 1000)


def test_what_it_lacks_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path)]) == 2
    assert "no conf.py is there; name the folder" in capsys.readouterr().err
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sphinx_seminar.cli.serve.find_spec", lambda name: None)
        assert main(["serve", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "run: pip install 'sphinx-seminar[serve]'" in err


@pytest.mark.parametrize("arguments", [["serve", "--port", "99999"], ["assign", "--seed", "x"]])
def test_a_number_that_is_none_is_told_with_what_to_write(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert f"'{arguments[-1]}' is no whole number from 0 to " in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(
    server: Server, site: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    port = server.address.rpartition(":")[2].strip("/")
    assert main(["serve", str(site.srcdir), "--port", port]) == 2
    assert "name another --port" in capsys.readouterr().err
