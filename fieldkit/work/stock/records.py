"""Sign a handover record (berita acara): its figures never change afterwards, and may be printed again for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from fieldkit.domain.areas import AreaCode, office_of
from fieldkit.domain.cards.handover import Minutes, RecordKind, check_minutes
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.signing import canonical
from fieldkit.domain.stock.holders import HolderKind, code_of, kind_of
from fieldkit.domain.stock.movements import Movement
from fieldkit.domain.text import text
from fieldkit.records.tables import HANDOVER_RECORD
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.given import is_given
from fieldkit.store.queries.people import app_user
from fieldkit.store.unit import Unit
from fieldkit.work.days import today
from fieldkit.work.instants import at_site, instant
from fieldkit.work.sign_in import Signer

_LAST_VILLAGE: Final = (
    "SELECT s.area FROM stock_movement m JOIN shift_opening s ON s.id = m.shift_id "
    "WHERE ?1 IN (m.from_holder, m.to_holder) ORDER BY m.at DESC, m.id DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a record says: the movements, and what is told of them."""

    kind: RecordKind
    movements: tuple[Movement, ...]
    facts: dict[str, Any] = field(default_factory=dict)


def sign_record(unit: Unit, statement: Statement, minutes: Minutes, signer: Signer) -> str:
    """Sign and keep a record; returns its id. RuleError where the paper lacks something, or its number is taken."""
    head = head_of(unit, statement.kind, minutes, signer)
    document = {
        **head,
        "other_name": minutes.other_name,
        "movements": _plain(statement.movements),
        **statement.facts,
    }
    return keep_signed(unit, document, signer, area=_place_of(unit, statement.movements))


def keep_signed(unit: Unit, document: Mapping[str, Any], signer: Signer, *, area: str, answers_id: str = "") -> str:
    """Sign a document that begins with its head, and keep it; returns its id. It never changes afterwards."""
    written = canonical(document)
    return unit.insert(
        HANDOVER_RECORD,
        area,
        kind=str(document["kind"]),
        number=document["number"],
        document=written.decode(),
        answers_id=answers_id or None,
        signer_id=signer.user_id,
        key_id=signer.key_id,
        signature=signer.sign(written),
        at=instant(unit.now_utc),
    )


def head_of(unit: Unit, kind: RecordKind, minutes: Minutes, signer: Signer) -> dict[str, Any]:
    """What stands at the head of every record; RuleError where the paper lacks something, or its number is taken."""
    problems = check_minutes(kind, minutes)
    if unit.value("SELECT 1 FROM handover_record WHERE number = ?", minutes.number.strip()):
        taken = Problem("number", "number_taken", text("Nomor ini sudah dipakai. Tulis nomor yang lain."))
        problems = (*problems, taken)
    if problems:
        raise RuleError(*problems)
    user = unit.query(app_user, signer.user_id)
    return {
        "format": 1,
        "kind": kind,
        "number": minutes.number.strip(),
        "day": at_site(unit.now_utc, minutes.time_zone).date().isoformat(),
        "time_zone": minutes.time_zone,
        "office": {"name": unit.query(office_name, today(unit).isoformat()), "regency": unit.meta.get("regency_name")},
        "signer": {"name": user.name if user else "", "role": user.role if user else ""},
        "witnesses": list(minutes.witnesses),
        "other_party": minutes.other_party.strip(),
    }


def _place_of(unit: Unit, movements: Sequence[Movement]) -> str:
    """Where the paper stands, since it names who signed: the district of a store, where a table last worked, else the
    office alone; the regency where this laptop was not given that place, and could not keep the paper."""
    regency = unit.meta.regency
    ends = [holder for each in movements for holder in (each.from_holder, each.to_holder)]
    districts = [code_of(each) for each in ends if kind_of(each) is HolderKind.STORE]
    villages = [unit.value(_LAST_VILLAGE, each) or regency for each in ends if kind_of(each) is HolderKind.TABLE]
    place = AreaCode(next(iter([*districts, *villages]), office_of(regency)))
    return place if unit.query(is_given, place) else regency


def _plain(movements: Sequence[Movement]) -> list[dict[str, Any]]:
    return [asdict(movement) for movement in movements]
