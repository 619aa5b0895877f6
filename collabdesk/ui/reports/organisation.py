"""The organisation that prints the reports: its name, logo, colours and language, and who prepares and gets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QColorDialog, QFileDialog, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, font
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.compose_form import LanguageField
from collabdesk.ui.widgets import Card, FormField, NoticeBar, Page, PageHeader, button, label, link, primary, row
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.usecases import organisation

_WIDTH = 860
_LOGO_HIGH = 72


class ColourField(QWidget):
    """A colour as `#RRGGBB`, typed or picked, with how well it reads on white paper."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(organisation.USUAL_COLOUR)
        self.line.setMaxLength(7)
        self.pick = button(self.tr("Pick…"))
        self.pick.setAccessibleName(self.tr("Pick: {name}").format(name=name.replace("&", "")))
        self.pick.clicked.connect(self._pick)
        self.patch = label("")
        self.patch.setFixedSize(28, 28)
        control = QWidget()
        control.setLayout(row(self.line, self.patch, self.pick))
        control.setFocusProxy(self.line)
        self.line.setAccessibleName(name.replace("&", ""))
        self.field = FormField(name, control, hint)
        self.setLayout(row(self.field))
        self.line.textChanged.connect(lambda _: self._judge())

    @property
    def colour(self) -> str:
        """What was typed, "" for the usual colour."""
        return self.line.text().strip()

    @colour.setter
    def colour(self, text: str) -> None:
        self.line.setText(text)
        self._judge()

    def _judge(self) -> None:
        seen = organisation.contrast_of(self.colour)
        self.patch.setStyleSheet(f"background: {self.colour}; border: 1px solid #888888;" if seen is not None else "")
        if seen is None:
            self.field.show_error(self.tr("Write it as #1F5A7A.") if len(self.colour) == self.line.maxLength() else "")
        elif seen < organisation.LEAST_CONTRAST:
            said = self.tr("Contrast with white {seen} to 1: too light, {least} to 1 is needed.")
            self.field.show_error(said.format(seen=seen, least=organisation.LEAST_CONTRAST))
        else:
            self.field.show_hint(self.tr("Contrast with white {seen} to 1: reads well.").format(seen=seen))

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self.colour or organisation.USUAL_COLOUR), self)
        dialog.setWindowTitle(self.tr("Pick a colour"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.line.setText(colour.name().upper()))
        dialog.open()


class OrganisationPage(Page):
    """`left` goes back to where one came from."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        back = link(f"← {self.tr('Back')}")
        back.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)
        self.notice, self.confirm = NoticeBar(), ConfirmBar()
        self._shown: dict[str, str] = {}
        self.keep = primary(self.tr("Save"), "save")
        self.keep.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.keep.setToolTip(self.tr("Save (Ctrl+S)"))
        self.keep.clicked.connect(self.save)
        about = self.tr("Reports that are composed from now on look so; issued ones stay as they are.")
        self.column.addLayout(row(back, None))
        self.column.addWidget(PageHeader(self.tr("The organisation"), about, self.keep))
        self.column.addWidget(self.notice)
        self.column.addWidget(self.confirm)
        self._make_fields()
        for card in (self._who(), self._look(), self._people()):
            card.setMaximumWidth(_WIDTH)
            self.column.addWidget(card)
        self.column.addStretch(1)
        desk.changed.connect(self._hear)

    def begin(self) -> None:
        """Show what is on record."""
        self.notice.hide()
        self.confirm.hide()
        self._fill()
        self.name.setFocus()

    def leave(self) -> None:
        """Go back; what is not saved yet is asked for first."""
        if self._typed() != self._shown:
            question = self.tr("What you changed is not saved yet.")
            self.confirm.ask(question, self.tr("Go on without it"), self.left.emit)
            self.ensureWidgetVisible(self.confirm)
        else:
            self.left.emit()

    def _escape(self) -> None:
        if self.confirm.isVisible():
            self.confirm.hide()
        else:
            self.leave()

    def _fill(self) -> None:
        there = organisation.current(self._desk.workspace)
        self.name.setText(there.name)
        self.address.setPlainText(there.address)
        self.language.language = there.language
        self.accent.colour, self.second.colour = there.accent, there.second
        self.author.setText(there.author)
        self.addressee.setText(there.addressee)
        self.distribution.setPlainText(there.distribution)
        self._show_logo()
        self._shown = self._typed()

    def save(self) -> None:
        """Keep what was typed, as one step of undo."""
        fields, workspace = self._typed(), self._desk.workspace
        self._write(lambda: organisation.change(workspace, **fields), self.tr("The organisation is saved."), self._fill)

    def _typed(self) -> dict[str, str]:
        return {
            "name": self.name.text(), "address": self.address.toPlainText(), "language": self.language.language,
            "accent": self.accent.colour, "second": self.second.colour, "author": self.author.text(),
            "addressee": self.addressee.text(), "distribution": self.distribution.toPlainText(),
        }  # fmt: skip

    def put_logo(self, path: Path) -> None:
        """Take a picture as the logo."""
        workspace = self._desk.workspace
        self._write(lambda: organisation.set_logo(workspace, path), self.tr("The logo is saved."))

    def remove_logo(self) -> None:
        """Print without a logo."""
        workspace = self._desk.workspace
        self._write(lambda: organisation.remove_logo(workspace), self.tr("Reports are printed without a logo."))

    def _make_fields(self) -> None:
        self.name, self.author, self.addressee = QLineEdit(), QLineEdit(), QLineEdit()
        self.address, self.distribution = _lines(), _lines()
        self.language = LanguageField(self.tr("English, as none is chosen"))
        self.accent = ColourField(self.tr("&First colour"), self.tr("Titles, rules and the cover"))
        self.second = ColourField(self.tr("Se&cond colour"), self.tr("Charts and marks"))
        self.logo = label("")
        self.choose = button(self.tr("Choose a &logo…"), "folder")
        self.choose.clicked.connect(self._ask_logo)
        self.drop = button(self.tr("Remove it"), "trash")
        self.drop.clicked.connect(self.remove_logo)

    def _who(self) -> Card:
        card = Card(self.tr("Name and language"))
        grid = _grid()
        grid.addWidget(FormField(self.tr("&Name"), self.name), 0, 0)
        grid.addWidget(FormField(self.tr("&Language of the reports"), self.language), 0, 1)
        grid.addWidget(FormField(self.tr("A&ddress"), self.address), 1, 0, 1, 2)
        card.column.addLayout(grid)
        return card

    def _look(self) -> Card:
        card = Card(self.tr("Logo and colours"))
        hint = label(self.tr("PNG or JPEG, at most 2 MB. It stands on the cover and small in each running head."),
                     "small", wrap=True)  # fmt: skip
        card.column.addWidget(self.logo)
        card.column.addLayout(row(self.choose, self.drop, None))
        card.column.addWidget(hint)
        grid = _grid()
        grid.addWidget(self.accent, 0, 0)
        grid.addWidget(self.second, 0, 1)
        card.column.addLayout(grid)
        return card

    def _people(self) -> Card:
        card = Card(self.tr("Who prepares them, who gets them"))
        grid = _grid()
        grid.addWidget(FormField(self.tr("&Prepared by"), self.author, self.tr("Where the audit names no team")), 0, 0)
        grid.addWidget(
            FormField(self.tr("Add&ressee"), self.addressee, self.tr("Where neither audit nor report names one")), 0, 1
        )
        distributed = FormField(self.tr("D&istribution"), self.distribution, self.tr("Who gets them, a line each"))
        grid.addWidget(distributed, 1, 0, 1, 2)
        card.column.addLayout(grid)
        return card

    def _show_logo(self) -> None:
        content = organisation.logo(self._desk.workspace)
        picture = QPixmap()
        is_there = bool(content) and picture.loadFromData(content or b"")
        if is_there:
            ratio = self.devicePixelRatioF()
            high = min(picture.height(), int(_LOGO_HIGH * ratio))
            shown = picture.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            self.logo.setPixmap(shown)
            self.logo.setAccessibleName(self.tr("The logo"))
        else:
            self.logo.setText(self.tr("No logo yet."))
        self.logo.setFixedHeight(_LOGO_HIGH if is_there else QFontMetrics(font("body")).height() + GAP_S)
        self.drop.setVisible(is_there)

    def _ask_logo(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a logo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures") + " (*.png *.jpg *.jpeg)", self.tr("All files") + " (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.put_logo(Path(name)))
        dialog.open()

    def _write(self, work: Any, said: str, then: Callable[[], None] | None = None) -> None:
        def done(_: Any) -> None:
            self.notice.say(said, "good")
            if then is not None:
                then()

        self._desk.tasks.run(
            self.tr("Change the organisation"), lambda _progress, _is_cancelled: work(), owner=self,
            done=done, failed=self._fail,
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        from collabdesk.domain.problems import Refused

        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)

    def _hear(self, change: Any) -> None:
        if "organisation" not in change.nouns or not self.isVisible():
            return
        # An undo shows what is on record again, unless somebody is typing.
        if self._typed() == self._shown:
            self._fill()
        else:
            self._show_logo()


def _lines() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 3 + 22)
    return box


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_L)
    grid.setVerticalSpacing(GAP_M)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
