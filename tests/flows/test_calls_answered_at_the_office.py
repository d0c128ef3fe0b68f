"""A laptop without a line reads its request out, an admin answers at the office's own, and the answer is taken."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
import sqlalchemy as sa
from msgspec import structs

from fieldkit.domain.errors import CentreBusyError, DeviceRevokedError, OfflineError, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId, row_id
from fieldkit.domain.lease import LeaseState
from fieldkit.domain.orders.telephone import Unanswered
from fieldkit.host.clock import now_ms
from fieldkit.host.secrets import new_signing_key, sign
from fieldkit.records.phone_codes import LEASE, PhoneStep, pin_matter, step_of
from fieldkit.records.phone_questions import PhoneQuestion, question_document
from fieldkit.records.start_codes import key_statement, prove
from fieldkit.records.tables import PHONE_STEP, USER_KEY
from fieldkit.records.wire import SignedQuestion
from fieldkit.server.database import reading
from fieldkit.server.devices.guesses import FREE
from fieldkit.server.devices.laptops import note_missing, revoke
from fieldkit.server.keeping.restoration import begin_epoch
from fieldkit.server.office.telephone import calls
from fieldkit.server.office.writing import add_user, dismiss_user
from fieldkit.server.schema import PHONE_ANSWER
from fieldkit.store.database import Database
from fieldkit.store.queries.orders.laptops import office_laptops
from fieldkit.store.queries.people import start_code_hash
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import doorway_of
from fieldkit.sync.telephone import told_by_centre
from fieldkit.work.instants import instant
from fieldkit.work.lease import call_about as own_call
from fieldkit.work.lease import look_at_lease, renew_by_phone
from fieldkit.work.orders.laptops import order_missing, order_revoke
from fieldkit.work.orders.telephone import Call, call_about, sign_question
from fieldkit.work.sign_in import Signer, check_in, pin_call, set_first_pin
from tests.flows.enrolled import Ground, Laptop, device_of, in_areas, kinds, signer
from tests.laptops import JATI, REGENCY, OwnClock

NEW_PIN = "385276"


@dataclass
class Calling:
    """A laptop in a village without a line, with somebody who leads, and the office's with its admin."""

    ground: Ground
    village: Laptop
    lead: UserId
    office: Laptop
    admin: Signer

    def about_lease(self) -> str:
        """What the village reads out to be opened again."""
        call = own_call(self.village.store, LEASE)
        assert call is not None
        return call.asked.spoken

    def about_pin(self) -> str:
        """What the lead there reads out for another PIN."""
        call = pin_call(self.village.store, self.lead)
        assert call is not None
        return call.asked.spoken

    def signed(self, request: str) -> SignedQuestion:
        """The question, signed by the admin."""
        return sign_question(self.office.store, request, self.admin)

    def told(self, signed: SignedQuestion, laptop: Laptop | None = None) -> str:
        """What the centre tells."""
        at = laptop or self.office
        return told_by_centre(doorway_of(Exchange(at.store), at.line), signed)

    def refused(self, signed: SignedQuestion, laptop: Laptop | None = None) -> str:
        """Why the centre tells nothing."""
        return why(lambda: self.told(signed, laptop))

    def forged(self, by: Signer | None = None, sent_from: Laptop | None = None, **changes: str) -> SignedQuestion:
        """A question about the lease, as a program could sign it that asks nothing before."""
        at, key = sent_from or self.office, by or self.admin
        asked = PhoneQuestion(
            kind="phone_answer",
            id=row_id(now_ms(self.ground.clock), os.urandom(10)),
            regency=REGENCY,
            asker=device_of(at),
            laptop=device_of(self.village),
            matter=LEASE,
            request=self.about_lease(),
            at=instant(self.ground.clock.now_utc()),
        )
        document = question_document(structs.replace(asked, **changes))
        return SignedQuestion(
            document=document.decode(), signer_id=key.user_id, key_id=key.key_id, signature=key.sign(document)
        )

    def signer(self, laptop: Laptop, role: str) -> Signer:
        """Somebody whose key the centre knows."""
        made = signer(self.ground, laptop, role)
        laptop.sync()
        return made

    def noted(self) -> list[sa.Row[*tuple[object, ...]]]:
        """What the centre noted of answers, oldest first."""
        with reading(self.ground.centre.engine) as connection:
            return list(connection.execute(sa.select(PHONE_ANSWER).order_by(PHONE_ANSWER.c.at_ms, PHONE_ANSWER.c.id)))


def why(act: Callable[[], object]) -> str:
    """By what code it is refused."""
    with pytest.raises(RuleError) as caught:
        act()
    return caught.value.problems[0].code


@pytest.fixture
def calling(ground: Ground) -> Calling:
    village, office = ground.laptop("village"), ground.laptop("office")
    lead = signer(ground, village, "lead").user_id
    admin = signer(ground, office, "admin")
    village.sync()
    ground.clock.pass_by(days=20)
    office.sync()
    office.sync()
    return Calling(ground, village, lead, office, admin)


def test_what_is_read_out_is_answered_at_the_office_and_opens_the_laptop(calling: Calling) -> None:
    assert _state(calling.village) is LeaseState.OVER
    call = call_about(calling.office.store, f" {calling.about_lease().lower()} ")
    assert (call.laptop.name, call.matter, call.user_name, call.is_clock_off) == ("village", LEASE, "", False)
    code = calling.told(calling.signed(call.request))
    renew_by_phone(calling.village.store, code)
    assert _state(calling.village) is LeaseState.RUNS


def test_somebody_who_forgot_the_pin_gets_another_whose_key_counts(calling: Calling) -> None:
    call: Call = call_about(calling.office.store, calling.about_pin())
    assert (call.laptop.name, call.user_name) == ("village", "Sri Rahayu")
    set_first_pin(calling.village.store, calling.lead, calling.told(calling.signed(call.request)), NEW_PIN)
    assert check_in(calling.village.store, calling.lead, NEW_PIN).user_id == calling.lead
    calling.village.sync()
    assert kinds(calling.ground) == []


def test_a_pin_s_answer_that_somebody_overheard_serves_at_no_other_laptop(calling: Calling) -> None:
    code = calling.told(calling.signed(calling.about_pin()))
    calling.office.sync()
    with pytest.raises(SignatureError):
        set_first_pin(calling.office.store, calling.lead, code, "904163")
    set_first_pin(calling.village.store, calling.lead, code, NEW_PIN)
    calling.village.sync()
    assert kinds(calling.ground) == []


def test_a_key_that_another_laptop_proves_by_an_overheard_answer_is_nobody_s(calling: Calling) -> None:
    """Not even a program that asks nothing makes one, and the key of the person who called counts after it."""
    code, made = calling.told(calling.signed(calling.about_pin())), new_signing_key(NEW_PIN)
    calling.office.sync()
    verifier = calling.office.store.query(start_code_hash, calling.lead)
    proof = prove(code, verifier, key_statement(REGENCY, calling.lead, made.public_hex))
    told = {"user_id": calling.lead, "public_key": made.public_hex, "proof": proof}
    calling.office.store.execute(lambda unit: unit.insert(USER_KEY, REGENCY, **told))
    calling.office.sync()
    assert kinds(calling.ground) == ["key"]
    set_first_pin(calling.village.store, calling.lead, code, NEW_PIN)
    calling.village.sync()
    assert kinds(calling.ground) == ["key"]


def test_it_is_noted_who_answered_which_laptop_about_what_and_not_the_answer(calling: Calling) -> None:
    signed = calling.signed(calling.about_pin())
    code = calling.told(signed)
    (row,) = calling.noted()
    assert (row.user_id, row.asker_id, row.device_id) == (
        calling.admin.user_id,
        device_of(calling.office),
        device_of(calling.village),
    )
    assert (row.document, row.signature) == (signed.document, signed.signature)
    assert code not in repr(row)
    steps = [(each.prefix, each.matter, each.kind, each.user_id) for each in calls(calling.ground.centre, REGENCY)]
    assert set(steps) == {
        ("P1", "pin", PhoneStep.TOLD, calling.lead),
        ("P1", "pin", PhoneStep.ANSWERED, calling.admin.user_id),
    }


def test_the_office_sees_who_answered_and_no_laptop_can_say_so_itself(calling: Calling) -> None:
    calling.told(calling.signed(calling.about_lease()))
    calling.office.sync()
    laptops = calling.office.store.query(office_laptops).laptops
    seen = next(each for each in laptops if each.name == "village").calls
    assert {(each.kind, each.name) for each in seen} == {(PhoneStep.TOLD, ""), (PhoneStep.ANSWERED, "Sri Rahayu")}
    told = step_of(device_of(calling.village), LEASE, PhoneStep.ANSWERED, 17_900, 0, calling.admin.user_id)
    calling.village.store.execute(lambda unit: unit.insert(PHONE_STEP, REGENCY, **told))
    calling.village.sync()
    assert len(kinds(calling.ground)) == 1


def test_nothing_of_the_answer_stays_at_the_office(calling: Calling) -> None:
    code = calling.told(calling.signed(calling.about_lease()))
    kept = calling.office.store.query(_all_texts)
    assert calling.office.store.meta.get("device_id") in kept
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_the_same_call_is_answered_alike_again_with_another_signature(calling: Calling) -> None:
    request = calling.about_lease()
    assert calling.told(calling.signed(request)) == calling.told(calling.signed(request))


def test_what_was_signed_serves_once(calling: Calling) -> None:
    signed = calling.signed(calling.about_lease())
    calling.told(signed)
    assert calling.refused(signed) == Unanswered.REPEATED


def test_what_was_signed_and_kept_back_serves_no_more_after_an_hour(calling: Calling) -> None:
    signed = calling.signed(calling.about_lease())
    calling.ground.clock.pass_by(minutes=61)
    assert calling.refused(signed) == Unanswered.LATE
    calling.ground.clock.pass_by(minutes=-122)
    assert calling.refused(signed) == Unanswered.LATE


@pytest.mark.parametrize("at", ["", "now", "2019-02-23", "9999-12-31T23:59:59Z"])
def test_what_names_no_time_is_late(calling: Calling, at: str) -> None:
    assert calling.refused(calling.forged(at=at)) == Unanswered.LATE


def test_nobody_but_an_admin_is_answered(calling: Calling) -> None:
    for role in ("lead", "planner", "head", "keeper"):
        other = calling.signer(calling.office, role)
        assert why(lambda by=other: sign_question(calling.office.store, calling.about_lease(), by)) == "phone_not_admin"
        assert calling.refused(calling.forged(other)) == Unanswered.NOT_ADMIN


def test_an_admin_whose_work_ended_meanwhile_is_not_answered(calling: Calling) -> None:
    signed = calling.signed(calling.about_lease())
    add_user(calling.ground.centre, REGENCY, name="Yuni", role="admin", now_ms=now_ms(calling.ground.clock))
    dismiss_user(calling.ground.centre, REGENCY, calling.admin.user_id, now_ms=now_ms(calling.ground.clock))
    assert calling.refused(signed) == Unanswered.NOT_ADMIN


def test_the_token_of_a_laptop_alone_gets_nothing(calling: Calling) -> None:
    honest = calling.forged()
    other = calling.signer(calling.office, "planner")
    by_other = structs.replace(calling.forged(other), signer_id=calling.admin.user_id)
    changed = structs.replace(honest, document=honest.document.replace(LEASE, pin_matter(calling.lead)))
    for forged in (by_other, changed, structs.replace(honest, signature="00" * 64)):
        assert calling.refused(forged) == Unanswered.NOT_SIGNED
    assert calling.noted() == []


def test_a_key_that_a_laptop_made_for_its_admin_proves_nothing(calling: Calling) -> None:
    made, office = new_signing_key(NEW_PIN), calling.office
    told = {"user_id": calling.admin.user_id, "public_key": made.public_hex, "proof": None}
    key_id = office.store.execute(lambda unit: unit.insert(USER_KEY, REGENCY, **told))
    office.sync()
    asked = calling.forged()
    signature = sign(made.sealed, NEW_PIN, asked.document.encode())
    assert calling.refused(structs.replace(asked, key_id=key_id, signature=signature)) == Unanswered.NOT_SIGNED


def test_an_admin_at_the_laptop_of_a_village_is_not_answered(calling: Calling) -> None:
    table = in_areas(calling.ground, "table", JATI)
    there = calling.signer(table, "admin")
    assert calling.refused(calling.forged(there, table), table) == Unanswered.NOT_OFFICE


def test_what_was_signed_at_one_laptop_serves_at_no_other(calling: Calling) -> None:
    second = calling.ground.laptop("second")
    assert calling.refused(calling.signed(calling.about_lease()), second) == Unanswered.UNREAD


def test_it_is_answered_about_what_was_signed_and_nothing_else(calling: Calling) -> None:
    signed_otherwise = (
        {"matter": pin_matter(calling.lead)},
        {"laptop": device_of(calling.office)},
        {"request": "P1-AAA-AAAAA"},
        {"request": "nonsense"},
        {"regency": "35.75"},
        {"id": "\0"},
        {"kind": "closing"},
    )
    for changes in signed_otherwise[:4]:
        assert calling.refused(calling.forged(**changes)) == Unanswered.UNREAD, changes
    calling.ground.clock.pass_by(minutes=1)
    for changes in signed_otherwise[4:]:
        calling.ground.clock.pass_by(minutes=5)
        assert calling.refused(calling.forged(**changes)) == Unanswered.UNREAD, changes
    assert calling.noted() == []


@pytest.mark.parametrize(("end", "code"), [(revoke, Unanswered.REVOKED), (note_missing, Unanswered.MISSING)])
def test_a_laptop_that_was_shut_out_or_is_missing_is_refused_in_words(
    calling: Calling, end: Callable[..., bool], code: Unanswered
) -> None:
    signed, at = calling.signed(calling.about_lease()), now_ms(calling.ground.clock)
    end(
        calling.ground.centre,
        REGENCY,
        device_of(calling.village),
        **({"now_ms": at} if end is revoke else {"at_ms": at}),
    )
    assert calling.refused(signed) == code
    calling.office.sync()
    calling.office.sync()
    assert why(lambda: call_about(calling.office.store, calling.about_lease())) == code


@pytest.mark.parametrize(("order", "code"), [(order_revoke, "phone_revoked"), (order_missing, "phone_missing")])
def test_what_was_just_ordered_and_is_not_sent_yet_counts_already(
    calling: Calling, order: Callable[..., str], code: str
) -> None:
    request, office = calling.about_lease(), calling.office.store
    office.execute(order, device_of(calling.village), calling.admin)
    assert why(lambda: call_about(office, request)) == code


def test_an_office_laptop_that_is_missing_or_shut_out_answers_nobody(calling: Calling) -> None:
    here, at = device_of(calling.office), now_ms(calling.ground.clock)
    note_missing(calling.ground.centre, REGENCY, here, at_ms=at)
    assert calling.refused(calling.forged()) == Unanswered.MISSING
    revoke(calling.ground.centre, REGENCY, here, now_ms=at)
    with pytest.raises(DeviceRevokedError):
        calling.told(calling.forged())


def test_whoever_guesses_waits_and_nobody_else_does(calling: Calling) -> None:
    second = calling.ground.laptop("second")
    by = calling.signer(second, "admin")
    for _ in range(FREE):
        assert calling.refused(calling.forged(request="P1-AAA-AAAAA")) == Unanswered.UNREAD
    with pytest.raises(CentreBusyError) as caught:
        calling.told(calling.signed(calling.about_lease()))
    assert caught.value.retry_after_s == 30
    assert calling.told(calling.forged(by, second), second)
    calling.ground.clock.pass_by(minutes=1)
    assert calling.told(calling.signed(calling.about_lease()))


def test_a_restored_centre_answers_nobody_before_its_revocations_are_confirmed(calling: Calling) -> None:
    signed = calling.signed(calling.about_lease())
    begin_epoch(calling.ground.centre, now_ms(calling.ground.clock))
    with pytest.raises(CentreBusyError):
        calling.told(signed)


def test_without_a_line_it_says_what_that_means_for_the_call(calling: Calling) -> None:
    signed = calling.signed(calling.about_lease())

    def cut(_request: object) -> None:
        import httpx

        raise httpx.ConnectError("no line")

    calling.office.line.before = cut
    with pytest.raises(OfflineError) as caught:
        calling.told(signed)
    assert "Jawaban telepon hanya ada di pusat" in str(caught.value.advice)


def test_an_answer_that_was_lost_on_the_way_is_asked_for_again(calling: Calling) -> None:
    def cut(_request: object) -> None:
        import httpx

        raise httpx.ReadError("cut")

    request = calling.about_lease()
    calling.office.line.after = cut
    with pytest.raises(OfflineError):
        calling.told(calling.signed(request))
    calling.office.line.after = lambda _: None
    renew_by_phone(calling.village.store, calling.told(calling.signed(request)))
    assert len(calling.noted()) == 2


def test_a_laptop_whose_clock_shows_another_day_is_pointed_out(calling: Calling) -> None:
    request = calling.about_lease()
    calling.ground.clock.pass_by(days=3)
    assert call_about(calling.office.store, request).is_clock_off


@pytest.mark.parametrize("typed", ["", "P1", "P99-AAA-AAAAA", "nonsense"])
def test_what_is_no_request_is_told_before_anything_is_signed(calling: Calling, typed: str) -> None:
    assert why(lambda: call_about(calling.office.store, typed)) == Unanswered.UNREAD


def test_an_office_laptop_whose_clock_is_known_to_be_off_signs_by_the_centre_s_time(calling: Calling) -> None:
    clock = OwnClock(calling.ground.clock)
    second = calling.ground.laptop("second", clock=clock)
    by = calling.signer(second, "admin")
    clock.wrong_by = timedelta(hours=5)
    request = calling.about_lease()
    assert calling.refused(sign_question(second.store, request, by), second) == Unanswered.LATE
    second.sync()
    assert calling.told(sign_question(second.store, request, by), second)


def _state(laptop: Laptop) -> LeaseState:
    now = look_at_lease(laptop.store)
    assert now is not None
    return now.state


def _all_texts(database: Database) -> str:
    tables = [name for (name,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return "\n".join(repr(row) for table in tables for row in database.rows(f'SELECT * FROM "{table}"'))
