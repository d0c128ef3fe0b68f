"""The box of a USB bundle, opened with care: whoever wrote it may have meant no good."""

from __future__ import annotations

import tracemalloc

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError
from fieldkit.records import bundle
from fieldkit.records.bundle import BUNDLE, BundleHeader, batches_in, key_id, open_box, seal_bundle
from fieldkit.records.signed_file import SignedFile, read_file
from fieldkit.records.wire import MOST_CHANGES, ChangeOnWire, Push, pack

BATCH_BYTES = 100_000


SIGNER = Ed25519PrivateKey.generate()


def sealed(batches: int, receiver: X25519PrivateKey) -> SignedFile:
    """A bundle of batches that are much smaller than what is in them."""
    return read_file(BUNDLE, written(batches, receiver))


def written(batches: int, receiver: X25519PrivateKey) -> bytes:
    """The same as it lies on a stick."""
    public = receiver.public_key().public_bytes_raw()
    change = ChangeOnWire(msgspec.Raw(b"[1]"), "00", msgspec.Raw(b'{"remarks":"%b"}' % (b"a" * BATCH_BYTES)))
    pushes = [Push(origin="3574-P1.1", first=n, before="", after="", changes=[change]) for n in range(1, batches + 1)]
    header = BundleHeader(
        origin="3574-P1.1",
        regency="35.74",
        first=1,
        last=batches,
        device_key=SIGNER.public_key().public_bytes_raw().hex(),
        receiver=key_id(public),
        made_ms=1,
    )
    return seal_bundle(header, pushes, public, SIGNER)


WHOLE = written(2, X25519PrivateKey.generate())


def test_a_bundle_that_unpacks_to_more_than_anybody_writes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MOST_PLAIN_BYTES", 5 * BATCH_BYTES)
    receiver = X25519PrivateKey.generate()
    assert len(list(batches_in(open_box(sealed(4, receiver), receiver)))) == 4
    with pytest.raises(FileError) as told:
        open_box(sealed(5, receiver), receiver)
    assert told.value.code == "damaged"


@given(st.data())
def test_a_bundle_with_any_byte_changed_or_cut_off_is_refused(data: st.DataObject) -> None:
    """Nothing of it is taken in: the signature is over all of it, and is asked for before the box is opened."""
    where = data.draw(st.integers(0, len(WHOLE) - 1))
    flipped = WHOLE[:where] + bytes([WHOLE[where] ^ data.draw(st.integers(1, 255))]) + WHOLE[where + 1 :]
    require_taken(WHOLE)
    for broken in (flipped, WHOLE[:where], WHOLE + data.draw(st.binary(min_size=1, max_size=40))):
        with pytest.raises(FileError):
            require_taken(broken)


def require_taken(content: bytes) -> None:
    """As whoever takes one in does."""
    file = read_file(BUNDLE, content)
    file.require_signed_by(file.read_header(BundleHeader).device_key)
    file.require_signed_by(SIGNER.public_key().public_bytes_raw().hex())


def test_a_bundle_is_never_in_memory_unpacked_whole() -> None:
    receiver = X25519PrivateKey.generate()
    file = sealed(60, receiver)
    tracemalloc.start()
    try:
        assert sum(1 for _ in batches_in(open_box(file, receiver))) == 60
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 10 * BATCH_BYTES


def test_batches_are_read_one_by_one_and_none_has_more_changes_than_a_push_may_have() -> None:
    change = ChangeOnWire(msgspec.Raw(b"[]"), "", msgspec.Raw(b"0"))
    small = Push(origin="3574-P1.1", first=1, before="", after="", changes=[change])
    large = msgspec.structs.replace(small, changes=[change] * (MOST_CHANGES + 1))
    batches = batches_in([pack(small), pack(large)])
    assert next(batches) == small
    with pytest.raises(FileError):
        next(batches)
