"""Today: open a shift, see how the day goes, note incidents, book blanks and cards."""

from fieldkit.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
