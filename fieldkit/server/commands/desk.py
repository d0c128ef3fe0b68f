"""What the commands of the centre share: opening its database, and saying why something can not be done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeAlias

import sqlalchemy as sa
import typer

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text, text
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import is_current

DatabaseOption: TypeAlias = Annotated[
    str, typer.Option("--database", help="sqlite:////jalur/berkas atau postgresql://…")
]
RegencyOption: TypeAlias = Annotated[str, typer.Option("--regency", help="Kode kabupaten atau kota, misalnya 35.74")]


@contextmanager
def ready_centre(database: str, migrations_dir: Path) -> Iterator[Centre]:
    """The centre, on a database that is ready."""
    with explained():
        centre = open_centre(database)
        try:
            if not is_current(centre.engine, migrations_dir):
                raise stop(text("Basis data belum siap untuk versi ini. Jalankan dulu: server init"))
            yield centre
        finally:
            centre.close()


@contextmanager
def explained() -> Iterator[None]:
    """Say in words what a database that can not be opened, or a file that can not be used, means."""
    try:
        yield
    except (sa.exc.ArgumentError, sa.exc.OperationalError):
        raise stop(text("Basis data tidak bisa dibuka. Periksa alamatnya, dan apakah servernya berjalan.")) from None
    except FileError as error:
        typer.echo(str(error.title), err=True)
        raise stop(error.advice) from None


def stop(why: Text) -> typer.Exit:
    """Say why, and end with an error."""
    typer.echo(str(why), err=True)
    return typer.Exit(1)


def now_ms() -> int:
    """Milliseconds since 1970, by this computer's clock."""
    return time.time_ns() // 1_000_000


def printable(told: object) -> str:
    """What a laptop said, in a line of its own: no word of it moves the cursor, or hides what else is listed."""
    return "".join(char if char.isprintable() else "?" for char in str(told))
