"""The commands that work on a laptop's data without its window; each imports what it needs when it is called."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from fieldkit.console.kinds import Kind

console_commands: Final = typer.Typer()

_Database = Annotated[Path, typer.Option("--database", help="Map data laptop ini.")]
_Passphrase = Annotated[
    int | None, typer.Option("--passphrase-fd", help="Baca frasa sandi dari sini; tanpa ini ditanyakan.")
]
_Json = Annotated[bool, typer.Option("--json", help="Tulis hasilnya sebagai satu baris JSON.")]
_User = Annotated[str, typer.Option("--user", help="Siapa yang bekerja; tanpa ini satu-satunya ketua.")]
_Pin = Annotated[int | None, typer.Option("--pin-fd", help="Baca PIN dari sini; tanpa ini ditanyakan.")]
_StartCode = Annotated[
    int | None, typer.Option("--start-code-fd", help="Baca kode awal dari sini, kalau PIN belum dibuat.")
]
_AsOf = Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Tanggal daftar.")]


@console_commands.command()
def enrol(
    database: _Database,
    centre: Annotated[str, typer.Option("--centre", help="Alamat pusat, https.")],
    name: Annotated[str, typer.Option("--name", help="Nama laptop, misalnya Laptop P2.")],
    code_fd: Annotated[int | None, typer.Option("--code-fd", help="Baca kode dari sini; tanpa ini ditanyakan.")] = None,
    passphrase_fd: _Passphrase = None,
    authority: Annotated[
        Path | None, typer.Option("--authority", help="Sertifikat (PEM) otoritas pusat sendiri, dari kantor.")
    ] = None,
) -> None:
    """Daftarkan laptop ini ke pusat dan ambil data pertama."""
    from fieldkit.console.enrol import Asked, run_enrol

    sys.exit(run_enrol(Asked(database, centre, name, code_fd, passphrase_fd, authority)))


@console_commands.command()
def load(
    file: Annotated[Path, typer.Argument(help="Satu objek JSON tiap baris.")],
    database: _Database,
    kind: Annotated[Kind, typer.Option("--kind", help="Isi berkasnya.")] = Kind.REGISTRATIONS,
    shift: Annotated[str, typer.Option("--shift", help="Harus shift ini yang terbuka.")] = "",
    open_plan: Annotated[str, typer.Option("--open-plan", help="Buka dulu shift rencana hari ini.")] = "",
    open_village: Annotated[str, typer.Option("--open-village", help="Buka dulu shift di kelurahan ini.")] = "",
    time_zone: Annotated[str, typer.Option("--time-zone", help="Waktu setempat.")] = "Asia/Jakarta",
    list_name: Annotated[str, typer.Option("--list-name", help="Nama daftar warga.")] = "",
    as_of: _AsOf = None,
    user: _User = "",
    passphrase_fd: _Passphrase = None,
    start_code_fd: _StartCode = None,
    pin_fd: _Pin = None,
    as_json: _Json = False,
) -> None:
    """Muat pendaftaran atau warga dari berkas JSON: semua baris, atau tidak satu pun."""
    from fieldkit.console.laptop import Access, Who
    from fieldkit.console.load import Load, run_load
    from fieldkit.console.shift import WhichShift

    which = WhichShift(shift, open_plan, open_village, time_zone)
    asked = Load(file, kind, which, list_name or file.stem, as_of.date() if as_of else None)
    who = Who(user, pin_fd, start_code_fd)
    sys.exit(run_load(Access(database, passphrase_fd), who, asked, as_json=as_json))


@console_commands.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="Daftar nama: .xlsx, .xls atau .csv.")],
    database: _Database,
    name: Annotated[str, typer.Option("--name", help="Nama daftar; tanpa ini nama berkasnya.")] = "",
    as_of: _AsOf = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Lembar yang mana.")] = None,
    village: Annotated[str, typer.Option("--village", help="Satu kelurahan untuk semua baris.")] = "",
    take_over: Annotated[list[str] | None, typer.Option("--take-over", help="Kolom yang mengikuti daftar.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya periksa.")] = False,
    user: _User = "",
    passphrase_fd: _Passphrase = None,
    start_code_fd: _StartCode = None,
    pin_fd: _Pin = None,
    as_json: _Json = False,
) -> None:
    """Ambil daftar nama, seperti di halaman Kantor."""
    from fieldkit.console.laptop import Access, Who
    from fieldkit.console.lists import Import, run_import

    asked = Import(file, name, as_of.date() if as_of else None, sheet, village, take_over or (), dry_run)
    who = Who(user, pin_fd, start_code_fd)
    sys.exit(run_import(Access(database, passphrase_fd), who, asked, as_json=as_json))


@console_commands.command()
def sync(database: _Database, passphrase_fd: _Passphrase = None, as_json: _Json = False) -> None:
    """Kirim, ambil dan cocokkan sekali; kode 0 hanya kalau tidak ada yang menunggu, 75 kalau boleh dicoba lagi."""
    from fieldkit.console.laptop import Access
    from fieldkit.console.sync import run_sync

    sys.exit(run_sync(Access(database, passphrase_fd), as_json=as_json))


@console_commands.command()
def count(database: _Database, passphrase_fd: _Passphrase = None) -> None:
    """Hitung baris tiap tabel dan perubahan yang menunggu, sebagai satu baris JSON."""
    from fieldkit.console.count import run_count
    from fieldkit.console.laptop import Access

    sys.exit(run_count(Access(database, passphrase_fd)))


@console_commands.command()
def export(
    table: Annotated[str, typer.Argument(help="Nama tabel, misalnya resident.")],
    database: _Database,
    out: Annotated[Path, typer.Option("--out", help="Berkas baru, .jsonl atau .xlsx.")],
    user: _User = "",
    passphrase_fd: _Passphrase = None,
    start_code_fd: _StartCode = None,
    pin_fd: _Pin = None,
    as_json: _Json = False,
) -> None:
    """Tulis baris sebuah tabel ke berkas yang diminta; ini dicatat."""
    from fieldkit.console.export import run_export
    from fieldkit.console.laptop import Access, Who

    who = Who(user, pin_fd, start_code_fd)
    sys.exit(run_export(Access(database, passphrase_fd), who, table, out, as_json=as_json))


_bundle_commands: Final = typer.Typer(help="Kiriman USB: jalan pulang tanpa jaringan.", no_args_is_help=True)
console_commands.add_typer(_bundle_commands, name="bundle")


@_bundle_commands.command("write")
def write_bundle(
    file: Annotated[Path, typer.Argument(help="Berkas kiriman yang ditulis.")],
    database: _Database,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Tulis yang menunggu ke berkas yang hanya bisa dibuka pusat."""
    from fieldkit.console.bundle import run_write
    from fieldkit.console.laptop import Access

    sys.exit(run_write(Access(database, passphrase_fd), file, as_json=as_json))


@_bundle_commands.command("receipt")
def read_receipt(
    file: Annotated[Path, typer.Argument(help="Bukti terima dari kantor.")],
    database: _Database,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Baca bukti terima untuk kiriman USB."""
    from fieldkit.console.bundle import run_receipt
    from fieldkit.console.laptop import Access

    sys.exit(run_receipt(Access(database, passphrase_fd), file, as_json=as_json))


@_bundle_commands.command("take")
def take_bundle(
    file: Annotated[Path, typer.Argument(help="Berkas kiriman dari laptop meja lain.")],
    database: _Database,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Ambil kiriman meja lain: tutup shift-nya terbaca di sini, isinya dibawa ke pusat."""
    from fieldkit.console.bundle import run_take
    from fieldkit.console.laptop import Access

    sys.exit(run_take(Access(database, passphrase_fd), file, as_json=as_json))


@_bundle_commands.command("give")
def give_receipts(
    folder: Annotated[Path, typer.Argument(help="Map tujuan, misalnya di flashdisk.")],
    database: _Database,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Tulis bukti terima untuk meja lain yang kirimannya sudah sampai di pusat."""
    from fieldkit.console.bundle import run_give
    from fieldkit.console.laptop import Access

    sys.exit(run_give(Access(database, passphrase_fd), folder, as_json=as_json))


_RescueFile = Annotated[Path, typer.Option("--key", help="Berkas kunci darurat kantor, .fkrescue.")]
_RescueFd = Annotated[
    int | None, typer.Option("--key-passphrase-fd", help="Baca frasa kunci darurat dari sini; tanpa ini ditanyakan.")
]


@console_commands.command()
def restore(
    file: Annotated[Path, typer.Argument(help="Berkas cadangan, .fkb.")],
    database: _Database,
    key: Annotated[Path | None, typer.Option("--key", help="Kunci darurat kantor, untuk cadangan laptop lain.")] = None,
    key_passphrase_fd: _RescueFd = None,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Pasang cadangan sebagai data laptop ini; data yang ada disimpan di samping, tidak ditimpa."""
    from fieldkit.console.laptop import Access
    from fieldkit.console.rescue import RescueKey
    from fieldkit.console.restore import run_restore

    rescue = None if key is None else RescueKey(key, key_passphrase_fd)
    sys.exit(run_restore(Access(database, passphrase_fd), file, rescue, as_json=as_json))


_rescue_commands: Final = typer.Typer(help="Kunci darurat kantor, untuk laptop yang rusak.", no_args_is_help=True)
console_commands.add_typer(_rescue_commands, name="rescue")


@_rescue_commands.command("new-key")
def new_rescue_key(
    file: Annotated[Path, typer.Argument(help="Berkas kunci yang ditulis, .fkrescue.")],
    sheet: Annotated[Path | None, typer.Option("--sheet", help="Lembar untuk brankas, .html.")] = None,
    key_passphrase_fd: _RescueFd = None,
    as_json: _Json = False,
) -> None:
    """Buat kunci darurat, di komputer tanpa jaringan; hanya kodenya yang masuk ke aturan kantor."""
    from getpass import getpass

    from fieldkit.console.rescue import RescueKey, run_new_key

    sys.exit(run_new_key(RescueKey(file, key_passphrase_fd), sheet, getpass, as_json=as_json))


@_rescue_commands.command("check")
def check_rescue_key(
    file: Annotated[Path, typer.Argument(help="Berkas kunci darurat, .fkrescue.")],
    key_passphrase_fd: _RescueFd = None,
    as_json: _Json = False,
) -> None:
    """Periksa apakah berkas dan frasanya masih cocok, dan kunci yang mana ini."""
    from getpass import getpass

    from fieldkit.console.rescue import RescueKey, run_check

    sys.exit(run_check(RescueKey(file, key_passphrase_fd), getpass, as_json=as_json))


@_rescue_commands.command("unlock")
def unlock_laptop(
    database: _Database,
    key: _RescueFile,
    key_passphrase_fd: _RescueFd = None,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Kembalikan kunci laptop ini, kalau akunnya kehilangan kunci atau frasanya dilupakan."""
    from fieldkit.console.laptop import Access
    from fieldkit.console.rescue import RescueKey, run_unlock

    sys.exit(run_unlock(Access(database, passphrase_fd), RescueKey(key, key_passphrase_fd), as_json=as_json))


@_rescue_commands.command("open")
def open_broken_laptop(
    file: Annotated[Path, typer.Argument(help="fieldkit.db dari laptop yang rusak, atau cadangannya.")],
    database: _Database,
    key: _RescueFile,
    out: Annotated[Path | None, typer.Option("--out", help="Tulis kiriman ke berkas ini saja.")] = None,
    user: _User = "",
    key_passphrase_fd: _RescueFd = None,
    passphrase_fd: _Passphrase = None,
    start_code_fd: _StartCode = None,
    pin_fd: _Pin = None,
    as_json: _Json = False,
) -> None:
    """Buka data laptop yang rusak di laptop kantor, dan bawa pulang pekerjaannya; ini dicatat."""
    from fieldkit.console.laptop import Access, Who
    from fieldkit.console.rescue import RescueKey, run_open

    access, who = Access(database, passphrase_fd), Who(user, pin_fd, start_code_fd)
    sys.exit(run_open(access, who, RescueKey(key, key_passphrase_fd), file, out, as_json=as_json))


@console_commands.command()
def doctor(
    database: _Database,
    export: Annotated[
        Path | None, typer.Option("--export", help="Berkas bantuan tanpa data pribadi; isinya ditampilkan dulu.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Tulis berkas bantuan tanpa bertanya.")] = False,
    passphrase_fd: _Passphrase = None,
    as_json: _Json = False,
) -> None:
    """Periksa laptop ini, juga kalau datanya tidak terbuka; kode 0 kalau tidak ada yang perlu tindakan."""
    from fieldkit.console.doctor import run_doctor
    from fieldkit.console.laptop import Access

    sys.exit(run_doctor(Access(database, passphrase_fd), export, is_agreed=yes, as_json=as_json))
