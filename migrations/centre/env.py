"""Alembic environment of the centre's database: connection and transaction come from fieldkit.server.database."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
