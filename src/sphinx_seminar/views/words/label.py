"""Labels of sessions and deadlines, in words and as elements; a color is never the only sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...locale import _
from ...model.session_kind import SessionKind
from ...pages.html import Tag, tag
from ...pages.title_id import title_id

if TYPE_CHECKING:
    from ...model.label import Label


def label_text(label: Label) -> str:
    """The kind, and its number where it has one."""
    if label.number is None:
        return label.text
    # For translators: such as "Lab 3"
    return _("{kind} {number}").format(kind=label.text, number=label.number)


def labels_text(labels: Iterable[Label]) -> str:
    """All labels in one text."""
    return _(", ").join(map(label_text, labels))


def label_tag(label: Label, css_class: str) -> Tag:
    """A label as an element."""
    color = f" seminar-color-{label.color}" if label.color else ""
    # A filter names the kind.
    kind = None if label.number is None else label.text
    return tag("span", {"class": f"{css_class}{color}", "data-name": kind}, label_text(label))


def kind_classes(kinds: Iterable[Label | SessionKind]) -> str:
    """The class of each kind, with a blank before it."""
    return "".join(f" seminar-{title_id(kind.name, 'kind')}" for kind in kinds)
