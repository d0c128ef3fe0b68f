"""Commands that keep a centre: backup, restore, confirming revocations, several machines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from fieldkit.domain.text import text
from fieldkit.server.cases import Case
from fieldkit.server.centre import Centre
from fieldkit.server.commands.desk import (
    DatabaseOption,
    RegencyOption,
    explained,
    now_ms,
    printable,
    ready_centre,
    stop,
)
from fieldkit.server.devices.laptops import devices
from fieldkit.server.keeping.backup import back_up, restore
from fieldkit.server.keeping.distribution import distribute, refusal
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.erasure import standings
from fieldkit.server.office.gaps import accept, accepted, gaps
from fieldkit.server.regencies import regencies

_File: TypeAlias = Annotated[Path, typer.Argument(dir_okay=False)]


def add_upkeep(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the commands."""
    desk = _Upkeep(migrations_dir)
    commands.command("backup", help="Simpan seluruh isi pusat ke satu berkas baru.")(desk.backup)
    commands.command("restore", help="Pulihkan cadangan ke basis data baru yang kosong.")(desk.restore)
    commands.command("confirm-revocations", help="Sesudah pulih: periksa laptop yang dicabut, lalu buka lagi.")(
        desk.confirm
    )
    gap = typer.Typer(name="gap", help="Yang mungkin hilang saat laptop dipulihkan.", no_args_is_help=True)
    gap.command("list", help="Daftar yang belum dipastikan.")(desk.list_gaps)
    gap.command("accept", help="Pastikan: sisanya hilang, tidak ada yang bisa mengirimnya lagi.")(desk.accept_gap)
    commands.add_typer(gap)
    commands.command("distribute", help="Bagi tabel ke beberapa mesin dengan Citus.")(desk.distribute)


class _Upkeep:
    """What each command does."""

    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def backup(self, database: DatabaseOption, file: _File) -> None:
        with ready_centre(database, self._migrations_dir):
            back_up(database, file)
        typer.echo(text("Cadangan tersimpan dan sudah diperiksa. Isinya data warga: simpan di tempat terkunci."))

    def restore(self, database: DatabaseOption, file: _File) -> None:
        with explained():
            restore(database, file, self._migrations_dir, now_ms=now_ms())
        typer.echo(
            text(
                "Pusat sudah pulih. Kiriman laptop diterima; data baru dibagikan setelah pencabutan dipastikan. "
                "Jalankan: server confirm-revocations"
            )
        )

    def confirm(
        self,
        database: DatabaseOption,
        yes: Annotated[bool, typer.Option("--yes", help="Daftarnya benar: bagikan data lagi.")] = False,
    ) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            if not yes:
                _show_devices(centre)
                _show_orders(centre)
                typer.echo(text("Cabut dulu laptop yang kurang (server revoke). Kalau daftarnya benar, ulangi: --yes"))
            elif not confirm(centre):
                raise stop(text("Pusat ini tidak sedang menunggu. Tidak ada yang diubah."))

    def list_gaps(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        is_accepted: Annotated[
            bool, typer.Option("--accepted", help="Yang sudah dipastikan: oleh siapa, kapan.")
        ] = False,
    ) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            if is_accepted:
                for gap in accepted(centre, regency):
                    typer.echo(f"{_told(gap.case)}\t{gap.at}\t{printable(gap.user_id)}\t{printable(gap.note)}")
                return
            for case in gaps(centre, regency):
                typer.echo(_told(case))

    def accept_gap(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        case_id: str,
        user: Annotated[str, typer.Option("--user", help="Nomor pengguna kantor yang memastikan.")],
        note: Annotated[str, typer.Option("--note", help="Alasannya.")],
    ) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            is_done = accept(centre, regency, case_id, user, note, now_ms=now_ms())
        if not is_done:
            raise stop(text("Tidak ada yang diubah. Periksa nomornya (gap list), dan apakah pengguna itu dari kantor."))

    def distribute(self, database: DatabaseOption) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            if why := refusal(centre):
                raise stop(why)
            count = distribute(centre)
        typer.echo(text("{count} tabel dibagi menurut kabupaten.", count=count))


def _show_orders(centre: Centre) -> None:
    """Orders to erase of after the backup that are not among these reached no laptop that has come since."""
    for regency in regencies(centre):
        for each in standings(centre, regency.code):
            order = each.order
            typer.echo("\t".join((regency.code, order.ordered_at, order.order_id, order.table_name, order.row_id)))
    typer.echo(
        text(
            "Di atas juga perintah hapus (server erase) yang dikenal pusat. Cocokkan dengan surat perintah sejak "
            "cadangan itu, dan perintahkan lagi yang tidak ada."
        )
    )


def _told(case: Case) -> str:
    told = case.details
    return f"{case.id}\t{case.origin}\t{printable(told['predecessor'])}\t{told['last_number']}"


def _show_devices(centre: Centre) -> None:
    for regency in regencies(centre):
        for device in devices(centre, regency.code):
            state = text("dicabut") if device.is_revoked else text("aktif")
            typer.echo(f"{regency.code}\t{device.prefix}\t{device.id}\t{state}\t{device.name}")
