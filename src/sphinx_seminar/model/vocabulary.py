"""Ready vocabularies of presenting roles, to be named in ``course.yml``."""

from __future__ import annotations

from .presenting_role import PresentingRole

VOCABULARIES: dict[str, tuple[PresentingRole, ...]] = {
    "role-playing": (
        PresentingRole(
            "Author", "Presents the paper as if it were their own, and answers for its choices."
        ),
        PresentingRole(
            "Reviewer", "Weighs strengths and weaknesses, and says whether to accept the paper."
        ),
        PresentingRole(
            "Archaeologist",
            "Places the paper in time: one older work that it builds on, and one newer work that "
            "builds on it.",
        ),
        PresentingRole(
            "Researcher", "Proposes a project that became possible only through this paper."
        ),
        PresentingRole(
            "Industry Expert", "Argues for using the paper's result in a product, and at what cost."
        ),
        PresentingRole("Hacker", "Tries out a small part of the paper, and shows what came out."),
        PresentingRole(
            "Private Investigator",
            "Finds out about one of the authors: background, earlier work, and what led to the "
            "paper.",
            least=0,
        ),
        PresentingRole(
            "Social Impact Assessor", "Asks whom the paper helps, and whom it may harm.", least=0
        ),
        PresentingRole("Diagrammer", "Draws the paper's main idea in one picture.", least=0),
        PresentingRole("Blogger", "Writes the paper up for readers outside of the field.", least=0),
    ),
    "program-committee": (
        PresentingRole("Author", "Presents the paper, and responds to its reviews."),
        PresentingRole("Reviewer", "Writes a review before class, and defends it.", least=2),
        PresentingRole(
            "Shepherd", "Leads the discussion to a decision, and lists what has to change."
        ),
        PresentingRole("Scribe", "Takes minutes, and shares them after class."),
    ),
    "discussion": (
        PresentingRole("Presenter", "Explains the paper."),
        PresentingRole("Discussion Leader", "Brings questions, and keeps the discussion going."),
        PresentingRole("Skeptic", "Looks for what does not hold.", least=0),
        PresentingRole("Note taker", "Takes notes, and shares them after class."),
        PresentingRole(
            "Backup", "Steps in for another role at short notice.", least=0, backup=True
        ),
    ),
}
"""Roles by the name of their vocabulary. Their descriptions are translated where they are shown."""
