"""httpx without its command line.

That brings colours, tables and progress bars for a terminal wherever they are installed: 6 MB, and more than half of
the time that the import takes while somebody waits for a page. httpx does without.
"""

from __future__ import annotations

import sys
from typing import Any, Final, cast

_COMMAND_LINE: Final = "httpx._main"

_modules = cast("dict[str, Any]", sys.modules)
# None is an ImportError for whoever asks; where somebody had it imported before, it stays as it is.
_modules.setdefault(_COMMAND_LINE, None)
try:
    import httpx
finally:
    if _modules[_COMMAND_LINE] is None:
        del _modules[_COMMAND_LINE]

__all__ = ["httpx"]
