"""`fieldkit server web`: who may look at the office's page."""

from __future__ import annotations

from pathlib import Path

import typer

from fieldkit.domain.text import text
from fieldkit.server.commands.desk import DatabaseOption, RegencyOption, now_ms, ready_centre, stop
from fieldkit.server.web.accounts import accounts, give_code, shut_out


def add_web(commands: typer.Typer, migrations_dir: Path) -> None:
    """Add the commands."""
    desk = _Desk(migrations_dir)
    web = typer.Typer(name="web", help="Halaman angka kantor.", no_args_is_help=True)
    web.command("code", help="Buat kode sekali pakai: pengguna membuat kata sandi di halaman /kode.")(desk.code)
    web.command("list", help="Siapa yang bisa masuk ke halaman.")(desk.list)
    web.command("revoke", help="Keluarkan pengguna dari halaman, dan hapus kata sandinya.")(desk.revoke)
    commands.add_typer(web)


class _Desk:
    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def code(self, database: DatabaseOption, regency: RegencyOption, user_id: str) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            try:
                login, code = give_code(centre, regency, user_id, now_ms=now_ms())
            except ValueError:
                raise stop(
                    text("Tidak ada pengguna aktif dengan nomor itu yang perannya boleh melihat. Lihat: user list")
                ) from None
        typer.echo(f"{login}\t{code}")

    def list(self, database: DatabaseOption, regency: RegencyOption) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            for user_id, login, is_set in accounts(centre, regency):
                state = text("ada kata sandi") if is_set else text("menunggu kode dipakai")
                typer.echo(f"{user_id}\t{login}\t{state}")

    def revoke(self, database: DatabaseOption, regency: RegencyOption, user_id: str) -> None:
        with ready_centre(database, self._migrations_dir) as centre:
            is_done = shut_out(centre, regency, user_id)
        if not is_done:
            raise stop(text("Pengguna itu tidak punya kata sandi untuk halaman ini. Lihat: web list"))
