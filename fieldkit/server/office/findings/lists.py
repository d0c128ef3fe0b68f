"""Versions of one list that hold at once."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.domain.contradiction import (
    CaseKind,
    list_active_twice,
)
from fieldkit.records.list_steps import version_step
from fieldkit.server.office.findings.window import Window
from fieldkit.server.schema import METADATA

_LIST_STEP: Final = METADATA.tables["list_step"].c


def lists(window: Window) -> None:
    """Versions of one list that were made active by offices that did not know of each other."""
    if not window.values(_LIST_STEP.list_id, window.is_new(_LIST_STEP)):
        return
    columns = (_LIST_STEP.id, _LIST_STEP.list_id, _LIST_STEP.state, _LIST_STEP.at)
    query = sa.select(*columns, sa.func.coalesce(_LIST_STEP.note, "")).where(_LIST_STEP.regency == window.regency)
    steps = [version_step(*row) for row in window.connection.execute(query)]
    window.note(CaseKind.LIST_ACTIVE_TWICE, {step.list_id for step in steps}, list_active_twice(steps), {})
