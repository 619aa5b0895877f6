"""Budgets of a project: their versions, amendments, transfers, and how they are looked at."""

from collabdesk.usecases.budgets.actuals import UNMATCHED, Actuals, AgainstActual, against_actual
from collabdesk.usecases.budgets.amendments import AMENDED, FieldChange, amend, changes_of
from collabdesk.usecases.budgets.comparison import Comparison, LineChange, Total, compare
from collabdesk.usecases.budgets.limits import Moved, moved
from collabdesk.usecases.budgets.lines import AXES, IMPORTED, called, chosen_basis, condition, lines_of
from collabdesk.usecases.budgets.pivot import Pivot, partner_names, pivots, values_of
from collabdesk.usecases.budgets.transfers import Transfer, take_back, transfer, transfers
from collabdesk.usecases.budgets.versions import (
    approve,
    begin,
    discard,
    held,
    propose,
    send_back,
    version_called,
    versions,
)

__all__ = [
    "AMENDED", "AXES", "IMPORTED", "UNMATCHED", "Actuals", "AgainstActual", "Comparison", "FieldChange", "LineChange",
    "Moved", "Pivot", "Total", "Transfer", "against_actual", "amend", "approve", "begin", "called", "changes_of",
    "chosen_basis", "compare", "condition", "discard", "held", "lines_of", "moved", "partner_names",
    "pivots", "propose", "send_back", "take_back", "transfer", "transfers", "values_of", "version_called",
    "versions",
]  # fmt: skip
