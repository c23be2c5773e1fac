"""Which pages need which of our files."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.osutil import relative_uri

from .. import __version__
from ..config import seminar_config
from ..domain import SeminarDomain

STATIC = Path(__file__).parents[1] / "static"
STATIC_RTL = Path(__file__).parents[1] / "static_rtl"
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
"""Languages that seminar-rtl.css turns pages for, where their theme does not."""
_WORDS: WeakKeyDictionary[Builder, str] = WeakKeyDictionary()
_DESIGN = ("_static/sphinx-design", "_static/design-tabs")


def add_static_files(domain: SeminarDomain, app: Sphinx) -> None:
    """Have our files copied: only with a site that uses something of ours.

    They come first, so that a site's own file of the same name takes the place of ours.
    """
    if app.builder.format != "html":
        return
    if not any(facts.draws for facts in domain.documents.values()):
        return
    app.config.html_static_path.insert(0, str(STATIC))
    if _turns_pages(app.builder):
        app.config.html_static_path.insert(0, str(STATIC_RTL))


def ask_for_files(
    domain: SeminarDomain, app: Sphinx, docname: str, context: dict[str, Any]
) -> None:
    """Ask for the style and the scripts that a page uses; take sphinx-design's from the others.

    `add_css_file` within ``html-page-context`` speaks of this page alone (Sphinx's manual,
    `Sphinx.add_css_file`).
    """
    facts = domain.documents.get(docname)
    shown = domain.documents.values() if app.builder.name == "singlehtml" else [facts]
    if any(each and each.draws for each in shown):
        if seminar_config(app.config).style:
            app.add_css_file("seminar.css")
            if _turns_pages(app.builder):
                app.add_css_file("seminar-rtl.css")
        if app.builder.name != "epub":
            _ask_for_scripts(domain, app, docname, context)
    if "sphinx_design" not in app.config.extensions and "sd-" not in context.get("body", ""):
        _leave_out_design(context)


def _turns_pages(builder: Builder) -> bool:
    language = builder.config.language.partition("_")[0]
    return language in RIGHT_TO_LEFT and builder.name != "epub"


def _ask_for_scripts(
    domain: SeminarDomain, app: Sphinx, docname: str, context: dict[str, Any]
) -> None:
    body = context.get("body", "")  # a page without a document has none
    has_marks = "<seminar-now>" in body
    if has_marks:
        # Some themes load all scripts at the end of a page; this one must be there before its body.
        page = app.builder.get_target_uri(docname)
        address = relative_uri(page, "_static/seminar-now.js")
        script = f'<script src="{address}?v={__version__}"></script>'
        context["metatags"] = context.get("metatags", "") + script
    if has_marks or "<details" in body:
        app.add_js_file("seminar.js", loading_method="defer")
    if '<details class="seminar-calendars"' in body:
        app.add_js_file("seminar-calendar.js", loading_method="defer")
    is_read = "seminar-readings" in body or "seminar-schedule" in body
    if is_read and app.config.seminar_tools:
        page = app.builder.get_target_uri(docname)
        address = relative_uri(page, "_static/seminar-tools.js")
        folder = domain.courses.folder_of(docname, None)
        course = escape(relative_uri(page, f"{folder}/" if folder else ""))
        script = f'<script defer src="{address}?v={__version__}" data-course="{course}"'
        script += f"{_words_of_tools(app.builder)}></script>"
        context["metatags"] = context.get("metatags", "") + script
    if '<button type="button" hidden="" data-calendar=' in body:
        app.add_js_file("seminar-own-calendar.js", loading_method="defer")


def _words_of_tools(builder: Builder) -> str:
    """The words that the script of the tools draws with, as attributes: the same on all pages."""
    if builder not in _WORDS:
        from ..views.words.tools import tool_words  # sites without readings need none

        words = tool_words().items()
        _WORDS[builder] = "".join(f' data-{name}="{escape(word)}"' for name, word in words)
    return _WORDS[builder]


def _leave_out_design(context: dict[str, Any]) -> None:
    """Take the files of sphinx-design, which we have set up, from a page that does not use it."""
    for kind in ("css_files", "script_files"):
        files = context.get(kind, [])  # none in JSON
        # Sphinx puts all of them back after each page.
        files[:] = [file for file in files if not str(file.filename).startswith(_DESIGN)]
