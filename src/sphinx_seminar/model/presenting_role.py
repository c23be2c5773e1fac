"""A presenting role: what somebody does who presents, and how many do it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .compared import compared

_PEOPLE = r"(\d{1,3})(?:\s*(?:[-–]|to)\s*(\d{1,3})|\s*(\+|or more))?"


@dataclass(frozen=True, slots=True)
class PresentingRole:
    """A role, and how many people each session, or each paper, has in it."""

    name: str
    description: str | None = None
    least: int = 1
    """How many people are wanted; with 0 the role is optional."""
    most: int | None = None
    """How many people may take it at the most; None sets no limit."""
    per: Literal["session", "paper"] | None = None
    """What has a slot for it; None leaves that to how it is written: with a paper or without."""
    backup: bool = False
    """Whether it steps in for another role."""

    @property
    def key(self) -> str:
        """What stands for the name where letter case does not matter."""
        return role_key(self.name)


@lru_cache(maxsize=1024)  # a course has a few names, and every slot asks for one
def role_key(name: str) -> str:
    """*name* as roles are compared: without letter case, repeated blanks and what nobody sees."""
    return compared(name)


def parse_people(text: str) -> tuple[int, int | None]:
    """How many people: ``2``, ``1-3`` or ``1+``, as the least and the most of them.

    Raises `ValueError` with what to write instead.
    """
    match = re.fullmatch(_PEOPLE, text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"{text!r} is no number of people; write one such as 2, 1-3 or 1+")
    least = int(match[1])
    most = None if match[3] else int(match[2] or match[1])
    if most is not None and (most < least or most == 0):
        raise ValueError(f"{text!r} leaves no slot; write a number such as 2, 1-3 or 1+")
    return least, most
