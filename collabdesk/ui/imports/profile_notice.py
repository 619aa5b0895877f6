"""Says over a table that a saved reading knows it: what fits, what differs, and offers to use it.

To place it: add the widget to the page's notices, call `show_offer` whenever a table is shown or looked at anew, and
connect `used` and `unused` to a new look (`Choices.with_profile`). It hides itself where there is nothing to say.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.imports.profile_words import difference_lines, offer_text
from collabdesk.ui.widgets import IconLabel, button, clear, label, link, row
from collabdesk.ui.widgets.labels import restyle
from collabdesk.usecases.profiles import Offer

_HIGHEST, _LINE = 176, 28


class ProfileNotice(QFrame):
    """One calm bar; `used(offer)` asks to read the table as saved, `unused` to read it as the program does."""

    used = Signal(object)
    unused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._icon = IconLabel("history", "info")
        self.text = label("", wrap=True)
        self.more = link("")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._open)
        self.use = button(self.tr("&Use it"))
        self.use.clicked.connect(lambda: self.used.emit(self._offer))
        self.stop = button(self.tr("Do not &use it"))
        self.stop.clicked.connect(self.unused)
        self._make_details()
        line = row(self._icon, gap=GAP_M)
        line.addWidget(self.text, 1)
        for one in (self.more, self.use, self.stop):
            line.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_XS)
        column.addLayout(line)
        column.addWidget(self.details)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Say what the saved reading makes of the table; nothing where it would add and lack nothing."""
        is_same_profile = offer is not None and self._offer is not None and offer.profile == self._offer.profile
        self._offer = offer
        lines = difference_lines(offer) if offer else []
        if offer is None or not (lines or offer.is_used):
            self.hide()
            return
        is_offered = not offer.is_used and not offer.changes_nothing
        self.text.setText(offer_text(offer))
        self.setAccessibleName(self.text.text())
        self.use.setVisible(is_offered)
        self.stop.setVisible(offer.is_used)
        self.more.setVisible(bool(lines))
        self._fill(lines)
        if not (is_same_profile and lines):
            self.more.setChecked(False)
        self._name_more()
        restyle(self, "notice", "info")
        self.show()

    def _make_details(self) -> None:
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(28, GAP_XS, 0, GAP_XS)
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_XS)
        self._grid.setColumnStretch(1, 1)
        self.details = QScrollArea()
        self.details.setWidget(inner)
        # A scroll area fills its ground when it takes a widget; the bar's own tint belongs there.
        inner.setAutoFillBackground(False)
        self.details.viewport().setAutoFillBackground(False)
        self.details.setWidgetResizable(True)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.details.setMaximumHeight(_HIGHEST)
        self.details.setAccessibleName(self.tr("What differs"))
        self.details.hide()

    def _fill(self, lines: list[tuple[str, str]]) -> None:
        clear(self._grid)
        for number, (what, how) in enumerate(lines):
            self._grid.addWidget(label(what, "strong", wrap=True), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(how, "", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
        self.details.setFixedHeight(min(_HIGHEST, _LINE * len(lines) + GAP_S))

    def _open(self, is_open: bool) -> None:
        self.details.setVisible(is_open)
        self._name_more()

    def _name_more(self) -> None:
        self.more.setText(self.tr("Hide what differs") if self.more.isChecked() else self.tr("What differs"))
