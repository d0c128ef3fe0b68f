"""The form for somebody who calls: the request as it is read out, what it is about, and whether the voice is known."""

from __future__ import annotations

import msgspec

from fieldkit.domain.errors import FieldKitError, RuleError
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.pages.office.orders_wording import moment_words
from fieldkit.ui.widgets.cards import Soft
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.painted import announce
from fieldkit.work.orders.telephone import Call


class _Typed(msgspec.Struct, frozen=True):
    request: str = ""


class CallForm(DrawerForm):
    """What is typed while somebody is on the telephone."""

    def __init__(self, time_zone: str) -> None:
        self._zone = time_zone
        self.request = TextField(tr("Kode permintaan"), hint=tr("misalnya P2-ABC-DEFGH"), role="phone")
        self.voice = TickBox(tr("Saya kenal suaranya"))
        self._voice_how = Label(tr("Kalau ragu, telepon balik ke nomor yang dikenal kantor."), "hint", wrap=True)
        self.line = IconText("info", "", "second-strong", "info", wrap=True, size=16)
        super().__init__("call", {"request": self.request}, save=tr("Jawab"))
        how = Label(tr("Minta penelepon membacakan kode di layarnya, huruf demi huruf."), "hint", wrap=True)
        self.laptop, self.matter = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        self.seen = Label("", "second", wrap=True)
        self.clock = IconText("warning", "", "second-strong", "warn", wrap=True, size=16)
        self.about = Soft(self.laptop, self.matter, self.seen, self.clock, gap=4)
        for name in ("laptop", "matter", "seen", "clock", "about", "voice", "line"):
            getattr(self, name).setObjectName(f"call_{name}")
        self.lay(how, self.request, self.about, self.voice, self._voice_how, over=(self.line,))
        self.request.edited.connect(lambda _typed: self._on_edited())

    def fill(self, draft: str | None) -> None:
        """Empty, or as it was left: whether the voice is known is asked each time."""
        self.request.set_value(decoded(draft, _Typed).request)
        self.voice.set_checked(False)
        self.show_call(None)
        self.show_line("")
        self.set_busy(on=False)
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return msgspec.json.encode(_Typed(self.request.value())).decode()

    def show_call(self, call: Call | None) -> None:
        """What the request is about, once it is known."""
        for part in (self.about, self.voice, self._voice_how):
            part.setVisible(call is not None)
        if call is None:
            return
        laptop = call.laptop
        self.laptop.set_text(f"{laptop.prefix} {laptop.name}")
        self.matter.set_text(matter_words(call))
        seen = moment_words(laptop.seen, self._zone) if laptop.seen is not None else tr("belum pernah")
        waiting = tr("{n} belum terkirim", n=count(laptop.unsent))
        self.seen.set_text(tr("Terakhir melapor {when}, {waiting}.", when=seen, waiting=waiting))
        self.clock.set(tr("Jam laptop itu menunjuk hari lain. Minta jamnya dibetulkan dulu."), "warn")
        self.clock.setVisible(call.is_clock_off)

    def show_problems(self, error: RuleError) -> None:
        """Beside the request; it may be asked again."""
        self.set_busy(on=False)
        super().show_problems(error)

    def show_failure(self, error: FieldKitError) -> None:
        """The centre could not be asked: calmly, and what is typed stays."""
        self.set_busy(on=False)
        self.show_line(f"{say(error.title)} {say(error.advice)}", tone_of(error))

    def show_line(self, words: str, tone: str = "info") -> None:
        """How it stands with the centre, always in sight; nothing without words."""
        self.line.set(words, tone)
        self.line.setVisible(bool(words))
        if words:
            announce(self, words)

    def set_busy(self, *, on: bool) -> None:
        """Ask once at a time."""
        self.save_button.setEnabled(not on)

    def _on_edited(self) -> None:
        self.right_again(self.request)
        self.edited.emit()


def matter_words(call: Call) -> str:
    """What is asked for."""
    if call.user_name:
        return tr("PIN baru untuk {name}", name=call.user_name)
    return tr("Membuka lagi laptop yang lama tidak terhubung")
