"""What the desk says of a notice: its badge, what is to be done, and the lines of its story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fieldkit.domain.notices.labels import cause_label, notice_label
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.tasks import Task
from fieldkit.domain.people.phone import mask_phone, read_back
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView, StoryStep
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.widgets.rows import RowItem

_ICONS: Final = {
    NoticeState.QUEUED: "hourglass",
    NoticeState.SUBMITTED: "paper-plane-tilt",
    NoticeState.ACCEPTED: "paper-plane-tilt",
    NoticeState.DELIVERED: "check-circle",
    NoticeState.TOLD_BY_PHONE: "phone-call",
    NoticeState.TOLD_BY_RT: "house-line",
    NoticeState.POSTED: "clipboard-text",
    NoticeState.CALL_LIST: "list-bullets",
    NoticeState.UNREACHABLE: "phone-x",
    NoticeState.UNKNOWN: "question",
    NoticeState.SUPPRESSED: "hand-palm",
    NoticeState.CANCELLED: "minus-circle",
}


def badge(card: NoticeCard) -> tuple[str, str]:
    """What is to be done, in a word, with its tone."""
    words = {
        Task.SETTLE: (tr("Belum jelas"), "warn"),
        Task.CALL: (tr("Telepon"), "warn"),
        Task.ASK_RT: (tr("Lewat RT"), "warn"),
        Task.SEND: (tr("Antre SMS"), "info"),
        Task.WAIT: (tr("{n} dari 3", n=card.counted), "ok" if card.counted else "mute"),
        Task.DONE: (tr("3 dari 3"), "ok"),
    }
    return words[card.task]


def second_line(card: NoticeCard, *, whole: bool = False) -> str:
    """What stands under the name: where somebody lives, how to reach them, and where the card lies.

    The number is masked, unless the whole of it was asked for.
    """
    number = read_back if whole else mask_phone
    reach = number(card.phone) if card.way.number else card.contact or tr("tanpa nomor")
    return " · ".join(filter(None, (neighbourhood(card.rt, card.rw), reach, card.place)))


def due_word(card: NoticeCard) -> str:
    """Which notice it is about, when the next one is due, or since when the card may go on."""
    if card.eligible is not None:
        return tr("ke kecamatan mulai {day}", day=day_short(card.eligible))
    if card.task is Task.WAIT:
        return day_short(card.due.due_on) if card.due is not None else ""
    return tr("kabar ke-{n}", n=card.counted + 1)


def answer(card: NoticeCard) -> str:
    """How it stands, in one or two sentences, with what to do."""
    counted = tr("Sudah {n} dari 3 kabar.", n=card.counted)
    last = card.last.state if card.last is not None else None
    sentences = {
        Task.SETTLE: tr(
            "SMS ke-{n} belum jelas sampai. Tanyakan ke warganya, lalu catat sampai atau tidak.",
            n=card.last.sequence if card.last else 1,
        ),
        Task.CALL: _call_sentence(card, last),
        Task.ASK_RT: tr("Tidak punya nomor. Beri tahu lewat RT atau keluarga, lalu catat hasilnya."),
        Task.SEND: _send_sentence(last),
        Task.WAIT: _wait_sentence(card, last),
        Task.DONE: tr(
            "Tiga kabar sudah lengkap. Kalau tidak diambil, kartunya ke kecamatan mulai {day}.", day=_day(card)
        ),
    }
    return f"{sentences[card.task]} {counted}" if card.task is not Task.DONE else sentences[card.task]


def story_items(steps: Sequence[StoryStep]) -> list[RowItem]:
    """The story as rows, the newest first; what was taken back says so."""
    return [_story_item(step) for step in steps]


def shown_line(view: NoticeView, shown: int) -> str:
    """How many are shown, and what the month has cost."""
    told = tr("{n} dari {all} kartu", n=count(shown), all=count(len(view.cards)))
    return f"{told} · {tr('SMS bulan ini: {n} bagian', n=count(view.parts))}" if view.parts else told


def _call_sentence(card: NoticeCard, last: NoticeState | None) -> str:
    why = (
        {
            NoticeState.REJECTED: tr("Gateway menolak nomor ini."),
            NoticeState.FAILED: tr("SMS tidak sampai."),
            NoticeState.EXPIRED: tr("SMS tidak sampai sebelum waktunya habis."),
        }.get(last)
        if last is not None
        else None
    )
    return f"{why or _way_sentence(card)} {tr('Telepon warganya, lalu catat hasilnya.')}"


def _way_sentence(card: NoticeCard) -> str:
    words = {
        "landline": tr("Nomor ini telepon rumah, tidak bisa SMS."),
        "no_consent": tr("Warga ini tidak mau SMS."),
        "stopped": tr("Nomor ini minta berhenti menerima SMS."),
    }
    return words.get(card.way.cause, tr("Ada di daftar panggil."))


def _send_sentence(last: NoticeState | None) -> str:
    if last is NoticeState.ACCEPTED:
        return tr("SMS sudah diterima gateway, menunggu laporan sampai.")
    if last is NoticeState.SUBMITTED:
        return tr("SMS sedang dikirim pusat.")
    return tr("Menunggu SMS dari pusat. Laptop ini tidak mengirim SMS.")


def _wait_sentence(card: NoticeCard, last: NoticeState | None) -> str:
    if card.due is None:
        return tr("Menunggu.")
    following = tr("Kabar berikutnya mulai {day}.", day=day_short(card.due.due_on))
    if last is NoticeState.UNREACHABLE:
        return f"{tr('Terakhir tidak terhubung, boleh dicoba lagi kapan saja.')} {following}"
    return following


def _day(card: NoticeCard) -> str:
    return day_short(card.eligible) if card.eligible is not None else "–"


def _story_item(step: StoryStep) -> RowItem:
    when = f"{day_short(step.at.date())} {clock(step.at)}"
    why = cause_label(step.cause)
    second = " · ".join(filter(None, (tr("kabar ke-{n}", n=step.sequence), when, say(why) if why else "")))
    badge_ = (tr("dibatalkan"), "mute") if step.is_undone else None
    icon = _ICONS.get(step.state, "chat-text")  # type: ignore[call-overload]
    return RowItem(step.id, say(notice_label(step.state)), second, icon=icon, badge=badge_, wraps=True)
