"""The command ``sphinx-seminar``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from .. import __version__, lacking_python
from .told_error import told_error

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Options = TypeVar("_Options", bound="DataclassInstance")

_PIPE_CLOSED = 141
"""What a shell reports of a program that a closed pipe ended: 128 and the number of SIGPIPE."""

_FACTS = {
    "title": ("TEXT", "the title of the course"),
    "term": ("TEXT", "the name of the term, such as 'Fall 2030'"),
    "start": ("DATE", "the first day of the term, year-month-day"),
    "end": ("DATE", "the last day of the term"),
    "days": ("DAYS", "the days of the week, such as 'Tue Thu'"),
    "time": ("TIME", "start and end, such as 9:30-10:45"),
    "where": ("PLACE", "the room"),
    "zone": ("CITY", "the time zone of the classroom, such as America/New_York"),
    "roles": ("NAMES", "presenting roles, with commas between them"),
}

_IMPORTED_FACTS = ("title", "term", "time", "where", "zone")
_TERM_FACTS = ("start", "end", "term")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status."""
    if lacking := lacking_python():
        sys.stderr.write(f"{lacking}\n")
        return 2
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()  # who reads has seen enough, as `head` has
        return _PIPE_CLOSED
    except OSError as error:
        sys.stderr.write(f"sphinx-seminar: {told_error(error, 'the output')}\n")
        _forget_output()
        return 2
    return status


def _forget_output() -> None:
    """Python would flush once more at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def argument_parser() -> argparse.ArgumentParser:
    """What reads the command line: a parser for each command."""
    from .parser import Parser  # a Python that is too old may not read it

    parser: argparse.ArgumentParser = Parser(
        prog="sphinx-seminar", description="Tools for seminar sites."
    )
    parser.add_argument("--version", action="version", version=f"sphinx-seminar {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for add in (
        *(_add_check, _add_assign, _add_init, _add_import),
        *(_add_term, _add_serve, _add_pack, _add_pdf),
    ):
        add(commands)
    return parser


def _run(arguments: Sequence[str] | None) -> int:
    chosen = argument_parser().parse_args(arguments)
    status: int = chosen.run(chosen)
    return status


def _add_site(command: argparse.ArgumentParser) -> None:
    command.add_argument("srcdir", nargs="?", default=".", help="the folder with conf.py")


def _add_course(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--course", metavar="FOLDER", help="the folder of the course, if the site has several"
    )


def _add_facts(command: argparse.ArgumentParser, names: Iterable[str]) -> None:
    for name in names:
        metavar, text = _FACTS[name]
        command.add_argument(f"--{name}", metavar=metavar, help=text)


def _given(chosen: argparse.Namespace, names: Iterable[str]) -> dict[str, str]:
    """The facts that the command line states."""
    return {name: text for name in names if (text := getattr(chosen, name)) is not None}


def _options(kind: type[_Options], chosen: argparse.Namespace, **more: object) -> _Options:
    """The options of a command: *more*, and those that the command line has by the same names."""
    from dataclasses import fields

    names = {field.name for field in fields(kind)} - more.keys()
    return kind(**{name: getattr(chosen, name) for name in names}, **more)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="print the problems of a site, the date of every session, and what is pinned",
    )
    _add_site(check)
    check.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="text for people; json for programs and github for pull requests print only problems",
    )
    check.add_argument(
        "--sheet",
        metavar="FILE",
        help="say what this sign-up sheet would break, in place of the one that the site has",
    )
    check.add_argument(
        "--course",
        metavar="FOLDER",
        help="the folder of the course of --sheet, if the site has several",
    )
    check.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    if chosen.sheet is not None:
        from .other_sheet import check_sheet

        return check_sheet(chosen.srcdir, chosen.sheet, chosen.course, chosen.format)
    if chosen.course is not None:
        sys.stderr.write(
            "sphinx-seminar check: --course goes with --sheet; add that, or leave it out\n"
        )
        return 2
    from .check import check

    return check(chosen.srcdir, chosen.format)


def _add_assign(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    assign = commands.add_parser(
        "assign",
        help="give the open slots of the sign-up sheet to students, so that all rules hold",
    )
    _add_site(assign)
    _add_course(assign)
    assign.add_argument(
        "--seed", type=_seed, default=0, metavar="N", help="each number gives another assignment"
    )
    assign.add_argument(
        "--drop",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="students who drop out: others get their slots of future sessions",
    )
    assign.add_argument("--write", action="store_true", help="write the sheet")
    assign.set_defaults(run=_assign)


def _assign(chosen: argparse.Namespace) -> int:
    from .assign import AssignOptions, assign

    return assign(_options(AssignOptions, chosen))


def _add_init(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    init = commands.add_parser("init", help="write a new course that builds; asks for its facts")
    init.add_argument("folder", nargs="?", default=".", help="the folder to write into")
    _add_facts(init, _FACTS)
    init.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="copy this course.yml, and ask nothing",
    )
    init.add_argument("--yes", action="store_true", help="ask nothing; take the proposed answers")
    init.add_argument("--dry-run", action="store_true", help="list the files, and write none")
    init.set_defaults(run=_init)


def _init(chosen: argparse.Namespace) -> int:
    from .init import InitOptions, init

    return init(_options(InitOptions, chosen, given=_given(chosen, _FACTS)))


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = commands.add_parser("import", help="write a course from a page or a table that you have")
    add.add_argument(
        "sources",
        nargs="+",
        metavar="source",
        help="a file: Markdown, HTML, workbook (.xlsx, .ods), CSV, calendar, YAML; pages and data "
        "of Jekyll, or its folder _modules",
    )
    add.add_argument("--into", metavar="FOLDER", required=True, help="the folder to write into")
    _add_facts(add, _IMPORTED_FACTS)
    add.add_argument("--year", type=_year, metavar="YEAR", help="the year of the first session")
    add.add_argument(
        "--column",
        dest="columns",
        action="append",
        default=[],
        metavar="HEADER=KIND",
        help="the kind of a column, by its header or its number, such as Topic=title",
    )
    add.add_argument(
        "--base", metavar="ADDRESS", help="the address of the old page, for its relative links"
    )
    add.add_argument(
        "--dry-run", action="store_true", help="list what the import finds, and write nothing"
    )
    add.set_defaults(run=_import)


def _import(chosen: argparse.Namespace) -> int:
    from .import_source import ImportOptions, import_source

    given = _given(chosen, _IMPORTED_FACTS)
    return import_source(_options(ImportOptions, chosen, given=given))


def _add_term(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    term = commands.add_parser("term", help="move a course to a new term; asks for its days")
    _add_site(term)
    _add_facts(term, _TERM_FACTS)
    _add_course(term)
    term.add_argument(
        "--into",
        metavar="FOLDER",
        help="write the new term into this folder, and leave the old one",
    )
    term.add_argument(
        "--archive",
        metavar="FOLDER",
        help="copy the old term into this folder; the new term takes its place",
    )
    term.add_argument(
        "--keep-names", action="store_true", help="leave students in the sheet and the roster"
    )
    term.add_argument("--yes", action="store_true", help="ask nothing; take the proposed answers")
    term.add_argument(
        "--dry-run", action="store_true", help="print what would change, and change nothing"
    )
    term.set_defaults(run=_term)


def _term(chosen: argparse.Namespace) -> int:
    from .term import TermOptions, term

    return term(_options(TermOptions, chosen, given=_given(chosen, _TERM_FACTS)))


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = commands.add_parser("serve", help="show the site in a browser, and each edit at once")
    _add_site(serve)
    serve.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="the address to listen on; 127.0.0.1 is this machine alone",
    )
    serve.add_argument(
        "--port",
        type=_port,
        default=8000,
        metavar="N",
        help="the port to listen on; 0 takes a free one",
    )
    serve.add_argument("--open", dest="open_browser", action="store_true", help="open the browser")
    serve.set_defaults(run=_serve)


def _serve(chosen: argparse.Namespace) -> int:
    from .serve import ServeOptions, serve

    return serve(_options(ServeOptions, chosen))


def _add_pack(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pack = commands.add_parser("pack", help="write a ZIP of the pages, to read without a network")
    _add_site(pack)
    pack.add_argument(
        "--output", metavar="FILE", help="the ZIP; else it is called as the folder of the site"
    )
    pack.add_argument(
        "--from",
        dest="built",
        metavar="FOLDER",
        help="pages that 'sphinx-build -b html' has built; else they are built anew",
    )
    pack.add_argument("--overwrite", action="store_true", help="replace a ZIP that is there")
    pack.set_defaults(run=_pack)


def _pack(chosen: argparse.Namespace) -> int:
    from .pack import PackOptions, pack

    return pack(_options(PackOptions, chosen))


def _add_pdf(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    pdf = commands.add_parser("pdf", help="write all pages as a PDF that everyone can read")
    _add_site(pdf)
    pdf.add_argument(
        "--output", metavar="FILE", help="the PDF; else it is called as the folder of the site"
    )
    pdf.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="its size; else it is a4"
    )
    pdf.add_argument("--overwrite", action="store_true", help="replace a PDF that is there")
    pdf.set_defaults(run=_pdf)


def _pdf(chosen: argparse.Namespace) -> int:
    from .pdf import PdfOptions, pdf

    return pdf(_options(PdfOptions, chosen))


def _seed(text: str) -> int:
    return _whole(text, 0, 2**31 - 1)


def _year(text: str) -> int:
    return _whole(text, 1970, 2199)


def _port(text: str) -> int:
    return _whole(text, 0, 65535)


def _whole(text: str, low: int, high: int) -> int:
    """Raises `argparse.ArgumentTypeError`, which says what to write."""
    if not (text.isascii() and text.isdigit() and len(text) < 12 and low <= int(text) <= high):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {low} to {high}")
    return int(text)
