"""What can be done with the row that is selected, by digit; the first of it is what Enter does."""

from __future__ import annotations

from collections.abc import Mapping

from fieldkit.domain.cards.batches import BatchState, Difference
from fieldkit.domain.cards.card import CardState
from fieldkit.domain.roles import BATCH_GIVERS, BATCH_TAKERS
from fieldkit.store.queries.cards.batches import Batch, BatchCard, DistrictCards
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import Choice

MAKE, CARDS, SEND, RECEIVE, UNDO, PRINT = "make", "cards", "send", "receive", "undo", "print"
CROSS_OUT, MISSING, DAMAGED, FOUND, HAND_OVER, STORY = (
    "cross_out", "missing", "damaged", "found", "hand_over", "story",
)  # fmt: skip


def of_district(district: DistrictCards, role: str) -> list[Choice]:
    """A district whose cards may go."""
    return [Choice(MAKE, tr("Siapkan kiriman"), "package")] if district.eligible and role in BATCH_GIVERS else []


def of_batch(batch: Batch, role: str) -> list[Choice]:
    """A batch, by where it stands."""
    acts = [Choice(CARDS, tr("Lihat kartunya"), "list-bullets")]
    if batch.state is BatchState.DRAFT and role in BATCH_GIVERS:
        acts += [
            Choice(SEND, tr("Tanda tangani, kirim"), "pencil-simple"),
            Choice(UNDO, tr("Batalkan kiriman"), "arrow-u-up-left"),
        ]
    if batch.state is BatchState.SIGNED and role in BATCH_TAKERS:
        acts.append(Choice(RECEIVE, tr("Terima di kecamatan"), "check-square"))
    return [*acts, *([Choice(PRINT, tr("Cetak"), "printer")] if role in BATCH_TAKERS else [])]


def of_card(batch: Batch, card: BatchCard, marked: Mapping[str, Difference], role: str) -> list[Choice]:
    """A card of the batch that is open."""
    if batch.state is BatchState.DRAFT:
        return [Choice(CROSS_OUT, tr("Coret, tidak ikut"), "x-circle")] if role in BATCH_GIVERS else []
    if role not in BATCH_TAKERS:
        return []
    if batch.state is BatchState.SIGNED and card.card.state is not CardState.HANDED_OVER:
        is_marked = card.request_id in marked
        first = tr("Hapus tanda") if is_marked else tr("Tandai tidak ada")
        return [
            Choice(MISSING, first, "question"),
            *([] if is_marked else [Choice(DAMAGED, tr("Tandai rusak"), "warning")]),
            Choice(RECEIVE, tr("Terima di kecamatan"), "check-square"),
        ]
    if card.card.state is CardState.MISSING:
        return [Choice(FOUND, tr("Sudah ketemu"), "map-pin")]
    # A card whose request is here is handed over on the page of cards, where its story is.
    is_guest = card.card.state is CardState.AT_DISTRICT and not card.is_known
    return [Choice(HAND_OVER, tr("Serahkan"), "handshake")] if is_guest else []


def of_person() -> list[Choice]:
    """Somebody whose card is looked for."""
    return [Choice(STORY, tr("Buka di halaman Kartu"), "identification-card")]
