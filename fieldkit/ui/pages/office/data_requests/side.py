"""Beside the table: the request that is selected, and what can be done about it, by digit."""

from __future__ import annotations

from fieldkit.domain.privacy.data_request import DataRequestKind
from fieldkit.store.queries.data_requests.requests import DataRequest
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.data_requests.wording import detail_lines, person_name
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label


class RequestSide(Card):
    """The acts, under the request that they are about."""

    def __init__(self, *, may_write: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._may_write = may_write
        self._shown: tuple[bool, bool] | None = None
        self.told = Label("", "body", wrap=True)
        self.told.setObjectName("data_request_told")
        self.acts = ActionPanel(_choices(is_open=True, is_access=True), columns=1, name=tr("Tindakan"))
        self.acts.setObjectName("data_request_acts")
        self.add(self.told, self.acts, None)
        self.acts.setVisible(may_write)

    def names(self) -> list[str]:
        """The acts by their digits."""
        return [choice.id for choice in _choices(is_open=True, is_access=True)] if self._may_write else []

    def show_request(self, request: DataRequest | None, time_zone: str) -> None:
        """The request that is selected."""
        nobody = tr("Belum ada permintaan. Yang datang meminta datanya dijawab dalam 3 x 24 jam.")
        self.set_title(person_name(request) if request is not None else tr("Permintaan data"))
        self.told.set_text(detail_lines(request, time_zone) if request is not None else nobody)
        is_open = request is None or request.is_open
        is_access = request is None or request.kind == DataRequestKind.ACCESS
        if (is_open, is_access) != self._shown:
            self._shown = is_open, is_access
            self.acts.set_choices(_choices(is_open=is_open, is_access=is_access))


def _choices(*, is_open: bool, is_access: bool) -> list[Choice]:
    icon, words = ("x", tr("Tarik permintaan")) if is_open else ("arrow-u-up-left", tr("Buka lagi"))
    copy = tr("Beri salinan dan jawab") if is_access else tr("Lihat salinannya")
    return [
        Choice("new", tr("Permintaan baru"), "plus"),
        Choice("extract", copy, "file-text"),
        Choice("person", tr("Buka orangnya"), "users"),
        Choice("corrected", tr("Sudah dibetulkan"), "check"),
        Choice("refuse", tr("Tolak dengan alasan"), "prohibit"),
        Choice("turn", words, icon),
    ]
