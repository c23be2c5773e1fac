"""``{grading}``: parts and weights as a table with a bar for each, rules of points, and letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from docutils import nodes

from ..locale import _, ngettext
from ..model.grading import Band, Grading, Part, Scheme, plain
from ..model.nearest import did_you_mean
from ..pages.html import Tag, tag
from ..pages.nodes import fragment
from ..plan.planned_course import PlannedCourse
from .page import Page
from .plain_table import Cell, plain_table
from .view import Body, Options, View
from .words.notice import Notice, notice_nodes, notice_of
from .words.numbers import number_range, number_text, percent_text, plural_number


@dataclass(frozen=True, slots=True)
class ShownGrading:
    """The schemes to show, and the letters."""

    notice: Notice | None
    grading: Grading | None
    """Without the schemes that are not asked for; None where the course has no grading."""


def missing(planned: PlannedCourse, options: Options) -> str | None:
    """The message where there is no grading, or not the scheme that ``:scheme:`` names."""
    grading = planned.course.grading
    if grading is None:
        return f"{planned.file} has no grading; write 'grading:' there, parts and their weights"
    wanted = options.get("scheme")
    names = [scheme.name for scheme in grading.schemes if scheme.name]
    if wanted and wanted.casefold() not in {name.casefold() for name in names}:
        return f"{planned.file} has no scheme {wanted!r}; {did_you_mean(wanted, names)}"
    return None


def show(planned: PlannedCourse, options: Options, docname: str) -> ShownGrading:
    """The grading of course.yml."""
    grading = planned.course.grading
    wanted = options.get("scheme", "").casefold()
    if grading is not None and wanted:
        named = (scheme for scheme in grading.schemes if (scheme.name or "").casefold() == wanted)
        grading = replace(grading, schemes=tuple(named))
    return ShownGrading(notice_of(planned), grading)


def draw(shown: ShownGrading, body: Body, page: Page) -> list[nodes.Node]:
    """A table for each scheme, then one of the letters."""
    drawn = notice_nodes(shown.notice)
    grading = shown.grading
    if grading is not None:
        draw_scheme = _scheme if page.is_html else _plain_scheme
        for scheme in grading.schemes:
            drawn += draw_scheme(scheme, grading, page.language)
        if grading.bands:
            drawn += _bands(grading, page.language, is_html=page.is_html)
    return [*drawn, *body.children]


VIEW = View(missing=missing, show=show, draw=draw)


def _rows(parts: tuple[Part, ...], level: int = 0) -> Iterator[tuple[int, Part]]:
    for part in parts:
        yield level, part
        yield from _rows(part.parts, level + 1)


def _amount(number: Decimal, grading: Grading, language: str, *, extra: bool = False) -> str:
    if grading.unit == "%":
        text = percent_text(number, language)
    else:
        text = ngettext("{count} point", "{count} points", plural_number(number)).format(
            count=number_text(number, language)
        )
    return f"+{text}" if extra else text


def _remarks(part: Part, language: str) -> Iterator[str]:
    if part.extra:
        yield _("extra credit")
    if part.points:
        # For translators: points for what students do, such as "4 for attending"
        some, more = _("{count} for {what}"), _("{count} more for {what}")
        rules = (
            (more if rule.more else some).format(
                count=number_text(rule.points, language), what=rule.what
            )
            for rule in part.points
        )
        yield _("Points: {rules}").format(rules=_(", ").join(rules))
    if part.note:
        yield part.note


def _scheme(scheme: Scheme, grading: Grading, language: str) -> list[nodes.Node]:
    # What comes on top of the total must fit into the picture as well.
    widest = max([scheme.total, *(part.weight for part in scheme.parts)]) or Decimal(1)
    rows = []
    for level, part in _rows(scheme.parts):
        share = min(Decimal(100), part.weight * 100 / widest)
        bar = tag(
            "span", {"class": "seminar-bar", "style": f"inline-size: {plain(round(share, 2))}%"}
        )
        notes = [tag("span", {"class": "seminar-muted"}, text) for text in _remarks(part, language)]
        indent = {"style": f"padding-inline-start: {level * 1.25}rem"} if level else {}
        amount = tag("span", {}, _amount(part.weight, grading, language, extra=part.extra))
        rows.append(
            tag(
                "tr",
                {"class": "seminar-subpart" if level else None},
                tag("th", {"scope": "row"} | indent, part.label, *notes),
                tag(
                    "td",
                    {},
                    amount,
                    tag("span", {"class": "seminar-bars", "style": "display: block"}, bar),
                ),
            )
        )
    # For translators: a part of the grade, and its weight
    head = tag("tr", {}, _column(_("Part")), _column(_("Weight")))
    content: list[Tag] = [tag("thead", {}, head), tag("tbody", {}, *rows)]
    if scheme.total != 100 or grading.unit != "%":
        total = tag("td", {}, _amount(scheme.total, grading, language))
        content.append(
            tag("tfoot", {}, tag("tr", {}, tag("th", {"scope": "row"}, _("Total")), total))
        )
    name = scheme.shown_name or scheme.name or _("Grading")
    caption = tag("caption", {"class": None if scheme.name else "seminar-word"}, name)
    words = [scheme.shown_name or scheme.name or ""]
    for _level, part in _rows(scheme.parts):
        words += [part.label, part.note or "", *(rule.what for rule in part.points)]
    table = tag("table", {"class": "seminar-grading"}, caption, *content)
    return [fragment(table, searched=" ".join(filter(None, words)))]


def _column(word: str) -> Tag:
    return tag("th", {"scope": "col"}, word)


def _plain_scheme(scheme: Scheme, grading: Grading, language: str) -> list[nodes.Node]:
    body: list[list[Cell]] = []
    separator = _("; ")
    for level, part in _rows(scheme.parts):
        label = "– " * level + part.label
        remarks = list(_remarks(part, language))
        text = label + (f" ({separator.join(remarks)})" if remarks else "")
        weight = _amount(part.weight, grading, language, extra=part.extra)
        body.append([[nodes.Text(text)], [nodes.Text(weight)]])
    if scheme.total != 100 or grading.unit != "%":
        total = _amount(scheme.total, grading, language)
        body.append([[nodes.Text(_("Total"))], [nodes.Text(total)]])
    head = [[nodes.Text(_("Part"))], [nodes.Text(_("Weight"))]]
    name: list[nodes.Node] = (
        [nodes.rubric("", scheme.shown_name or scheme.name)] if scheme.name else []
    )
    return [*name, plain_table(head, body, [4, 1])]


def _bands(grading: Grading, language: str, *, is_html: bool) -> list[nodes.Node]:
    bands = sorted(grading.bands, key=lambda band: band.low, reverse=True)
    rows = [(band.letter, _results(band, bands, grading, language)) for band in bands]
    if not is_html:
        head = [[nodes.Text(_("Grade"))], [nodes.Text(_("Result"))]]
        body: list[list[Cell]] = [[[nodes.Text(text)] for text in row] for row in rows]
        return [plain_table(head, body, [1, 2])]
    drawn = (
        tag("tr", {}, tag("th", {"scope": "row"}, letter), tag("td", {}, result))
        for letter, result in rows
    )
    return [
        fragment(
            tag(
                "table",
                {"class": "seminar-grading seminar-bands"},
                tag("caption", {"class": "seminar-word"}, _("Letter grades")),
                tag("thead", {}, tag("tr", {}, _column(_("Grade")), _column(_("Result")))),
                tag("tbody", {}, *drawn),
            )
        )
    ]


def _results(band: Band, bands: list[Band], grading: Grading, language: str) -> str:
    low = _amount(band.low, grading, language)
    if band.open_end and band.high is not None:
        return _("below {result}").format(result=_amount(band.high, grading, language))
    if band.high is not None:
        high = _amount(band.high, grading, language)
        return number_range(number_text(band.low, language), high, language)
    above = min((other.low for other in bands if other.low > band.low), default=None)
    if above is None:
        return _("{result} or more").format(result=low)
    high = _amount(above, grading, language)
    if band.low == 0:
        return _("below {result}").format(result=high)
    return _("{low} to below {high}").format(low=low, high=high)
