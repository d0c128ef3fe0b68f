"""Palette and the one style sheet of the application, made from tokens and scale."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from fieldkit.ui.theme.look import Look
from fieldkit.ui.theme.scale import FONT_PX
from fieldkit.ui.theme.tokens import Tokens, blend

_ROLE = QPalette.ColorRole

_ROLE_INK = {
    "label": "ink2",
    "second": "ink2",
    "second-strong": "ink2",
    "hint": "ink3",
}


def palette_of(tokens: Tokens) -> QPalette:
    """The palette from which Fusion draws what the sheet leaves alone."""
    palette = QPalette()
    for role, name in _palette_roles(tokens).items():
        palette.setColor(role, QColor(name))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink3))
    return palette


def style_sheet(look: Look) -> str:
    """The whole sheet. Selectors name a property, since `QFrame {}` would paint every label."""
    parts = (_texts, _surfaces, _fields, _buttons, _views, _shell, _small_parts)
    return "\n".join(part(look) for part in parts)


def _palette_roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _ROLE.Window: tokens.bg,
        _ROLE.WindowText: tokens.ink,
        _ROLE.Base: tokens.surface,
        _ROLE.AlternateBase: tokens.sunken,
        _ROLE.Text: tokens.ink,
        _ROLE.PlaceholderText: tokens.ink3,
        _ROLE.Button: tokens.surface,
        _ROLE.ButtonText: tokens.ink,
        _ROLE.BrightText: tokens.err,
        _ROLE.Highlight: tokens.sel,
        _ROLE.HighlightedText: tokens.ink,
        _ROLE.Link: tokens.accent_ink,
        _ROLE.LinkVisited: tokens.accent_ink,
        _ROLE.ToolTipBase: tokens.surface,
        _ROLE.ToolTipText: tokens.ink,
        _ROLE.Accent: tokens.accent,
        _ROLE.Light: tokens.surface,
        _ROLE.Midlight: tokens.sunken,
        _ROLE.Mid: tokens.line,
        _ROLE.Dark: tokens.line2,
        _ROLE.Shadow: tokens.line2,
    }


def _texts(look: Look) -> str:
    tokens = look.tokens
    rules = []
    for role, (_, weight) in FONT_PX.items():
        ink = getattr(tokens, _ROLE_INK.get(role, "ink"))
        rules.append(
            f'QLabel[role="{role}"] {{ font-size: {look.scale.font_px(role)}px; font-weight: {weight}; color: {ink}; }}'
        )
    rules += [f'QLabel[tone="{tone}"] {{ color: {tokens.tone(tone)}; }}' for tone in ("ok", "warn", "err", "info")]
    rules += [
        f'QLabel[tone="accent"] {{ color: {tokens.accent_ink}; }}',
        f'QLabel[tone="mute"] {{ color: {tokens.ink3}; }}',
        f'QLabel[tone="ink"] {{ color: {tokens.ink}; }}',
        f'QLabel[tone="ink2"] {{ color: {tokens.ink2}; }}',
    ]
    return "\n".join(rules)


def _surfaces(look: Look) -> str:
    tokens = look.tokens
    radius, card = look.px(look.scale.radius), look.px(look.scale.card_radius)
    return f"""
    QWidget[ground="bg"] {{ background: {tokens.bg}; }}
    QWidget[ground="surface"] {{ background: {tokens.surface}; }}
    QFrame[kind="card"] {{ background: {tokens.surface}; border: 1px solid {tokens.line}; border-radius: {card}px; }}
    QFrame[kind="card"][tone="warn"] {{ border: 2px solid {tokens.warn_line}; }}
    QFrame[kind="card"][tone="err"] {{ border: 2px solid {tokens.err_line}; }}
    QFrame[kind="sunken"] {{ background: {tokens.sunken}; border: 1px solid {tokens.line};
        border-radius: {radius}px; }}
    QFrame[kind="soft"] {{ background: {tokens.soft}; border: 1px solid {tokens.accent}; border-radius: {radius}px; }}
    QFrame[kind="notice"] {{ background: {tokens.info_bg}; border: 1px solid {tokens.info}; border-radius: {card}px; }}
    QFrame[kind="notice"][tone="warn"] {{ background: {tokens.warn_bg}; border: 1px solid {tokens.warn_line}; }}
    QFrame[kind="notice"][tone="err"] {{ background: {tokens.err_bg}; border: 1px solid {tokens.err_line}; }}
    QFrame[kind="notice"][tone="ok"] {{ background: {tokens.ok_bg}; border: 1px solid {tokens.ok}; }}
    QFrame[kind="toast"] {{ background: {tokens.surface}; border: 1px solid {tokens.line2}; border-radius: {card}px; }}
    QFrame[kind="toast"][live="true"] {{ border: 1px solid {tokens.accent}; }}
    QFrame[kind="drawer"] {{ background: {tokens.bg}; border: none; border-left: 1px solid {tokens.line2}; }}
    QFrame[kind="rule"] {{ background: {tokens.line}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[kind="rule-strong"] {{ background: {tokens.line2}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[kind="rule-upright"] {{ background: {tokens.line}; border: none; max-width: 1px; min-width: 1px; }}
    QFrame[kind="row"][hover="true"] {{ background: {tokens.sunken}; }}
    QDialog[kind="modal"] {{ background: {tokens.surface}; }}
    QFrame[kind="ring"] {{ background: transparent; border: 2px solid {tokens.accent}; border-radius: {card}px; }}
    QScrollArea[kind="plain"] {{ background: transparent; border: none; }}
    QScrollArea[kind="plain"] > QWidget > QWidget[kind="scrolled"] {{ background: transparent; }}
    """


def _fields(look: Look) -> str:
    tokens = look.tokens
    field = "\n".join(
        _field_rule(look, selector, height, role)
        for selector, height, role in (
            ("QLineEdit[role]", look.scale.field, "body"),
            ('QLineEdit[role="search"]', look.scale.main, "search"),
            ('QLineEdit[role="phone"]', look.scale.field, "phone"),
            ("QPlainTextEdit[role]", look.scale.field, "body"),
            ("QComboBox[role]", look.scale.field, "body"),
        )
    )
    return f"""{field}
    QLineEdit[role]:read-only, QPlainTextEdit[role]:read-only {{ background: {tokens.sunken}; }}
    QLineEdit[role][veiled="true"] {{ font-weight: 500; }}
    QComboBox[role]::drop-down {{ border: none; width: {look.px(32)}px; }}
    QComboBox[role]::down-arrow {{ image: none; }}
    QComboBox[role] QAbstractItemView {{ background: {tokens.surface}; color: {tokens.ink};
        border: 1px solid {tokens.line2}; selection-background-color: {tokens.sel};
        selection-color: {tokens.ink}; outline: none; }}
    QCheckBox, QRadioButton {{ font-size: {look.scale.font_px("body")}px; color: {tokens.ink};
        min-height: {look.px(28)}px; spacing: {look.px(8)}px; padding: 0 {look.px(6)}px 0 {look.px(4)}px; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {tokens.ink3}; }}
    QRadioButton:checked {{ font-weight: 500; }}
    """


def _field_rule(look: Look, selector: str, height: float, role: str) -> str:
    # The heights are content boxes: what the wider border takes, height and padding give back, so nothing jumps.
    tokens, px = look.tokens, look.px(height)
    side = look.px(12)
    thick = f"min-height: {px - 4}px; padding: 0 {side - 1}px;"
    return f"""
    {selector} {{ background: {tokens.surface}; color: {tokens.ink}; border: 1px solid {tokens.line2};
        border-radius: {look.px(look.scale.radius)}px; min-height: {px - 2}px; padding: 0 {side}px;
        font-size: {look.scale.font_px(role)}px; selection-background-color: {tokens.accent};
        selection-color: {tokens.on_accent}; placeholder-text-color: {tokens.ink3}; }}
    {selector}:focus {{ border: 2px solid {tokens.accent}; {thick} }}
    {selector}:disabled {{ background: {tokens.mute_bg}; color: {tokens.ink3}; border-color: {tokens.line}; }}
    {selector}[finding="warn"] {{ border: 2px solid {tokens.warn_line}; {thick} }}
    {selector}[finding="err"] {{ border: 2px solid {tokens.err_line}; {thick} }}
    """


def _buttons(look: Look) -> str:
    tokens = look.tokens
    radius = look.px(look.scale.radius)
    dark_end = tokens.ink if not tokens.dark else tokens.surface
    return f"""
    QPushButton[kind] {{ background: {tokens.surface}; border: 1px solid {tokens.line2}; border-radius: {radius}px; }}
    QPushButton[kind]:hover {{ background: {tokens.sunken}; }}
    QPushButton[kind]:pressed {{ background: {tokens.mute_bg}; }}
    QPushButton[kind]:focus {{ border: 2px solid {tokens.accent}; }}
    QPushButton[kind="primary"] {{ background: {tokens.accent}; border: 1px solid {tokens.accent}; }}
    QPushButton[kind="primary"]:hover {{ background: {blend(tokens.accent, dark_end, 0.12)}; }}
    QPushButton[kind="primary"]:pressed {{ background: {blend(tokens.accent, dark_end, 0.22)}; }}
    QPushButton[kind="primary"]:focus {{ border: 1px solid {tokens.accent}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
    QPushButton[kind="quiet"]:hover {{ background: {tokens.soft}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {tokens.accent}; }}
    QPushButton[kind="danger"] {{ border: 1px solid {tokens.err_line}; }}
    QPushButton[kind="danger"]:hover {{ background: {tokens.err_bg}; }}
    QPushButton[kind="danger"]:focus {{ border: 2px solid {tokens.accent}; }}
    QPushButton[kind="choice"]:checked {{ background: {tokens.soft}; border: 2px solid {tokens.accent}; }}
    QPushButton[kind="tile"] {{ border-radius: {look.px(look.scale.card_radius)}px; }}
    QPushButton[kind="rail"], QPushButton[kind="rail"]:focus {{ background: transparent; border: none; }}
    QPushButton[kind="rail"]:hover {{ background: {blend(tokens.rail, tokens.rail_on, 0.5)}; }}
    QPushButton[kind="rail"]:checked {{ background: {tokens.rail_on}; }}
    QPushButton[kind]:disabled {{ background: {tokens.mute_bg}; border: 1px solid {tokens.line}; }}
    QPushButton[kind="quiet"]:disabled {{ background: transparent; border: 1px solid transparent; }}
    """


def _views(look: Look) -> str:
    tokens = look.tokens
    return f"""
    QAbstractItemView[role="rows"] {{ background: {tokens.surface}; color: {tokens.ink}; border: none; outline: none;
        font-size: {look.scale.font_px("body")}px; }}
    QTextBrowser[role="leaf"] {{ background: transparent; border: none; color: {tokens.ink};
        selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent}; }}
    QHeaderView {{ background: {tokens.sunken}; border: none; }}
    QHeaderView::section {{ background: {tokens.sunken}; color: {tokens.ink2}; border: none;
        border-bottom: 1px solid {tokens.line2}; padding: 0 {look.px(8)}px;
        height: {look.px(look.scale.table_head) - 1}px;
        font-size: {look.scale.font_px("label")}px; font-weight: 600; }}
    QTableView QTableCornerButton::section {{ background: {tokens.sunken}; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {look.px(12)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {look.px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {tokens.line2}; border-radius: {look.px(4)}px; margin: {look.px(2)}px; }}
    QScrollBar::handle:vertical {{ min-height: {look.px(28)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {look.px(28)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _shell(look: Look) -> str:
    tokens = look.tokens
    return f"""
    QWidget[ground="rail"] {{ background: {tokens.rail}; }}
    QLabel[role="rail-name"] {{ color: {_white(tokens)}; font-size: {look.px(15)}px; font-weight: 700; }}
    QLabel[role="rail-second"] {{ color: {tokens.rail_ink2}; font-size: {look.px(12)}px; }}
    QLabel[role="rail-user"] {{ color: {_white(tokens)}; font-size: {look.px(13)}px; font-weight: 600; }}
    QFrame[kind="rail-rule"] {{ background: {tokens.rail_on}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[kind="header"] {{ background: {tokens.surface}; border: none; border-bottom: 1px solid {tokens.line}; }}
    QFrame[kind="strip"] {{ background: {tokens.surface}; border: none; border-top: 1px solid {tokens.line}; }}
    """


def _white(tokens: Tokens) -> str:
    return blend(tokens.rail_ink, "#FFFFFF", 0.9)


def _small_parts(look: Look) -> str:
    tokens = look.tokens
    return f"""
    QToolTip {{ background: {tokens.surface}; color: {tokens.ink}; border: 1px solid {tokens.line2};
        padding: {look.px(4)}px {look.px(6)}px; font-size: {look.scale.font_px("second")}px; }}
    QMenu {{ background: {tokens.surface}; color: {tokens.ink}; border: 1px solid {tokens.line2};
        padding: {look.px(4)}px; }}
    QMenu::item {{ padding: {look.px(6)}px {look.px(16)}px; }}
    QMenu::item:selected {{ background: {tokens.sel}; }}
    """
