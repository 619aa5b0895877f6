"""The restatement ledger: which figures of signed reports later data give otherwise, old and new, and by what."""

from __future__ import annotations

from collabdesk.usecases.restatements.ledger import OutOfDate, notice, of_report, out_of_date

__all__ = ["OutOfDate", "notice", "of_report", "out_of_date"]
