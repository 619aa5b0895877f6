"""Reports: compose one from what is on record, issue, review, sign and supersede it, and prove a printed one later."""

from __future__ import annotations

from collabdesk.usecases.reports.composing import Asked, asked_of, compose, outline_names
from collabdesk.usecases.reports.issuing import Written, drawn, issue, pdf_bytes, write_pdf
from collabdesk.usecases.reports.kept import certified_bytes, kept_bytes, print_again, report_of, signature_of
from collabdesk.usecases.reports.states import Certificate, reopen, review, sign, supersede
from collabdesk.usecases.reports.tables import tables_of, write_tables
from collabdesk.usecases.reports.verdicts import Difference, Verdict, verify

__all__ = [
    "Asked", "Certificate", "Difference", "Verdict", "Written", "asked_of", "certified_bytes", "compose", "drawn",
    "issue", "kept_bytes", "outline_names", "pdf_bytes", "print_again", "reopen", "report_of", "review", "sign",
    "signature_of", "supersede", "tables_of", "verify", "write_pdf", "write_tables",
]  # fmt: skip
