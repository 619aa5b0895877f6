"""Layouts with fields down the page: key/value forms, and masters with one project in each column."""

from __future__ import annotations

from dataclasses import dataclass, field

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.vocabulary import Vocabulary


@dataclass(slots=True)
class Down:
    """The tables of such a layout and how strongly it is believed."""

    strength: float = 0.0
    tables: list[TableFound] = field(default_factory=list)


def find(grid: Grid, words: Vocabulary) -> Down:
    """The tables whose fields go down the page."""
    return Down()
