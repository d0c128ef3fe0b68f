"""The office: an overview of desks, and the desks themselves."""

from fieldkit.ui.pages.office.page import OfficePage

__all__ = ["OfficePage"]
