"""Pages say where the news of their course are, so that readers' programs find them."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from ..config import offers_feeds, seminar_config
from ..domain import SeminarDomain


def news_of_pages(domain: SeminarDomain) -> dict[str, tuple[str, str]]:
    """The path and the title of the feed of a course, by its folder; of those that have one."""
    builder = domain.builder
    if not domain.loaded or builder is None or not offers_feeds(builder):
        return {}
    from ..plan.news import NEWS, news_title

    if NEWS not in seminar_config(builder.config).feeds:
        return {}
    titles = {folder: news_title(planned) for folder, planned in domain.courses.planned.items()}
    return {
        folder: (f"{folder}/{NEWS}" if folder else NEWS, title)
        for folder, title in titles.items()
        if title
    }


def add_news_link(domain: SeminarDomain, app: Sphinx, docname: str, tags: str) -> str:
    """The tags of a page's head, with that of the news of its course."""
    found = news_of_pages(domain)
    folder = domain.courses.folder_of(docname, None) if found else None
    if folder not in found:
        return tags
    path, title = found[folder]
    address = relative_uri(app.builder.get_target_uri(docname), quote(path))
    return (
        f'{tags}\n<link rel="alternate" type="application/atom+xml" title="{escape(title)}" '
        f'href="{escape(address)}">'
    )
