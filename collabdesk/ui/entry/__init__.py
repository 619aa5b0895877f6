"""Typing into tables as into a spreadsheet: `EntryPanel` and its columns."""

from collabdesk.ui.entry.columns import EntryColumn, amount, choice, day, percent, quantity, reference, words, yes
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.panel import EntryPanel

__all__ = ["EntryColumn", "EntryPanel", "Here", "amount", "choice", "day", "percent", "quantity", "reference",
           "words", "yes"]  # fmt: skip
