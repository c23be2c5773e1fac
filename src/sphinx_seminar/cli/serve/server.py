"""The server of a preview: the pages of the site, with a script that reloads them."""

from __future__ import annotations

import asyncio
import html
import os
import re
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from watchfiles import DefaultFilter, awatch

from .builder import Builder
from .preview import Preview

_SCRIPT = Path(__file__).with_name("live.js")
_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_LOOPBACK = ["127.0.0.1", "localhost"]
_QUIET = 20
"""A build begins when nothing has changed for this many milliseconds."""


class _Pages(StaticFiles):
    """The files of the site; each page has the script of the preview at its end."""

    def __init__(self, preview: Preview) -> None:
        self._root = preview.builder.folders.output
        self._preview = preview
        super().__init__(directory=self._root, html=True)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        path = Path(full_path)
        if path.suffix == ".html":
            # Before the page is read, so that a build meanwhile is seen as newer.
            number = self._preview.number
            name = path.relative_to(self._root.resolve()).as_posix()
            content = _with_script(path.read_bytes(), name, number)
            return HTMLResponse(content, status_code, headers={"Cache-Control": "no-store"})
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = "no-cache"
        return response


def application(preview: Preview, hosts: list[str]) -> Starlette:
    """The pages, and what tells them of builds."""

    async def events(request: Request) -> Response:
        page, number = request.query_params.get("page", ""), request.query_params.get("build", "")
        told = preview.events(page, int(number) if number.isdecimal() else 0)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(told, media_type="text/event-stream", headers=headers)

    async def script(_request: Request) -> Response:
        return Response(_SCRIPT.read_bytes(), media_type="text/javascript")

    async def not_built(_request: Request, _error: Exception) -> Response:
        index = preview.builder.folders.output / "index.html"
        text = "There is no such page." if index.exists() else "The site is not built yet."
        page = f"<!DOCTYPE html>\n<title>{text}</title>\n<body><p>{html.escape(text)}</p></body>\n"
        content = _with_script(page.encode(), "index.html", preview.number)
        return HTMLResponse(content, 404, headers={"Cache-Control": "no-store"})

    return Starlette(
        routes=[
            Route("/_seminar/events", events),
            Route("/_seminar/live.js", script),
            Mount("/", _Pages(preview)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)],
        exception_handlers={404: not_built},
        lifespan=lambda _app: _building(preview),
    )


def listening(host: str, port: int) -> socket.socket:
    """A socket at an address of this machine. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def run(
    builder: Builder,
    at: socket.socket,
    address: str,
    opened: Callable[[str], object] | None = None,
) -> None:
    """Serve until Ctrl-C."""
    preview = Preview(builder)
    host = at.getsockname()[0]
    # Another site that leads a browser here by a name of its own gets nothing.
    hosts = _LOOPBACK if host == "127.0.0.1" else ["*"]
    sys.stdout.write(f"{builder.folders.source.name}: building; then it is at {address}\n")
    sys.stdout.flush()
    if opened:
        opened(address)
    config = uvicorn.Config(
        application(preview, hosts), log_level="warning", timeout_graceful_shutdown=1
    )
    uvicorn.Server(config).run(sockets=[at])


@asynccontextmanager
async def _building(preview: Preview) -> AsyncIterator[None]:
    """Build once, and then whenever a file is saved."""
    folders = preview.builder.folders
    ignored = [folders.output.parent, folders.output, folders.doctrees]
    watching = awatch(
        folders.source,
        watch_filter=DefaultFilter(ignore_paths=ignored),
        step=_QUIET,
    )

    async def watch() -> None:
        async for changes in watching:
            preview.save({path for _, path in changes})

    # What is saved from here on is built, also while the first build runs.
    preview.save(set())
    tasks = [asyncio.create_task(watch()), asyncio.create_task(preview.build_whenever_saved())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()


def _with_script(content: bytes, page: str, number: int) -> bytes:
    name = html.escape(page)
    script = (
        f'<script src="/_seminar/live.js" data-page="{name}" data-build="{number}"></script>\n'
    ).encode()
    ends = list(_END.finditer(content))
    at = ends[-1].start() if ends else len(content)
    return content[:at] + script + content[at:]
