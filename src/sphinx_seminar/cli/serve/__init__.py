"""``sphinx-seminar serve``: a preview that shows each edit at once."""

from __future__ import annotations

import sys
import webbrowser
from dataclasses import dataclass
from errno import EACCES, EADDRINUSE
from importlib.util import find_spec

from ..source_folder import NoSite, source_folder

_COMMAND = "sphinx-seminar serve"
_NEEDED = ("starlette", "uvicorn", "watchfiles")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What the command line asks for."""

    srcdir: str
    host: str = "127.0.0.1"
    port: int = 8000
    """0 for one that is free."""
    open_browser: bool = False


def serve(options: ServeOptions) -> int:
    """Build the site, serve it, and build it again whenever a file is saved, until Ctrl-C.

    Returns 0; 2 where it cannot begin.
    """
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        text = f"{', '.join(missing)} is not installed; run: pip install 'sphinx-seminar[serve]'"
        return _refused(text)
    try:
        source = source_folder(options.srcdir)
    except NoSite as error:
        return _refused(str(error))
    from .builder import Builder
    from .one_build import BuildFolders
    from .server import listening, run

    try:
        socket = listening(options.host, options.port)
    except OSError as error:
        # An address that is in use or not ours to use has another port; a wrong one has none.
        wrong = "--port" if error.errno in {EADDRINUSE, EACCES} else "--host"
        told = f"{error.strerror}; name another {wrong}"
        text = f"{options.host}:{options.port} can't be used: {told}"
        return _refused(text)
    host, port = socket.getsockname()[:2]
    address = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
    below = source / "_build" / "serve"
    output, doctrees = below / "html", below / "doctrees"
    output.mkdir(parents=True, exist_ok=True)
    builder = Builder(BuildFolders(source, output, doctrees))
    try:
        run(builder, socket, address, opened=webbrowser.open if options.open_browser else None)
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    finally:
        builder.close()
        socket.close()
    return 0


def _refused(text: str) -> int:
    sys.stderr.write(f"{_COMMAND}: {text}\n")
    return 2
