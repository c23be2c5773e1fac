"""Replaces a file without end in a process that is killed; 200 times, as ``python killed.py``."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from sphinx_seminar.assign.replaced_files import NewContent, replace_files

CONTENTS = (b"id,Author\n" + b"a,Noor Haddad\n" * 2_000, b"id,Author\n" + b"b,Wei\n" * 5_000)


def replace_for_ever(path: Path) -> None:
    while True:
        old = path.read_bytes()
        new = CONTENTS[CONTENTS.index(old) - 1]
        replace_files({path: NewContent(old, new)})


def main(folder: Path, times: int) -> None:
    path = folder / "signups.csv"
    path.write_bytes(CONTENTS[0])
    path.chmod(0o640)
    when = random.Random(18)
    found = [0, 0]
    left = 0
    for _ in range(times):
        child = os.fork()
        if not child:
            replace_for_ever(path)
        time.sleep(when.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found[CONTENTS.index(path.read_bytes())] += 1  # raises where it is neither
        assert path.stat().st_mode & 0o777 == 0o640
        left += len(list(folder.iterdir())) > 1
    old = path.read_bytes()
    replace_files({path: NewContent(old, CONTENTS[0])})
    assert list(folder.iterdir()) == [path], "what killed runs left is removed"
    sys.stdout.write(f"{min(found) > 0} {left > 0}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), 200)
