"""The office: by-name lists come in."""

from fieldkit.ui.pages.office.page import OfficePage

__all__ = ["OfficePage"]
