"""Work that a file of somebody else's could make endless is done by a short-lived process of this very program."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from typing import Final

from fieldkit.host.program import command_of_this_program, environment_of_this_program

COUNTS_WORK: Final = sys.platform != "win32"
"""Whether this system ends a process after so much work of the processor."""
_PIPE_BYTES: Final = 1024**2


def start_apart(module: str, hidden_command: str) -> subprocess.Popen[bytes]:
    """Start a module as a process that hears and speaks through pipes; installed, it is a hidden command instead."""
    return subprocess.Popen(  # noqa: S603  this very program, and nothing that a file or a person said
        command_of_this_program(hidden_command, module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # A thread that wakes for every 64 kB would fight for the interpreter with the one that uses what comes.
        bufsize=_PIPE_BYTES,
        pipesize=_PIPE_BYTES,
        env=environment_of_this_program(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def stay_within(memory_bytes: int, cpu_seconds: int | None = None) -> None:
    """From now on no more memory than this (on Linux), and no image of it on a disk (invariant 12).

    After so much work of the processor from now on the system ends this process, where it can (`COUNTS_WORK`): however
    long it had to wait for its turn beside others.
    """
    leave_no_image()
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    if sys.platform != "win32" and cpu_seconds is not None:
        import resource

        at_most = math.ceil(time.process_time()) + cpu_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (at_most, at_most))


def keep_scratch_in_memory() -> None:
    """Where libraries put temporary files: in memory from now on, where the system has a folder there (Linux).

    A page on its way to the printer lies in such a file, and would stay on the disk if the power went (invariant 12).
    """
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and folder and os.access(folder, os.W_OK):
        os.environ["TMPDIR"] = folder
        tempfile.tempdir = None


def leave_no_image() -> None:
    """Whatever brings this process down, the system writes no picture of its memory (invariant 12)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
