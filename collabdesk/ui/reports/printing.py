"""Prints a PDF through the system's print dialog, page by page in the worker."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.tasks import IsCancelled, Progress

# Finer than paper shows, and a page stays below 40 MB.
_MOST_DOTS_PER_INCH = 300


def print_pdf(content: bytes, printer: QPrinter, progress: Progress, is_cancelled: IsCancelled) -> int:
    """Send the pages that the person chose in the dialog; returns how many. Any thread.

    Raises Refused when the printer does not take them, Cancelled between two pages.
    """
    held = QByteArray(content)  # the buffer only points to it
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        return _print(document, _chosen(document, printer), printer, progress, is_cancelled)
    finally:
        document.close()
        buffer.close()


def _chosen(document: QPdfDocument, printer: QPrinter) -> range:
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage() - 1, min(printer.toPage(), document.pageCount()))
    return range(document.pageCount())


def _print(
    document: QPdfDocument, pages: range, printer: QPrinter, progress: Progress, is_cancelled: IsCancelled
) -> int:
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused("The printer does not take the report. Is it switched on and chosen rightly?", "not-printed")
    try:
        for done, page in enumerate(pages):
            if is_cancelled():
                printer.abort()
                raise Cancelled
            progress("print", done, len(pages))
            if done:
                printer.newPage()
            _draw(document, page, printer, painter)
    finally:
        painter.end()
    return len(pages)


def _draw(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    """One page, as large as the paper's printable part allows, in its own proportions."""
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    wanted = document.pagePointSize(page).toSize().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    share = min(1.0, _MOST_DOTS_PER_INCH / max(1, printer.resolution()))
    drawn = document.render(page, QSize(round(wanted.width() * share), round(wanted.height() * share)))
    # A PDF's page is transparent; on paper that would be black with some printers.
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    onto = QPainter(image)
    onto.drawImage(0, 0, drawn)
    onto.end()
    left, top = (area.width() - wanted.width()) // 2, (area.height() - wanted.height()) // 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(left, top, wanted.width(), wanted.height()), image)
