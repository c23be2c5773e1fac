"""What is compared says the same, and says it without a warning."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ..conftest import Folder, Site, words
from .course import START, sessions
from .everything import entries, write_everything
from .forms import FORMS, Form, write_rebuilt_site, write_site


def links_of(site: Site, name: str) -> list[str]:
    links = site.page(name).select("article a.external, div.body a.external")
    return [str(link["href"]) for link in links]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_all_readings_and_presenters(form: Form, folder: Folder) -> None:
    write_site(folder.srcdir, form, 4, 2)
    site = folder.build()
    assert site.warnings == []
    first, second = sessions(4)[:2]
    readings = [*first.readings, *first.optional, *second.readings, *second.optional]
    assert links_of(site, "page0001.html") == [found.address for found in readings]
    text = words(site.page("page0001.html"))
    for _role, name in (*first.presenters, *second.presenters):
        assert name in text
    assert all(session.title in words(site.page()) for session in sessions(4))


def test_the_largest_course_fits_into_one_term() -> None:
    assert sessions(1500)[-1].day - START < timedelta(days=2 * 365)


def test_the_site_that_is_edited_shows_its_sign_ups(folder: Folder) -> None:
    write_rebuilt_site(folder.srcdir, 2)
    site = folder.build()
    assert site.warnings == []
    shown = words(site.one("table.seminar-presenters", "page0002.html"))
    assert all(name in shown for _role, name in sessions(2)[1].presenters)
    assert Path(site.app.outdir, "about.html").is_file()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_page_with_everything_says_the_same(form: Form, folder: Folder) -> None:
    write_everything(folder.srcdir, form, 8)
    site = folder.build()
    assert site.warnings == []
    text, links = words(site.page()), links_of(site, "index.html")
    for entry in entries(8):
        found = entry.session
        for reading in (*found.readings, *found.optional):
            assert reading.address in links
        assert f"https://example.org/recording/{found.number}.pdf" in links
        assert f"{entry.kind} {entry.number}" in text or entry.kind == "Exam"
        day = f"{entry.day:%a, %b} {entry.day.day}"
        assert day in text or f"{entry.day:%a, %b %d}" in text
        assert all(name in text for _role, name in found.presenters)
    assert text.count("Sheet 1") >= 2
    assert "Foundations" in text
