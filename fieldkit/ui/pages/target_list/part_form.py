"""Say that two rows are not one person after all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.store.queries.one_person import LinkedPair
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.wording import linked_title, what_tells_apart
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.labels import Label


class PartForm(DrawerForm):
    """Which of the rows is somebody else, by digit."""

    def __init__(self) -> None:
        self.pair = ChoiceGroup(tr("Yang ternyata orang lain"), [], columns=1)
        super().__init__("part", {"pair": self.pair}, save=tr("Pisahkan"))
        self._pairs: dict[str, LinkedPair] = {}
        # As wide as the drawer, however long a name is: the dots take the end of the caption, never its edge.
        self.pair.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        kept = tr("Masing-masing kembali seperti sebelum disatukan. Yang sudah dicatat tetap pada datanya.")
        self.lay(self.pair, Label(kept, "hint", wrap=True))
        self.pair.chosen.connect(lambda _pair: self.right_again(self.pair))

    def fill(self, pairs: Sequence[LinkedPair]) -> None:
        """Begin with what is linked; the only one is chosen already."""
        self._pairs = {str(number): pair for number, pair in enumerate(pairs)}
        self.pair.set_choices([Choice(key, _caption(pair)) for key, pair in self._pairs.items()])
        self.pair.set_value("0" if len(pairs) == 1 else None)
        self.begin(None)

    def answer(self) -> LinkedPair:
        """The pair that is no pair; RuleError where none was chosen."""
        found = self._pairs.get(self.pair.value() or "")
        if found is None:
            raise RuleError(Problem("pair", "no_pair", text("Belum dipilih. Pilih yang ternyata orang lain.")))
        return found


def _caption(pair: LinkedPair) -> str:
    """The rule is told above, and the button has room for one line."""
    return " · ".join(filter(None, (linked_title(pair), what_tells_apart(pair))))
