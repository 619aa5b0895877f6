"""Typing into tables as into a spreadsheet: `EntryPanel` and its columns."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collabdesk.ui.entry.columns import EntryColumn, amount, choice, day, percent, quantity, reference, words, yes
    from collabdesk.ui.entry.here import Here
    from collabdesk.ui.entry.panel import EntryPanel
else:
    _AT = {"EntryPanel": "panel", "Here": "here"}

    def __getattr__(name: str) -> Any:
        """The window looks into every folder for its rooms: what is typed with is loaded when somebody types."""
        if name not in __all__:
            raise AttributeError(name)
        return getattr(import_module(f"collabdesk.ui.entry.{_AT.get(name, 'columns')}"), name)


__all__ = ["EntryColumn", "EntryPanel", "Here", "amount", "choice", "day", "percent", "quantity", "reference",
           "words", "yes"]  # fmt: skip
