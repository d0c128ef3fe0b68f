"""USB sticks and the like, as far as this computer tells."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

_WHERE_STICKS_APPEAR: Final = (PurePosixPath("/media"), PurePosixPath("/run/media"), PurePosixPath("/Volumes"))


class Partition(Protocol):
    """What psutil tells of a part of a disk that is in use."""

    @property
    def mountpoint(self) -> str:
        """Where it is to be found."""

    @property
    def opts(self) -> str:
        """How it is used, in words between commas."""


def carried_drive() -> Path | None:
    """The first drive that can be pulled out; None where none is to be seen."""
    import psutil

    return first_carried(psutil.disk_partitions())


def first_carried(partitions: Iterable[Partition]) -> Path | None:
    """The first of these that can be pulled out."""
    return next((Path(each.mountpoint) for each in partitions if _is_carried(each)), None)


def _is_carried(partition: Partition) -> bool:
    """Windows says so itself; elsewhere the place tells where the desktop puts sticks that are plugged in."""
    place = PurePosixPath(partition.mountpoint)
    return "removable" in partition.opts.split(",") or any(top in place.parents for top in _WHERE_STICKS_APPEAR)
