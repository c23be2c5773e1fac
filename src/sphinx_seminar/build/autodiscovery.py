"""Pages say where the news of their course are, so that readers' programs find them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from ..config import offers_feeds, seminar_config
from ..domain import SeminarDomain

if TYPE_CHECKING:
    from ..plan.planned_course import PlannedCourse


def news_of_pages(domain: SeminarDomain) -> dict[str, tuple[str, str]]:
    """The path and the title of the feed of a course, by its folder; of those that have one."""
    if not _writes_news(domain):
        return {}
    found = {folder: _news_of(planned) for folder, planned in domain.courses.planned.items()}
    return {folder: news for folder, news in found.items() if news}


def add_news_link(domain: SeminarDomain, app: Sphinx, docname: str, tags: str) -> str:
    """The tags of a page's head, with that of the news of its course."""
    if not _writes_news(domain):
        return tags
    planned = domain.courses.planned_for(docname, None)
    news = _news_of(planned) if planned else None
    if news is None:
        return tags
    path, title = news
    address = relative_uri(app.builder.get_target_uri(docname), quote(path))
    return (
        f'{tags}\n<link rel="alternate" type="application/atom+xml" title="{escape(title)}" '
        f'href="{escape(address)}">'
    )


def _writes_news(domain: SeminarDomain) -> bool:
    builder = domain.builder
    if not domain.loaded or builder is None or not offers_feeds(builder):
        return False
    from ..plan.news import NEWS

    return NEWS in seminar_config(builder.config).feeds


def _news_of(planned: PlannedCourse) -> tuple[str, str] | None:
    from ..plan.news import NEWS, news_title

    title = news_title(planned)
    if title is None:
        return None
    return (f"{planned.folder}/{NEWS}" if planned.folder else NEWS), title
