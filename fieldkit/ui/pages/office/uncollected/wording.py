"""What is said beside a district, a batch, and a card of a batch."""

from __future__ import annotations

from collections.abc import Mapping

from fieldkit.domain.cards.batches import BatchState
from fieldkit.domain.cards.card import CardState
from fieldkit.domain.requests.receipt import grouped
from fieldkit.store.queries.cards.batches import Batch, BatchCard, DistrictCards
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.whereabouts import when


def district_words(each: DistrictCards) -> str:
    """What lies ready there, and whether it may go."""
    if not each.eligible:
        return tr("{n} kartu siap diambil. Belum ada yang tiga kali dikabari dalam enam bulan.", n=count(each.ready))
    return tr(
        "{m} dari {n} kartu sudah tiga kali dikabari dan belum diambil. Siapkan kiriman, lalu cocokkan kartunya.",
        n=count(each.ready),
        m=count(each.eligible),
    )


def batch_words(batch: Batch) -> str:
    """Where a batch stands, and what comes next."""
    words: Mapping[BatchState, str] = {
        BatchState.DRAFT: tr(
            "Kartunya masih di tempat semula dan masih bisa diambil. Cocokkan satu per satu, coret yang tidak ada, "
            "lalu tanda tangani."
        ),
        BatchState.SIGNED: tr("Menunggu dihitung dan ditandatangani di kecamatan."),
        BatchState.WITH_DIFFERENCES: tr(
            "Diterima dengan {n} selisih. Yang dicari ditandai di daftar kartunya.", n=count(batch.differences)
        ),
        BatchState.RECEIVED: tr("Diterima. {n} kartu menunggu pemiliknya di kecamatan.", n=count(batch.waiting)),
        BatchState.ARCHIVED: tr("Selesai: tidak ada lagi kartu yang ditunggu."),
    }
    return words[batch.state]


def batch_story(batch: Batch, zone: str) -> str:
    """Who signed what, and when."""
    lines = []
    if batch.sent_at:
        lines.append(
            tr(
                "{number}, diserahkan {who} {when}.",
                number=batch.number, who=batch.giver or "–", when=when(batch.sent_at, zone),
            )
        )  # fmt: skip
    if batch.received_at:
        lines.append(tr("Diterima {who} {when}.", who=batch.receiver or "–", when=when(batch.received_at, zone)))
    return " ".join(lines)


def card_words(card: BatchCard) -> str:
    """A card of a batch."""
    reference = grouped(card.receipt_ref) if card.receipt_ref else "–"
    if card.card.state is CardState.HANDED_OVER and not card.is_known:
        return tr("Sudah diserahkan. Resi {ref}.", ref=reference)
    if card.card.state is CardState.HANDED_OVER:
        return tr("Sudah diambil pemiliknya, jadi tidak ikut dihitung. Resi {ref}.", ref=reference)
    if card.card.state is CardState.AT_DISTRICT and not card.is_known:
        return tr(
            "Resi {ref}. Diajukan di kecamatan lain, jadi diserahkan dari daftar ini. Cocokkan nama dan identitasnya.",
            ref=reference,
        )
    return tr("Resi {ref}, diambil dari {place}.", ref=reference, place=card.place or "–")
