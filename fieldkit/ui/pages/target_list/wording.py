"""How the list page words its filters, its figures and what happened to a person."""

from __future__ import annotations

from datetime import date
from typing import Final

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.lists.proposal import (
    OfficeDecision,
    decision_label,
    evidence_label,
    is_decided,
    proposal_label,
)
from fieldkit.domain.people.nik import mask_number
from fieldkit.domain.people.person import age_on
from fieldkit.domain.people.phone import mask_phone
from fieldkit.domain.people.same_person import LinkRule
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import Step, step_label
from fieldkit.domain.visits.visit import WITHDRAWN, VisitOutcome, next_step_label, visit_outcome_label
from fieldkit.store.queries.lists.listing import ListCounts, ListEntry, ListFilter
from fieldkit.store.queries.lists.proposals import ProposalRow
from fieldkit.store.queries.lists.target_list_page import Known, PastService, PastVisit
from fieldkit.store.queries.one_person import LinkedPair
from fieldkit.store.queries.table.registration import Person
from fieldkit.ui.formats import clock, count, day_short, percent_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment

_NONE: Final = "–"
_AT_TABLE: Final = frozenset({Step.REGISTERED, Step.CALLED, Step.CAPTURING, Step.BACK_IN_QUEUE})
_DONE_STEPS: Final = frozenset({Step.RECORDED, Step.RECORDED_WITH_EXCEPTION, Step.ACCEPTED_FOR_REPRINT})


def filter_word(part: ListFilter) -> str:
    """The filter as its button says it."""
    return {
        ListFilter.LEFT: tr("Sisa"),
        ListFilter.ALL: tr("Semua"),
        ListFilter.RECORDED: tr("Terekam"),
        ListFilter.VISIT: tr("Kunjungan"),
        ListFilter.PROPOSED: tr("Usulan"),
        ListFilter.CONFIRMED: tr("Disahkan"),
        ListFilter.AWAY: tr("Merantau"),
        ListFilter.CALL_BACK: tr("Panggil"),
    }[part]


def shown_line(part: ListFilter, total: int) -> str:
    """How many rows the table has, and in which order they stand."""
    return {
        ListFilter.LEFT: tr("{n} orang belum terekam", n=count(total)),
        ListFilter.ALL: tr("{n} orang di daftar", n=count(total)),
        ListFilter.RECORDED: tr("{n} orang terekam", n=count(total)),
        ListFilter.VISIT: tr("{n} orang perlu dikunjungi", n=count(total)),
        ListFilter.PROPOSED: tr("{n} orang menunggu putusan kantor", n=count(total)),
        ListFilter.CONFIRMED: tr("{n} orang dicoret kantor", n=count(total)),
        ListFilter.AWAY: tr("{n} orang merantau", n=count(total)),
        ListFilter.CALL_BACK: tr("{n} orang dipanggil lagi", n=count(total)),
    }[part]


def found_line(total: int) -> str:
    """How many of the village's list match what was typed."""
    return tr("{n} orang mirip, dari semua saringan", n=count(total)) if total else tr("Tidak ketemu di daftar ini")


def as_of_words(as_of: str) -> str:
    """The date of the list."""
    return tr("per {day}", day=date_numeric(date.fromisoformat(as_of))) if as_of else ""


def reachable_sum(counts: ListCounts) -> str:
    """How the reachable follow from the list: what the office took off, and who is away, are taken from it."""
    return f"{count(counts.total)} − {count(counts.approved)} − {count(counts.away)}"


def left_sum(counts: ListCounts) -> str:
    """How those left follow from the reachable."""
    return tr("{n} − {recorded} terekam", n=count(counts.reachable), recorded=count(counts.recorded))


def recorded_share(counts: ListCounts) -> str:
    """How far the list is done."""
    return percent_text(percent(counts.recorded, counts.total)) if counts.total else ""


def birth_words(birth_date: str, on: date) -> str:
    """Birth date and age; a dash where it is not known."""
    if not birth_date:
        return _NONE
    birth = date.fromisoformat(birth_date)
    return tr("{day} ({age} th)", day=date_numeric(birth), age=age_on(birth, on))


def household_words(entry: ListEntry) -> str:
    """RT and RW as lists write them: 03/05."""
    return f"{entry.rt or _NONE}/{entry.rw or _NONE}" if entry.rt or entry.rw else _NONE


def tail_words(nik_tail: str) -> str:
    """The end of the NIK, by which people of one name are told apart."""
    return f"…{nik_tail[-4:]}" if nik_tail else _NONE


def numbers_line(person: Person) -> str:
    """NIK and KK, masked."""
    nik = mask_number(person.nik) if person.nik else (f"…{person.nik_tail}" if person.nik_tail else tr("belum ada"))
    kk = mask_number(person.kk) if person.kk else tr("belum ada")
    return tr("NIK {nik} · KK {kk}", nik=nik, kk=kk)


def phone_line(person: Person) -> str:
    """The phone, masked, or that nobody has asked yet."""
    if person.phone:
        return tr("HP {phone}", phone=mask_phone(person.phone))
    if person.contact_name:
        return tr("Tidak punya HP, kabar lewat {name}", name=person.contact_name)
    return tr("Nomor HP belum ditanyakan")


def name_words(name: str) -> str:
    """A name, or why there is none: nobody is entered without one."""
    return name or tr("Data sudah dihapus")


def erased_line() -> str:
    """Why nothing more is known of somebody, and what that means."""
    return tr(
        "Nama dan data pribadinya dihapus atas perintah kantor. Yang sudah dilayani tetap terhitung, dan tidak ada "
        "lagi yang dicatat di sini."
    )


def linked_title(pair: LinkedPair) -> str:
    """How another row of the person writes the name."""
    return pair.name or tr("Data yang tidak ada di laptop ini")


def linked_line(pair: LinkedPair) -> str:
    """What tells the other row apart, and who says that it is the same person."""
    rules: dict[str, str] = {LinkRule.SAME_NUMBER: tr("NIK sama"), LinkRule.BY_HAND: tr("disatukan petugas")}
    said = [rules.get(rule, tr("disatukan")) for rule in pair.rules]
    return _joined(what_tells_apart(pair), ", ".join(said))


def what_tells_apart(pair: LinkedPair) -> str:
    """Birth date and last digits of the other row, as far as they are known."""
    born = date_numeric(date.fromisoformat(pair.birth_date)) if pair.birth_date else ""
    return _joined(born, f"…{pair.nik_tail[-4:]}" if pair.nik_tail else "")


def linked_items(pairs: tuple[LinkedPair, ...]) -> list[RowItem]:
    """The other rows of a person, each with its spelling and the rule."""
    return [
        RowItem(f"{pair.resident_id} {pair.other_id}", linked_title(pair), linked_line(pair), icon="users-three")
        for pair in pairs
    ]


def past_items(known: Known, time_zone: str) -> list[RowItem]:
    """What happened to a person, and what was said of the person, the last first."""
    dated = [(service.at, _service_item(service, time_zone)) for service in known.services]
    dated += [(visit.at, _visit_item(visit, time_zone)) for visit in known.visits]
    dated += [(said.at, _proposal_item(said, time_zone)) for said in known.proposals if _is_told(said)]
    return [item for _, item in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def day_and_time(at: str, time_zone: str) -> str:
    """An instant as the clock at the site showed it."""
    local = at_site(moment(at), time_zone)
    return f"{day_short(local.date())} {clock(local)}"


def _service_item(service: PastService, time_zone: str) -> RowItem:
    result = tr("masih di meja") if service.step in _AT_TABLE else say(step_label(service.step))
    title = tr("{reason}: {result}", reason=say(reason_label(service.reason)), result=result)
    second = " · ".join(part for part in (day_and_time(service.at, time_zone), service.queue_no) if part)
    return RowItem(
        service.id, title, second, icon="identification-card", tone="ok" if service.step in _DONE_STEPS else ""
    )


def _visit_item(visit: PastVisit, time_zone: str) -> RowItem:
    at = day_and_time(visit.at, time_zone)
    if not visit.outcome:
        asked = tr("Minta kunjungan, oleh {who}", who=visit.asked_by) if visit.asked_by else tr("Minta kunjungan")
        return RowItem(visit.id, asked, _joined(at, visit.note), icon="house-line")
    if visit.outcome == WITHDRAWN:
        return RowItem(visit.id, say(visit_outcome_label(visit.outcome)), at, icon="house-line")
    title = tr("Kunjungan: {outcome}", outcome=say(visit_outcome_label(visit.outcome)))
    second = _joined(at, say(next_step_label(visit.next_step)), visit.note)
    return RowItem(
        visit.id, title, second, icon="house-line", tone="ok" if visit.outcome == VisitOutcome.RECORDED else ""
    )


def evidence_words(said: ProposalRow) -> str:
    """By what it is known: kind, number and date of a paper, or who says so."""
    if not said.evidence_kind:
        return tr("dari kunjungan, tanpa surat") if said.is_visit else tr("tanpa surat")
    issued = date_numeric(date.fromisoformat(said.evidence_date)) if said.evidence_date else ""
    return _joined(" ".join(filter(None, (say(evidence_label(said.evidence_kind)), said.evidence_number))), issued)


def proposal_line(said: ProposalRow) -> str:
    """Evidence and remark; once it is decided against, the reason."""
    return said.reason or _joined(evidence_words(said), said.note)


def decision_badge(said: ProposalRow) -> tuple[str, str]:
    """Where a proposal stands with the office."""
    tones: dict[str, str] = {OfficeDecision.APPROVED: "ok", OfficeDecision.REJECTED: "warn"}
    return say(decision_label(said.decision)), tones.get(said.decision, "mute")


def decision_words(said: ProposalRow, time_zone: str) -> str:
    """Who of the office decided when, and why."""
    if not is_decided(said.decision):
        return ""
    word = say(decision_label(said.decision))
    told = tr(
        "{word} {who}, {at}",
        word=word,
        who=said.decided_by or tr("kantor"),
        at=day_and_time(said.decided_at, time_zone),
    )
    return f"{told}: {said.reason}" if said.reason else told


def _is_told(said: ProposalRow) -> bool:
    """A visit tells itself; it is told once more with the office's word on it."""
    return not said.is_visit or is_decided(said.decision)


def _proposal_item(said: ProposalRow, time_zone: str) -> RowItem:
    title = tr("Usulan: {kind}", kind=say(proposal_label(said.kind)))
    words = decision_words(said, time_zone) or say(decision_label(said.decision))
    second = _joined(day_and_time(said.at, time_zone), evidence_words(said), said.note, words)
    tone = decision_badge(said)[1] if is_decided(said.decision) else ""
    return RowItem(said.id, title, second, icon="flag", tone=tone, wraps=True)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
