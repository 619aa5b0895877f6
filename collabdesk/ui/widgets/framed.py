"""A thin frame around a list, so that it stands on the page as one thing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def framed(inner: QWidget) -> QFrame:
    """The widget inside a frame with the design's corners."""
    frame = QFrame()
    frame.setProperty("framed", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inner)
    return frame
