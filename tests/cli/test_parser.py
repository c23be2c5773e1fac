"""What the command line says of a word that it does not know."""

from __future__ import annotations

import pytest

from sphinx_seminar.cli import argument_parser, main


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "check --fromat json",
            "check: error: '--fromat' is no option here; did you mean '--format'?",
        ),
        ("check --fromat=json .", "'--fromat' is no option here; did you mean '--format'?"),
        ("init --zonne Europe/Berlin", "did you mean '--zone'?"),
        # Without it, the folder to write into would be missed first.
        ("import a.md --innto new", "'--innto' is no option here; did you mean '--into'?"),
        ("--vresion", "'--vresion' is no option here; did you mean '--version'?"),
        ("chekc .", "'chekc' is no command; did you mean 'check'?"),
        ("biuld", "'biuld' is no command; known here: check, assign, init, import, "),
        ("check --format jsn", "--format: 'jsn' is none of its values; did you mean 'json'?"),
        ("check --nothing", "'--nothing' is no option here; known here: --help, --format, "),
        ("init --d", "ambiguous option: --d could match --days, --dry-run"),
        ("check one two", "unrecognized arguments: two"),
    ],
)
def test_a_misspelt_word_is_told_with_the_nearest_one(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line.split())
    assert ended.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert told in last


def test_what_follows_two_dashes_or_has_a_blank_is_no_option() -> None:
    read = argument_parser().parse_args(["init", "--title", "--  --fromat is gone --", "--", "--x"])
    assert (read.title, read.folder) == ("--  --fromat is gone --", "--x")


def test_an_option_may_be_shortened() -> None:
    assert argument_parser().parse_args(["check", "--form", "json"]).format == "json"
