"""Spans and sizes inside a sentence."""

from __future__ import annotations

from fieldkit.domain.text import Text, text


def span(seconds: float) -> Text:
    """How long: "40 detik", "2 menit", "3 jam", "5 hari"."""
    if seconds < 90:
        return text("{n} detik", n=max(round(seconds), 1))
    if seconds < 90 * 60:
        return text("{n} menit", n=round(seconds / 60))
    if seconds < 48 * 3600:
        return text("{n} jam", n=round(seconds / 3600))
    return text("{n} hari", n=round(seconds / 86_400))


def size(size_bytes: int) -> Text:
    """How much: "512 B", "18 kB", "250 MB", "12 GB"."""
    for limit, unit in ((1_000**3, "GB"), (1_000**2, "MB"), (1_000, "kB")):
        if size_bytes >= limit:
            return text("{n} {unit}", n=round(size_bytes / limit), unit=unit)
    return text("{n} {unit}", n=size_bytes, unit="B")
