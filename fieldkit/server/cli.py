"""`fieldkit server ...`: set a centre up, run it, and look after regencies, devices and users."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer

from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.devices import devices, revoke
from fieldkit.server.enrolment import issue_code
from fieldkit.server.office import add_user
from fieldkit.server.regencies import add_regency

_Database = Annotated[str, typer.Option("--database", help="sqlite:////jalur/berkas atau postgresql://…")]
_Regency = Annotated[str, typer.Option("--regency", help="Kode kabupaten atau kota, misalnya 35.74")]
_HOUR_MS: Final = 60 * 60 * 1000


def server_commands(migrations_dir: Path) -> typer.Typer:
    """The commands of the centre; `migrations_dir` holds the centre's chain of revisions."""
    commands = typer.Typer(name="server", help="Pusat: menerima dan membagikan catatan laptop.", no_args_is_help=True)

    @commands.command(help="Siapkan basis data, atau bawa ke versi terbaru.")
    def init(database: _Database) -> None:
        upgrade(database, migrations_dir)

    commands.command("run", help="Jalankan pusat sampai dihentikan.")(_run)
    commands.command("revoke", help="Cabut laptop: pekerjaannya masih diterima, data tidak lagi dikirim.")(_revoke)
    regency = _group(commands, "regency", "Kabupaten dan kota yang dilayani.")
    regency.command("add", help="Layani satu kabupaten atau kota.")(_add_regency)
    device = _group(commands, "device", "Laptop.")
    device.command("code", help="Buat kode sekali pakai untuk mendaftarkan satu laptop.")(_device_code)
    device.command("list", help="Daftar laptop.")(_list_devices)
    user = _group(commands, "user", "Pengguna.")
    user.command("add", help="Tambah pengguna; mencetak kode untuk membuat PIN pertama.")(_add_user)
    return commands


def _group(commands: typer.Typer, name: str, help_text: str) -> typer.Typer:
    group = typer.Typer(name=name, help=help_text, no_args_is_help=True)
    commands.add_typer(group)

    @group.callback()
    def _only_groups() -> None:
        """A group of one command stays a group."""

    return group


def _run(
    database: _Database,
    host: Annotated[str, typer.Option(help="Alamat; 127.0.0.1 hanya untuk komputer ini.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: pilih yang bebas.")] = 8740,
    tls_cert: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    tls_key: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    practice_clock_ms: Annotated[int, typer.Option(help="Untuk latihan: geser jam pusat.")] = 0,
) -> None:
    from fieldkit.server.process import Listening, serve

    with _centre(database) as centre:
        serve(
            centre,
            Listening(host, port, tls_cert, tls_key),
            clock_offset_ms=practice_clock_ms,
            ready=lambda url: typer.echo(f"ready {url}"),
        )


def _add_regency(
    database: _Database, code: str, name: str, time_zone: Annotated[str, typer.Option()] = "Asia/Jakarta"
) -> None:
    with _centre(database) as centre:
        add_regency(centre, code, name, time_zone=time_zone)


def _device_code(
    database: _Database,
    regency: _Regency,
    area: Annotated[list[str] | None, typer.Option(help="Wilayah laptop; tanpa ini seluruh kabupaten.")] = None,
    hours: Annotated[int, typer.Option(min=1, help="Berlaku berapa jam.")] = 24,
) -> None:
    with _centre(database) as centre:
        code = issue_code(centre, regency, area or [regency], now_ms=_now_ms(), life_ms=hours * _HOUR_MS)
    typer.echo(code)


def _list_devices(database: _Database, regency: _Regency) -> None:
    with _centre(database) as centre:
        for device in devices(centre, regency):
            state = "dicabut" if device.is_revoked else "aktif"
            typer.echo(f"{device.prefix}\t{device.id}\t{state}\t{device.name}")


def _revoke(database: _Database, regency: _Regency, device_id: str) -> None:
    with _centre(database) as centre:
        is_done = revoke(centre, regency, device_id, now_ms=_now_ms())
    if not is_done:
        typer.echo("Tidak ada laptop aktif dengan nomor itu. Lihat daftarnya dengan: device list", err=True)
        raise typer.Exit(1)


def _add_user(
    database: _Database,
    regency: _Regency,
    name: str,
    role: Annotated[str, typer.Argument(help="operator, lead, planner, keeper, clerk, viewer atau admin")],
) -> None:
    with _centre(database) as centre:
        user_id, start_code = add_user(centre, regency, name=name, role=role, now_ms=_now_ms())
    typer.echo(f"{user_id}\t{start_code}")


@contextmanager
def _centre(database: str) -> Iterator[Centre]:
    centre = open_centre(database)
    try:
        yield centre
    finally:
        centre.close()


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
