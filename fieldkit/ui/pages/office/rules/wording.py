"""What is said of the versions of a rule."""

from __future__ import annotations

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.rules.catalogue import Rule
from fieldkit.domain.rules.versions import Stage, Version
from fieldkit.store.queries.rules.versions import RulesView, Signature
from fieldkit.ui.formats import clock, day_month, day_short
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site, moment


def said(view: RulesView, rule: Rule) -> str:
    """What holds today, in one line."""
    return say(rule.says(view.values[rule.name]))


def since_words(view: RulesView, rule: Rule) -> str:
    """From when it holds."""
    held = view.of(rule.name, Stage.IN_FORCE)
    return date_numeric(held[0].since) if held else tr("bawaan")


def state_badge(view: RulesView, rule: Rule) -> tuple[str, str] | None:
    """What is on its way."""
    drafts, coming = view.of(rule.name, Stage.DRAFT), view.of(rule.name, Stage.NEXT)
    if drafts:
        return tr("Menunggu tanda tangan"), "warn"
    return (tr("Berubah {day}", day=day_month(coming[-1].since)), "info") if coming else None


def stage_badge(version: Version) -> tuple[str, str]:
    """Where a version stands."""
    words = {
        Stage.DRAFT: (tr("Menunggu tanda tangan"), "warn"),
        Stage.NEXT: (tr("Akan berlaku"), "info"),
        Stage.IN_FORCE: (tr("Berlaku"), "ok"),
        Stage.PAST: (tr("Sudah diganti"), "mute"),
        Stage.WITHDRAWN: (tr("Ditarik"), "mute"),
    }
    return words[version.stage]


def signed_words(signature: Signature | None, zone: str) -> str:
    """Who signed, and when; nothing where nobody did."""
    if signature is None:
        return ""
    at = at_site(moment(signature.at), zone)
    day, time = f"{day_short(at.date())} {at.year}", clock(at)
    return tr("Ditandatangani {who}, {day} {time}", who=signature.signer_name, day=day, time=time)


def campaign_words(view: RulesView) -> str:
    """The day that the campaign works towards, which is set elsewhere."""
    if view.campaign_day is None:
        return tr("belum ditulis; perencana menulisnya di Jadwal, sebagai hari khusus")
    return tr("{day}, ditulis di Jadwal sebagai hari khusus", day=date_numeric(view.campaign_day))


def question_words(version: Version) -> str:
    """What is read before it is signed: every term, and the day."""
    lines = [f"{say(label)}: {say(words)}" for label, words in version.rule.lines(version.values)]
    return "\n".join([*lines, tr("Berlaku mulai {day}.", day=date_numeric(version.since))])
