"""Edits, builds, kills, and compares: one step after the other.

Each step edits the sources of two sites, one with us and one without, the control. Trees of
doctrees and output live on from step to step: ours built by one process, ours built by four, and
a control of each. After each step both of ours must equal a clean build in all that is ours; what
else differs must differ in the control too. Then another build must read and write nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from .builds import Build, Finished, Moment, run
from .comparison import Seen, copies, differences, unexplained
from .downloads import named, read_each_time, sure
from .files import FORMS, Form, epoch_of, files_of, write
from .operations import edit
from .site import Site, first_site

BUILDERS = ("html", "html", "html", "html", "dirhtml", "text", "singlehtml")

_MOMENTS = (
    ("env-before-read-docs", 1),
    ("doctree-read", 8),
    ("env-updated", 1),
    ("env-check-consistency", 1),
    ("doctree-resolved", 12),
    ("html-page-context", 12),
    ("half-written", 4),
    ("build-finished", 1),
    (None, 1),
    (None, 1),
    (None, 1),
    (None, 1),
)
"""When a build is killed, and up to which time of that; None is any time."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Doctrees and output that live on."""

    name: str
    form: Form
    parallel: int


OURS = (Tree("one", "ours", 1), Tree("four", "ours", 4))
CONTROLS = {tree: Tree(f"control-{tree.name}", "control", tree.parallel) for tree in OURS}
CLEAN = {form: Tree(f"clean-{form}", form, 1) for form in FORMS}


class Fault(AssertionError):
    """A build that differs from a clean one; it names the steps that led there."""


class Machine:
    """A site that is edited and built again and again, by a seed."""

    def __init__(self, folder: Path, seed: int, say: Callable[[str], None]) -> None:
        self.folder = folder
        self.chance = Random(seed)
        self.say = say
        self.site = first_site()
        self.builder = "html"
        self.number = 0
        self.was_killed = False
        self.unequal: set[str] = set()
        """The builders that may write more in one tree than in the other.

        A kill by the clock, and the second of two builds at once, read pages again in one alone,
        and what was read again is written by each builder.
        """
        # By a chance of its own: the steps of a seed stay the same.
        self.is_at_once = Random(f"{seed} at once")
        self.seconds = 1.0
        self.seen = Seen()
        self.published: dict[str, frozenset[str]] = dict.fromkeys(BUILDERS, frozenset())
        """The copies of files that builds were to publish, by builder."""
        self.done: list[str] = []
        self._files: dict[Form, dict[str, bytes]] = {form: {} for form in FORMS}
        self._write()

    def step(self) -> None:
        """Edit, build and compare once; raises `Fault` where something differs."""
        self.number += 1
        self.was_killed = False
        self.done = []
        before = self.site
        if self.number > 1:
            self._prepare()
            self._edit(self.chance.choice((1, 1, 1, 2, 3)))
            if self.chance.random() < 0.25:
                self._kill()
                self._after_kill(before)
            elif self.chance.random() < 0.08:
                self._build_one_page()
        self._build_and_compare()
        self.say(f"step {self.number}: {', '.join(self.done)}")

    def first_builds(self) -> Iterator[Build]:
        """Builds of what is there at first, for others to be forks of."""
        for builder in dict.fromkeys(BUILDERS):
            tree = Tree("first", "ours", 1)
            yield replace(self._build(tree), builder=builder)

    def _prepare(self) -> None:
        """Now and then another builder, or a folder that is deleted."""
        if self.chance.random() < (0.6 if self.builder == "singlehtml" else 0.2):
            self.builder = self.chance.choice(BUILDERS)
        what = self.chance.choice((*[""] * 18, self.builder, "doctrees"))
        if what:
            self.done.append(f"delete {what}")
            for tree in (*OURS, *CONTROLS.values()):
                shutil.rmtree(self.folder / tree.name / what, ignore_errors=True)

    def _edit(self, count: int) -> None:
        for _number in range(count):
            self.site, name = edit(self.site, self.chance)
            self.done.append(name)
        self._write()

    def _write(self) -> None:
        for form in FORMS:
            files = files_of(self.site, form)
            write(files, self._files[form], self.folder / f"source-{form}")
            self._files[form] = files

    def _build(self, tree: Tree, **more: object) -> Build:
        build = Build(
            self.folder / f"source-{tree.form}",
            self.folder / tree.name,
            self.builder,
            epoch_of(self.site.today),
            tree.parallel,
        )
        return replace(build, **more)  # type: ignore[arg-type]

    def _kill(self) -> None:
        """Kill both builds of ours, and those of their controls in the same state."""
        self.was_killed = True
        self.unequal.update(BUILDERS)
        event, most = self.chance.choice(_MOMENTS)
        moment = Moment(
            event, self.chance.randint(1, most), self.chance.uniform(0, 1.1) * self.seconds
        )
        self.done.append(f"kill at {event or format(moment.seconds, '.2f')} {moment.count}")
        saved = {tree: self._environment(tree) for tree in OURS}
        noted = {tree: self._settings(tree) for tree in OURS}
        written = self._run_ours(killed=moment)
        run(
            self._build(CONTROLS[tree], killed=Moment("written"), follows=written[tree])
            for tree in OURS
            if self._environment(tree) != saved[tree]
        )
        run(
            self._build(CONTROLS[tree], killed=Moment("env-before-read-docs"))
            for tree in OURS
            if self._environment(tree) == saved[tree] and self._settings(tree) != noted[tree]
        )
        self.published[self.builder] |= sure(self.site)
        for tree in CONTROLS.values():
            note = self._build(tree).output / ".buildinfo"
            if note.exists() and not note.stat().st_size:
                note.unlink()  # Sphinx alone fails on its empty note

    def _environment(self, tree: Tree) -> int:
        """When the environment was saved; before that, a build has written no page."""
        return _modified(self._build(tree).doctrees / "environment.pickle")

    def _settings(self, tree: Tree) -> bytes:
        """What Sphinx notes of the settings of HTML: before it reads anything."""
        path = self._build(tree).output / ".buildinfo"
        return path.read_bytes() if path.exists() else b""

    def _run_ours(self, *, is_twice: bool = False, **more: object) -> dict[Tree, frozenset[str]]:
        """Build ours, each by two builds at once if *is_twice*; tell which pages were written."""
        before = {tree: self._pages(tree) for tree in OURS}
        numbers = (0, 1) if is_twice else (0,)
        built = self._run(
            self._build(tree, number=number, **more) for tree in OURS for number in numbers
        )
        self.seconds = built[0].seconds or self.seconds
        return {
            tree: frozenset(
                name for name, time in self._pages(tree).items() if before[tree][name] != time
            )
            for tree in OURS
        }

    def _run(self, builds: Iterable[Build]) -> list[Finished]:
        """Run builds; where Sphinx cannot go on after a kill, the author deletes the output."""
        built = []
        for finished in run(builds):
            if self.was_killed and finished.cannot_go_on:
                self.done.append(f"delete {finished.build.target.name}")
                shutil.rmtree(finished.build.output)
                built += run([finished.build])
            else:
                built.append(finished)
            built[-1].check()
        return built

    def _pages(self, tree: Tree) -> dict[str, int]:
        build = self._build(tree)
        found = {page.docname: build.file_of(page.docname) for page in self.site.pages}
        return {name: _modified(path) for name, path in found.items() if path is not None}

    def _after_kill(self, before: Site) -> None:
        """The author goes on, or undoes the edit."""
        what = self.chance.random()
        if what < 0.35:
            self.done.append("undo")
            self.site = before
            self._write()
        elif what < 0.7:
            self._edit(1)

    def _build_one_page(self) -> None:
        page = self.chance.choice(self.site.built())
        self.done.append(f"build {page.docname} alone")
        only = (f"{page.docname}.md",)
        self._run_ours(only=only)
        self._run(self._build(tree, only=only) for tree in CONTROLS.values())
        self.published[self.builder] |= sure(self.site)

    def _build_and_compare(self) -> None:
        self.done.append(self.builder)
        is_twice = self.is_at_once.random() < 0.08
        if is_twice:
            self.done.append("twice at once")
        written = self._run_ours(is_twice=is_twice)
        if is_twice:
            self.unequal.update(BUILDERS)
        if self.builder not in self.unequal and written[OURS[0]] != written[OURS[1]]:
            self._fail(OURS[1], "writes other pages", [str(sorted(written[t])) for t in OURS])
        self.unequal.discard(self.builder)
        for tree in CLEAN.values():
            shutil.rmtree(self.folder / tree.name, ignore_errors=True)
        others = [self._build(CONTROLS[tree], follows=written[tree]) for tree in OURS]
        again = OURS[self.number % 2]
        before = self._written(again)
        self._run([self._build(CLEAN["ours"]), *others, self._build(again)])
        clean = {form: self._build(tree).output for form, tree in CLEAN.items()}
        self.seen.add(self.builder, clean["ours"])
        # Sphinx leaves what no page offers any more. What is withheld now is still named by a
        # session; and what has never been published is nowhere.
        left = self.published[self.builder] - named(self.site)
        self.published[self.builder] |= copies(clean["ours"])
        different = {
            tree: ours
            for tree in OURS
            if (ours := differences(self._build(tree).output, clean["ours"], left))
        }
        if different:  # it is asked then alone, as it takes as long as three other builds
            self._run([self._build(CLEAN["control"])])
        for tree, ours in different.items():
            control = differences(self._build(CONTROLS[tree]).output, clean["control"])
            found = unexplained(self.builder, ours, control, self.seen)
            if found:
                self._fail(tree, "differs from a clean build", map(str, found))
        # A build without an edit reads and writes nothing; one tree of ours a step is asked.
        changed = [path for path, time in self._written(again).items() if before.get(path) != time]
        read = {path for path in changed if path.endswith(".doctree")}
        if changed and not (read and read <= read_each_time(self.site)):
            self._fail(again, "is not left alone by a second build", sorted(changed))

    def _written(self, tree: Tree) -> dict[str, int]:
        doctrees = self._build(tree).doctrees.rglob("*.doctree")
        return self._pages(tree) | {path.name: _modified(path) for path in doctrees}

    def _fail(self, tree: Tree, what: str, details: Iterable[str]) -> None:
        lines = "\n".join(details)
        raise Fault(f"step {self.number}: {', '.join(self.done)}\n{tree.name} {what}:\n{lines}")


def _modified(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0
