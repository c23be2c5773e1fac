"""What a site of Jekyll says of itself beside its pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from ..load.course_path import file_in
from ..load.yaml_file import MAX_BYTES
from .yaml_nodes import composed, is_nothing, pairs, text_of

_CONFIG = "_config.yml"
_HIGHEST = 4
"""How many folders may be the root of a site: that of the page, and those above it."""


def root_of(folder: Path) -> Path | None:
    """The folder of the site that a page in *folder* is of."""
    for parent in [folder, *folder.parents][:_HIGHEST]:
        if (parent / _CONFIG).is_file():
            return parent
    return None


def site_facts(root: Path | None) -> dict[str, str]:
    """What ``_config.yml`` states, by the names that Liquid has for it."""
    if root is None:
        return {}
    try:
        with (root / _CONFIG).open("rb") as stream:
            return facts_of("site", stream.read(MAX_BYTES).decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return {}


def title_of_lecture(root: Path, slug: str) -> str | None:
    """The title in the front matter of a page in ``_lectures``; None where there is none."""
    try:
        with file_in(root, f"_lectures/{slug}.md", "page").open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, ValueError):
        return None
    front = front_matter(text.splitlines())
    return facts_of("page", "\n".join(front[1:-1])).get("page.title")


def front_matter(lines: Sequence[str]) -> Sequence[str]:
    """The front matter of a page, its two lines of dashes included; nothing where it has none."""
    if not lines or lines[0].rstrip() != "---":
        return ()
    ends = (number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    return lines[: next(ends, -1) + 1]


def facts_of(prefix: str, text: str) -> dict[str, str]:
    """The texts and numbers of a mapping in YAML, by their names; none where it is no YAML."""
    return {
        f"{prefix}.{text_of(key)}": "" if is_nothing(value) else " ".join(text_of(value).split())
        for key, value in pairs(composed(text))
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }
