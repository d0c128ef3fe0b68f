"""Alembic environment of the laptop's database: the connection comes from the store, already unlocked."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
