"""Statements: tables of figures in the forms that funders and partners know, on the screen, as PDF and as workbook."""

from collabdesk.usecases.statements.asking import AXES, Asked, Kind, kind_of, kinds, partner_called, partners_of
from collabdesk.usecases.statements.making import Choices, choices, find, make, offered
from collabdesk.usecases.statements.writing import write

__all__ = [
    "AXES", "Asked", "Choices", "Kind", "choices", "find", "kind_of", "kinds", "make", "offered", "partner_called",
    "partners_of", "write",
]  # fmt: skip
