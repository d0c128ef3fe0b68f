"""A version of a rule is written with its day; policy waits for the head, whose signature puts it in force (HO-3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.rules.catalogue import RULE, Rule, RuleName
from fieldkit.domain.rules.keys import DRAFT, WITHDRAWN
from fieldkit.domain.rules.signed import RULED, TAKEN_BACK, day_of, document_of, needs_signature, with_settings
from fieldkit.domain.rules.versions import Setting, Stage, Version
from fieldkit.domain.text import Text, text
from fieldkit.records.tables import SETTING
from fieldkit.store.queries.people import app_user
from fieldkit.store.queries.rules.versions import RulesView, rules_now
from fieldkit.store.unit import Unit
from fieldkit.work.approvals import approve
from fieldkit.work.authority import require_head, require_rule_writer, role_of
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class WriteRule:
    """What is to hold, by key, and from which day."""

    name: RuleName
    values: Mapping[str, str]
    since: date | None


@dataclass(frozen=True, slots=True)
class Renamed:
    """Rows under the keys that they had before, so that it can be taken back."""

    keys: Mapping[str, str]


def write_rule(unit: Unit, command: WriteRule) -> Renamed:
    """A version with its day: policy as a draft for the head, anything else in force from that day on.

    What comes back takes the rows away again, until somebody has signed.
    """
    require_rule_writer(unit)
    rule, view = RULE[command.name], _view(unit)
    values = rule.tidy(command.values)
    _refuse(*_doubts(view, rule, values, command.since))
    mark = DRAFT if rule.is_signed else ""
    since = command.since.isoformat() if command.since else None
    rows = [{"key": mark + key, "value": value, "valid_from": since} for key, value in values.items()]
    ids = unit.insert_last(SETTING, [(unit.meta.regency, row) for row in rows])
    return Renamed({id_: f"{WITHDRAWN}{mark}{key}" for id_, key in zip(ids, values, strict=True)})


def sign_rule(unit: Unit, version_id: str, signer: Signer) -> str:
    """The head signs a draft as it was read: with that it holds from its day on. Returns the approval."""
    require_head(unit)
    version = _found(_view(unit), version_id, Stage.DRAFT)
    _refuse(*_unfit_day(_view(unit), version.rule, version.since, being_signed=version.id))
    rows = _rows(unit, version.ids)
    approval = _sign(unit, version, rows, RULED, signer)
    for row in rows:
        unit.update(SETTING, row.id, key=row.key.removeprefix(DRAFT))
    return approval


def withdraw_signed(unit: Unit, version_id: str, signer: Signer) -> str:
    """The head takes a signed version back before its day; nobody went by it. Returns the approval."""
    require_head(unit)
    version = _found(_view(unit), version_id, Stage.NEXT)
    if not version.rule.is_signed:
        raise RuleError(_gone())
    rows = _rows(unit, version.ids)
    approval = _sign(unit, version, rows, TAKEN_BACK, signer)
    for row in rows:
        unit.update(SETTING, row.id, key=WITHDRAWN + row.key)
    return approval


def withdraw_rule(unit: Unit, version_id: str) -> Renamed:
    """A draft, or an unsigned version before its day, is taken back; what comes back puts it there again."""
    require_rule_writer(unit)
    version = _found(_view(unit), version_id, Stage.DRAFT, Stage.NEXT)
    if version.stage is Stage.NEXT and version.rule.is_signed:
        words = text("Aturan ini sudah ditandatangani. Hanya kepala dinas yang bisa menariknya, dengan PIN.")
        raise RuleError(Problem("rule", "signed", words))
    before = {row.id: row.key for row in _rows(unit, version.ids)}
    rename(unit, Renamed({id_: WITHDRAWN + key for id_, key in before.items()}))
    return Renamed(before)


def rename(unit: Unit, command: Renamed) -> None:
    """Undo of a version that was written or withdrawn: its rows stand again where they stood."""
    require_rule_writer(unit)
    known = {row.id: row for row in _rows(unit, command.keys)}
    if any(not _may_be_renamed(known[id_].key, key) for id_, key in command.keys.items()):
        raise RuleError(_gone())
    for id_, key in command.keys.items():
        unit.update(SETTING, id_, key=key)


def _may_be_renamed(now: str, key: str) -> bool:
    """Whether these are the two places of one row, and neither has the word of the head."""
    if needs_signature(key.removeprefix(WITHDRAWN)):
        return False
    return now == WITHDRAWN + key or WITHDRAWN + now == key


def _sign(unit: Unit, version: Version, rows: Iterable[Setting], act: str, signer: Signer) -> str:
    user = unit.query(app_user, signer.user_id)
    told = {"id": signer.user_id, "name": user.name if user else "", "role": role_of(unit) or ""}
    document = document_of(version, act, unit.meta.regency, told, instant(unit.now_utc))
    return approve(unit, act, version.id, with_settings(document, rows), signer)


def _view(unit: Unit) -> RulesView:
    return unit.query(rules_now, unit.now_utc)


def _found(view: RulesView, version_id: str, *stages: Stage) -> Version:
    for each in view.versions:
        if each.id == version_id and each.stage in stages:
            return each
    raise RuleError(_gone())


def _rows(unit: Unit, ids: Iterable[str]) -> list[Setting]:
    found = []
    for id_ in ids:
        row = unit.row("SELECT key, value, coalesce(valid_from, '') FROM setting WHERE id = ?", id_)
        if row is not None:
            key, value, since = row
            found.append(Setting(id_, key, value, day_of(since)))
    return found


def _doubts(view: RulesView, rule: Rule, values: Mapping[str, str], since: date | None) -> list[Problem]:
    if since is None:
        words = text("Harinya belum ditulis. Tulis mulai kapan aturan ini berlaku.")
        return [Problem("since", "no_date", words)]
    found = [*rule.problems(values, since), *_unfit_day(view, rule, since)]
    before = next((each.values for each in view.of(rule.name, Stage.IN_FORCE, Stage.NEXT) if each.since <= since), {})
    if not found and rule.readable(before) == values:
        words = text("Ini sama dengan yang sudah berlaku pada hari itu. Ubah isinya, atau batalkan.")
        return [Problem(rule.terms[0].key, "unchanged", words)]
    return found


def _unfit_day(view: RulesView, rule: Rule, since: date, being_signed: str = "") -> list[Problem]:
    if since < view.today:
        return [Problem("since", "past_day", _PAST_DRAFT if being_signed else _PAST_DAY)]
    stages = (Stage.IN_FORCE, Stage.NEXT, Stage.DRAFT)
    on_day = [each for each in view.of(rule.name, *stages) if each.since == since and each.id != being_signed]
    # What nobody signs is mended on the day itself: the later written counts.
    if not on_day or not rule.is_signed:
        return []
    words = _DRAFT_THERE if on_day[0].stage is Stage.DRAFT else _RULE_THERE
    return [Problem("since", "day_taken", Text(words.source, {"day": date_numeric(since)}))]


def _refuse(*problems: Problem) -> None:
    if problems:
        raise RuleError(*problems)


def _gone() -> Problem:
    words = text("Aturan ini sudah berubah sejak dibuka. Lihat lagi daftarnya, lalu pilih yang sekarang.")
    return Problem("rule", "gone", words)


_PAST_DAY = text("Hari itu sudah lewat, dan hari yang lewat tetap dengan aturannya. Pilih hari ini atau sesudahnya.")
_PAST_DRAFT = text(
    "Hari mulainya sudah lewat sebelum ditandatangani. Tarik rancangan ini, lalu tulis dengan hari baru."
)
_DRAFT_THERE = text(
    "Untuk {day} sudah ada rancangan yang menunggu tanda tangan. Tarik yang itu dulu, atau pilih hari lain."
)
_RULE_THERE = text("Untuk {day} aturan ini sudah ada. Pilih hari lain; yang belum mulai bisa ditarik dulu.")
