"""A practice centre that another program runs on this computer: the installed laptop comes without one."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from fieldkit.demo.cable import Cable
from fieldkit.demo.office import CENTRE_FILE

_HERE: Final = frozenset({"127.0.0.1", "localhost"})


class CentreElsewhere:
    """Reached through an own cable, so that it can be pulled; its folder is shared, so that rows can be compared."""

    def __init__(self, folder: Path, url: str) -> None:
        self.database_file = folder / CENTRE_FILE
        self.cable = Cable(urlsplit(url).port or 0)

    def close(self) -> None:
        """Take the cable away; whoever started the centre ends it."""
        self.cable.pull()


def is_here(url: str) -> bool:
    """Whether an address is of this computer, with its port; a centre of real work never is."""
    address = urlsplit(url)
    return address.scheme == "http" and address.hostname in _HERE and address.port is not None
