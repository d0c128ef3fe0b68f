"""Sync (F9): what waits, how far it got, the centre's proofs, and what somebody must decide."""

from fieldkit.ui.pages.sync.page import SyncPage

__all__ = ["SyncPage"]
