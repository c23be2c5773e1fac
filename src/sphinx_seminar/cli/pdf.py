"""``sphinx-seminar pdf``: the course as a PDF that everyone can read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from ..replaced_file import replace_at_once
from ..report import one_line
from .built_site import build_site
from .output_file import output_file
from .source_folder import NoSite, source_folder
from .written_files import Refused

Paper = Literal["a4", "letter"]

_SETTINGS = {
    # A theme's page is laid out for screens, and its style is not loaded.
    "html_theme": "basic",
    "html_theme_options": {},
    "templates_path": [],
    "html_permalinks": False,
    "html_js_files": [],
    "html_css_files": [],
    "html_copy_source": False,
}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What the command line asks for."""

    srcdir: str
    output: str | None = None
    """The PDF; None for one that is called as the folder of the site."""
    paper: Paper = "a4"
    overwrite: bool = False


def pdf(options: PdfOptions) -> int:
    """Write all pages of the site as one PDF (PDF/UA-1).

    Returns 0; 1 where a line says what is not in it as it should be; 2 where nothing is written.
    """
    try:
        if find_spec("weasyprint") is None:
            raise Refused("weasyprint is not installed; run: pip install 'sphinx-seminar[pdf]'")
        output = output_file(options.output, options.srcdir, ".pdf", overwrite=options.overwrite)
        return _pdf(options, output)
    except (NoSite, Refused) as error:
        sys.stderr.write(f"sphinx-seminar pdf: {error}\n")
        return 2


def _pdf(options: PdfOptions, output: Path) -> int:
    source = source_folder(options.srcdir)
    with TemporaryDirectory() as scratch:
        app = build_site(source, Path(scratch), options.srcdir, "singlehtml", _SETTINGS)
        try:
            from .printed_page import printed
        except OSError as error:  # the libraries that set text are no packages of Python
            raise Refused(
                f"{one_line(str(error).strip().splitlines()[0])}; install Pango, as "
                "https://doc.courtbouillon.org/weasyprint/ says"
            ) from None
        root = app.config.root_doc
        page = Path(scratch, "html", f"{root}.html")
        title = app.env.titles[root].astext() if root in app.env.titles else app.config.project
        found = printed(page, title, options.paper)
    try:
        replace_at_once(output, found.content)
    except OSError as error:
        raise Refused(f"{output}: the file can't be written: {error.strerror or error}") from None
    sys.stdout.write(f"{output}: {found.pages} pages\n")
    for problem in found.problems:
        sys.stdout.write(f"{one_line(problem)}\n")
    return 1 if found.problems else 0
