"""The present theme: follows the system, light or dark, while the program runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from collabdesk.ui.design import fonts, icons
from collabdesk.ui.design.roles import DARK, LIGHT, Roles
from collabdesk.ui.design.stylesheet import stylesheet

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}


class Theme(QObject):
    """Applies the design to the application; `changed` tells painters that the colours are others now."""

    changed = Signal()

    def __init__(self, app: QApplication, *, dark: bool | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._fixed = dark
        # Qt stylesheets take images only as files: the few they need are tinted into a folder of this run.
        self._folder = QTemporaryDir()
        self.roles: Roles = LIGHT
        app.setStyle("Fusion")
        fonts.load(app)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    @property
    def is_dark(self) -> bool:
        return self.roles.is_dark

    def fix(self, dark: bool | None) -> None:
        """Stay light or dark; None follows the system again."""
        self._fixed = dark
        self._follow()

    def _follow(self) -> None:
        dark = self._fixed
        if dark is None:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._apply(DARK if dark else LIGHT)

    def _apply(self, roles: Roles) -> None:
        self.roles = roles
        icons.use_roles(roles)
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, QColor(getattr(roles, name)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(roles.muted))
        self._app.setPalette(palette)
        self._app.setStyleSheet(stylesheet(roles, self._images(roles)))
        self.changed.emit()

    def _images(self, roles: Roles) -> dict[str, str]:
        suffix = "dark" if roles.is_dark else "light"
        wanted = {"chevron-down": roles.secondary, "chevron-up": roles.secondary, "check": roles.on_accent}
        files = {}
        for name, colour in wanted.items():
            file = Path(self._folder.path()) / f"{name}-{suffix}.svg"
            if not file.exists():
                file.write_bytes(icons.svg(name, colour))
            files[name.replace("-", "_")] = file.as_posix()
        return files
