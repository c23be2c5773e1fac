"""Ready vocabularies of presenting roles, to be named in ``course.yml``."""

from __future__ import annotations

from .presenting_role import PresentingRole


def to_translate(text: str) -> str:
    """*text* as it is, found by what collects the words to translate."""
    return text


VOCABULARIES: dict[str, tuple[PresentingRole, ...]] = {
    "role-playing": (
        PresentingRole(
            to_translate("Author"),
            to_translate(
                "Presents the paper as if it were their own, and answers for its choices."
            ),
        ),
        PresentingRole(
            to_translate("Reviewer"),
            to_translate("Weighs strengths and weaknesses, and says whether to accept the paper."),
        ),
        PresentingRole(
            to_translate("Archaeologist"),
            to_translate(
                "Places the paper in time: one older work that it builds on, and one newer work "
                "that builds on it."
            ),
        ),
        PresentingRole(
            to_translate("Researcher"),
            to_translate("Proposes a project that became possible only through this paper."),
        ),
        PresentingRole(
            to_translate("Industry Expert"),
            to_translate("Argues for using the paper's result in a product, and at what cost."),
        ),
        PresentingRole(
            to_translate("Hacker"),
            to_translate("Tries out a small part of the paper, and shows what came out."),
        ),
        PresentingRole(
            to_translate("Private Investigator"),
            to_translate(
                "Finds out about one of the authors: background, earlier work, and what led to the "
                "paper."
            ),
            least=0,
        ),
        PresentingRole(
            to_translate("Social Impact Assessor"),
            to_translate("Asks whom the paper helps, and whom it may harm."),
            least=0,
        ),
        PresentingRole(
            to_translate("Diagrammer"),
            to_translate("Draws the paper's main idea in one picture."),
            least=0,
        ),
        PresentingRole(
            to_translate("Blogger"),
            to_translate("Writes the paper up for readers outside of the field."),
            least=0,
        ),
    ),
    "program-committee": (
        PresentingRole(
            to_translate("Author"), to_translate("Presents the paper, and responds to its reviews.")
        ),
        PresentingRole(
            to_translate("Reviewer"),
            to_translate("Writes a review before class, and defends it."),
            least=2,
        ),
        PresentingRole(
            to_translate("Shepherd"),
            to_translate("Leads the discussion to a decision, and lists what has to change."),
        ),
        PresentingRole(
            to_translate("Scribe"), to_translate("Takes minutes, and shares them after class.")
        ),
    ),
    "discussion": (
        PresentingRole(to_translate("Presenter"), to_translate("Explains the paper.")),
        PresentingRole(
            to_translate("Discussion Leader"),
            to_translate("Brings questions, and keeps the discussion going."),
        ),
        PresentingRole(
            to_translate("Skeptic"), to_translate("Looks for what does not hold."), least=0
        ),
        PresentingRole(
            to_translate("Note taker"), to_translate("Takes notes, and shares them after class.")
        ),
        PresentingRole(
            to_translate("Backup"),
            to_translate("Steps in for another role at short notice."),
            least=0,
            backup=True,
        ),
    ),
}
"""Roles by the name of their vocabulary, in English; they are translated where they are shown."""

_DESCRIPTIONS = {role.description for roles in VOCABULARIES.values() for role in roles}


def is_ready(role: PresentingRole) -> bool:
    """Whether a role comes from a vocabulary as it is, so that its words are ours."""
    return role.description in _DESCRIPTIONS
