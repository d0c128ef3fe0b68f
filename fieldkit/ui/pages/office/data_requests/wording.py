"""The words for requests about personal data and their clock."""

from __future__ import annotations

from fieldkit.domain.privacy.data_request import DataRequestState, ground_label, kind_label, state_label, way_label
from fieldkit.domain.privacy.deadline import Deadline
from fieldkit.store.queries.data_requests.requests import DataRequest
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.orders_wording import moment_words


def left_words(clock: Deadline) -> str:
    """What is left of the three days, or how it ended."""
    hours = count(int(abs(clock.left).total_seconds() // 3600))
    if not clock.is_open:
        return tr("lewat {n} jam", n=hours) if clock.is_late else tr("tepat waktu")
    return tr("lewat {n} jam", n=hours) if clock.is_late else tr("sisa {n} jam", n=hours)


def left_tone(clock: Deadline) -> str:
    """Red when it is too late, amber on the last day."""
    if clock.is_late:
        return "err"
    return "warn" if clock.is_soon else ""


def state_badge(request: DataRequest) -> tuple[str, str]:
    """Where it stands."""
    tones = {DataRequestState.REFUSED: "mute", DataRequestState.WITHDRAWN: "mute"}
    if request.is_open:
        return say(state_label(request.state)), left_tone(request.clock) or "info"
    return say(state_label(request.state)), tones.get(request.state, "ok")


def person_name(request: DataRequest) -> str:
    """Whose data it is about."""
    return request.name or tr("Tidak ada di daftar")


def detail_lines(request: DataRequest, time_zone: str) -> str:
    """Who asked for what, when and how, and what was said to it."""
    asked = tr(
        "Diminta {who}, {way}, {when}.",
        who=request.asked_by,
        way=say(way_label(request.way)).lower(),
        when=moment_words(request.clock.begun, time_zone),
    )
    due = tr("Batas {due}: {left}.", due=moment_words(request.clock.due, time_zone), left=left_words(request.clock))
    return "\n".join(filter(None, (say(kind_label(request.kind)), asked, due, request.note, said_words(request))))


def said_words(request: DataRequest) -> str:
    """What was said with the answer: of a refusal its ground in words."""
    if request.state is not DataRequestState.REFUSED:
        return request.said
    ground, _, note = request.said.partition(": ")
    return ". ".join(filter(None, (tr("Alasan: {ground}", ground=say(ground_label(ground))), note)))
