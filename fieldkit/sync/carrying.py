"""What other tables handed over goes on to the centre, piece by piece; their receipts are kept for them."""

from __future__ import annotations

from fieldkit.domain.errors import FileError
from fieldkit.records.bundle import RECEIPT, ReceiptHeader
from fieldkit.records.relay import MOST_PIECE_BYTES, CarriedPiece, CarriedReply
from fieldkit.records.signed_file import read_file
from fieldkit.store.neighbours.carried import Carried
from fieldkit.sync._errors import endless, untrusted_receipt
from fieldkit.sync.trip import Trip


class Carrying:
    """Runs once in a round, after the own work was sent."""

    def __init__(self, trip: Trip) -> None:
        self._trip, self._files = trip, trip.exchange.carried

    def run(self) -> None:
        """Hand on every file that waits; one that the centre can not take hinders no other."""
        for file in self._files.to_send():
            self._carry(file)

    def _carry(self, file: Carried) -> None:
        held, setbacks = file.sent_bytes, 0
        while (reply := self._send(file, held)) and not self._is_settled(file, reply):
            # A centre that was restored, or met the file before, may hold less of it than it said.
            setbacks += reply.held <= held
            if setbacks > 1:
                raise endless()
            held = reply.held
            self._files.note_sent(file.digest, held)

    def _is_settled(self, file: Carried, reply: CarriedReply) -> bool:
        if reply.receipt:
            self._require_genuine(file, reply.receipt)
            self._files.note_answer(file.digest, reply.receipt, self._trip.centre_ms)
        elif reply.refusal:
            self._files.note_sent(file.digest, reply.held)
            self._files.note_refusal(file.digest, reply.refusal)
        return bool(reply.receipt or reply.refusal)

    def _send(self, file: Carried, start: int) -> CarriedReply:
        trip, doorway, up = self._trip, self._trip.doorway, self._trip.up
        trip.pause_point()
        trip.tell()
        content = self._files.piece(file.digest, start, min(up.batch_bytes, MOST_PIECE_BYTES))
        piece = CarriedPiece(digest=file.digest, size=file.size_bytes, start=start, content=content)
        before_bytes, before_s = doorway.sent_bytes, trip.clock.monotonic_s()
        reply = trip.over(up, lambda: doorway.carry(piece))
        # What is sealed tells nothing about how well changes pack.
        up.carried(doorway.sent_bytes - before_bytes, 0, trip.clock.monotonic_s() - before_s)
        return reply

    def _require_genuine(self, file: Carried, content: bytes) -> None:
        """The receipt is of this laptop's own centre, and speaks of all that the file holds."""
        try:
            receipt = read_file(RECEIPT, content)
            receipt.require_signed_by(self._trip.centre_key)
            said = receipt.read_header(ReceiptHeader).spans
        except FileError as error:
            raise untrusted_receipt() from error
        if said != self._files.spans(file.digest):
            raise untrusted_receipt()
