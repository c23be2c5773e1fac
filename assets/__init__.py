"""The sources of the styles and the scripts that pages load."""

from pathlib import Path

SOURCES = Path(__file__).parent
PACKAGE = SOURCES.parent / "src" / "sphinx_seminar"
