"""How far a text is out from what is behind it, as WCAG 2 measures it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

ENOUGH = 4.5

# The colors of a text and of all that lies behind it, painted one over the other: whatever the
# notation of a color, the canvas knows what it looks like.
_MEASURE = """
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
canvas.canvas.width = canvas.canvas.height = 1;
const paint = (color) => {
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const linear = (part) =>
  part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const measured = new Map();
const contrast = (element) => {
  const colors = [getComputedStyle(element).color];
  for (let holder = element; holder; holder = holder.parentElement) {
    colors.unshift(getComputedStyle(holder).backgroundColor);
  }
  const key = colors.join();
  if (!measured.has(key)) {
    const [dark, light] = ["white", ...colors].map(paint).slice(-2)
      .map(luminance).sort((one, other) => one - other);
    measured.set(key, (light + 0.05) / (dark + 0.05));
  }
  return measured.get(key);
};
"""

_RATIOS = (
    f"(selector) => {{ {_MEASURE} return [...document.querySelectorAll(selector)].map(contrast); }}"
)

# Each element that is seen and holds a text itself, so that no text is left out.
_TEXTS = f"""(roots) => {{ {_MEASURE}
  const own = (element) => [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim();
  return [...new Set([...document.querySelectorAll(roots)]
    .flatMap((root) => [root, ...root.querySelectorAll("*")]))]
    .filter((e) => own(e) && e.checkVisibility({{ visibilityProperty: true }}))
    .map((e) => ({{
      name: e.tagName.toLowerCase() + [...e.classList].map((name) => `.${{name}}`).join(""),
      text: own(e).slice(0, 30),
      link: e.closest("a") !== null,
      color: getComputedStyle(e).color,
      ratio: contrast(e),
    }}));
}}"""


@dataclass(frozen=True)
class Text:
    """A text that a reader sees, by the element that holds it."""

    name: str
    text: str
    link: bool
    color: str
    ratio: float


def ratios(page: Page, selector: str) -> list[float]:
    """The contrast of each element that a selector finds."""
    found: list[float] = page.evaluate(_RATIOS, selector)
    return found


def texts(page: Page, roots: str) -> list[Text]:
    """Every text that is seen in the elements that a selector finds, with its contrast."""
    return [Text(**found) for found in page.evaluate(_TEXTS, roots)]
