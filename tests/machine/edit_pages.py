"""Edits of pages: what an author does to files and to what is no session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from sphinx_seminar.views.registry import VIEWS as REGISTRY

from .site import Announcement, News, Ours, Page, Part, Schedule, Site, Text

Edit = Callable[[Site, Random], "Site | None"]

WORDS = ("graph", "cloud", "kernel", "cache", "tensor", "prune", "train", "serve", "trace", "merge")
FOLDERS = ("", "", "", "second", "second/deep")
VIEWS = (
    *(f":::{{{name}}}\n:::" for name, view in REGISTRY.items() if view.options),
    *(
        f":::{{{name}}}\n:by: {order}\n:::"
        for name, view in REGISTRY.items()
        for order in view.orders[1:]
    ),
    ":::{course-info}\n:::",
    ":::{course-info}\n:course: /second\n:::",
    ":::{announcements}\n:::",
    ":::{announcements}\n:latest: 1\n:::",
    ":::{schedule}\n:course: /second\n:::",
    "{edit-page}`Edit`",
)


def words(chance: Random) -> str:
    """A title; one in eight is on another page too."""
    title = " ".join(chance.choices(WORDS, k=2)).capitalize()
    return title if chance.random() < 0.125 else f"{title} {chance.randrange(1000)}"


def any_page(site: Site, chance: Random) -> Page:
    """A page that may be the root."""
    return chance.choice(site.pages)


def other_page(site: Site, chance: Random) -> Page | None:
    """A page that is not the root."""
    return chance.choice(site.pages[1:]) if len(site.pages) > 1 else None


def changed_part(page: Page, old: Part, *new: Part) -> Page:
    """A page with something in the place of a part."""
    parts: list[Part] = []
    for part in page.parts:
        parts += new if part is old else [part]
    return replace(page, parts=tuple(parts))


def _free_name(site: Site, chance: Random) -> str:
    folder = chance.choice(FOLDERS)
    name = f"{chance.choice(WORDS)}{chance.randrange(100)}"
    taken = {page.docname for page in site.pages}
    docname = f"{folder}/{name}" if folder else name
    return docname if docname not in taken else f"{docname}x"


def add_page(site: Site, chance: Random) -> Site | None:
    if len(site.pages) > 16:
        return None
    name = _free_name(site, chance)
    parts = chance.choice(
        (
            (Text(f"Body {words(chance)}."),),
            (Text(f"Body {words(chance)}."), Schedule()),
            (Ours(chance.choice(VIEWS)),),
        )
    )
    adopted = chance.choice(((), (("id", f"id-{name.replace('/', '-')}"),), None))
    pages = list(site.pages)
    pages.insert(chance.randint(1, len(pages)), Page(name, words(chance), parts, adopted))
    return replace(site, pages=tuple(pages))


def delete_page(site: Site, chance: Random) -> Site | None:
    page = other_page(site, chance)
    return site.with_page(page, None) if page and len(site.pages) > 6 else None


def rename_page(site: Site, chance: Random) -> Site | None:
    page = other_page(site, chance)
    if page is None:
        return None
    return site.with_page(page, replace(page, docname=_free_name(site, chance)))


def reorder_pages(site: Site, chance: Random) -> Site | None:
    first, *rest = site.pages
    chance.shuffle(rest)
    return replace(site, pages=(first, *rest))


def move_page_by_one(site: Site, chance: Random) -> Site | None:
    if len(site.pages) < 3:
        return None
    pages = list(site.pages)
    at = chance.randint(1, len(pages) - 2)
    pages[at], pages[at + 1] = pages[at + 1], pages[at]
    return replace(site, pages=tuple(pages))


def retitle_page(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    return site.with_page(page, replace(page, title=words(chance)))


def edit_text(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    texts = [part for part in page.parts if isinstance(part, Text)]
    new = Text(f"Words of {words(chance)}.")
    if not texts:
        return site.with_page(page, replace(page, parts=(new, *page.parts)))
    return site.with_page(page, changed_part(page, chance.choice(texts), new))


def link_to_page(site: Site, chance: Random) -> Site | None:
    """By its title, which Sphinx leaves stale: so not in what others gather."""
    pages = [page for page in site.pages[1:] if page.adopted is None]
    if not pages:
        return None
    page, target = chance.choice(pages), any_page(site, chance)
    link = Text(f"See {{doc}}`/{target.docname}`.")
    return site.with_page(page, replace(page, parts=(link, *page.parts)))


def include_file(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    part = Text("```{literalinclude} /part.txt\n```")
    return site.with_page(page, replace(page, parts=(*page.parts, part)))


def edit_included_file(site: Site, chance: Random) -> Site | None:
    return site.with_file("part.txt", f"Part {chance.randrange(1000)}.\n".encode())


def remove_part(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    if not page.parts:
        return None
    return site.with_page(page, changed_part(page, chance.choice(page.parts)))


def move_part(site: Site, chance: Random) -> Site | None:
    page, target = any_page(site, chance), any_page(site, chance)
    if not page.parts or page is target:
        return None
    part = chance.choice(page.parts)
    if isinstance(part, Text) and "{doc}" in part.words:
        return None
    site = site.with_page(page, changed_part(page, part))
    return site.with_page(target, replace(target, parts=(*target.parts, part)))


def add_view(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    if len(page.parts) > 5:
        return None
    return site.with_page(page, replace(page, parts=(*page.parts, Ours(chance.choice(VIEWS)))))


def add_schedule(site: Site, chance: Random) -> Site | None:
    page = any_page(site, chance)
    if len(page.parts) > 5:
        return None
    return site.with_page(page, replace(page, parts=(*page.parts, Schedule(show=_show(chance)))))


def change_show(site: Site, chance: Random) -> Site | None:
    found = [
        (page, part) for page in site.pages for part in page.parts if isinstance(part, Schedule)
    ]
    if not found:
        return None
    page, schedule = chance.choice(found)
    new = chance.choice(
        (
            replace(schedule, show=_show(chance)),
            replace(schedule, order=chance.choice((None, "newest"))),
            replace(schedule, units=chance.choice((None, "", "years"))),
        )
    )
    return site.with_page(page, changed_part(page, schedule, new))


def _show(chance: Random) -> str | None:
    shows = ("title", "body", "readings presenters", "speakers deadlines", "materials due")
    return chance.choice((None, *shows))


def add_news(site: Site, chance: Random) -> Site | None:
    item = Announcement(
        words(chance), site.today + timedelta(days=chance.randint(-6, 6)), f"{words(chance)}."
    )
    found = [(page, part) for page in site.pages for part in page.parts if isinstance(part, News)]
    if found and chance.random() < 0.8:
        page, news = chance.choice(found)
        return site.with_page(page, changed_part(page, news, News((*news.items, item))))
    page = any_page(site, chance)
    return site.with_page(page, replace(page, parts=(*page.parts, News((item,)))))


def change_news(site: Site, chance: Random) -> Site | None:
    found = [(page, part) for page in site.pages for part in page.parts if isinstance(part, News)]
    if not found:
        return None
    page, news = chance.choice(found)
    at = chance.randrange(len(news.items))
    items = list(news.items)
    if chance.random() < 0.3:
        del items[at]
    else:
        day = items[at].day + timedelta(days=chance.randint(-8, 8))
        items[at] = Announcement(chance.choice((items[at].title, words(chance))), day, "News.")
    new = [News(tuple(items))] if items else []
    return site.with_page(page, changed_part(page, news, *new))


EDITS: tuple[Edit, ...] = (
    add_page,
    add_page,
    delete_page,
    rename_page,
    reorder_pages,
    move_page_by_one,
    retitle_page,
    retitle_page,
    edit_text,
    edit_text,
    link_to_page,
    include_file,
    edit_included_file,
    remove_part,
    remove_part,
    move_part,
    add_view,
    add_schedule,
    change_show,
    add_news,
    change_news,
)
