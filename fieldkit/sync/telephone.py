"""The code that an admin reads back to a laptop without a line: asked of the centre, and kept nowhere."""

from __future__ import annotations

from fieldkit.domain.errors import CentreBusyError, OfflineError
from fieldkit.records.wire import SignedQuestion
from fieldkit.sync._errors import RouteMissingError, answers_no_calls, asks_to_wait, only_by_line
from fieldkit.sync.doorway import Doorway


def told_by_centre(doorway: Doorway, question: SignedQuestion) -> str:
    """The code; RuleError says why the centre tells none, and other errors what they mean to who has a call."""
    try:
        return doorway.answer(question).code
    except RouteMissingError as error:
        raise answers_no_calls() from error
    except OfflineError as error:
        raise only_by_line(error.title) from error
    except CentreBusyError as error:
        raise asks_to_wait(error) from error
