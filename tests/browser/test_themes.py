"""Every theme that we name: nothing of ours is inaccessible, faint, too wide or cut off in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import BuildOnce, OpenPage
from .contrast import ENOUGH, Text, texts
from .looks import LOOKS, OURS, OUTERMOST, PHONE, WIDE, Look, keep_picture, open_look
from .pages import SEMINAR
from .test_accessibility import RULES

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
every_look = pytest.mark.parametrize("look", LOOKS, ids=str)
every_dark_look = pytest.mark.parametrize("look", [x for x in LOOKS if x.dark], ids=str)

# What is beside the window, or has a box that cuts off or scrolls what is in it. What is there for
# screen readers alone is a pixel wide.
_CUT = """(ours) => {
  const words = (element) => `${element.className}: ${element.textContent.trim().slice(0, 30)}`;
  const shown = [...document.querySelectorAll(ours)]
    .flatMap((root) => [root, ...root.querySelectorAll("*")])
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.offsetWidth > 1);
  const outside = shown.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -0.5 || right > innerWidth + 0.5;
  });
  const cut = shown.filter((element) =>
    element.scrollWidth > element.clientWidth + 1 &&
    getComputedStyle(element).display !== "inline" &&
    getComputedStyle(element).overflowX !== "visible");
  return [...new Set([...outside, ...cut])].map(words);
}"""
# Letters of Arabic are words of ours: the author of the page writes English.
_NOT_TURNED = """() => [...document.querySelectorAll("article *")].filter((element) =>
  [...element.childNodes].some((node) =>
    node.nodeType === Node.TEXT_NODE && /[\\u0600-\\u06ff]/.test(node.data)) &&
  getComputedStyle(element).direction !== "rtl" && !element.closest(".prev-next-area")
).map((element) => element.textContent)"""
_ROOM = """(cells) => [...new Set([...document.querySelectorAll(cells)].map(
  (cell) => getComputedStyle(cell).paddingBlockStart))]"""
"""The room above the text of some cells."""
_DISPLAYS = "(all) => [...new Set(all.map((one) => getComputedStyle(one).display))]"
_CHOOSE_DARK = """() => {
  for (const element of document.querySelectorAll("[data-theme]")) element.dataset.theme = "dark";
}"""


@pytest.fixture
def show(build_once: BuildOnce, open_page: OpenPage) -> Open:
    """Opens a page of the site in a look."""

    def open_(look: Look, name: str = "index", **how: Any) -> Page:
        return open_look(look, build_once, open_page, name, **how)

    return open_


def faint(page: Page, show: Open, look: Look) -> list[Text]:
    """Texts of ours with too little contrast.

    A link that is out as much as one on a page without anything of ours is its theme's.
    """
    [plain, *_] = texts(show(look, "control"), "p > a.reference.external")
    return [
        text
        for text in texts(page, OURS)
        if text.ratio < ENOUGH
        and not (text.link and text.color == plain.color and text.ratio > plain.ratio - 0.005)
    ]


@every_look
@pytest.mark.parametrize(("name", "width"), [("index", WIDE), ("index", PHONE), ("lone", PHONE)])
def test_axe_finds_no_violation_of_ours(look: Look, name: str, width: int, show: Open) -> None:
    assert violations(show(look, name, width=width), show, look) == []


# One hides whatever has the attribute hidden, the other never parts a row on paper.
@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[3]], ids=str)
def test_a_search_looks_into_past_weeks_and_print_has_them_and_parts_long_rows(
    look: Look, show: Open
) -> None:
    page = show(look)
    weeks = ".seminar-schedule > table > tbody"
    long = page.locator(".seminar-schedule:not(.seminar-compact) > table > tbody > tr")
    folded = page.locator(f"{weeks}[hidden]")
    assert folded.count() > 3
    # Of what is not displayed at all, a browser's search finds nothing.
    assert folded.evaluate_all(_DISPLAYS) == ["block"]
    page.emulate_media(media="print")
    assert page.locator(weeks).evaluate_all(_DISPLAYS) == ["table-row-group"]
    assert long.evaluate_all(
        "rows => [...new Set(rows.map((row) => getComputedStyle(row).breakInside))]"
    ) == ["auto"]


@every_look
def test_links_to_units_are_a_line_without_bullets(look: Look, show: Open) -> None:
    units = show(look).locator(".seminar-units > li")
    assert units.count() > 1
    styles = units.evaluate_all(
        "items => items.map((item) => getComputedStyle(item).listStyleType)"
    )
    assert {*styles} == {"none"}


@every_dark_look
def test_axe_finds_none_in_the_dark(look: Look, show: Open) -> None:
    assert violations(show(look, scheme="dark"), show, look) == []


def violations(page: Page, show: Open, look: Look) -> list[str]:
    """What axe-core finds on elements of ours, a line an element.

    What holds of a link on a page without anything of ours, in the same colors, is its theme's.
    """
    found = axe(page, OUTERMOST)
    if not found:
        return []
    plain = axe(show(look, "control"), "p:has(a)")
    excused = {(rule, link_color(node)) for rule, node in plain if node["html"].startswith("<a")}
    return [
        f"{rule}: {node['target']}"
        for rule, node in found
        if not (node["html"].startswith("<a") and (rule, link_color(node)) in excused)
    ]


def axe(page: Page, selector: str) -> list[tuple[str, Any]]:
    """The rules that are violated in what a selector finds, and the elements that do so."""
    # To report what is right as well takes longer than to find what is wrong.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, selector, options=options).response["violations"]
    return [(rule["id"], node) for rule in found for node in rule["nodes"]]


def link_color(node: Any) -> str | None:
    """The color of a text that is too faint; no ground of ours is darker than the theme's own."""
    data = next((check["data"] for check in node["any"] if check["id"] == "color-contrast"), None)
    return str(data["fgColor"]) if data else None


@every_look
def test_every_text_of_ours_stands_out(look: Look, show: Open) -> None:
    page = show(look)
    keep_picture(page, look, "wide")
    assert len(texts(page, OURS)) > 300
    assert faint(page, show, look) == []


@every_dark_look
def test_every_text_of_ours_stands_out_in_the_dark(look: Look, show: Open) -> None:
    page = show(look, scheme="dark")
    keep_picture(page, look, "dark")
    assert dark(page)
    assert faint(page, show, look) == []


@every_dark_look
def test_a_reader_who_chooses_the_dark_sees_the_same(look: Look, show: Open) -> None:
    page = show(look)
    page.evaluate(_CHOOSE_DARK)
    assert texts(page, OURS) == texts(show(look, scheme="dark"), OURS)


@every_look
def test_on_a_phone_nothing_of_ours_is_too_wide_or_cut_off(look: Look, show: Open) -> None:
    page = show(look, width=PHONE)
    keep_picture(page, look, "320")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.evaluate(_CUT, OURS) == []
    # What is due follows its date without a gap, as the title of a session does.
    assert page.evaluate(_ROOM, "tr.seminar-due > td:last-child") == ["0px"]


@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[-2]], ids=str)
def test_what_is_wrong_would_be_seen(look: Look, show: Open) -> None:
    """The control of the tests above."""
    page = show(look, "lone", width=PHONE)
    page.add_style_tag(content=":root { --seminar-muted: #aaa } .seminar-venue { width: 30em }")
    assert {text.name for text in faint(page, show, look)} > {"p.seminar-speaker"}
    assert any("color-contrast" in found for found in violations(page, show, look))
    assert any(found.startswith("seminar-venue") for found in page.evaluate(_CUT, OURS))


def dark(page: Page) -> bool:
    """Whether the text of the page is light."""
    color: list[str] = page.evaluate("getComputedStyle(document.body).color.match(/\\d+/g)")
    return all(int(part) > 127 for part in color)


# How an author gives a theme a color of their own, as its manual tells; where it has no variables,
# one gives it to us.
BRANDS = {
    "pydata_sphinx_theme": "html[data-theme] { --pst-color-primary: rgb(200, 0, 100) }",
    "sphinx_book_theme": "html[data-theme] { --pst-color-primary: rgb(200, 0, 100) }",
    "sphinx_rtd_theme": ":root { --seminar-accent: rgb(200, 0, 100) }",
    "alabaster": ":root { --seminar-accent: rgb(200, 0, 100) }",
}


@pytest.mark.parametrize("look", [x for x in LOOKS if x.theme in BRANDS], ids=str)
def test_a_color_of_the_author_s_is_ours_too(look: Look, show: Open) -> None:
    page = show(look)
    assert accents(page).isdisjoint({"rgb(200, 0, 100)"})
    page.add_style_tag(content=BRANDS[look.theme])
    assert accents(page) == {"rgb(200, 0, 100)"}


def test_so_is_one_that_furo_takes_from_conf_py(build_once: BuildOnce, open_page: OpenPage) -> None:
    options = {"light_css_variables": {"color-brand-content": "rgb(200, 0, 100)"}}
    address = build_once(SEMINAR, "furo", html_theme_options=options)
    page = open_page(f"{address}index.html", "2022-03-01T20:00:00Z")
    assert accents(page) == {"rgb(200, 0, 100)"}


def accents(page: Page) -> set[str]:
    """The colors of marks, of what opens and of open places."""
    found: list[str] = page.evaluate("""() => [
      ...[...document.querySelectorAll(".seminar-mark")].map((e) => [e, "backgroundColor"]),
      ...[...document.querySelectorAll(".seminar-optional > summary, .seminar-open")]
        .map((e) => [e, "color"]),
    ].map(([element, property]) => getComputedStyle(element)[property])""")
    return set(found)


def test_all_words_of_ours_are_turned_where_the_theme_turns_none(show: Open) -> None:
    [look] = [look for look in LOOKS if look.language == "ar"]
    page = show(look)
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.get_by_text("شاغر", exact=True).count() > 5
    assert page.evaluate(_NOT_TURNED) == []
