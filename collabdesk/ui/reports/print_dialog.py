"""Asks the system which printer and which pages, and sends the pages of a PDF there in the worker."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.printing import print_pdf


def ask_printer(desk: Desk, parent: QWidget, name: str, pdf: bytes, pages: int) -> None:
    """Open the system's print dialog for a PDF of so many pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(1, pages))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: send(desk, parent, printer, pdf))
    # The dialog's own `open` wants a slot's name; any QDialog opens without waiting for its end.
    QDialog.open(dialog)


def send(desk: Desk, owner: QWidget, printer: QPrinter, pdf: bytes) -> None:
    """Print the pages that were chosen."""
    desk.tasks.run(
        desk.tr("Print the report"),
        lambda progress, is_cancelled: print_pdf(pdf, printer, progress, is_cancelled),
        owner=owner,
        done=lambda pages: desk.tell(desk.tr("{n} pages sent to the printer").format(n=pages)),
    )
