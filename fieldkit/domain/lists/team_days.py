"""The pace of one team: how many team-days the rest of a list takes, whoever goes (A1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeamPace:
    """People who were recorded, and on how many days of one table that was done."""

    people: int
    team_days: int

    def days_for(self, left: int) -> int | None:
        """Team-days for so many people, a begun day counts; None while there is no pace."""
        # In whole numbers: a pace such as 1/3 has no exact decimal.
        return -(-left * self.team_days // self.people) if self.people and self.team_days else None
