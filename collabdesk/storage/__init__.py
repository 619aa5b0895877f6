"""The shelf: SQLAlchemy and Alembic live only here."""
