"""At the registration table: find, register, call, note, all by keys."""

from __future__ import annotations

from fieldkit.demo.hands import Hands
from fieldkit.ui.rows.lists import HitList, QueueList
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.practice import InventedPerson


class Table:
    """The page Pendaftaran, as an operator uses it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._phones = 0
        self.registered = 0

    def go(self) -> None:
        """To the page."""
        self._hands.press("F3")
        self._hands.until_focused("search")

    def search(self, name: str) -> None:
        """Type a name into the search."""
        self._hands.press("Ctrl+F")
        self._hands.until_focused("search")
        self._hands.write(name.lower())

    def pick(self, person: InventedPerson) -> None:
        """Find somebody of the list and take the first hit."""
        hands = self._hands
        self.search(person.name)
        hands.until(lambda: self._best_hit() == person.name, f"{person.name} as the best hit")
        hands.press("Enter")
        hands.until(lambda: self._on_the_form() == person.name, f"the form of {person.name}")

    def first_recording(self) -> None:
        """Never recorded before, the family card was seen."""
        self._hands.press("1", "1", "Space")
        self._hands.until_focused("phone")

    def phone(self) -> None:
        """The own phone; the number lies in a range that nobody has."""
        self._phones += 1
        self._hands.write(f"08120000{self._phones:04}")

    def save(self) -> str:
        """Save; the number in the queue."""
        hands, number = self._hands, self._next_number()
        hands.press("Ctrl+Enter")
        hands.until(lambda: hands.find(Button, "save") is None, "the form to be saved")
        hands.until_focused("search")
        self.registered += 1
        return number

    def register(self, person: InventedPerson) -> None:
        """Somebody of the list, the usual way: fifteen keys and a phone number."""
        self.pick(person)
        self.first_recording()
        self.phone()
        self.save()

    def serve(self, outcome: str, note: str = "") -> None:
        """Call the next and note the outcome by its digit."""
        self.call()
        self.note(outcome, note)

    def call(self) -> None:
        """The next one comes to the set."""
        hands = self._hands
        before = self.at_the_set()
        if hands.focused() != "call_next":
            hands.press("Ctrl+J")
            hands.until_focused("call_next")
        hands.press("Space")
        hands.until(lambda: self.at_the_set() not in {"", before}, "somebody at the set")

    def note(self, outcome: str, note: str = "") -> None:
        """What became of the person at the set."""
        hands, number = self._hands, self.at_the_set()
        hands.press(f"Alt+{outcome}")
        if note:
            hands.until_focused("outcome_note")
            hands.write(note)
            hands.press("Enter")
        hands.until(lambda: self.at_the_set() != number, f"the outcome of {number}")

    def at_the_set(self) -> str:
        """Queue number of whoever is being recorded, or nothing."""
        label = self._hands.find(Label, "service_number")
        return label.full_text() if label is not None else ""

    def waiting(self) -> int:
        """How many wait."""
        queue = self._hands.find(QueueList, "queue")
        return queue.rows_model.rowCount() if queue is not None else 0

    def _best_hit(self) -> str:
        hits = self._hands.get(HitList, "hits")
        found = hits.current()
        return found.title if found is not None else ""

    def _on_the_form(self) -> str:
        name = self._hands.find(Label, "person_name")
        return name.full_text() if name is not None else ""

    def _next_number(self) -> str:
        return self._hands.get(Button, "save").caption().rpartition(" ")[2]
