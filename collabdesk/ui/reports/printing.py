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


def _chosen(document: QPdfDocument, printer: QPrinter) -> list[int]:
    """The pages from 0 that the person asked for: a range, several (`1-3, 8`), or all."""
    count = document.pageCount()
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return list(range(count))
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return [page - 1 for page in range(1, count + 1) if ranges.contains(page)]
    if printer.fromPage():
        return list(range(printer.fromPage() - 1, min(printer.toPage(), count)))
    return list(range(count))


def _print(
    document: QPdfDocument, pages: list[int], printer: QPrinter, progress: Progress, is_cancelled: IsCancelled
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
    """One page, as large as the paper's printable part allows; a wide page is turned on upright paper."""
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    size = document.pagePointSize(page)
    is_turned = (size.width() > size.height()) != (area.width() > area.height())
    room = area.size().transposed() if is_turned else area.size()
    wanted = size.toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    share = min(1.0, _MOST_DOTS_PER_INCH / max(1, printer.resolution()))
    drawn = document.render(page, QSize(round(wanted.width() * share), round(wanted.height() * share)))
    # A PDF's page is transparent; on paper that would be black with some printers.
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    onto = QPainter(image)
    onto.drawImage(0, 0, drawn)
    onto.end()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if is_turned:
        painter.translate(area.width(), 0)
        painter.rotate(90)
    left, top = (room.width() - wanted.width()) // 2, (room.height() - wanted.height()) // 2
    painter.drawImage(QRect(left, top, wanted.width(), wanted.height()), image)
    painter.restore()
