"""`fieldkit server ...`: set a centre up, run it, and look after regencies, devices and users."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lease import is_near
from fieldkit.domain.text import Text, text
from fieldkit.domain.zones import ZONE_NAMES
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
from fieldkit.server.commands.erase_desk import add_erasing
from fieldkit.server.commands.grant_desk import add_grants
from fieldkit.server.commands.notice_desk import add_notices
from fieldkit.server.commands.receipt_desk import add_receipts
from fieldkit.server.commands.refill_desk import add_refill
from fieldkit.server.commands.upkeep import add_upkeep
from fieldkit.server.commands.usb_desk import add_usb
from fieldkit.server.commands.village_desk import add_villages
from fieldkit.server.commands.web_desk import add_web
from fieldkit.server.database import head_of, reading, upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.heartbeats import Report, reports
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.intake.parked import decide_parked
from fieldkit.server.office.device_files import keep_device_files
from fieldkit.server.office.telephone import Told, calls, tell
from fieldkit.server.office.writing import add_user, dismiss_user, renew_start_code, users
from fieldkit.server.regencies import add_regency, feed_heads, regencies
from fieldkit.server.scope import is_area

_HOUR_MS: Final = 60 * 60 * 1000


def server_commands(migrations_dir: Path) -> typer.Typer:
    """The commands of the centre; `migrations_dir` holds the centre's chain of revisions."""
    commands = typer.Typer(name="server", help="Pusat: menerima dan membagikan catatan laptop.", no_args_is_help=True)
    desk = _Desk(migrations_dir)
    commands.command("init", help="Siapkan basis data, atau bawa ke versi terbaru.")(desk.init)
    commands.command("openapi", help="Cetak janji pintu pusat sebagai dokumen OpenAPI.")(desk.openapi)
    commands.command("run", help="Jalankan pusat sampai dihentikan.")(desk.run)
    commands.command("revoke", help="Cabut laptop: pekerjaannya masih diterima, data tidak lagi dikirim.")(desk.revoke)
    regency = _group(commands, "regency", "Kabupaten dan kota yang dilayani.")
    regency.command("add", help="Layani satu kabupaten atau kota.")(desk.add_regency)
    regency.command("list", help="Daftar kabupaten dan kota.")(desk.list_regencies)
    device = _group(commands, "device", "Laptop.")
    device.command("code", help="Buat kode sekali pakai untuk mendaftarkan satu laptop.")(desk.device_code)
    device.command("list", help="Daftar laptop.")(desk.list_devices)
    device.command("answer", help="Jawab kode permintaan yang dibacakan lewat telepon dari laptop tanpa sinyal.")(
        desk.answer_call
    )
    device.command("calls", help="Kode yang dibacakan lewat telepon, dan yang terjadi sesudahnya.")(desk.list_calls)
    add_grants(device, migrations_dir)
    user = _group(commands, "user", "Pengguna.")
    user.command("add", help="Tambah pengguna; mencetak kode untuk membuat PIN pertama.")(desk.add_user)
    user.command("code", help="Kode baru untuk laptop lain atau PIN yang lupa; yang lama tidak berlaku lagi.")(
        desk.renew_start_code
    )
    user.command("list", help="Daftar pengguna.")(desk.list_users)
    user.command("revoke", help="Akhiri tugas pengguna: tidak bisa masuk lagi setelah laptopnya tersambung.")(
        desk.dismiss_user
    )
    add_erasing(commands, migrations_dir)
    add_villages(commands, migrations_dir)
    add_upkeep(commands, migrations_dir)
    add_refill(commands, migrations_dir)
    add_usb(commands, migrations_dir)
    add_receipts(commands, migrations_dir)
    add_web(commands, migrations_dir)
    add_notices(commands, migrations_dir)
    return commands


def _group(commands: typer.Typer, name: str, help_text: str) -> typer.Typer:
    group = typer.Typer(name=name, help=help_text, no_args_is_help=True)
    # Typer would make a group of one command that command itself.
    group.callback()(lambda: None)
    commands.add_typer(group)
    return group


class _Desk:
    """What each command does."""

    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def init(self, database: DatabaseOption) -> None:
        with explained():
            upgrade(database, self._migrations_dir)

    def openapi(self) -> None:
        from fieldkit.server.doorway.contract import document

        typer.echo(json.dumps(document(), indent=2))

    def run(  # noqa: PLR0913 - each is an option of the command
        self,
        database: DatabaseOption,
        *,
        host: Annotated[str, typer.Option(help="Alamat; 127.0.0.1 hanya untuk komputer ini.")] = "127.0.0.1",
        port: Annotated[int, typer.Option(min=0, max=65535, help="0: pilih yang bebas.")] = 8740,
        tls_certificate: Annotated[
            Path | None, typer.Option(exists=True, dir_okay=False, help="Sertifikat (PEM), dengan rantainya.")
        ] = None,
        tls_key: Annotated[
            Path | None, typer.Option(exists=True, dir_okay=False, help="Kunci sertifikat (PEM).")
        ] = None,
        behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help="TLS diurus perantara di depan.")] = False,
        proxy_address: Annotated[str, typer.Option(help="Alamat perantara itu.")] = "127.0.0.1",
        practice_clock_ms: Annotated[int, typer.Option(help="Untuk latihan: geser jam pusat.")] = 0,
        workers: Annotated[int, typer.Option(min=1, max=64, help="Berapa proses; lebih dari satu di PostgreSQL.")] = 1,
        metrics_port: Annotated[int | None, typer.Option(help="Angka untuk Prometheus di port ini.")] = None,
        metrics_host: Annotated[str, typer.Option(help="Alamat untuk angka itu.")] = "127.0.0.1",
        device_rate: Annotated[float, typer.Option(min=1, help="Permintaan per detik dari satu laptop.")] = 50,
        address_rate: Annotated[float, typer.Option(min=1, help="Permintaan per detik dari satu alamat.")] = 500,
        notices: Annotated[
            Path | None, typer.Option(help="Berkas gateway SMS; dengan ini kabar kartu dikirim.")
        ] = None,
    ) -> None:
        from fieldkit.server.doorway.process import Crew, Listening, Serving, refusal, serve, too_many
        from fieldkit.server.doorway.rates import Rates
        from fieldkit.server.notices.ways import read_gateways

        listening = Listening(host, port, tls_certificate, tls_key, proxy_address if behind_proxy else None)
        with explained():
            why = refusal(listening) or too_many(workers, database)
        if why:
            raise stop(why)
        if notices is not None:
            with explained():
                read_gateways(notices)
        with self._centre(database) as centre:
            # This may be a newer centre than the one that stopped here.
            decide_parked(centre, now_ms() + practice_clock_ms)
        serving = Serving(
            database,
            head_of(self._migrations_dir),
            practice_clock_ms,
            Rates(device_rate, address_rate),
            # Both folders travel beside each other.
            resources=self._migrations_dir.parent.parent / "resources",
            notices=notices,
        )
        with _listening():
            serve(
                serving,
                listening,
                Crew(workers, metrics_host, metrics_port),
                ready=lambda url: typer.echo(f"ready {url}"),
            )

    def add_regency(
        self,
        database: DatabaseOption,
        code: str,
        name: str,
        time_zone: Annotated[str, typer.Option(help="Jam kabupaten; tanpa ini jam provinsinya.")] = "",
    ) -> None:
        if time_zone and time_zone not in ZONE_NAMES:
            raise stop(text("{zone} bukan jam di Indonesia. Pilih {all}.", zone=time_zone, all=", ".join(ZONE_NAMES)))
        with self._centre(database) as centre:
            try:
                add_regency(centre, code, name, time_zone=time_zone)
            except ValueError:
                raise stop(text("{code} bukan kode kabupaten atau kota. Contoh: 35.74", code=code)) from None

    def list_regencies(self, database: DatabaseOption) -> None:
        with self._centre(database) as centre:
            for regency in regencies(centre):
                typer.echo(f"{regency.code}\t{regency.time_zone}\t{regency.name}")

    def device_code(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        area: Annotated[list[str] | None, typer.Option(help="Wilayah laptop; tanpa ini seluruh kabupaten.")] = None,
        hours: Annotated[int, typer.Option(min=1, help="Berlaku berapa jam.")] = 24,
    ) -> None:
        areas = area or [regency]
        for each in areas:
            if not is_area(each):
                raise stop(text("{area} bukan kode wilayah. Contoh: 35.74 atau 35.74.03.1004", area=each))
        with self._hosting(database, regency) as centre:
            code = issue_code(centre, regency, areas, now_ms=now_ms(), life_ms=hours * _HOUR_MS)
        typer.echo(code)

    def list_devices(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        silent_hours: Annotated[int, typer.Option(min=0, help="Hanya yang tidak melapor selama sekian jam.")] = 0,
    ) -> None:
        with self._hosting(database, regency) as centre:
            for report in reports(centre, regency):
                if not silent_hours or report.is_silent(now_ms(), silent_hours * _HOUR_MS):
                    typer.echo("\t".join(_report_fields(report)))

    def answer_call(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        request: Annotated[str, typer.Argument(help="Seperti dibacakan, misalnya P2-ABC-DEFGH.")],
    ) -> None:
        with self._hosting(database, regency) as centre:
            try:
                told = tell(centre, regency, request, now_ms())
            except RuleError as error:
                raise stop(error.problems[0].message) from None
        for sentence in _about_call(told):
            typer.echo(str(sentence), err=True)
        typer.echo(told.code)

    def list_calls(self, database: DatabaseOption, regency: RegencyOption) -> None:
        with self._hosting(database, regency) as centre:
            for call in calls(centre, regency):
                fields = (call.at, call.day, call.prefix, call.matter, call.kind, call.user_id)
                typer.echo("\t".join(map(printable, fields)))

    def revoke(self, database: DatabaseOption, regency: RegencyOption, device_id: str) -> None:
        with self._hosting(database, regency) as centre:
            is_done = revoke(centre, regency, device_id, now_ms=now_ms())
            keep_device_files(centre, regency, now_ms())
        if not is_done:
            raise stop(text("Tidak ada laptop aktif dengan nomor itu. Lihat daftarnya dengan: device list"))

    def add_user(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        name: str,
        role: Annotated[str, typer.Argument(help="operator, lead, planner, keeper, clerk, viewer atau admin")],
    ) -> None:
        with self._hosting(database, regency) as centre:
            user_id, start_code = add_user(centre, regency, name=name, role=role, now_ms=now_ms())
        typer.echo(f"{user_id}\t{start_code}")

    def renew_start_code(self, database: DatabaseOption, regency: RegencyOption, user_id: str) -> None:
        with self._hosting(database, regency) as centre:
            code = renew_start_code(centre, regency, user_id, now_ms=now_ms())
        if code is None:
            raise stop(text("Tidak ada pengguna aktif dengan nomor itu."))
        typer.echo(code)

    def list_users(self, database: DatabaseOption, regency: RegencyOption) -> None:
        with self._hosting(database, regency) as centre:
            for user in users(centre, regency):
                state = text("aktif") if user.is_active else text("berhenti")
                typer.echo(f"{user.id}\t{user.role}\t{state}\t{user.name}")

    def dismiss_user(self, database: DatabaseOption, regency: RegencyOption, user_id: str) -> None:
        with self._hosting(database, regency) as centre:
            is_done = dismiss_user(centre, regency, user_id, now_ms=now_ms())
        if not is_done:
            raise stop(text("Tidak ada pengguna aktif dengan nomor itu."))

    def _centre(self, database: str) -> AbstractContextManager[Centre]:
        return ready_centre(database, self._migrations_dir)

    @contextmanager
    def _hosting(self, database: str, regency: str) -> Iterator[Centre]:
        """The centre, where it hosts the regency."""
        with self._centre(database) as centre:
            with reading(centre.engine) as connection:
                is_hosted = bool(feed_heads(connection, [regency]))
            if not is_hosted:
                raise stop(text("{code} belum dilayani pusat ini. Tambahkan dulu: regency add", code=regency))
            yield centre


def _about_call(told: Told) -> Iterator[Text]:
    """What whoever answers should know before reading the code back."""
    yield text("Laptop {prefix}, {name}.", prefix=told.laptop.prefix, name=printable(told.laptop.name))
    if told.user_name:
        yield text("PIN baru untuk {name}. Kenali dulu suaranya, atau telepon balik.", name=printable(told.user_name))
    else:
        yield text("Membuka lagi laptop yang lama tanpa kabar. Tanyakan siapa yang memegangnya.")
    if not is_near(told.seen_day, now_ms()):
        yield text("Jam laptop ini pernah menunjuk hari lain. Minta jamnya dibetulkan sebelum kodenya diketik.")


def _report_fields(report: Report) -> list[str]:
    device = report.device
    state = text("dicabut") if device.is_revoked else text("aktif")
    fields = [device.prefix, device.id, str(state), device.name]
    if report.at_ms is None:
        return [*fields, str(text("belum pernah melapor"))]
    at = datetime.fromtimestamp(report.at_ms / 1000, UTC)
    said = text("{n} menunggu", n=report.waiting)
    clock_s = round((report.clock_ms - report.at_ms) / 1000)
    return [*fields, f"{at:%Y-%m-%d %H:%M}Z", str(said), report.version, str(text("jam {n} detik", n=f"{clock_s:+d}"))]


@contextmanager
def _listening() -> Iterator[None]:
    """Say in words why the centre can not listen there."""
    try:
        yield
    except ssl.SSLError:
        raise stop(text("Sertifikat dan kuncinya tidak bisa dipakai. Periksa kedua berkasnya.")) from None
    except OSError:
        raise stop(text("Pusat tidak bisa mendengarkan di alamat itu. Periksa alamat dan portnya.")) from None
