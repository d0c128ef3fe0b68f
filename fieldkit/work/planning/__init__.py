"""The calendar of the office: plans, teams, sets, places, papers of people and of districts."""
