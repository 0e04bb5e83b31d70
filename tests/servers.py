"""Real triple stores on loopback for the tests: each is started with an empty data set and ended with its test."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")
VIRTUOSO_CLIENT = shutil.which("isql-vt")
_START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running store: its base address and the addresses of its SPARQL query, update and Graph Store endpoints.

    `user` and `password` are of an account that may write; None where anybody may.
    """

    kind: str
    base: str
    query: str
    update: str
    graphs: str
    process: subprocess.Popen[bytes]
    user: str | None = None
    password: str | None = None


def needs(*programs: str | None) -> pytest.MarkDecorator:
    """Skip where a program is not installed; never in CI, which installs all of them."""
    is_missing = None in programs and not os.environ.get("CI")
    return pytest.mark.skipif(is_missing, reason="a triple store that the test needs is not installed")


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """An Oxigraph server that keeps its data below `folder`."""
    assert OXIGRAPH is not None, "the oxigraph server is not installed"
    base = f"http://127.0.0.1:{free_port()}"
    address = base.removeprefix("http://")
    command = [OXIGRAPH, "serve", "--location", str(folder / "oxigraph"), "--bind", address]
    with _running(command, folder, address) as process:
        yield Server("oxigraph", base, f"{base}/query", f"{base}/update", f"{base}/store", process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """A Virtuoso 7 server that keeps its data below `folder`; `dba` may write, with digest authentication."""
    assert VIRTUOSO is not None and VIRTUOSO_CLIENT is not None, "Virtuoso is not installed"
    folder.mkdir(parents=True, exist_ok=True)
    port, web_port = free_port(), free_port()
    address = f"127.0.0.1:{web_port}"
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO_SETTINGS.format(folder=folder, port=port, address=address), encoding="ascii")
    command = [VIRTUOSO, "+foreground", "+configfile", str(settings)]
    with _running(command, folder, address) as process:
        _virtuoso_statements(port, 'GRANT SELECT ON "DB"."DBA"."SPARQL_SINV_2" TO "SPARQL"')
        base = f"http://{address}"
        yield Server(
            "virtuoso",
            base,
            f"{base}/sparql",
            f"{base}/sparql-auth",
            f"{base}/sparql-graph-crud-auth",
            process,
            "dba",
            "dba",
        )


def _virtuoso_statements(port: int, *statements: str) -> None:
    for statement in statements:
        command = [str(VIRTUOSO_CLIENT), f"127.0.0.1:{port}", "dba", "dba", f"exec={statement};"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"{statement}: {done.stderr}{done.stdout}"


_VIRTUOSO_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
[HTTPServer]
ServerPort = {address}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 120
"""


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: Sequence[str], folder: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; fails with its output when it does not begin to listen on `address`."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=folder)
    try:
        host, _, port = address.partition(":")
        end = time.monotonic() + _START_SECONDS
        while not _listens(host, int(port)):
            assert process.poll() is None and time.monotonic() < end, f"{command[0]} did not start: {log.read_text()}"
            time.sleep(0.1)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listens(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0
