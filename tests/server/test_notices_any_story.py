"""Whatever gateway, power and clerk do: a message is handed over once, and everybody is told three times in the end."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from field_pens import JATI, NOW_MS, PROBOLINGGO, FieldLaptop, Ground, request_for, resident
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.notices.messages import FOR_CLERK, Message, NoticeState, messages
from fieldkit.domain.notices.plan import eligible_on
from fieldkit.domain.notices.rule import DEFAULT_RULE
from fieldkit.server.database import reading
from fieldkit.server.notices.book import Local, as_steps, local_of, steps_of
from fieldkit.server.notices.reports import secret_of, take_report
from fieldkit.server.notices.sender import Sender
from fieldkit.server.notices.ways import Answer, Gateway, Sms

DAY_MS = 86_400_000
ANSWERS = {
    "accepted": Answer(NoticeState.ACCEPTED),
    "rejected": Answer(NoticeState.REJECTED, "http_400"),
    "no_gateway": Answer(NoticeState.DEFERRED, "no_gateway"),
    "no_answer": Answer(NoticeState.UNKNOWN, "no_answer"),
}
REACHES = {"accepted", "no_answer", "killed_after"}
"""By these somebody may read the message."""
TURNS = st.tuples(
    st.sampled_from([*ANSWERS, "killed_before", "killed_after"]),
    st.sampled_from(["", "1", "2", "16"]),
    st.sampled_from(["", "told_by_phone", "unreachable", "delivered"]),
    st.integers(0, 45),
)


class PowerCutError(BaseException):
    """The process is gone."""


@dataclass
class World:
    """One card, the gateway as the story has it, and who was handed what."""

    ground: Ground
    laptop: FieldLaptop
    request: str = ""
    happens: str = "accepted"
    handed: Counter[str] = field(default_factory=Counter)

    def hand_over(self, _client: object, _gateway: Gateway, sms: Sms) -> Answer:
        """What the gateway makes of a message."""
        if self.happens in REACHES:
            self.handed[sms.reference] += 1
        if self.happens.startswith("killed"):
            raise PowerCutError
        return ANSWERS[self.happens]

    def make_ready(self) -> None:
        """A card lies ready now."""
        person = self.laptop.pen.insert("resident", resident("SITI AMINAH", phone="081234901117"))
        self.request = self.laptop.pen.insert("service_request", request_for(person, sms_consent=1))
        place = {"request_id": self.request, "state": "ready", "place": "Kel. Jati", "custodian": "Rina"}
        self.laptop.pen.insert("card_place", {**place, "at": self.local().instant})
        self.laptop.push()

    def round(self, happens: str) -> None:
        """The centre looks at what is due."""
        self.happens = happens
        gateway = Gateway(way="kannel", url="http://127.0.0.1:1")
        with suppress(PowerCutError):
            Sender(self.ground.centre, {PROBOLINGGO: gateway}, self.ground.clock).round()

    def report(self, status: str) -> None:
        """The gateway says what became of the newest message that went out."""
        out = [each for each in self.told() if self.handed[each.reference]]
        if status and out:
            with reading(self.ground.centre.engine) as connection:
                secret = secret_of(connection, PROBOLINGGO, out[-1].reference)
            asked = {"regency": PROBOLINGGO, "reference": out[-1].reference, "secret": secret, "status": status}
            assert take_report(self.ground.centre, asked, self.ground.clock())

    def by_clerk(self, result: str) -> None:
        """The clerk does what waits."""
        for message in self.told():
            if result and message.state in FOR_CLERK:
                values = {"request_id": self.request, "sequence": message.sequence, "channel": "call_list"}
                said = {"state": result, "reference": message.reference, "at": self.local().instant}
                self.laptop.pen.insert("notice_step", {**values, **said}, area=JATI)
                self.laptop.push()

    def told(self) -> list[Message]:
        """The messages as the centre knows them."""
        with reading(self.ground.centre.engine) as connection:
            steps = steps_of(connection, self.ground.centre.bulk, PROBOLINGGO, [self.request])
        return messages(as_steps(steps.get(self.request, []), self.local()), DEFAULT_RULE)

    def local(self) -> Local:
        """The clock of the office."""
        with reading(self.ground.centre.engine) as connection:
            return local_of(connection, PROBOLINGGO, self.ground.clock())

    def fetch(self) -> None:
        """The card is fetched: the next story has the centre for itself."""
        given_out: dict[str, Any] = {"request_id": self.request, "received_by": "SITI", "identity_shown": "KK"}
        self.laptop.pen.insert("card_handover", {**given_out, "at": self.local().instant})
        self.laptop.push()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(TURNS, max_size=8))
def test_any_story_ends_with_everybody_told_and_nobody_told_twice(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch, story: list[tuple[str, str, str, int]]
) -> None:
    # The clock of a story goes on where the one before ended, as the facts of the centre do.
    sqlite_ground.clock.now_ms = max(sqlite_ground.clock.now_ms, NOW_MS) + DAY_MS
    world = World(sqlite_ground, sqlite_ground.laptop())
    monkeypatch.setattr("fieldkit.server.notices.sender.hand_over", world.hand_over)
    world.make_ready()
    for happens, status, result, days in story:
        world.round(happens)
        world.report(status)
        world.by_clerk(result)
        sqlite_ground.clock.now_ms += days * DAY_MS + 60_000
        check(world)
    for _ in range(60):
        if eligible_on(world.told(), DEFAULT_RULE) is not None:
            break
        sqlite_ground.clock.now_ms += 15 * DAY_MS
        world.round("accepted")
        world.by_clerk("told_by_phone")
        check(world)
    assert eligible_on(world.told(), DEFAULT_RULE) is not None
    world.fetch()


def check(world: World) -> None:
    """No message went out twice, and nobody could have read a fourth within the window of a first."""
    assert all(times == 1 for times in world.handed.values())
    read = sorted(read_on(each) for each in world.told() if each.may_have_told and each.state is not NoticeState.QUEUED)
    for first, fourth in zip(read, read[3:], strict=False):
        assert fourth >= DEFAULT_RULE.window_end(first)


def read_on(message: Message) -> date:
    """The day on which somebody read it, or could have."""
    return message.counted_on or message.began_on
