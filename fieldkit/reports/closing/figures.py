"""The figures of a closing, in blocks: three balances, and what the daily report asks beyond them (domain.md 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fieldkit.domain.formats import count
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import RequestState, step_label
from fieldkit.domain.shifts.shift import sum_line
from fieldkit.domain.stock.movements import difference_reason_label
from fieldkit.domain.visits.visit import visit_outcome_label
from fieldkit.reports.closing.document import ClosingDocument, RibbonPart
from fieldkit.reports.closing.team_papers import size_of, team_difference
from fieldkit.reports.making.labels import labelled, product_counts
from fieldkit.reports.making.parts import Block, Difference, Figure


def people_balance(document: ClosingDocument) -> Block:
    """Who came, by what became of it (TL-4)."""
    piles = document.people_count
    if piles is None:
        return Block("Warga", (Figure("Datang", None), Figure("Terekam", None)))
    unfinished = (Figure("Belum selesai dilayani", piles.still_open),) if piles.still_open else ()
    parts = (
        Figure("Terekam", piles.recorded),
        Figure("Berkas kurang", piles.incomplete_papers),
        Figure("Sudah pernah direkam", piles.already_recorded),
        Figure("Pulang sebelum giliran", piles.left),
        Figure("Gagal alat / listrik", piles.failed),
        Figure("Cetak ulang / ke kantor", piles.forwarded),
        Figure("Hasil lain", piles.other),
        *unfinished,
    )
    return _balance("Warga", Figure("Datang", piles.arrived), parts)


def blank_balance(document: ClosingDocument) -> Block:
    """Blanks taken along, and where they are (TL-4)."""
    stock = document.stock
    settled = (Figure("Selisih yang ditandatangani", stock.settled),) if stock.settled else ()
    parts = (
        Figure("Dicetak", stock.printed),
        Figure("Rusak", stock.spoiled),
        Figure("Dikembalikan", stock.returned),
        *settled,
        Figure("Dihitung kembali", document.counted),
    )
    taken = Figure("Dibawa ke lokasi", stock.taken)
    if document.difference is None:
        return Block("Blangko (keping)", (taken, *parts), verdict="belum dihitung", adds_up=False)
    return _balance("Blangko (keping)", taken, parts)


def card_balance(document: ClosingDocument) -> Block:
    """Cards printed, and where they are (TL-4)."""
    cards = document.card_count
    if cards is None:
        printed, handed = document.cards.printed, document.cards.handed_over
        held = Figure("Belum diserahkan", None)
        return Block("Kartu", (Figure("Dicetak", printed), Figure("Diserahkan", handed), held))
    parts = (Figure("Diserahkan", cards.handed_over), Figure("Belum diserahkan", cards.held))
    told = _balance("Kartu", Figure("Dicetak", cards.printed), parts)
    # What nobody counted by hand is only what was written down, and can not but agree.
    is_counted = document.held_counted is not None or not cards.held
    return told if is_counted else replace(told, verdict="menurut catatan")


def detail_columns(document: ClosingDocument) -> tuple[tuple[Block, ...], ...]:
    """What the daily report asks beyond the balances, in three columns of about one height.

    Each block has its place, so that the papers of two days can be compared at a glance.
    """
    return (
        (_recorded(document), _receipts(document), _visits(document)),
        (_not_recorded(document), *_consumables(document), _other_products(document)),
        (_reasons(document), _village_list(document), _uploads(document), *_older_cards(document)),
    )


def difference(document: ClosingDocument, signer: str) -> Difference:
    """What a counted difference of blanks is said to come from, and by whom (invariant 9)."""
    if document.tables:
        return team_difference(document, signer)
    if document.difference is None:
        return Difference("Sisa blangko belum dihitung.")
    off = _off(document)
    if not off:
        return Difference("Tidak ada selisih: hitungan blangko sama dengan catatan.")
    return Difference(" ".join(off), labelled(document.reason, difference_reason_label), document.note, signer)


def _off(document: ClosingDocument) -> list[str]:
    """What does not add up, a sentence each."""
    cards, printed = document.card_count, document.stock.printed
    missing = cards.printed - cards.handed_over - cards.held if cards else 0
    told = [f"Blangko {size_of(document.difference)} keping dari catatan."] if document.difference else []
    told += [f"Kartu {size_of(missing)} dari yang dicetak."] if missing else []
    if cards and cards.printed != printed:
        told.append(f"Kartu dicetak {count(cards.printed)}, blangko dipakai mencetak {count(printed)}.")
    return told


def _balance(title: str, whole: Figure, parts: Sequence[Figure]) -> Block:
    """The whole, its parts, and their sum; what the parts come to is shown and never put right."""
    amounts = [part.amount or 0 for part in parts]
    total = sum(amounts)
    line = sum_line([amount for amount in amounts if amount] or [0], total)
    missing = (whole.amount or 0) - total
    return Block(title, (whole, *parts), line, _verdict(missing), not missing)


def _verdict(missing: int) -> str:
    return size_of(missing) if missing else "cocok"


def _recorded(document: ClosingDocument) -> Block:
    people = document.people
    return Block(
        "Terekam",
        (
            Figure("Laki-laki", people.recorded_male),
            Figure("Perempuan", people.recorded_female),
            Figure("Jenis kelamin belum dicatat", people.recorded_sex_unknown),
            Figure("Rekam baru", people.recorded_first_time),
            Figure("Belum 17 tahun", people.recorded_under_17),
            Figure("Dengan pengecualian", people.with_exception),
            Figure("Luar daerah", people.recorded_elsewhere),
            Figure("Di luar jam (semua warga)", people.out_of_hours),
        ),
    )


def _not_recorded(document: ClosingDocument) -> Block:
    steps = [step for step in document.people.by_step if step.state != RequestState.RECORDED]
    figures = [Figure(labelled(step.step, step_label), step.people) for step in steps]
    return Block("Tidak direkam, menurut hasil", _most_first(figures))


def _reasons(document: ClosingDocument) -> Block:
    reasons = document.people.by_reason
    return Block("Keperluan", _most_first([Figure(labelled(code, reason_label), n) for code, n in reasons]))


def _most_first(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: -(figure.amount or 0))) or (Figure("Tidak ada", 0),)


def _village_list(document: ClosingDocument) -> Block:
    village = document.village
    return Block(
        "Daftar sasaran saat ditutup",
        (
            Figure("Target wilayah", document.village_target),
            Figure("Target shift", document.shift.target_count or None),
            Figure("Nama di daftar", village.total),
            Figure("Sudah terekam", village.recorded),
            Figure("Belum terekam", village.left),
            Figure("Sudah dijelaskan (usulan)", village.explained),
            Figure("Menunggu kunjungan", village.visits),
        ),
    )


def _visits(document: ClosingDocument) -> Block:
    outcomes = tuple(
        Figure(labelled(outcome, visit_outcome_label), number) for outcome, number in document.visits_by_outcome or ()
    )
    planned = Figure("Direncanakan", document.visits_planned)
    return Block("Kunjungan rumah", (planned, Figure("Dilakukan", document.visits), *outcomes))


def _receipts(document: ClosingDocument) -> Block:
    """Receipts against people: of whom the printer gave none is told, once there is somebody (TL-4)."""
    people = document.people
    missing = sum(step.people for step in people.by_step) - people.receipts
    unprinted = (Figure("Gagal dicetak", missing),) if missing > 0 else ()
    given = Figure("Diberikan", people.receipts)
    return Block("Resi", (given, *unprinted, Figure("Tanpa nomor HP", people.without_phone)))


def _consumables(document: ClosingDocument) -> tuple[Block, ...]:
    """Ribbon always, film where there is any: both in prints, and estimated."""
    film = (_consumable("Film (cetakan)", document.film),) if document.film else ()
    return (_consumable("Ribbon (cetakan)", document.ribbon), *film)


def _consumable(title: str, part: RibbonPart | None) -> Block:
    taken, used, left = (part.taken, part.used, part.left) if part else (None, None, None)
    told = (Figure("Sisa menurut printer", part.told),) if part and part.told is not None else ()
    return Block(title, (Figure("Dibawa", taken), Figure("Terpakai", used), Figure("Sisa", left), *told))


def _older_cards(document: ClosingDocument) -> tuple[Block, ...]:
    """Cards of earlier shifts that were handed over in this one, where there are any: no part of the balance."""
    handed = document.cards.handed_of_earlier
    return (Block("Kartu shift sebelumnya", (Figure("Diserahkan", handed),)),) if handed else ()


def _uploads(document: ClosingDocument) -> Block:
    figures = tuple(Figure(f"Alat {upload.set}", upload.waiting) for upload in document.uploads or ())
    return Block("Belum diunggah, per alat", figures or (Figure("Semua alat", None),))


def _other_products(document: ClosingDocument) -> Block:
    return Block(
        "Layanan lain", tuple(Figure(word, number) for word, number in product_counts(document.other_products))
    )
