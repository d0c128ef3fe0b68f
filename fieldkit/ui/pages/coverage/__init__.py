"""Coverage: how far each place is, where it is heading, and up to when the figures go."""

from fieldkit.ui.pages.coverage.page import CoveragePage

__all__ = ["CoveragePage"]
