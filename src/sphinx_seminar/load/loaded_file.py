"""A course.yml with all that it names, as it was loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.course import Course

if TYPE_CHECKING:
    from ..model.bibliography import Bibliography
    from ..model.photo import Photo
    from ..model.roster import Roster
    from ..model.signup import SignupSheet


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A ``course.yml`` as it was loaded."""

    course: Course
    broken: bool
    """Whether it has problems, so that its pages must say so."""
    sheet: SignupSheet | None = None
    roster: Roster | None = None
    photos: Mapping[str, Photo] = field(default_factory=dict)
    """Those of the staff that are there, by their path in the file."""
    bibliography: Bibliography | None = None
    """The entries of the files that it names for readings; None where it names none."""
