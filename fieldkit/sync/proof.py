"""Whether a receipt is the centre's own word, and speaks of what was sent."""

from __future__ import annotations

from fieldkit.host.secrets import verify
from fieldkit.records.wire import Push, Receipt, receipt_bytes
from fieldkit.sync._errors import untrusted_receipt


def require_genuine(receipt: Receipt, centre_key: str, origin: str, epoch: int) -> None:
    """CentreTroubleError unless the centre of the enrolment signed it, for this origin, in this epoch or one before."""
    is_ours = receipt.origin == origin and 0 < receipt.epoch <= epoch and receipt.number >= 0
    if not is_ours or not verify(centre_key, receipt.signature, receipt_bytes(receipt)):
        raise untrusted_receipt()


def require_covers(receipt: Receipt, batch: Push) -> None:
    """CentreTroubleError unless the receipt reaches to the end of a batch, and there names its very hash."""
    last = batch.first + len(batch.changes) - 1
    if receipt.number < last or (receipt.number == last and receipt.chain != batch.after):
        raise untrusted_receipt()
