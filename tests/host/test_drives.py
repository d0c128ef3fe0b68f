"""USB sticks among the drives of a computer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldkit.host.drives import carried_drive, first_carried


@dataclass
class Drive:
    mountpoint: str
    opts: str = "rw,relatime"


def test_windows_names_what_is_removable_itself() -> None:
    assert first_carried([Drive("C:\\", "rw,fixed"), Drive("E:\\", "rw,removable")]) == Path("E:\\")


def test_a_stick_is_where_the_desktop_puts_what_is_plugged_in() -> None:
    at_home = [Drive("/"), Drive("/home"), Drive("/mnt/data"), Drive("/boot/efi")]
    for place in ("/media/rina/USB", "/run/media/rina/USB", "/Volumes/USB"):
        assert first_carried([*at_home, Drive(place)]) == Path(place)
    assert first_carried(at_home) is None
    assert first_carried([Drive("/media")]) is None


def test_what_this_computer_tells_is_understood() -> None:
    found = carried_drive()
    assert found is None or found.is_absolute()
