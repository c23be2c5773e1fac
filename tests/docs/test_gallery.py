"""The gallery shows what its script takes, in files that are small."""

from __future__ import annotations

import re

from docs.gallery import EXAMPLES, IN_THEMES, PICTURES, THEMES

from ..test_palette import THEMES as TESTED
from .pages import DOCS, text_of


def test_the_gallery_has_a_small_picture_of_each_theme_and_example() -> None:
    shown = re.findall(r"\{image\} _static/gallery/(\S+)\.jpg\n:alt: \S", text_of("gallery.md"))
    assert shown == [*THEMES, *(name for name, *_ in EXAMPLES)]
    assert {path.stem for path in PICTURES.iterdir()} == set(shown)
    assert all(path.stat().st_size < 80_000 for path in PICTURES.iterdir())


def test_every_theme_that_is_tested_and_every_example_is_in_it() -> None:
    assert set(THEMES) == {theme.partition(",")[0] for theme in TESTED}
    folders = {path.parent.name for path in (DOCS / "examples").glob("*/course.yml")}
    assert folders == {IN_THEMES[0], *(name for name, *_ in EXAMPLES)}
