"""What the window remembers between two runs: its size, place and last room, in a small ini file."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow


def settings_file() -> Path:
    """The ini file in the user's configuration folder."""
    return Path(platformdirs.user_config_dir("CollabDesk", appauthor=False)) / "window.ini"


class Remembered:
    """Reads and writes the file; whatever it holds that is no geometry is passed over."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or settings_file()), QSettings.Format.IniFormat)

    def put_back(self, window: QMainWindow) -> None:
        """Give the window its last size and place, where they are known and on a screen that is there."""
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def keep(self, window: QMainWindow) -> None:
        self._settings.setValue("window/geometry", window.saveGeometry())
        self._settings.sync()
