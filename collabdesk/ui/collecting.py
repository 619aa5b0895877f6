"""Collects garbage in the window's own thread only.

Python's collector runs in whatever thread happens to allocate. In the worker it would destroy widgets that hang in
reference cycles there, and Qt ends the program when a widget dies outside its thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Collecting(QObject):
    """While it runs, nothing is collected but by its timer; it belongs to the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Hand collecting back to Python; call it once no other thread is at work."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        # As Python itself does: the oldest generation whose count has passed its threshold.
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [g for g in range(3) if limits[g] and counts[g] > limits[g]]
        if due:
            gc.collect(due[-1])
