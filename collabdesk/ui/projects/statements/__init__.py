"""Statements of a project: choose one, see it, follow a figure to its cells, save it."""
