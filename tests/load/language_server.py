"""The YAML language server of editors, by the Language Server Protocol on its standard streams."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..tools import require_tools, skip_or_fail

ROOT = Path(__file__).parents[2]
_SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """A server that has read the schema of ``course.yml``."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._number = 0
        self._problems: dict[str, list[dict[str, Any]]] = {}
        self._settings: dict[str, Any] = {}

    def start(self, schema: Path) -> None:
        """Say which files the schema is of."""
        able = {"workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._settings = {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemas": {schema.as_uri(): ["*.yml"]},
            "schemaStore": {"enable": False},
        }
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def problems(self, name: str, text: str) -> list[tuple[int, str]]:
        """The lines and the words of what an editor marks in a file."""
        uri = f"file:///course/{name}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._problems:
            self._read()
        found = self._problems[uri]
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def ask_at(self, method: str, name: str, line: int, character: int) -> Any:
        """The answer to a question about a place in a file that is open; it begins at 0."""
        place = {"line": line, "character": character}
        uri = f"file:///course/{name}"
        return self.ask(method, {"textDocument": {"uri": uri}, "position": place})

    def ask(self, method: str, parameters: object) -> Any:
        """The answer to a question."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self._problems[found["uri"]] = found["diagnostics"]
        elif "id" in message and "method" in message:
            # It asks for the settings of each section.
            items = message.get("params", {}).get("items", [])
            known = {"yaml": self._settings}
            answer = [known.get(one.get("section"), {}) for one in items]
            self._send({"id": message["id"], "result": answer})
        return message


@contextmanager
def language_server(schema: Path) -> Iterator[LanguageServer]:
    """A server; the test is skipped, or fails, where it is not installed."""
    require_tools("node")
    if not _SERVER.is_file():
        skip_or_fail("yaml-language-server is not installed: npm ci")
    command = ["node", str(_SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            server = LanguageServer(process)
            server.start(schema)
            yield server
        finally:
            process.kill()
