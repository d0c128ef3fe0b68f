"""The rescue key on paper, for the safe: its print, the code for the rule, the sealed key in letters and a picture."""

from __future__ import annotations

import segno

from fieldkit.reports.making.html import filled

_LINE = 64


def rescue_sheet_html(code: str, print_: str, sealed: str) -> str:
    """A sheet that any browser prints. Whoever has it needs the words as well, which are not on it."""
    lines = tuple(sealed[at : at + _LINE] for at in range(0, len(sealed), _LINE))
    picture = str(segno.make_qr(sealed, error="M").svg_data_uri(scale=4, border=3))
    return filled("kunci-darurat.html", (), code=code, print=print_, lines=lines, picture=picture)
