"""What pages of the documentation tell authors to write into files, and to run."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from sphinx_seminar.cli import argument_parser
from sphinx_seminar.load.write_schema import SCHEMA

DOCS = Path(__file__).parents[2] / "docs"
README = DOCS.parent / "README.md"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


def code(page: str, language: str) -> list[str]:
    """The blocks of code in a page of ``docs``, or in ``README.md``, from top to bottom."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)


def file(page: str, name: str) -> str:
    """What is in the block of code below the line that ends with the name of a file."""
    pattern = rf"`{re.escape(name)}`[^`\n]*:\n\n```\w+\n(.*?)^```$"
    [found] = re.findall(pattern, text_of(page), re.MULTILINE | re.DOTALL)
    return str(found)


def text_of(page: str) -> str:
    """The source of a page."""
    return (README if page == "README.md" else DOCS / page).read_text(encoding="utf-8")


def keys_of_course_yml() -> set[str]:
    """Every key that its schema has, at the top or within another one."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    entries = [schema, *schema["$defs"].values()]
    return {key for entry in entries for key in entry["properties"]}


def commands() -> dict[str, argparse.ArgumentParser]:
    """What reads the options of each command, by its name."""
    [of_commands] = [
        action
        for action in argument_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(of_commands.choices)
