"""What the window does not need at its start is not imported at its start."""

from __future__ import annotations

import subprocess
import sys

_OF_A_TERMINAL = ("httpx._main", "click", "rich", "pygments")
_NEEDED_LATER = ("httpx", "keyring", "cryptography", "argon2", "psutil", "platformdirs")
_AT_THE_START = (
    "host.clock, fieldkit.host.folders, fieldkit.host.keys, fieldkit.host.secrets, fieldkit.host.settings, "
    "fieldkit.host.power, fieldkit.host.logs, fieldkit.sync.engine, fieldkit.sync.schedule, fieldkit.sync.enrolment"
)


def test_engine_and_keys_are_imported_without_what_only_a_sync_needs() -> None:
    program = f"import sys, fieldkit.{_AT_THE_START}; print([m for m in {_NEEDED_LATER!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_of_httpx_is_left_out() -> None:
    program = f"import sys, fieldkit.sync._httpx; print([m for m in {_OF_A_TERMINAL!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_httpx_comes_whole_where_somebody_had_its_command_line_before() -> None:
    program = "import sys, httpx; whole = sys.modules['httpx._main']; from fieldkit.sync import _httpx; "
    program += "print(_httpx.httpx is httpx, sys.modules['httpx._main'] is whole)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"
