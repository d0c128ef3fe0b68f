"""The command line: `fieldkit` opens the window."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from fieldkit import __version__
from fieldkit.console.commands import console_commands
from fieldkit.domain.masking import note_fault, tell_faults
from fieldkit.host.apart import leave_no_image
from fieldkit.host.places import migrations_dir

_Folder = Annotated[Path | None, typer.Option("--database", help="Map data laptop ini.")]

commands = typer.Typer(
    help="FieldKit: hari kerja tim jemput bola, juga tanpa jaringan.",
    pretty_exceptions_enable=False,
    add_completion=False,
)
commands.add_typer(console_commands)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"FieldKit {__version__}")
        raise typer.Exit


_Version = Annotated[bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Versi program ini.")]


@commands.callback(invoke_without_command=True)
def window(context: typer.Context, database: _Folder = None, _version: _Version = False) -> None:
    """Buka jendela FieldKit."""
    if context.invoked_subcommand is None:
        from fieldkit.app.launch import start

        sys.exit(start(database))


@commands.command()
def demo(
    play: Annotated[bool, typer.Option("--play", help="Mainkan seluruh hari lewat jendela.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Map untuk gambar dan laporan.")] = None,
    centre: Annotated[
        str | None, typer.Option("--centre", help="Alamat pusat latihan yang sudah berjalan; kodenya ada di map --out.")
    ] = None,
) -> None:
    """Hari latihan dengan warga rekaan: pusat, laptop, daftar, dua shift."""
    from fieldkit.demo.run import run_demo

    sys.exit(run_demo(play=play, out=out, centre_url=centre))


@commands.command()
def practice(database: _Folder = None) -> None:
    """Latihan dengan warga rekaan, tanpa pusat; terhapus saat jendela ditutup."""
    from fieldkit.demo.practice import practise

    sys.exit(practise(database))


@commands.command()
def screenshots(
    out: Annotated[Path, typer.Option("--out", help="Map untuk gambar.")] = Path("gambar"),
    small: Annotated[bool, typer.Option("--small", help="Gambar kecil dari halaman sehari saja.")] = False,
    guide: Annotated[bool, typer.Option("--guide", help="Gambar untuk panduan, ke tempatnya.")] = False,
    series: Annotated[
        list[str] | None, typer.Option("--series", help="Hanya yang ini, misalnya dark-100-en; boleh beberapa.")
    ] = None,
) -> None:
    """Gambar setiap halaman dengan data latihan."""
    from fieldkit.demo.screenshots import take_guide, take_screenshots, take_series, take_small

    if guide:
        take_guide()
    elif series:
        take_series(out, series)
    else:
        (take_small if small else take_screenshots)(out)


@commands.command(hidden=True)
def measure(
    what: str,
    folder: Path,
    user: Annotated[str, typer.Option("--user")] = "",
    clock_offset_ms: Annotated[int, typer.Option("--practice-clock-ms")] = 0,
) -> None:
    """Bagian dari FieldKit sendiri: mengukur jendela, halaman, dan memori dari dalam program."""
    from fieldkit.demo.measured import run_measurement

    sys.exit(run_measurement(what, folder, user, clock_offset_ms, sys.stdin.readline))


@commands.command("read-list", hidden=True)
def read_list() -> None:
    """Bagian dari FieldKit sendiri: membaca berkas daftar di proses terpisah."""
    from fieldkit.work.lists.reader import main as read

    read()


@commands.command("fill-template", hidden=True)
def fill_template() -> None:
    """Bagian dari FieldKit sendiri: mengisi templat kantor di proses terpisah."""
    from fieldkit.reports.making.filling import main as fill

    fill()


def main() -> None:
    """Run the command line."""
    leave_no_image()
    tell_faults()
    if sys.argv[1:2] == ["server"]:
        _add_server()
    try:
        commands()
    except Exception as error:
        note_fault(error)
        sys.exit(1)


def _add_server() -> None:
    """The centre's commands are imported only when they are asked for: the installer leaves the server out."""
    if find_spec("fieldkit.server") is None:
        typer.echo("Program yang terpasang tidak membawa pusat: pusat dijalankan dari kode sumber.", err=True)
        sys.exit(2)
    from fieldkit.server.commands.cli import server_commands

    commands.add_typer(server_commands(migrations_dir() / "centre"))


if __name__ == "__main__":
    main()
