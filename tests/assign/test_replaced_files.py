"""A sheet is never lost: it is the old one or the new one, whatever happens to the run."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_seminar.assign.replaced_files import NewContent, NotReplaced, replace_files

from . import killed

OLD, NEW = b"id,Author\na,\n", b"id,Author\na,Noor\n"
CHANGE = NewContent(OLD, NEW)
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "signups.csv"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix
def test_a_run_that_is_killed_leaves_the_old_sheet_or_the_new_one(tmp_path: Path) -> None:
    command = [sys.executable, "-m", killed.__name__, str(tmp_path)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    # Both were found, and some runs were killed while the new sheet was being written.
    assert run.stdout == "True True"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(mode: int, sheet: Path) -> None:
    sheet.chmod(mode)
    replace_files({sheet: CHANGE})
    assert sheet.read_bytes() == NEW
    assert sheet.stat().st_mode & 0o777 == mode


@posix
def test_the_group_stays_where_only_root_may_give_the_file_to_its_owner(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def chown(_path: Path, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        asked.append((owner, group))

    monkeypatch.setattr(os, "chown", chown)
    replace_files({sheet: CHANGE})
    assert asked == [(-1, sheet.stat().st_gid)]


@posix
def test_a_link_stays_a_link_and_the_file_that_it_leads_to_is_written(sheet: Path) -> None:
    link = sheet.with_name("link.csv")
    link.symlink_to("signups.csv")
    further = sheet.with_name("further.csv")
    further.symlink_to("link.csv")
    replace_files({further: CHANGE})
    assert [str(path.readlink()) for path in (further, link)] == ["link.csv", "signups.csv"]
    assert not sheet.is_symlink()
    assert sheet.read_bytes() == NEW


@posix
def test_a_backup_by_a_hard_link_keeps_the_old_sheet(sheet: Path) -> None:
    backup = sheet.with_name("backup.csv")
    backup.hardlink_to(sheet)
    replace_files({sheet: CHANGE})
    assert (backup.read_bytes(), sheet.read_bytes()) == (OLD, NEW)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes of Linux")
def test_attributes_stay(sheet: Path) -> None:
    try:
        os.setxattr(sheet, "user.comment", b"mine")  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        pytest.skip("this file system has none")
    replace_files({sheet: CHANGE})
    assert os.getxattr(sheet, "user.comment") == b"mine"  # type: ignore[attr-defined,unused-ignore]


def test_a_sheet_that_was_edited_meanwhile_is_left(sheet: Path) -> None:
    edited = OLD + b"b,Wei\n"
    sheet.write_bytes(edited)
    with pytest.raises(NotReplaced, match=r"signups\.csv has changed since it was read; run this"):
        replace_files({sheet: CHANGE})
    assert sheet.read_bytes() == edited
    assert names(sheet.parent) == ["signups.csv"]


@posix
def test_a_write_protected_sheet_is_left(sheet: Path) -> None:
    sheet.chmod(0o444)
    with pytest.raises(NotReplaced, match=r"signups\.csv is write-protected; make it writable"):
        replace_files({sheet: CHANGE})
    assert sheet.read_bytes() == OLD


@pytest.mark.parametrize(
    "step", ["os.fsync", "shutil.copystat", "os.utime", "pathlib.Path.replace"]
)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_what_cannot_be_written_is_told_and_nothing_is_left_beside(
    step: str, number: int, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(step, fails)
    with pytest.raises(NotReplaced, match=rf"signups\.csv can't be .*: {os.strerror(number)}"):
        replace_files({sheet: CHANGE})
    assert sheet.read_bytes() == OLD
    assert names(sheet.parent) == ["signups.csv"]


@posix
def test_a_full_disk_is_told_before_anything_is_replaced(sheet: Path) -> None:
    roster = sheet.with_name("students.csv")
    roster.write_bytes(OLD)
    # A process may write so much and no more, as to a disk that is full then.
    text = f"""
import resource
from pathlib import Path
from sphinx_seminar.assign.replaced_files import NewContent, replace_files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
old = {OLD!r}
replace_files({{
    Path({str(sheet)!r}): NewContent(old, b"x" * 900),
    Path({str(roster)!r}): NewContent(old, b"x" * 1100),
}})
"""
    run = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert run.stderr.splitlines()[-1].endswith("students.csv can't be written: File too large")
    assert (sheet.read_bytes(), roster.read_bytes()) == (OLD, OLD)
    assert names(sheet.parent) == ["signups.csv", "students.csv"]


def test_a_sheet_that_is_gone_is_told(sheet: Path) -> None:
    sheet.unlink()
    with pytest.raises(NotReplaced, match=r"signups\.csv can't be written: No such file"):
        replace_files({sheet: CHANGE})
    assert names(sheet.parent) == []


def test_only_what_was_left_of_the_same_sheet_is_removed(sheet: Path) -> None:
    for name in (".signups.csv.abc.new", ".signups.csv.bak", ".other.csv.abc.new", "signups.new"):
        shutil.copy(sheet, sheet.with_name(name))
    replace_files({sheet: CHANGE})
    left = [".other.csv.abc.new", ".signups.csv.bak", "signups.csv", "signups.new"]
    assert names(sheet.parent) == left
