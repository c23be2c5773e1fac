"""The colors of kinds can be read in every theme, as WCAG 2 measures contrast."""

from __future__ import annotations

import re

import pytest

from assets import SOURCES
from sphinx_seminar.model.session_kind import COLORS

ENOUGH = 4.5

# Text and ground, as the style of each theme names them; a browser test measures them as drawn.
THEMES = {
    "furo": ("#000000", "#ffffff"),
    "furo, dark": ("#cfd0d0", "#131416"),
    "pydata_sphinx_theme": ("#222832", "#ffffff"),
    "pydata_sphinx_theme, dark": ("#ced6dd", "#14181e"),
    "sphinx_book_theme": ("#323232", "#ffffff"),
    "sphinx_book_theme, dark": ("#ced6dd", "#121212"),
    "sphinx_rtd_theme": ("#404040", "#fcfcfc"),
    "alabaster": ("#3e4349", "#ffffff"),
}
STYLE = (SOURCES / "seminar.css").read_text(encoding="utf-8")
HUES = dict(re.findall(r"\.seminar-color-(\w+) \{ --_hue: (#[0-9a-f]{6}) \}", STYLE))
[SHARE] = re.findall(r"color-mix\(in srgb, var\(--_hue\) (\d+)%, var\(--_text\)\)", STYLE)

Rgb = tuple[float, ...]


def rgb(color: str) -> Rgb:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def mixed(one: Rgb, other: Rgb, percent: float) -> Rgb:
    """So much of *one* in *other*, as ``color-mix(in srgb, …)`` has it."""
    return tuple(
        a * percent / 100 + b * (1 - percent / 100) for a, b in zip(one, other, strict=True)
    )


def luminance(color: Rgb) -> float:
    parts = [part / 255 for part in color]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_style_has_every_color_that_a_course_may_name() -> None:
    assert len(COLORS) >= 6
    assert sorted(HUES) == sorted(COLORS)
    assert len(set(HUES.values())) == len(COLORS)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("color", COLORS)
def test_a_label_can_be_read_on_the_ground_of_a_theme(color: str, theme: str) -> None:
    text, ground = map(rgb, THEMES[theme])
    assert contrast(mixed(rgb(HUES[color]), text, float(SHARE)), ground) >= ENOUGH


def test_the_measure_knows_a_color_that_is_too_faint() -> None:
    assert contrast(rgb("#000000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#888888"), rgb("#ffffff")) < ENOUGH
