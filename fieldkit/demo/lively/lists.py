"""A list that is being cleaned: proposals with papers and without, the office's word on some, sheets that went out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.lively.planning import PLANNER
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.lists.proposal import PAPERS, EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.store.queries.people import app_users
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from fieldkit.work.practice import JATI

_SAID: Final = (
    *((ProposalKind.DECEASED, EvidenceKind.DEATH_CERTIFICATE, "") for _ in range(9)),
    *((ProposalKind.DECEASED, EvidenceKind.RT_STATEMENT, "Kata Pak RT, tahun lalu") for _ in range(2)),
    *((ProposalKind.MOVED, EvidenceKind.MOVING_LETTER, "Ke Surabaya") for _ in range(5)),
    *((ProposalKind.AWAY, EvidenceKind.FAMILY_STATEMENT, "Kerja di Bali") for _ in range(18)),
    *((ProposalKind.NOT_FOUND, "", "Rumah kosong, tetangga tidak kenal") for _ in range(4)),
    *((ProposalKind.DOUBLE, "", "Sama dengan kakaknya di RT 002") for _ in range(2)),
    (ProposalKind.ALREADY_RECORDED, EvidenceKind.ID_CARD, ""),
)
_APPROVED: Final = 6
_REASON: Final = "Akta atas nama orang lain"


def clean_list(laptop: PracticeLaptop, people: Sequence[str]) -> None:
    """The morning's walk with the RT, told of these people of the list; the office has begun to decide."""
    store, signed_in = laptop.store, laptop.store.user
    laptop.clock.set("13:40")
    said = [store.execute(propose, each) for each in _proposals(people)]
    pages = (("001", "001", 31), ("001", "002", 27), ("002", "001", 24))
    store.execute(note_sheets, NoteSheets(SheetKind.INVITATION, JATI, pages))
    laptop.clock.set("14:20")
    store.user = UserId(next(user.id for user in store.query(app_users) if user.name == PLANNER))
    store.execute(decide, Decide(tuple(said[:_APPROVED]), OfficeDecision.APPROVED))
    store.execute(decide, Decide((said[_APPROVED],), OfficeDecision.REJECTED, _REASON))
    store.user = signed_in


def _proposals(people: Sequence[str]) -> Iterator[Propose]:
    for number, (person, (kind, evidence, note)) in enumerate(zip(people, _SAID, strict=False)):
        has_paper = evidence in PAPERS
        issued = DAY - timedelta(days=20 + 9 * number) if has_paper else None
        yield Propose(person, kind, evidence, f"3574-2018-{9900 + number}" if has_paper else "", issued, note)
