"""`fieldkit server device grant` and `ungrant`: which areas a laptop has, and until when."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final
from zoneinfo import ZoneInfo

import typer

from fieldkit.domain.areas import AreaCode, health_side
from fieldkit.domain.text import text
from fieldkit.server.centre import Centre
from fieldkit.server.commands.desk import DatabaseOption, RegencyOption, now_ms, ready_centre, stop
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.office.device_files import keep_device_files
from fieldkit.server.regencies import regencies
from fieldkit.server.scope import Grant, is_area

_FORMATS: Final = ["%Y-%m-%d", "%Y-%m-%dT%H:%M"]
_From = Annotated[datetime | None, typer.Option("--from", formats=_FORMATS, help="Mulai kapan, waktu setempat.")]
_Until = Annotated[datetime | None, typer.Option("--until", formats=_FORMATS, help="Sampai kapan, waktu setempat.")]
_Health = Annotated[
    bool,
    typer.Option("--health", help="Hanya alasan kunjungan rumah di wilayah itu: data kesehatan, untuk petugasnya."),
]


def add_grants(device: typer.Typer, migrations_dir: Path) -> None:
    """Add the commands to those about laptops."""
    desk = _Desk(migrations_dir)
    device.command("grant", help="Beri laptop satu wilayah, bila perlu untuk waktu tertentu.")(desk.grant)
    device.command("ungrant", help="Akhiri satu wilayah laptop; pekerjaan sebelum itu tetap diterima.")(desk.ungrant)


class _Desk:
    def __init__(self, migrations_dir: Path) -> None:
        self._migrations_dir = migrations_dir

    def grant(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        device_id: str,
        area: str,
        begin: _From = None,
        until: _Until = None,
        health: _Health = False,
    ) -> None:
        if not is_area(area):
            raise stop(text("{area} bukan kode wilayah. Contoh: 35.74 atau 35.74.03.1004", area=area))
        area = health_side(area) if health else area
        with ready_centre(database, self._migrations_dir) as centre:
            from_ms = _moment_ms(centre, regency, begin) or now_ms()
            until_ms = _moment_ms(centre, regency, until)
            if until_ms is not None and until_ms <= from_ms:
                raise stop(text("Akhirnya harus sesudah mulainya. Periksa kedua waktunya."))
            is_done = grant(centre, regency, device_id, Grant(AreaCode(area), from_ms, until_ms))
            keep_device_files(centre, regency, now_ms())
        if not is_done:
            raise stop(text("Tidak ada laptop aktif dengan nomor itu. Lihat daftarnya dengan: device list"))

    def ungrant(
        self,
        database: DatabaseOption,
        regency: RegencyOption,
        device_id: str,
        area: str,
        until: _Until = None,
        health: _Health = False,
    ) -> None:
        area = health_side(area) if health else area
        with ready_centre(database, self._migrations_dir) as centre:
            until_ms = _moment_ms(centre, regency, until) or now_ms()
            is_done = ungrant(centre, regency, device_id, area, until_ms=until_ms)
            keep_device_files(centre, regency, now_ms())
        if not is_done:
            raise stop(text("Laptop itu tidak punya wilayah itu sampai waktu itu. Tidak ada yang diubah."))


def _moment_ms(centre: Centre, regency: str, at: datetime | None) -> int | None:
    """A time of day of the regency."""
    if at is None:
        return None
    zones = {each.code: each.time_zone for each in regencies(centre)}
    if regency not in zones:
        raise stop(text("{code} belum dilayani pusat ini. Tambahkan dulu: regency add", code=regency))
    return int(at.replace(tzinfo=ZoneInfo(zones[regency])).timestamp() * 1000)
