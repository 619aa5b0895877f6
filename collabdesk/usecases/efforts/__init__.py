"""Effort: the days of persons, checked, signed and declared; the limits of days, and what is wrong with a line."""

from collabdesk.usecases.efforts.acts import check, declare, sign
from collabdesk.usecases.efforts.problems import EffortProblems, effort_problems, limits_of

__all__ = ["EffortProblems", "check", "declare", "effort_problems", "limits_of", "sign"]
