"""``presenting`` of a course file into the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.presenting import GroupRules, Presenting, StudentRules
from ..model.presenting_role import PresentingRole, role_key
from ..model.problem import Source
from ..model.vocabulary import VOCABULARIES
from .course_path import file_in
from .fault import Fault

if TYPE_CHECKING:  # importing it imports pydantic-core, see course_file.py
    from .course_entries import CourseEntries
    from .presenting_entries import GroupRulesEntry, PresentingEntry, RoleEntry, StudentRulesEntry


def presenting_of(entry: PresentingEntry | None, source: Source) -> Presenting:
    """Presenting as the model has it; *source* is where it is."""
    if entry is None:
        return Presenting()
    return Presenting(
        roles=tuple(_roles(entry)),
        each_student=_student_rules(entry.each_student),
        each_session=_group_rules(entry.each_session),
        each_paper=_group_rules(entry.each_paper),
        names=entry.names or "full",
        due=entry.due,
        signups=entry.signups,
        students=entry.students,
        source=source,
    )


def _roles(entry: PresentingEntry) -> Iterator[PresentingRole]:
    ready = VOCABULARIES[entry.vocabulary] if entry.vocabulary else ()
    if not entry.roles:
        yield from ready
        return
    known = {role.key: role for role in ready}
    for role in entry.roles:
        yield _role(role, known.get(role_key(role.name)))


def _role(entry: RoleEntry, ready: PresentingRole | None) -> PresentingRole:
    base = ready or PresentingRole(entry.name)
    least, most = entry.people or (base.least, base.most)
    if entry.optional is not None:
        least = 0 if entry.optional else max(least, 1)
    return PresentingRole(
        name=entry.name,
        description=entry.description or base.description,
        least=least,
        most=most,
        per=entry.per or base.per,
        backup=base.backup if entry.backup is None else entry.backup,
    )


def _student_rules(entry: StudentRulesEntry | None) -> StudentRules:
    if entry is None:
        return StudentRules()
    return StudentRules(
        at_least=entry.at_least,
        at_most=entry.at_most,
        distinct_roles=bool(entry.distinct_roles),
        every_role=bool(entry.every_role),
        one_role_a_session=bool(entry.one_role_a_session),
        one_slot_a_session=bool(entry.one_slot_a_session),
        not_two_weeks_in_a_row=bool(entry.not_two_weeks_in_a_row),
        count_backups=entry.count_backups is not False,
    )


def _group_rules(entry: GroupRulesEntry | None) -> GroupRules:
    if entry is None:
        return GroupRules()
    return GroupRules(entry.at_least, entry.at_most, bool(entry.every_role))


def check_presenting_files(entries: CourseEntries, folder: Path) -> Iterator[Fault]:
    """The sheet and the roster that are not there, or are not in the course's folder."""
    presenting = entries.entry.presenting
    for key, what in (("signups", "sheet"), ("students", "roster")):
        name = getattr(presenting, key) if presenting else None
        if name is not None:
            try:
                file_in(folder, name, what)
            except ValueError as error:
                yield Fault(entries.path_of(("presenting", key)), str(error), "signups")


def check_presenting_keys(entries: CourseEntries) -> Iterator[Fault]:
    """What of ``presenting`` cannot hold, whoever signs up."""
    presenting = entries.entry.presenting
    if presenting is None or ("presenting",) in entries.touched:
        return
    roles = tuple(_roles(presenting))
    rules = presenting.each_student
    path = ("presenting", "each_student")
    if rules and rules.distinct_roles and roles and (rules.at_least or 0) > len(roles):
        text = f"{rules.at_least} slots in distinct roles are asked for, and there are "
        text += f"{len(roles)} roles; ask for fewer slots, or add roles"
        yield Fault(entries.path_of((*path, "at_least")), text, "rules")
    wanted = sum(1 for role in roles if role.least and not role.backup)
    if rules and rules.every_role and rules.at_most is not None and rules.at_most < wanted:
        text = f"every role is asked for, that is {wanted}, and at most {rules.at_most} are "
        text += "allowed; correct one of the two"
        yield Fault(entries.path_of((*path, "at_most")), text, "rules")
    if rules and rules.count_backups is not None and not any(role.backup for role in roles):
        text = "no role is a backup; write 'backup: yes' with the role that steps in"
        yield Fault(entries.path_of((*path, "count_backups")), text, "rules")
    for role in presenting.roles:
        if role.optional and role.people and role.people[0] > 1:
            text = (
                f"{role.name} is optional and asks for {role.people[0]} people; write one of both"
            )
            yield Fault(entries.path_of(("presenting", "roles")), text, "roles")
    if presenting.signups and not roles:
        text = "no roles are named, and they tell what the sheet's columns are; write roles"
        yield Fault(entries.path_of(("presenting", "signups")), text, "roles")
