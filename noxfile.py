"""The checks over several versions: `nox` for all of them, `nox -s tests` or another for one.

An interpreter that is not on the PATH is skipped with a warning; where CI is set, it is an error.
"""

import json
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests", "lowest", "docs", "lint", "types"]

# The same pairs as in .github/workflows/tests.yml.
MATRIX = [
    ("3.11", "8.2"),
    ("3.11", "9.0"),
    ("3.12", "9.1"),
    ("3.13", "9.2"),
    ("3.14", "9.2"),
]


@nox.session
@nox.parametrize(("python", "sphinx"), MATRIX)
def tests(session: nox.Session, sphinx: str) -> None:
    session.install("-e", ".[test]", f"sphinx~={sphinx}.0")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    session.install("-e", ".[test]", "-c", "tests/lowest.txt")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests, and fail where fewer than 95 of 100 branches have run.

    Builds in processes of their own count, and the script in the browser is reported beside it.
    """
    folder = Path(session.create_tmp()).absolute()
    script, totals = folder / "script.txt", folder / "totals.json"
    session.install("-e", ".[dev]")
    session.run("coverage", "erase")
    session.run(
        *("coverage", "run", "-m", "pytest", *session.posargs),
        env={"SEMINAR_SCRIPT_COVERAGE": str(script)},
    )
    session.run("coverage", "combine", "-q")
    session.run("coverage", "report")
    session.run("coverage", "json", "-q", "-o", str(totals))
    if script.exists():
        session.log(script.read_text(encoding="utf-8"))
    # What `coverage report` compares counts lines and branches together.
    found = json.loads(totals.read_text(encoding="utf-8"))["totals"]["percent_branches_covered"]
    session.log(f"{found:.1f} % of branches")
    if found < 95:
        session.error("fewer than 95 % of branches have run")


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the model in every small way, and see that a test notices; about half an hour."""
    session.install("-e", ".[dev]")
    session.run("mutmut", "run", *session.posargs)
    session.run("python", "-m", "tests.model.survivors")


@nox.session
def mutants_of_views(session: nox.Session) -> None:
    """Take each field of what views show from its readers, and see that a test notices."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.views.mutants", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-nW", "-b", "html", "docs", "docs/_build/html", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("mypy", "--strict")
    session.run("npm", "ci", "--no-audit", "--no-fund", external=True)
    session.run("npm", "run", "--silent", "types", external=True)


@nox.session
def catalog(session: nox.Session) -> None:
    """Bring the catalogs in step with the words in the source; `nox -s catalog -- it` adds one."""
    session.install("-e", ".")
    session.run("python", "-m", "sphinx_seminar.locale.update", *session.posargs)


@nox.session
def assets(session: nox.Session) -> None:
    """Write the styles and the scripts that are shipped, from their sources."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "assets")


@nox.session
def bench(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.benchmarks", *session.posargs)


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Compare Lighthouse's scores of both examples with those of the bare theme; ten minutes."""
    session.install("-e", ".[test]")
    folder = session.create_tmp()
    packages = ("--no-save", "--no-audit", "--no-fund", "--prefix", folder, "lighthouse@12.8.2")
    session.run("npm", "install", *packages, external=True)
    program = f"{folder}/node_modules/.bin/lighthouse"
    session.run("python", "-m", "tests.benchmarks.lighthouse", program, *session.posargs)


@nox.session
def machine(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.machine", *(session.posargs or ["--steps", "300"]))


@nox.session
def fuzz(session: nox.Session) -> None:
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.hostile", *(session.posargs or ["--examples", "1000"]))
