"""Importing: look at a funder's files, accept what was seen as one step, take it back, and give account of it."""

from __future__ import annotations

from collabdesk.intake.open_files import OpenFiles
from collabdesk.usecases.accepting import Accepted, accept, batches, revert
from collabdesk.usecases.account import account
from collabdesk.usecases.looking import LookOptions, SheetPage, Staged, look_at, settle_currencies, sheet_page
from collabdesk.usecases.rejects import write_rejects

__all__ = [
    "Accepted",
    "LookOptions",
    "OpenFiles",
    "SheetPage",
    "Staged",
    "accept",
    "account",
    "batches",
    "look_at",
    "revert",
    "settle_currencies",
    "sheet_page",
    "write_rejects",
]
