"""The documentation of sphinx-seminar, written with what it describes."""

import sys
from pathlib import Path

from sphinx_seminar import __version__

sys.path.insert(0, str(Path(__file__).parent))

project = "sphinx-seminar"
author = "The sphinx-seminar authors"
copyright = author
version = release = __version__

extensions = ["myst_parser", "sphinx_seminar", "sphinxarg.ext", "definitions"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
# The samples are included in the pages that show them. A folder `samples` holds nothing else.
exclude_patterns = ["_build", "**/samples"]
nitpicky = True

html_theme = "furo"
html_title = "sphinx-seminar"
html_theme_options = {
    "source_repository": "https://github.com/sphinx-seminar/sphinx-seminar/",
    "source_branch": "main",
    "source_directory": "docs/",
}
html_static_path = ["_static"]
html_css_files = ["docs.css"]
# A course.yml names the first by its address, for editors; a course.json the second.
html_extra_path = [
    "../src/sphinx_seminar/load/course.schema.json",
    "../src/sphinx_seminar/feeds/course-data-1.schema.json",
]
epub_exclude_files = ["course.schema.json", "course-data-1.schema.json"]
