"""`fieldkit server bundle`: what the office does with a stick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fieldkit.domain.text import text
from fieldkit.records.brought import brought_bytes
from fieldkit.records.signed_file import MOST_BYTES
from fieldkit.server.commands.desk import DatabaseOption, now_ms, ready_centre, stop
from fieldkit.server.intake.bundles import news_of, take_bundle
from fieldkit.server.keeping.files import write_whole


def add_usb(commands: typer.Typer, migrations_dir: Path) -> None:
    """Hang the commands under `fieldkit server`."""
    group = typer.Typer(name="bundle", help="Kiriman USB.", no_args_is_help=True)
    # Typer would make a group of one command that command itself.
    group.callback()(lambda: None)
    commands.add_typer(group)

    @group.command("take", help="Ambil kiriman USB, dan tulis bukti terimanya.")
    def take(
        file: Annotated[Path, typer.Argument(help="Berkas kiriman dari laptop.")],
        database: DatabaseOption,
        receipt: Annotated[Path, typer.Option("--receipt", help="Berkas bukti terima untuk laptop itu.")],
    ) -> None:
        _take(file, database, receipt, migrations_dir)


def _take(file: Path, database: str, receipt: Path, migrations_dir: Path) -> None:
    with ready_centre(database, migrations_dir) as centre:
        try:
            taken = take_bundle(centre, brought_bytes(file, MOST_BYTES) or b"", now_ms())
            write_whole(receipt, taken.receipt)
        except OSError:
            raise stop(text("Berkasnya tidak bisa dibaca atau ditulis. Periksa letaknya, lalu coba lagi.")) from None
    about = {"origin": taken.header.origin, "first": taken.header.first, "last": taken.header.last}
    typer.echo(str(news_of(taken.news, **about)))
