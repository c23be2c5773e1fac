"""The tutorial, followed word for word, ends with a published course."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.cli import main

from ..conftest import Folder, Site, words
from ..tools import require_tools
from .pages import text_of
from .recipes import run

BEFORE_THE_TERM = "1914000000"  # 2030-08-26
_REMOTE = "https://github.com/YOUR-NAME/tides.git"


def _blocks() -> Iterator[tuple[str, str, str]]:
    """The language and the text of each block, and the paragraph before it."""
    pattern = r"([^\n]+(?:\n[^\n]+)*)?\n\n```(\w+)\n(.*?)^```$"
    for found in re.finditer(pattern, text_of("tutorial.md"), re.MULTILINE | re.DOTALL):
        yield found[2], found[3], " ".join((found[1] or "").split())


class Reader:
    """Somebody who does what the tutorial says, in an empty folder."""

    def __init__(self, folder: Folder, capsys: pytest.CaptureFixture[str], remote: Path) -> None:
        self.folder = folder
        self.capsys = capsys
        self.remote = remote
        self.printed = ""
        self.replaced = ("", "")
        self.built: Site | None = None

    def path(self, name: str) -> Path:
        return self.folder.srcdir / name

    def follow(self, language: str, text: str, said: str) -> None:
        replace = re.search(r"[Ii]n `([^`]+)`, replace$", said)
        write = re.search(r"Write this into `([^`]+)`:$", said)
        name, old = self.replaced
        if language == "sh":
            self.type(text)
        elif replace:
            self.replaced = (replace[1], text)
        elif said == "with":
            before = self.path(name).read_text("utf-8")
            assert before.count(old) == 1, old
            self.path(name).write_text(before.replace(old, text), "utf-8")
            self.replaced = ("", "")
        elif write:
            assert self.path(write[1]).is_file()
            self.path(write[1]).write_text(text, "utf-8")
        elif "WARNING" in text:
            assert text.strip() in self.folder.build("dummy").warnings
        else:
            assert self.printed == text

    def type(self, commands: str) -> None:
        if commands.startswith("git "):
            self.publish(commands)
            return
        for line in commands.splitlines():
            command, *arguments = shlex.split(line)
            if arguments[0] == "init":
                # The folder of the test is the new one, under another name.
                assert arguments[1] == "tides"
                main(["init", str(self.folder.srcdir), *arguments[2:]])
                self.printed = self.capsys.readouterr().out
                path = shlex.quote(str(self.folder.srcdir))
                self.printed = self.printed.replace(f"cd {path}", "cd tides")
            elif arguments[0] == "check":
                status = main(arguments)
                self.printed = self.capsys.readouterr().out
                assert status == 0, self.printed
            elif command == "sphinx-build":
                self.built = self.folder.build()
            else:
                # What is installed is, and tests/cli/test_serve.py sees the preview come up.
                expected = ("pip install", "cd tides", "sphinx-seminar serve --open")
                assert line.startswith(expected), line

    def publish(self, commands: str) -> None:
        subprocess.run(["git", "init", "--bare", "-q", str(self.remote)], check=True)
        who = {
            f"GIT_{role}_{key}": "ada@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for key in ("NAME", "EMAIL")
        }
        config = {
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.remote}.insteadOf",
            "GIT_CONFIG_VALUE_0": _REMOTE,
        }
        done = run(commands, self.folder.srcdir, **who, **config)
        assert done.returncode == 0, done.stderr


def test_who_follows_the_tutorial_has_a_published_course(
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    require_tools("git")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE_THE_TERM)
    monkeypatch.chdir(folder.srcdir)
    (folder.srcdir / "conf.py").unlink()
    reader = Reader(folder, capsys, tmp_path / "remote.git")
    for language, text, said in _blocks():
        reader.follow(language, text, said)
    assert reader.replaced == ("", "")
    built = reader.built
    assert built
    # The commands have looked at the course in this process, which leaves their nodes registered.
    assert [line for line in built.warnings if "is already registered" not in line] == []
    rows = {
        words(row): row["data-date"]
        for row in built.page("schedule.html").select(".seminar-session")
    }
    assert list(rows.values()) == [f"2030-09-{day}" for day in ("03", "05", "10", "17", "19")]
    [tides] = [row for row in rows if "Why there are tides" in row]
    assert rows[tides] == "2030-09-05"
    assert len(built.page("presenting.html").select(".seminar-open")) == 1
    assert "Summary of the reading" in built.text("index.html")
    listed = ["git", "--git-dir", str(reader.remote), "ls-tree", "-r", "--name-only", "main"]
    pushed = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()
    assert {"conf.py", "schedule.md", ".github/workflows/site.yml"} <= set(pushed)
    assert not [name for name in pushed if name.startswith(("_build/", "_site/", "_doctrees/"))]
    workflow = yaml.safe_load((folder.srcdir / ".github/workflows/site.yml").read_text("utf-8"))
    steps = [step.get("run") for step in workflow["jobs"]["build"]["steps"]]
    [command] = [text for _, text, _ in _blocks() if text.startswith("sphinx-build")]
    assert command.strip() in steps
