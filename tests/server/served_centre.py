"""The centre's own commands, run as processes of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.postgres_cluster import MIGRATIONS

_PROGRAM = """
import sys
from pathlib import Path
from fieldkit.server.commands.cli import server_commands
server_commands(Path(sys.argv.pop(1)))()
"""


def command(*words: str) -> list[str]:
    """A command of the centre as it is started."""
    return [sys.executable, "-c", _PROGRAM, str(MIGRATIONS), *words]


def run(*words: str) -> str:
    """What a command prints."""
    done = subprocess.run(command(*words), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def refused(*words: str) -> str:
    """What a command says that ends with an error."""
    done = subprocess.run(command(*words), capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@contextmanager
def served(database: str, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a centre that runs, and its process."""
    words = command("run", "--database", database, "--port", "0", *options)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            word, _, url = process.stdout.readline().strip().partition(" ")
            assert word == "ready", process.stderr and process.stderr.read()
            yield url, process
        finally:
            if process.poll() is None:
                process.terminate()
