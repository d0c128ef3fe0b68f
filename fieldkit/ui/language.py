"""The language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldkit.domain.text import Text

_CONTEXT = "FieldKit"
_OURS = "id"
"""The texts in the code are Bahasa Indonesia."""


def language() -> str:
    """Code of the language that the window speaks, such as "en"."""
    app = QCoreApplication.instance()
    return str(app.property("language") or _OURS) if app is not None else _OURS


def tr(source: str, **values: object) -> str:
    """The sentence in the language of the window, its braces filled."""
    return say(Text(source, values))


def say(sentence: Text) -> str:
    """A text of the layers below in the language of the window."""
    return sentence.render(lambda source: QCoreApplication.translate(_CONTEXT, source))
