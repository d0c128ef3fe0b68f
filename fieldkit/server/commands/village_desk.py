"""`fieldkit server village move`: a village gets another code, or comes to another regency."""

from __future__ import annotations

from pathlib import Path

import typer

from fieldkit.domain.text import text
from fieldkit.server.commands.desk import DatabaseOption, now_ms, ready_centre, stop
from fieldkit.server.office.moves import are_villages_here, move_village


def add_villages(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the command."""
    village = typer.Typer(name="village", help="Desa dan kelurahan.", no_args_is_help=True)
    # Typer would make a group of one command that command itself.
    village.callback()(lambda: None)
    village.command("move", help="Pindahkan semua warga satu desa ke kode lain, juga di kabupaten lain.")(
        _Desk(migrations_dir).move
    )
    commands.add_typer(village)


class _Desk:
    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def move(self, database: DatabaseOption, old: str, new: str) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            if old == new or not are_villages_here(centre, old, new):
                raise stop(
                    text("Sebut dua kode desa yang berbeda, di kabupaten yang dilayani pusat ini: 35.74.03.1004")
                )
            count = move_village(centre, old, new, now_ms=now_ms())
        typer.echo(text("{count} warga dipindahkan. Beri laptopnya wilayah yang baru: device grant", count=count))
