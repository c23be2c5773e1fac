"""How much of a name is shown: applied once, where names enter a page or a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .person_name import given_name, initials, name_key
from .presenting import NameForm


@dataclass(frozen=True, slots=True)
class ShownNames:
    """The names of a course's people as it lets them be shown."""

    form: NameForm = "full"
    _by_key: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        """The name of the person with a key; empty where nothing of it is shown."""
        return self._by_key.get(key, "")


def shown_names(people: Iterable[tuple[str, str]], form: NameForm) -> ShownNames:
    """The shown names of *people*, each a key and a full name.

    Two whose shorter forms are the same get a number each, in the order of their full names.
    """
    known = dict(people)
    if form == "full":
        return ShownNames(form, known)
    if form == "hidden":
        return ShownNames(form)
    shorten = initials if form == "initials" else given_name
    groups: dict[str, list[str]] = {}
    for key in sorted(known, key=lambda key: (name_key(known[key]), key)):
        groups.setdefault(shorten(known[key]), []).append(key)
    shown: dict[str, str] = {}
    for short, keys in groups.items():
        for number, key in enumerate(keys, start=1):
            shown[key] = f"{short} {number}" if short and len(keys) > 1 else short
    return ShownNames(form, shown)
