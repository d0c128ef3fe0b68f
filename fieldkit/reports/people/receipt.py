"""The receipt as HTML, from a template that an office may edit. Its QR code holds the reference and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import segno

from fieldkit.domain.formats import date_numeric, day_long
from fieldkit.domain.requests.reasons import WITHOUT_CARD, is_offices, reason_label
from fieldkit.domain.requests.receipt import grouped, short_name
from fieldkit.domain.requests.service import RequestState
from fieldkit.store.queries.table.receipts import ReceiptFacts


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the template knows; every word is ready to be printed."""

    office: str
    queue_no: str
    reference: str
    qr: str
    name: str
    reason: str
    day: str
    place: str
    told: tuple[str, ...]
    """What the resident is told besides."""


def receipt_html(facts: ReceiptFacts, template_dirs: Sequence[Path] = ()) -> str:
    """The receipt. Templates of the given folders win; FileError names the file and line of a broken one."""
    # Templates take their time to import, and the page of the registration needs none before the first slip.
    from fieldkit.reports.making.html import filled

    return filled("resi.html", template_dirs, receipt=_receipt(facts))


def qr_modules(reference: str) -> tuple[tuple[bool, ...], ...]:
    """The dark and light squares of the code with the quiet zone around it, for the screen."""
    lines = segno.make_qr(reference, error="Q").matrix_iter(border=2)
    return tuple(tuple(bool(module) for module in line) for line in lines)


def qr_uri(reference: str) -> str:
    """A QR code as a picture for a document; half of it may be worn off a slip."""
    return str(segno.make_qr(reference, error="Q").png_data_uri(scale=8, border=2))


def _receipt(facts: ReceiptFacts) -> Receipt:
    return Receipt(
        office=facts.office_name or "Dinas Kependudukan dan Pencatatan Sipil",
        queue_no=facts.queue_no,
        reference=grouped(facts.reference),
        qr=qr_uri(facts.reference),
        name=short_name(facts.name),
        reason=str(reason_label(facts.reason)),
        day=day_long(date.fromisoformat(facts.day)),
        place=facts.site_name,
        told=_told(facts),
    )


def _told(facts: ReceiptFacts) -> tuple[str, ...]:
    """In Bahasa Indonesia whatever the language of the window."""
    told = []
    if facts.state == RequestState.REDIRECTED_TO_PICKUP:
        told.append("Kartu Anda sudah jadi. Ambil dengan membawa KK.")
    if facts.state == RequestState.REJECTED_DUPLICATE:
        told.append("Sudah pernah direkam. Kantor Dukcapil yang melanjutkan.")
    if is_offices(facts.reason):
        told.append("Diselesaikan di kantor Dukcapil, bukan di meja ini.")
    if facts.print_eligible_on > facts.day:
        told.append(f"Kartu dicetak mulai {date_numeric(date.fromisoformat(facts.print_eligible_on))}.")
    if facts.interim.is_allowed and _waits_for_a_card(facts):
        until = facts.interim.until
        end = f" sampai {date_numeric(until)}" if until else ""
        told.append(f"Selama KTP-el belum jadi, suket bisa diminta di kantor Dukcapil{end}.")
    return tuple(told)


def _waits_for_a_card(facts: ReceiptFacts) -> bool:
    is_old_enough = facts.print_eligible_on <= facts.day
    is_turned_away = facts.state in {RequestState.REDIRECTED_TO_PICKUP, RequestState.REJECTED_DUPLICATE}
    return is_old_enough and not is_turned_away and facts.reason not in WITHOUT_CARD
