"""What a look at a file gave, by name, for the window, which does not see intake itself."""

from collabdesk.intake.staged import StagedColumn, StagedFile, StagedTable, Total

__all__ = ["StagedColumn", "StagedFile", "StagedTable", "Total"]
