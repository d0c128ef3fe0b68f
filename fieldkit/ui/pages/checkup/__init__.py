"""How this laptop stands: what was found, what it means, what to do; and a file for whoever helps."""

from fieldkit.ui.pages.checkup.page import CheckupPage

__all__ = ["CheckupPage"]
