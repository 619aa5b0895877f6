"""Where in a sheet the tables are, whatever their layout; what is no table is said with the reason."""

from __future__ import annotations

from collabdesk.intake.tables.finding import find_tables

__all__ = ["find_tables"]
