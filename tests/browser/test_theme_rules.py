"""No rule of ours touches an element that is not ours, whatever the theme."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from sphinx_seminar.build.assets import STATIC, STATIC_RTL

from .conftest import BuildOnce, OpenPage
from .looks import LOOKS, OURS, Look, open_look

pytestmark = pytest.mark.browser

every_look = pytest.mark.parametrize("look", LOOKS, ids=str)

SHEETS = [STATIC / "seminar.css", STATIC_RTL / "seminar-rtl.css"]

# Each selector of each rule, and whether a rule is of a kind that has a name of its own.
_RULES = """(sheets) => {
  const selectors = [], others = [];
  const walk = (rules) => [...rules].forEach((rule) => {
    if (rule instanceof CSSStyleRule) {
      let depth = 0, one = "";
      for (const letter of rule.selectorText + ",") {
        depth += { "(": 1, ")": -1 }[letter] ?? 0;
        if (letter === "," && depth === 0) {
          selectors.push(one.trim());
          one = "";
        } else one += letter;
      }
      walk(rule.cssRules);
    } else if (rule instanceof CSSMediaRule || rule instanceof CSSContainerRule) {
      walk(rule.cssRules);
    } else others.push(rule.cssText);
  });
  for (const text of sheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    walk(sheet.cssRules);
  }
  return { selectors, others };
}"""
# What each selector finds: "ours", once, and whatever is not.
_MATCHED = """([selectors, ours]) => Object.fromEntries(
  Object.entries(selectors).map(([name, selector]) => [name, [...new Set(
    [...document.querySelectorAll(selector)].map((element) =>
      element.closest(ours) ? "ours" : element.outerHTML.slice(0, 200)))]]))"""

# What changes in the style of what is not ours when a sheet is added, or else ours are taken away.
# Done at one go, as themes move things meanwhile; what follows from the size of ours is left out.
_CHANGED = """([ours, added]) => {
  const sized = /size|width|height|origin|inset|^(top|left|right|bottom)$|margin|grid-template/;
  const hasOurs = document.querySelector(ours) !== null;
  const elements = [...document.querySelectorAll("body, body *")].filter((e) => !e.closest(ours));
  const styles = () => elements.flatMap((element) => {
    const style = getComputedStyle(element);
    return [...style].filter((name) => !(hasOurs && sized.test(name)))
      .map((name) => `${element.tagName}.${element.className} ${name}: ${style[name]}`);
  });
  const before = styles();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(added);
  document.adoptedStyleSheets = [sheet];
  if (!added) {
    for (const link of document.querySelectorAll("link[href*=seminar]")) link.sheet.disabled = true;
  }
  return styles().filter((style, place) => style !== before[place]);
}"""


@dataclass(frozen=True)
class Rules:
    """What is in the style sheets."""

    selectors: list[str]
    others: list[str]
    """Rules that are none of styles, media and containers: fonts, layers, imports, animations."""


def rules(page: Page) -> Rules:
    """The rules of both sheets, as the browser reads them."""
    return Rules(**page.evaluate(_RULES, css()))


def plain(selector: str) -> str:
    """What a selector finds in any state, and the element that holds what it draws."""
    selector = selector.partition("::")[0].replace("> [hidden]", "> *")
    states = (":hover", ":focus-visible", ":empty", '[hidden="until-found"]', "[hidden]")
    for state in (*states, '[aria-expanded="false"]'):
        selector = selector.replace(state, "")
    return selector


def test_each_selector_names_a_class_of_ours(open_page: OpenPage) -> None:
    found = rules(open_page(None, "2022-01-01T00:00:00Z"))
    assert len(found.selectors) > 200
    assert [selector for selector in found.selectors if "seminar-" not in selector] == []
    assert found.others == []


@every_look
def test_no_selector_finds_an_element_that_is_not_ours(
    look: Look, build_once: BuildOnce, open_page: OpenPage
) -> None:
    used: set[str] = set()
    for name in ("index", "lone"):
        page = open_look(look, build_once, open_page, name)
        for row in page.locator(".seminar-tools select option:text-is('Exam')").all()[:1]:
            row.locator("xpath=ancestor::select").select_option("Exam")  # leaves out all but a row
        selectors = rules(page).selectors
        found: dict[str, list[str]] = page.evaluate(
            _MATCHED, [{selector: plain(selector) for selector in selectors}, OURS]
        )
        assert {one: html for one, html in found.items() if html and html != ["ours"]} == {}
        used |= {selector for selector, html in found.items() if html}
    # The control: the site has all that seminar.css speaks of.
    left = set(selectors) - used
    assert {selector for selector in left if ":where" not in selector} == set()


@every_look
def test_a_page_without_anything_of_ours_looks_the_same_with_our_style(
    look: Look, build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_look(look, build_once, open_page, "control")
    assert page.locator(OURS).count() == 0
    assert page.evaluate(_CHANGED, [OURS, "\n".join(css())]) == []


@every_look
def test_what_stands_around_ours_looks_the_same_without_it(
    look: Look, build_once: BuildOnce, open_page: OpenPage
) -> None:
    page = open_look(look, build_once, open_page, "lone")
    sheets = page.locator("link[href*=seminar]").count()
    assert sheets == (2 if look.language == "ar" else 1)
    assert page.evaluate(_CHANGED, [OURS, ""]) == []


@pytest.mark.parametrize("name", ["control", "lone"])
def test_a_rule_that_reaches_too_far_would_be_seen(
    name: str, build_once: BuildOnce, open_page: OpenPage
) -> None:
    """The control of the two tests above."""
    page = open_look(LOOKS[0], build_once, open_page, name)
    found = page.evaluate(_CHANGED, [OURS, ".rubric { font-style: italic }"])
    assert found == ["P.rubric font-style: italic"]


def css() -> list[str]:
    """The text of our style sheets."""
    return [sheet.read_text(encoding="utf-8") for sheet in SHEETS]
