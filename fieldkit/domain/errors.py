"""Everything that can go wrong, in words of the user.

FieldKitError
├── RuleError            what was entered breaks a rule; one Problem per field
│   ├── ClosedError      the shift or document is closed already
│   └── SignatureError   PIN wrong, or waiting after too many wrong ones
├── FileError            a file that comes in or goes out can not be used
├── StoreError           the database of this laptop
│   ├── BusyError
│   ├── DiskFullError
│   ├── DiskError        the disk does not answer as it should
│   ├── ReadOnlyError
│   ├── CorruptError
│   │   ├── MissingError     the file is gone
│   │   └── OutdatedError    the file is older than its own backup
│   ├── TooNewError      written by a newer FieldKit
│   ├── UpgradeError     of an older FieldKit, and not brought to this one's form
│   └── KeyUnavailableError  keyring refuses, or passphrase wrong
│       └── KeyLostError     nobody has it here any more
└── SyncError            between laptop and centre
    ├── OfflineError     a state, not a fault
    ├── CentreTroubleError   500, HTML, nothing or half an answer
    │   ├── BatchTooLargeError   less at once
    │   └── CentreBusyError      asks to wait
    ├── DeviceRevokedError
    ├── ClientTooOldError
    ├── CentreTooOldError
    └── ChainError       what was sent does not continue what the centre holds

`title` says what happened, `advice` what it means and what to do; `retry` whether trying again makes sense.
Anything else that is raised is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from fieldkit.domain.text import Text, text


class Severity(Enum):
    """How a finding is shown: grey, amber (may go on) or red (stops)."""

    INFO = "info"
    WARN = "warn"
    STOP = "stop"


@dataclass(frozen=True)
class Problem:
    """One finding about one field; `code` is stable and never shown in the first line."""

    field: str
    code: str
    message: Text
    severity: Severity = Severity.STOP


class FieldKitError(Exception):
    """Root of all errors that a person is told about."""

    retry = False

    def __init__(self, title: Text, advice: Text) -> None:
        super().__init__(f"{title} {advice}")
        self.title = title
        self.advice = advice


class RuleError(FieldKitError):
    """What was entered can not be saved; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(
            problems[0].message,
            text("Belum disimpan. Betulkan yang ditandai; isian lain tetap ada."),
        )
        self.problems = problems


class ClosedError(RuleError):
    """The shift or document was closed before."""


class SignatureError(RuleError):
    """The PIN does not open the signature."""


class FileError(FieldKitError):
    """A file that came in can not be used, or one that goes out not be written; nothing was changed.

    `code` is stable, for whoever carries it on.
    """

    def __init__(self, title: Text, advice: Text, code: str = "") -> None:
        super().__init__(title, advice)
        self.code = code


class StoreError(FieldKitError):
    """The database of this laptop."""


class BusyError(StoreError):
    """Another program holds the database."""

    retry = True


class DiskFullError(StoreError):
    """No space is left for a save."""

    retry = True


class DiskError(StoreError):
    """The disk does not answer as it should."""

    retry = True


class ReadOnlyError(StoreError):
    """The folder or the file can not be written."""


class CorruptError(StoreError):
    """The file is damaged, or is not a FieldKit database."""


class MissingError(CorruptError):
    """There was a database here, and its file is gone or empty."""


class OutdatedError(CorruptError):
    """The file lacks work that its own backup holds."""


class TooNewError(StoreError):
    """A newer FieldKit wrote this database."""


class UpgradeError(StoreError):
    """The database of an older FieldKit could not be brought to this one's form; it is as it was."""

    retry = True


class KeyUnavailableError(StoreError):
    """The key of the database can not be had."""

    retry = True


class KeyLostError(KeyUnavailableError):
    """The key is not kept here any more, or is damaged: trying again changes nothing."""

    retry = False


class SyncError(FieldKitError):
    """Between laptop and centre."""


class OfflineError(SyncError):
    """No way to the centre now."""

    retry = True


class CentreTroubleError(SyncError):
    """The centre, or something between, answered with nonsense."""

    retry = True


class BatchTooLargeError(CentreTroubleError):
    """The centre, or something between, takes less at once."""


class CentreBusyError(CentreTroubleError):
    """The centre asks to come back later; `retry_after_s` is 0 where it does not say when."""

    def __init__(self, title: Text, advice: Text, retry_after_s: int = 0) -> None:
        super().__init__(title, advice)
        self.retry_after_s = retry_after_s


class DeviceRevokedError(SyncError):
    """The centre does not accept this laptop's token.

    Where it said itself that the laptop was revoked, `epoch` is that of its receipts, else 0; `holds` is what it holds
    of each origin: last number, and chain hash as hex. `is_known` is whether it knows the laptop at all, `is_missing`
    whether the office does not know where it is.
    """

    def __init__(
        self,
        title: Text,
        advice: Text,
        *,
        epoch: int = 0,
        holds: Mapping[str, tuple[int, str]] | None = None,
        is_known: bool = True,
        is_missing: bool = False,
    ) -> None:
        super().__init__(title, advice)
        self.epoch = epoch
        self.holds = dict(holds or {})
        self.is_known = is_known
        self.is_missing = is_missing


class ClientTooOldError(SyncError):
    """The centre wants a newer FieldKit."""


class CentreTooOldError(SyncError):
    """The centre can not take in what this laptop has to send."""


class ChainError(SyncError):
    """The changes sent do not continue what the centre holds of this laptop."""


class ForkError(ChainError):
    """The centre holds other work under a number of this laptop: one of two copies was there first."""
