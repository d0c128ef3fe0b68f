"""Close the shift: figures that add up, differences explained, signed."""

from fieldkit.ui.pages.close_shift.page import CloseShiftPage

__all__ = ["CloseShiftPage"]
