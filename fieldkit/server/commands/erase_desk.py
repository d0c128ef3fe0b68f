"""`fieldkit server erase` and `erasures`: fields erased by law, and which laptops have done so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from fieldkit.domain.text import text
from fieldkit.records.erasure import Order
from fieldkit.records.tables import RESIDENT
from fieldkit.server.centre import Centre
from fieldkit.server.commands.desk import DatabaseOption, RegencyOption, now_ms, ready_centre, stop
from fieldkit.server.keeping.scrubbing import scrub
from fieldkit.server.office.erasure import Wish, change_at, erase, people_with, standings

_ASK: Final = "-"
_Field: TypeAlias = Annotated[
    list[str] | None, typer.Option(help="Isian yang dihapus; tanpa ini semua data pribadi, juga di catatan tentangnya.")
]


def add_erasing(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the commands."""
    desk = _Desk(migrations_dir)
    commands.command("erase", help="Hapus isian satu orang karena hukum, di pusat dan di semua laptop.")(desk.erase)
    commands.command("erasures", help="Daftar penghapusan, dan laptop yang sudah melaksanakannya.")(desk.list)


class _Desk:
    """What each command does."""

    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def erase(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        row: Annotated[
            str,
            typer.Argument(help="Nomor baris; dengan --change: ORIGIN/NOMOR satu perubahan; - : NIK, yang ditanyakan."),
        ],
        ground: Annotated[str, typer.Option(help="Dasar hukumnya, tanpa nama warga.")],
        user: Annotated[str, typer.Option(help="Nomor pengguna kantor yang memerintahkan.")],
        table: Annotated[str, typer.Option(help="Tabel baris itu.")] = RESIDENT.name,
        field: _Field = None,
        change: Annotated[bool, typer.Option("--change", help="Yang ditulis satu perubahan.")] = False,
    ) -> None:
        wish = Wish(table, row, ground, user, tuple(field or ()))
        with ready_centre(database, self._migrations_dir) as centre:
            wishes = _wishes(centre, regency, wish, is_change=change)
            orders: list[Order] = []
            for each in wishes:
                # Another row of the same person may have brought this one along.
                if each.row not in {order.row_id for order in orders}:
                    orders += erase(centre, regency, each, now_ms=now_ms())
            if not orders:
                raise stop(
                    text("Tidak ada yang dihapus. Periksa nomor, isian, dasar, dan apakah pengguna itu dari kantor.")
                )
            scrub(centre)
        for order in orders:
            typer.echo(f"{order.order_id}\t{order.table_name}\t{order.row_id}\t{order.fields}")
        typer.echo(
            text(
                "Terhapus di pusat; laptop menghapusnya pada sinkron berikutnya (server erasures). "
                "Kertas, ekspor dan cadangan lama tidak terjangkau: lihat docs/operating.md."
            )
        )

    def list(self, database: DatabaseOption, regency: RegencyOption) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            for each in standings(centre, regency):
                order, done = each.order, " ".join(each.done) or "-"
                about = (order.ordered_at, order.order_id, order.table_name, order.row_id, order.fields)
                typer.echo("\t".join((*about, order.ordered_by, order.ground, done)))


def _wishes(centre: Centre, regency: str, wish: Wish, *, is_change: bool) -> list[Wish]:
    """The wish for each row that was meant."""
    if is_change:
        return _wish_of_change(centre, regency, wish)
    if wish.row != _ASK:
        return [wish]
    # A NIK as an argument would stay in the shell's history, and be seen by whoever lists processes.
    nik = typer.prompt("NIK", hide_input=True)
    return [replace(wish, table=RESIDENT.name, row=row) for row in people_with(centre, regency, nik)]


def _wish_of_change(centre: Centre, regency: str, wish: Wish) -> list[Wish]:
    """The wish for the row that a change wrote, and for the fields that it wrote there."""
    origin, _, number = wish.row.rpartition("/")
    if not number.isdecimal():
        return []
    table, row, fields = change_at(centre, regency, origin, int(number))
    return [replace(wish, table=table, row=row, fields=tuple(fields))] if fields else []
