"""Colours of the two themes, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One theme. `X_bg` is the ground on which `X` is written, `X_line` the border around it."""

    name: str
    bg: str
    surface: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    accent: str
    on_accent: str
    accent_ink: str
    soft: str
    sel: str
    mark: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    warn_line: str
    err: str
    err_bg: str
    err_line: str
    info: str
    info_bg: str
    mute: str
    mute_bg: str
    rail: str
    rail_on: str
    rail_ink: str
    rail_ink2: str
    rail_mark: str

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    def tone(self, tone: str) -> str:
        """The ink of a tone: ok, warn, err, info, mute, accent, or plain ink."""
        return {
            "": self.ink,
            "ok": self.ok,
            "warn": self.warn,
            "err": self.err,
            "info": self.info,
            "mute": self.mute,
            "accent": self.accent_ink,
        }[tone]

    def ground(self, tone: str) -> str:
        """The ground that belongs to a tone."""
        return {
            "": self.sunken,
            "ok": self.ok_bg,
            "warn": self.warn_bg,
            "err": self.err_bg,
            "info": self.info_bg,
            "mute": self.mute_bg,
            "accent": self.soft,
        }[tone]

    def edge(self, tone: str) -> str:
        """The border that belongs to a tone."""
        return {"warn": self.warn_line, "err": self.err_line, "accent": self.accent, "": self.line}.get(
            tone, self.tone(tone)
        )


LIGHT = Tokens(
    name="light",
    bg="#EDF0F2",
    surface="#FFFFFF",
    sunken="#F5F7F8",
    ink="#15212B",
    ink2="#3F4D59",
    ink3="#586672",
    line="#D3DADF",
    line2="#75838E",
    accent="#0B5F80",
    on_accent="#FFFFFF",
    accent_ink="#0B5F80",
    soft="#E1EFF5",
    sel="#D6E9F2",
    mark="#FFE69A",
    ok="#1C6437",
    ok_bg="#E2F2E7",
    warn="#7A4A00",
    warn_bg="#FFF1CF",
    warn_line="#B57708",
    err="#A8201A",
    err_bg="#FDE7E4",
    err_line="#C9413A",
    info="#1B4E86",
    info_bg="#E5EEF8",
    mute="#465460",
    mute_bg="#E7EBEE",
    rail="#12303F",
    rail_on="#1F4C61",
    rail_ink="#DCE7ED",
    rail_ink2="#ABC0CB",
    rail_mark="#F2B84B",
)

DARK = Tokens(
    name="dark",
    bg="#0F171D",
    surface="#18232B",
    sunken="#1F2C35",
    ink="#EAF0F4",
    ink2="#BECAD3",
    ink3="#9BAAB5",
    line="#2F3E49",
    line2="#7C8D99",
    accent="#63C1E2",
    on_accent="#06202B",
    accent_ink="#7CCBE8",
    soft="#15394A",
    sel="#193C4D",
    mark="#5F4B12",
    ok="#86D9A5",
    ok_bg="#14331F",
    warn="#F6C86F",
    warn_bg="#3A2B0B",
    warn_line="#B9862A",
    err="#FFA79F",
    err_bg="#471C1A",
    err_line="#D9645C",
    info="#9CCBF3",
    info_bg="#17324B",
    mute="#BECAD3",
    mute_bg="#2A3843",
    rail="#0A1116",
    rail_on="#1B3947",
    rail_ink="#D5E0E6",
    rail_ink2="#8FA3AF",
    rail_mark="#F2B84B",
)

THEMES = {"light": LIGHT, "dark": DARK}


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(one: str, other: str, share: float) -> str:
    """`one` with a share of `other` in it, for hover and pressed."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
