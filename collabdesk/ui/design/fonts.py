"""The bundled interface font: loaded from resources, so that no machine shows blank windows."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from collabdesk import paths
from collabdesk.ui.design.scale import TYPE

FACES = ("InterTabular-Regular.ttf", "InterTabular-Medium.ttf", "InterTabular-SemiBold.ttf")


def load(app: QApplication) -> str:
    """Make the bundled font the application's; returns its family, or "" where it is missing."""
    families: list[str] = []
    for name in FACES:
        file = paths.resources("fonts", name)
        if file.is_file():
            families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    font = QFont(families[0]) if families else QFont(app.font())
    font.setPixelSize(TYPE["body"].size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    return families[0] if families else ""
