"""The page Jadwal: the calendar of the office."""

from fieldkit.ui.pages.schedule.page import SchedulePage

__all__ = ["SchedulePage"]
