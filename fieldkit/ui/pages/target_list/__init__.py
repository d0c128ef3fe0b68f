"""The by-name list of a village, and what can be done for somebody who is on it."""

from fieldkit.ui.pages.target_list.page import TargetListPage

__all__ = ["TargetListPage"]
