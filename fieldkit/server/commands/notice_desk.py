"""`fieldkit server notices`: one round by hand, and the address for what people write back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fieldkit.domain.text import text
from fieldkit.server.commands.desk import DatabaseOption, RegencyOption, explained, now_ms, ready_centre, stop
from fieldkit.server.regencies import regencies

_File = Annotated[Path, typer.Option("--gateways", help="Berkas gateway SMS, hanya bisa dibaca akun pusat.")]


def add_notices(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the commands."""
    desk = _Desk(migrations_dir)
    group = typer.Typer(name="notices", help="Kabar kartu jadi.", no_args_is_help=True)
    group.command("send", help="Rencanakan dan kirim sekali, kalau sekarang jamnya.")(desk.send)
    group.command("inbound", help="Cetak alamat untuk balasan warga, misalnya STOP.")(desk.inbound)
    commands.add_typer(group)


class _Desk:
    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def send(self, database: DatabaseOption, gateways: _File) -> None:
        from fieldkit.server.notices.sender import Sender
        from fieldkit.server.notices.ways import read_gateways

        with explained():
            known = read_gateways(gateways)
        with ready_centre(database, self._migrations_dir) as centre:
            typer.echo(text("{n} kabar diterima gateway.", n=Sender(centre, known, now_ms).round()))

    def inbound(self, database: DatabaseOption, regency: RegencyOption) -> None:
        from fieldkit.server.notices.reports import INBOUND, inbound_secret

        with ready_centre(database, self._migrations_dir) as centre:
            if regency not in {each.code for each in regencies(centre)}:
                raise stop(text("{code} belum dilayani pusat ini. Tambahkan dulu: regency add", code=regency))
            typer.echo(f"{INBOUND}?regency={regency}&secret={inbound_secret(centre, regency)}")
