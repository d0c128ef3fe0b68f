"""The guide: a chapter per page and per role, read beside the work, and the card of keys."""

from fieldkit.ui.pages.guide.page import GuidePage

__all__ = ["GuidePage"]
