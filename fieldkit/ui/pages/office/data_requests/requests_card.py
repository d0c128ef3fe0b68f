"""The table of requests: the most urgent on top."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.privacy.data_request import kind_label
from fieldkit.store.queries.data_requests.requests import DataRequest
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.data_requests.wording import left_tone, left_words, person_name, state_badge
from fieldkit.ui.pages.office.orders_wording import moment_words
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched


class RequestsCard(Card):
    """All requests."""

    def __init__(self, time_zone: str) -> None:
        self._sum = Label("", "hint")
        super().__init__(tr("Permintaan data"), right=self._sum, gap=4, edges=(12, 12, 12, 8))
        columns = [
            Column(
                tr("Tentang"), lambda each: (person_name(each), say(kind_label(each.kind))), kind="two", width="stretch"
            ),
            Column(tr("Diminta oleh"), lambda each: each.asked_by),
            Column(tr("Diminta"), lambda each: moment_words(each.clock.begun, time_zone)),
            Column(
                tr("Batas 3 x 24 jam"), lambda each: left_words(each.clock), tone=lambda each: left_tone(each.clock)
            ),
            Column(tr("Keadaan"), state_badge, kind="badge"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Permintaan data"))
        self.table.setObjectName("data_requests_table")
        self.add(stretched(self.table))

    def show_requests(self, requests: Sequence[DataRequest], select: str = "") -> None:
        """These, with one selected."""
        before = self.table.selected()
        kept = select or (before.id if before is not None else "")
        waiting = sum(each.is_open for each in requests)
        self._sum.set_text(tr("{n} terbuka", n=count(waiting)))
        self.table.rows_model.set_rows(requests)
        if requests and not (kept and self.table.select(kept)):
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))


def _tone(request: DataRequest) -> str:
    return left_tone(request.clock)
