"""Laptops and centres of one protocol are of many versions: what an older one wrote is read by all later ones."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import msgspec

from fieldkit.records import bundle, note, relay, team, wire

REQUIRED = {
    "Held": "number chain",
    "AreaHead": "area head",
    "Heartbeat": "waiting version clock_ms",
    "SilentLaptop": "prefix name at_ms waiting version",
    "RestorePoint": "regency epoch head",
    "Hello": "protocol schema oldest_protocol server_time_ms epoch held areas",
    "EnrolRequest": "code device_name public_key",
    "Enrolment": "device_id token origin regency regency_name areas centre_key",
    "ChangeOnWire": "header salt fields",
    "Push": "origin first before after changes",
    "Receipt": "origin number chain epoch at_ms",
    "FeedRun": "number count version",
    "CommandVerdict": "number verdict",
    "PushReply": "receipt feed exceptions heads",
    "Pull": "epoch cursors",
    "Sums": "areas",
    "AreaSum": "area count sum version",
    "SumsReply": "epoch sums",
    "TablePage": "table columns rows",
    "LostRows": "epoch tables",
    "LostRowsReply": "kept",
    "Removal": "table row area version",
    "PullReply": "epoch heads tables removals cursors done",
    "Trouble": "code",
    "CarriedPiece": "digest size start content",
    "CarriedReply": "held",
    "Span": "origin first last",
    "BundleHeader": "origin regency first last device_key receiver made_ms",
    "ReceiptHeader": "origin regency first last epoch centre_key at_ms",
    "Answered": "first last reply",
    "NotedClosing": "id area shift_id kind number supersedes_id document signer_id key_id signature at",
    "NotedKey": "id user_id public_key",
    "TableNote": "closings",
    "TeamLaptop": "prefix name device_key receiver",
}
"""What each message of protocol 2 has always had. Whatever comes later has a default, so nothing is added here."""

LATER = {
    "PhoneLine": "day matter code until",
    "LastWord": "origin number chain epoch",
    "PhoneAnswer": "code",
    "SignedQuestion": "document signer_id key_id signature",
}
"""Messages that came later, as they came. Whatever carries one has a default, as an older program sends none."""


def messages() -> Iterator[type[msgspec.Struct]]:
    for module in (wire, relay, bundle, note, team):
        for name, message in vars(module).items():
            if inspect.isclass(message) and issubclass(message, msgspec.Struct) and not name.startswith("_"):
                yield message


def test_no_message_asks_for_a_field_that_an_older_program_does_not_write() -> None:
    asked = {
        message.__name__: {field.name for field in msgspec.structs.fields(message) if field.required}
        for message in messages()
    }
    assert asked == {name: {*fields.split()} for name, fields in {**REQUIRED, **LATER}.items()}
