"""What the centre counts of itself, for Prometheus. No label tells a person, a device or a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry


class Metrics:
    """The counters of one process; where PROMETHEUS_MULTIPROC_DIR is set they lie in files for all processes."""

    def __init__(self) -> None:
        # Where it counts is decided when it is imported.
        from prometheus_client import CollectorRegistry, Counter, Histogram

        self.registry = CollectorRegistry()
        here = self.registry
        self._requests = Counter("fieldkit_requests", "Requests answered", ["endpoint", "status"], registry=here)
        self._seconds = Histogram("fieldkit_request_seconds", "Time until the answer", ["endpoint"], registry=here)
        self._errors = Counter("fieldkit_errors", "Requests that ended in a fault", ["endpoint"], registry=here)
        self._changes = Counter("fieldkit_changes", "Changes taken in", registry=here)
        self._cases = Counter("fieldkit_cases", "Cases opened", registry=here)
        self._pulls = Counter("fieldkit_pulls", "Pages given out", registry=here)
        self._rows = Counter("fieldkit_rows_sent", "Rows given out", registry=here)

    def answered(self, endpoint: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(endpoint, str(status)).inc()
        self._seconds.labels(endpoint).observe(seconds)
        if status == 500:
            self._errors.labels(endpoint).inc()

    def took_in(self, changes: int, cases: int) -> None:
        """A push was committed."""
        self._changes.inc(changes)
        self._cases.inc(cases)

    def gave_out(self, rows: int) -> None:
        """A page was made."""
        self._pulls.inc()
        self._rows.inc(rows)


def shared_registry(folder: str) -> CollectorRegistry:
    """The sum over all processes that count in a folder."""
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]
    return registry
