"""Contributions: credit events and their moves, assessments called by the scale, and the tables that a window shows."""

from collabdesk.usecases.contributions.calling import call_assessed
from collabdesk.usecases.contributions.crediting import cancel, claim, credit, hindrance, refuse

__all__ = ["call_assessed", "cancel", "claim", "credit", "hindrance", "refuse"]
