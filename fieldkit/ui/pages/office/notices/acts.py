"""What can be noted of a notice as it stands, with its key; the first of them is what Enter does."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.rule import NoticeRule
from fieldkit.domain.notices.tasks import Task
from fieldkit.store.queries.notices.desk import NoticeCard
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.acts import Act
from fieldkit.work.notices.steps import may_be_posted

STOP, ALLOW = "stop", "allow"
SHOW_NUMBER = "show_number"
"""Nothing is noted of the notice by it: the number is seen, or masked again."""
KEYS: Final = {
    NoticeState.DELIVERED: "S",
    NoticeState.FAILED: "G",
    NoticeState.TOLD_BY_PHONE: "T",
    NoticeState.TOLD_BY_RT: "R",
    NoticeState.POSTED: "P",
    NoticeState.UNREACHABLE: "X",
    SHOW_NUMBER: "N",
    STOP: "B",
    ALLOW: "B",
}
_ICONS: Final = {
    NoticeState.DELIVERED: "check-circle",
    NoticeState.FAILED: "x-circle",
    NoticeState.TOLD_BY_PHONE: "phone-call",
    NoticeState.TOLD_BY_RT: "house-line",
    NoticeState.POSTED: "clipboard-text",
    NoticeState.UNREACHABLE: "phone-x",
    SHOW_NUMBER: "eye",
    STOP: "hand-palm",
    ALLOW: "chat-text",
}


def acts_for(card: NoticeCard, rule: NoticeRule) -> list[Act]:
    """What can be noted of this card, the usual one first."""
    offered = set(card.answers)
    if not (rule.postings_count and may_be_posted(card)):
        offered.discard(NoticeState.POSTED)
    if card.task is Task.SETTLE:
        order = [NoticeState.DELIVERED, NoticeState.FAILED, NoticeState.TOLD_BY_PHONE, NoticeState.TOLD_BY_RT]
    elif card.task is Task.ASK_RT:
        order = [NoticeState.TOLD_BY_RT, NoticeState.TOLD_BY_PHONE, NoticeState.DELIVERED]
    else:
        order = [NoticeState.TOLD_BY_PHONE, NoticeState.TOLD_BY_RT, NoticeState.DELIVERED]
    names: list[str] = [name for name in (*order, NoticeState.UNREACHABLE, NoticeState.POSTED) if name in offered]
    numbers = [SHOW_NUMBER] if card.way.number else []
    return [_act(name) for name in (*names, *numbers, *_about_messages(card))]


def _about_messages(card: NoticeCard) -> list[str]:
    if card.way.cause == "stopped":
        return [ALLOW]
    return [STOP] if not card.way.cause else []


def _act(name: str) -> Act:
    captions = {
        NoticeState.DELIVERED: tr("SMS sampai"),
        NoticeState.FAILED: tr("SMS tidak sampai"),
        NoticeState.TOLD_BY_PHONE: tr("Sudah ditelepon"),
        NoticeState.TOLD_BY_RT: tr("Lewat RT atau keluarga"),
        NoticeState.POSTED: tr("Ditempel di desa"),
        NoticeState.UNREACHABLE: tr("Tidak terhubung"),
        SHOW_NUMBER: tr("Lihat nomornya"),
        STOP: tr("Tidak mau SMS lagi"),
        ALLOW: tr("Mau SMS lagi"),
    }
    return Act(name, captions[name], KEYS[name], _ICONS[name])
