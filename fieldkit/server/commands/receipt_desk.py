"""`fieldkit server receipt`: whether the receipt that a laptop shows is the centre's own word."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from fieldkit.domain.text import Text, text
from fieldkit.server.commands.desk import DatabaseOption, ready_centre, stop
from fieldkit.server.office.proofs import Checked, Worth, check_receipt, read_receipt

_LONGEST: Final = 1 << 16


def add_receipts(commands: typer.Typer, migrations_dir: Path) -> None:
    """Hang the commands under `fieldkit server`."""
    group = typer.Typer(name="receipt", help="Bukti terima.", no_args_is_help=True)
    # Typer would make a group of one command that command itself.
    group.callback()(lambda: None)
    commands.add_typer(group)

    @group.command("check", help="Periksa bukti terima yang disalin dari halaman Sinkronisasi.")
    def check(
        database: DatabaseOption,
        file: Annotated[
            Path | None, typer.Argument(help="Berkas berisi salinannya; tanpa ini dibaca dari masukan.")
        ] = None,
    ) -> None:
        _check(database, file, migrations_dir)


def _check(database: str, file: Path | None, migrations_dir: Path) -> None:
    receipt = read_receipt(_words(file))
    if receipt is None:
        raise stop(text("Tidak ada bukti terima di situ. Salin dari halaman Sinkronisasi: Bukti terima, Lihat, Salin."))
    with ready_centre(database, migrations_dir) as centre:
        checked = check_receipt(centre, receipt)
    if checked.worth is not Worth.STANDS:
        raise stop(_said(checked))
    typer.echo(str(_said(checked)))


def _words(file: Path | None) -> str:
    try:
        with file.open("rb") if file else sys.stdin.buffer as source:
            return source.read(_LONGEST).decode("utf-8", "replace")
    except OSError:
        raise stop(text("Berkasnya tidak bisa dibaca. Periksa letaknya, lalu coba lagi.")) from None


def _said(checked: Checked) -> Text:
    receipt = checked.receipt
    about = {"origin": receipt.origin, "n": receipt.number, "held": checked.held}
    if checked.worth is Worth.STANDS:
        at = datetime.fromtimestamp(receipt.at_ms / 1000, UTC)
        return text(
            "Bukti ini asli dan berlaku: pusat memegang perubahan 1 sampai {n} dari {origin}. Ditandatangani {when}.",
            when=f"{at:%Y-%m-%d %H:%M}Z",
            **about,
        )
    if checked.worth is Worth.LOST:
        return text(
            "Bukti ini asli, tetapi pusat sekarang memegang {origin} hanya sampai {held} dari {n}. "
            "Sambungkan laptopnya: yang kurang dikirim lagi sendiri.",
            **about,
        )
    if checked.worth is Worth.CONTRADICTED:
        return text(
            "Bukti ini asli, tetapi di pusat perubahan {n} dari {origin} sekarang lain. Cocokkan dengan laptopnya.",
            **about,
        )
    return text("Bukti ini bukan dari pusat ini, atau isinya sudah diubah. Jangan dipakai.")
