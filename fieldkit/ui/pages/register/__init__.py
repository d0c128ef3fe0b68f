"""Registration: find or take in a person, give a queue number, note what became of it."""

from fieldkit.ui.pages.register.page import RegisterPage

__all__ = ["RegisterPage"]
