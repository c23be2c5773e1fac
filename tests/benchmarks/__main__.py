"""Runs the benchmarks and prints their table.

Sites are built in turn, in fresh processes, and compared pair by pair: a shared machine drifts, a
ratio of neighbors does not.
"""

from __future__ import annotations

import argparse
import math
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from statistics import median

from .everything import write_everything
from .forms import FORMS, Form, write_rebuilt_site, write_site
from .measured import Cost, build, run

Costs = dict[Form, list[Cost]]
_SIZES: tuple[tuple[int, int, str, str], ...] = (
    (10, 10, "", "1.10"),
    (30, 15, "0.96", "1.06"),
    (30, 1, "", ""),
    (300, 15, "0.76", "1.02"),
    (300, 1, "", ""),
    (1500, 15, "", ""),
)
"""Sessions, sessions on a page, and the bounds to the page by hand and to the plain one."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=[*BENCHMARKS], action="append")
    options = parser.parse_args()
    packages = ("sphinx", "myst-parser", "sphinx-design", "furo", "sphinx-seminar")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    print(f"Python {platform.python_version()}, {versions}")
    print(f"Medians of {options.rounds} rounds, and in parentheses the range of all pairs\n")
    print("| what | ratio | bound |\n| --- | --- | --- |")
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.only or BENCHMARKS:
            for row in BENCHMARKS[name](Path(scratch), options.rounds):
                print(f"| {row} |", flush=True)


def cold(scratch: Path, rounds: int) -> Iterable[str]:
    """A build from nothing, 300 sessions on pages of 15."""
    costs = _interleaved(scratch, 300, 15, rounds)
    by_hand, plain = (
        list(zip(costs["ours"], costs[other], strict=True)) for other in ("by-hand", "plain")
    )
    yield f"cold build / by hand | {_shown(o.cpu / h.cpu for o, h in by_hand)} | 0.85"
    yield f"cold build / plain | {_shown(o.cpu / p.cpu for o, p in plain)} | 1.17"
    yield f"peak memory / by hand | {_shown(o.peak / h.peak for o, h in by_hand)} | 1.15"
    for form in FORMS:
        cpu = median(cost.cpu for cost in costs[form])
        megabytes = median(cost.peak for cost in costs[form]) / 1024
        yield f"cold build, {form}, on this machine | {cpu:.1f} s, {megabytes:.0f} MB |"


def sizes(scratch: Path, rounds: int) -> Iterable[str]:
    """A build from nothing of small courses and large ones, on few pages and on one a session."""
    for count, per_page, by_hand, plain in _SIZES:
        # A build of 1,500 sessions takes as long as twenty of 30, and swings less.
        costs = _interleaved(scratch, count, per_page, rounds if count < 1500 else 3)
        pages = _pages(count, per_page)
        bounds: dict[Form, str] = {"by-hand": by_hand, "plain": plain}
        for other, bound in bounds.items():
            pairs = zip(costs["ours"], costs[other], strict=True)
            ratio = _shown(ours.cpu / theirs.cpu for ours, theirs in pairs)
            yield f"{count} sessions on {pages} / {other} | {ratio} | {bound}"


def _pages(count: int, per_page: int) -> str:
    if per_page == 1:
        return "a page each"
    pages = math.ceil(count / per_page)
    return "1 page" if pages == 1 else f"{pages} pages"


def everything(scratch: Path, rounds: int) -> Iterable[str]:
    """A build from nothing of one page with 40 sessions and all that a schedule knows."""
    for form in FORMS:
        write_everything(scratch / f"{form}-40", form)
    costs = _built(scratch, 40, rounds)
    bounds: dict[Form, str] = {"by-hand": "0.85", "plain": "1.10"}
    for other, bound in bounds.items():
        pairs = zip(costs["ours"], costs[other], strict=True)
        ratio = _shown(ours.cpu / theirs.cpu for ours, theirs in pairs)
        yield f"40 sessions with everything on 1 page / {other} | {ratio} | {bound}"


def rebuild(scratch: Path, rounds: int) -> Iterable[str]:
    """One edit at 150 session pages, against a build that has nothing to do."""
    folder = scratch / "rebuild"
    write_rebuilt_site(folder, 150)
    build(folder)
    page, course, sheet = (folder / name for name in ("page0075.md", "course.yml", "signups.csv"))
    edits: dict[str, Callable[[int], None]] = {
        "one edited session": lambda n: _append(page, f"\nEdited {n}.\n"),
        "one edited entry of course.yml": lambda n: _set_line(course, "code:", f"code: C{n}"),
        "one edited sign-up": lambda n: _set_line(sheet, "75,", f"75,Noor {n},Wei,Ada,Mina"),
    }
    for name, edit in edits.items():
        ratios = []
        for number in range(rounds):
            edit(number)
            edited = build(folder, fresh=False)
            ratios.append(edited.cpu / build(folder, fresh=False).cpu)
        yield f"{name} / no-op build | {_shown(ratios)} | 1.30"


def growth(scratch: Path, rounds: int) -> Iterable[str]:
    """How our own cost, and the whole build, grow from 150 to 1,500 sessions on pages of 15."""
    forms: tuple[Form, ...] = ("plain", "ours")
    own: list[float] = []
    whole: dict[Form, list[float]] = {form: [] for form in forms}
    for count in (150, 1500):
        costs = _interleaved(scratch, count, 15, max(3, rounds // 2), forms)
        pairs = zip(costs["ours"], costs["plain"], strict=True)
        own.append(median(ours.cpu - plain.cpu for ours, plain in pairs))
        for form in forms:
            whole[form].append(median(cost.cpu for cost in costs[form]))
    # Ours may cost less than the plain pages, whose index is a table for MyST to read.
    found = f"{_exponent(own):.2f}" if min(own) > 0 else "none, it falls below 0"
    shown = " and ".join(
        f"{seconds / plain:.0%}" for seconds, plain in zip(own, whole["plain"], strict=True)
    )
    yield f"own cost, {shown} of the plain build: exponent | {found} | 1.10"
    for form in forms:
        yield f"whole build, {form}: exponent | {_exponent(whole[form]):.2f} |"


def _exponent(costs: list[float]) -> float:
    """That of a cost measured at one size, and at ten times that size."""
    return math.log10(costs[1] / costs[0])


def importing(scratch: Path, rounds: int) -> Iterable[str]:
    """What importing the package, and loading the extension, add to what a MyST site imports."""
    base = "import sphinx.application, sphinx.builders.html, myst_parser.sphinx_ext.main"
    base += ", sphinx_design.extension, yaml, babel.dates"
    added = {", sphinx_seminar": "the package", ", sphinx_seminar.extension": "the extension"}
    pairs: dict[str, list[tuple[float, float]]] = {name: [] for name in added}
    for _round in range(rounds * 3):
        for name in added:
            with_ours = run([sys.executable, "-c", base + name]).cpu
            pairs[name].append((with_ours, run([sys.executable, "-c", base]).cpu))
    for name, what in added.items():
        ratio = _shown(with_ours / without for with_ours, without in pairs[name])
        added_ms = median(with_ours - without for with_ours, without in pairs[name]) * 1000
        yield f"import with {what} / without (here {added_ms:.0f} ms) | {ratio} | 15 ms"


def preview(scratch: Path, rounds: int) -> Iterable[str]:
    """From an edit at 150 pages to the new page in the browser, against sphinx-autobuild."""
    from .preview import preview_ratios

    pairs = preview_ratios(scratch, max(20, rounds * 3))
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    ratio = _shown(own / other for own, other in pairs)
    name = f"edit to new page, {ours:.2f} s, / sphinx-autobuild, {theirs:.2f} s"
    yield f"{name} | {ratio} | 0.35"


BENCHMARKS: dict[str, Callable[[Path, int], Iterable[str]]] = {
    "cold": cold,
    "sizes": sizes,
    "everything": everything,
    "rebuild": rebuild,
    "growth": growth,
    "importing": importing,
    "preview": preview,
}


def _interleaved(
    scratch: Path, count: int, per_page: int, rounds: int, forms: tuple[Form, ...] = FORMS
) -> Costs:
    for form in forms:
        write_site(scratch / f"{form}-{count}", form, count, per_page)
    return _built(scratch, count, rounds, forms)


def _built(scratch: Path, count: int, rounds: int, forms: tuple[Form, ...] = FORMS) -> Costs:
    """What it costs to build the written sites in turn."""
    costs: Costs = {form: [] for form in forms}
    for number in range(rounds + 1):
        for form in forms:
            folder = scratch / f"{form}-{count}"
            shutil.rmtree(folder / "_build", ignore_errors=True)
            cost = build(folder)
            if number:  # the first round warms the caches of the disk
                costs[form].append(cost)
    return costs


def _shown(ratios: Iterable[float]) -> str:
    """The median of the ratios of pairs, and the smallest and the largest of them."""
    found = list(ratios)
    return f"{median(found):.2f} ({min(found):.2f} to {max(found):.2f})"


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _set_line(path: Path, start: str, line: str) -> None:
    """Put a line in the place of the one with that start, or at the end."""
    lines = path.read_text(encoding="utf-8").splitlines()
    numbers = [number for number, known in enumerate(lines) if known.startswith(start)]
    at = numbers[0] if numbers else len(lines)
    lines[at : at + 1] = [line]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
