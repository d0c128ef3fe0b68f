"""What the overview of the office says of the requests about personal data."""

from __future__ import annotations

from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.store.queries.data_requests.requests import data_requests
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.data_requests.wording import left_tone, left_words
from fieldkit.ui.pages.office.desk import DeskLine


def data_requests_line(database: Database, now_utc: datetime) -> DeskLine:
    """How many wait, and how much is left for the first of them."""
    waiting = [each for each in data_requests(database, now_utc) if each.is_open]
    if not waiting:
        return DeskLine(tr("Tidak ada permintaan yang menunggu jawaban"))
    first = waiting[0].clock
    text = tr("{n} menunggu jawaban, yang pertama {left}", n=count(len(waiting)), left=left_words(first))
    return DeskLine(text, left_tone(first) or "warn", len(waiting))
