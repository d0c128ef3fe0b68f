"""What the overview of the office says of the laptops."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.store.database import Database
from fieldkit.store.queries.orders.laptops import office_laptops
from fieldkit.store.queries.shifts import site_zone
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.ui.pages.office.laptops.rows import laptop_rows, left_words


def laptops_line(database: Database, now_utc: datetime) -> DeskLine:
    """Which one is lost, what ends soon, or how many are at work."""
    rows = laptop_rows(office_laptops(database), now_utc, site_zone(database))
    lost = [row for row in rows if row.is_lost]
    if lost and lost[0].clock is not None:
        left = left_words(lost[0].clock)
        return DeskLine(tr("{name} hilang, pemberitahuan {left}", name=lost[0].name, left=left), "err", len(lost))
    soon = [row for row in rows if row.ends_soon]
    if soon:
        return DeskLine(tr("{n} laptop daftarnya segera berakhir", n=count(len(soon))), "warn", len(soon))
    used = sum(row.laptop is not None and row.laptop.state != LaptopState.REVOKED for row in rows)
    if not used:
        return DeskLine(tr("Belum ada laptop terdaftar di sini. Sinkronkan, atau buat kode."))
    return DeskLine(tr("{n} laptop dipakai", n=count(used)))
