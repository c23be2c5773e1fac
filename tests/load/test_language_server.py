"""What an editor says of a course.yml, by the YAML language server that editors run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sphinx_seminar.load.key_examples import KEY_EXAMPLES
from sphinx_seminar.load.write_schema import SCHEMA

from .language_server import LanguageServer, language_server

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

pytestmark = pytest.mark.tools


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with language_server(SCHEMA) as found:
        yield found


def test_good_files_have_no_mark(server: LanguageServer) -> None:
    texts = {path.parent.name: path.read_text("utf-8") for path in EXAMPLES.glob("*/course.yml")}
    assert len(texts) > 1
    # JSON is YAML, and keeps a date a text in quotes.
    texts["examples"] = json.dumps(KEY_EXAMPLES["CourseEntry"])
    texts["by hand"] = yaml.safe_dump(KEY_EXAMPLES["CourseEntry"])
    marked = {name: server.problems(f"{name}.yml", text) for name, text in texts.items()}
    assert marked == {name: [] for name in texts}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: A\ntitel: B\n", 2, "Property titel is not allowed"),
        ("start: soon\n", 1, "does not match the pattern"),
        ("meetings:\n  - {time: 9-10}\n", 2, "Missing property"),
        ("presenting:\n  roles: [A]\n  names: some\n", 3, "not accepted"),
        ("breaks:\n  - {date: 2030-09-02, titel: Holiday}\n", 2, "Property titel is not allowed"),
        ("kinds:\n  Lab: {color: pinkish}\n", 2, "not accepted"),
    ],
)
def test_bad_files_are_marked_at_the_line(
    server: LanguageServer, text: str, line: int, words: str
) -> None:
    found = server.problems(f"{abs(hash(text))}.yml", text)
    assert any(at == line and words in told for at, told in found), found


def test_a_key_is_explained_with_an_example_and_completed(server: LanguageServer) -> None:
    assert server.problems("hover.yml", "presenting:\n  due: 2030-09-17\n  \n") == []
    told = server.ask_at("textDocument/hover", "hover.yml", 1, 3)["contents"]["value"]
    assert "The last day to sign up" in told
    assert "2030-09-17" in told
    offered = server.ask_at("textDocument/completion", "hover.yml", 2, 2)
    assert {"signups", "each_student"} <= {one["label"] for one in offered["items"]}
