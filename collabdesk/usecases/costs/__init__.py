"""Cost items: checked, declared in a period, accepted or rejected, adjusted by a linked item; and what is wrong."""

from collabdesk.usecases.costs.adjusting import adjust
from collabdesk.usecases.costs.problems import CostProblems, cost_problems
from collabdesk.usecases.costs.verdicts import accept, check, declare, reject

__all__ = ["CostProblems", "accept", "adjust", "check", "cost_problems", "declare", "reject"]
