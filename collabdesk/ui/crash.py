"""What is shown when the program itself is at fault: calm, with details to copy and the log's place."""

from __future__ import annotations

import logging
import traceback

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from collabdesk import paths
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL
from collabdesk.ui.widgets import IconLabel, button, label, primary

_log = logging.getLogger(__name__)


def tell_crash(error: BaseException, parent: QWidget | None = None) -> None:
    """Write the error to the log and show it; the program goes on. Once `parent` is closed only the log is written."""
    details = "".join(traceback.format_exception(error))
    _log.error("%s", details)
    if parent is None or parent.isVisible():
        CrashDialog(details, parent).open()


class CrashDialog(QDialog):
    """Says that nothing was half kept, and offers the details."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setMinimumWidth(620)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setMinimumHeight(200)
        copy = button(self.tr("&Copy details"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        close = primary(self.tr("C&lose"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        says = label(
            self.tr(
                "This is a fault of the program, not yours. What you did last was not kept; everything before it is."
            )
            + "\n"
            + QCoreApplication.translate("CrashDialog", "The log is in {folder}.").format(folder=paths.log_folder()),
            "secondary",
            wrap=True,
        )
        top = QHBoxLayout()
        top.setSpacing(GAP_M)
        top.addWidget(IconLabel("warning", "warn", 24))
        top.addWidget(label(self.tr("Something went wrong"), "heading"), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(top)
        column.addWidget(says)
        column.addWidget(text, 1)
        column.addLayout(foot)
        close.setFocus()
