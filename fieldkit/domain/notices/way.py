"""By which way somebody can be told: a message, or the clerk; and which numbers want no messages (F-K5, NC-5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.people.phone import check_phone


@dataclass(frozen=True, slots=True)
class Way:
    """Into which state a notice is planned, why, and to which number; that is empty where there is none."""

    state: NoticeState
    cause: str
    number: str


def way_to(phone: str, *, may_write: bool, stops: Collection[str]) -> Way:
    """How somebody with this number is told; `may_write` is the consent of the table."""
    check = check_phone(phone)
    number = check.e164 or ""
    if not number:
        return Way(NoticeState.CALL_LIST, "no_number", "")
    if number in stops:
        return Way(NoticeState.SUPPRESSED, "stopped", number)
    if not check.can_take_sms:
        return Way(NoticeState.CALL_LIST, "landline", number)
    if not may_write:
        return Way(NoticeState.CALL_LIST, "no_consent", number)
    return Way(NoticeState.QUEUED, "", number)


def stopped(words: Iterable[tuple[str, str, str]]) -> set[str]:
    """The numbers that want no messages, from each word about one: its id, the number, and which word it takes back."""
    said = list(words)
    undone = {takes_back for _, _, takes_back in said if takes_back}
    return {number for id_, number, takes_back in said if not takes_back and id_ not in undone}
