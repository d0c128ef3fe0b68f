"""`fieldkit server refill`: what a restored centre lost comes back from the laptops, once somebody has looked at it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from fieldkit.domain.text import text
from fieldkit.records.tables import APP_USER, CASE_SETTLEMENT
from fieldkit.server.centre import Centre
from fieldkit.server.commands.desk import DatabaseOption, RegencyOption, now_ms, printable, ready_centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import reports
from fieldkit.server.office.refill import refill, settlements_without_case, still_lost
from fieldkit.server.regencies import epoch_of


def add_refill(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the command."""
    commands.command("refill", help="Sesudah pulih: masukkan lagi yang hilang, dari yang masih ada di laptop.")(
        _Desk(migrations_dir).refill
    )


class _Desk:
    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def refill(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        *,
        yes: Annotated[bool, typer.Option("--yes", help="Daftarnya benar: masukkan.")] = False,
    ) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            if yes:
                _tell(refill(centre, regency, now_ms=now_ms()))
                return
            lost = still_lost(centre, regency)
            for user in (each for each in lost if each.table == APP_USER.name):
                words = (user.table, user.fields.get("role", ""), user.fields.get("name", ""))
                typer.echo("\t".join(map(printable, words)))
            _tell(Counter(each.table for each in lost))
            _tell_settlements(centre, regency)
            _tell_silent(centre, regency)
            typer.echo(text("Tunggu sampai semua laptop melapor. Kalau daftarnya benar, ulangi: --yes"))


def _tell(counted: Counter[str]) -> None:
    for table, count in sorted(counted.items()):
        typer.echo(f"{table}\t{count}")
    if not counted:
        typer.echo(text("Tidak ada yang perlu dimasukkan lagi."))


def _tell_settlements(centre: Centre, regency: str) -> None:
    """What was decided about cases that the centre lost, and that nothing has opened anew so far."""
    found = settlements_without_case(centre, regency)
    for each in found:
        words = (CASE_SETTLEMENT.name, each.case_id, each.decision, each.settled_by, each.at)
        typer.echo("\t".join(map(printable, words)))
    if found:
        typer.echo(
            text(
                "Putusan di atas tetap tersimpan, tetapi perkaranya hilang. Kalau perkaranya muncul lagi dengan nomor "
                "lain, putuskan lagi."
            )
        )


def _tell_silent(centre: Centre, regency: str) -> None:
    """Laptops that may still bring more: those that have not reported since the restore."""
    with reading(centre.engine) as connection:
        restored_ms = epoch_of(connection, regency) * 1000
    for report in reports(centre, regency):
        if not report.device.is_revoked and (report.at_ms or 0) < restored_ms:
            words = text("belum melapor sejak pulih")
            typer.echo(f"{report.device.prefix}\t{report.device.id}\t{words}\t{report.device.name}")
