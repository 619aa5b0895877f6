"""The saved readings: whose they are, what they read; renamed, handed on as files, taken over, removed.

To place it: `ProfilesDialog(desk, parent).open()`, from a button beside the list of imports.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.problems import Refused
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_XL
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.profile_words import confirmed_text
from collabdesk.ui.imports.words import kind_text
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import FormField, NoticeBar, button, label, primary, row
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import profiles
from collabdesk.usecases.profiles import SavedProfile

PROFILES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Name"), lambda p: p.content.name, width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Funder"), lambda p: p.content.funder, width=190),
    Column(QT_TRANSLATE_NOOP("Columns", "Confirmed"), lambda p: p.content.confirmed_at, show=confirmed_text, width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Person"), lambda p: p.content.confirmed_by, width=110),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Tables"), lambda p: len(p.content.tables), show=number_text, kind="number",
        width=76,
    ),
)  # fmt: skip
_SIZE = (860, 520)


class ProfilesDialog(QDialog):
    """The list over what the chosen reading holds; every act is one step that can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Saved readings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.rows = MemoryRows(PROFILES)
        nothing = self.tr("Nothing is saved yet. Accepting an import saves how its files were read.")
        self.view = TableView(self.rows, desk.theme, placeholder=nothing)
        self.view.setAccessibleName(self.tr("Saved readings"))
        self.view.chosen.connect(self._choose)
        self.holds = label("", "secondary", wrap=True)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("New name"))
        self.name.returnPressed.connect(self.keep_name)
        self._name = FormField(self.tr("New &name"), self.name)
        self._name.hide()
        self.notice, self.confirm = NoticeBar(), ConfirmBar()
        self.confirm.no.clicked.connect(self._keep_both)
        self._asked: Path | None = None
        self._make_buttons()
        self._lay_out()
        desk.changed.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Read the list again."""
        self.rows.show(profiles.saved(self._desk.workspace))
        if self.rows.rowCount():
            self.view.selectRow(0)
        self._choose(self.view.current_row())

    def take_over(self, path: Path, *, replaces: bool = False) -> None:
        """Take a profile over from a file; where its name is taken, ask whether it replaces the one that is there.

        Kept beside it, it is numbered.
        """
        workspace = self._desk.workspace
        try:
            content = profiles.content_of_file(path)
        except Refused as refused:
            self.notice.say(refused.sentence, "error")
            return
        if not replaces and profiles.named(workspace, content.name) is not None:
            question = self.tr("There is a reading ‘{name}’ already. Replace it with the one from {file}?")
            self._asked = path
            self.confirm.no.setText(self.tr("&Keep both"))
            self.confirm.ask(
                question.format(name=content.name, file=path.name),
                self.tr("&Replace"),
                lambda: self._read(path, is_replacing=True),
            )
            return
        self._read(path, is_replacing=replaces)

    def hand_on(self, path: Path) -> None:
        """Write the chosen profile to a file."""
        profile = self._current()
        if profile is None:
            return
        try:
            written = profiles.write_profile(self._desk.workspace, profile.record.name, path)
        except Refused as refused:
            self.notice.say(refused.sentence, "error")
            return
        said = self.tr("‘{name}’ is written to {file}. A colleague takes it over with Import.")
        self.notice.say(said.format(name=profile.record.name, file=written.name), "good")

    def ask_name(self) -> None:
        """Let the person type another name."""
        profile = self._current()
        if profile is not None:
            self.name.setText(profile.record.name)
            self._name.show()
            self.name.setFocus()
            self.name.selectAll()

    def keep_name(self) -> None:
        """Keep the name that was typed."""
        profile, new = self._current(), self.name.text()
        self._name.hide()
        if profile is not None and new.strip() != profile.record.name:
            name = profile.record.name
            self._write(self.tr("Rename"), lambda: profiles.rename(self._desk.workspace, name, new))

    def ask_removal(self) -> None:
        """Ask before the chosen profile is taken away."""
        profile = self._current()
        if profile is None:
            return
        name, self._asked = profile.record.name, None
        self.confirm.no.setText(self.tr("&Keep it"))
        self.confirm.ask(
            self.tr("Remove ‘{name}’? What was imported by it stays.").format(name=name),
            self.tr("Remove"),
            lambda: self._write(self.tr("Remove"), lambda: profiles.remove(self._desk.workspace, name)),
        )

    def _make_buttons(self) -> None:
        self.rename = button(self.tr("Re&name"), "edit")
        self.export = button(self.tr("&Export…"), "upload")
        self.remove = button(self.tr("Re&move…"), "trash")
        self.bring = button(self.tr("&Import…"), "folder")
        self.close_ = primary(self.tr("C&lose"))
        acts = (self.ask_name, self._ask_target, self.ask_removal, self._ask_source, self.accept)
        for one, act in zip((self.rename, self.export, self.remove, self.bring, self.close_), acts, strict=True):
            one.setAutoDefault(False)
            one.clicked.connect(lambda _=False, act=act: act())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_M)
        column.addWidget(label(self.tr("Saved readings"), "heading"))
        about = self.tr(
            "How a funder’s spreadsheets are read, as it was confirmed. It is offered when the next one comes."
        )
        column.addWidget(label(about, "secondary", wrap=True))
        column.addWidget(self.notice)
        column.addWidget(self.confirm)
        column.addWidget(framed(self.view), 1)
        column.addWidget(self.holds)
        column.addWidget(self._name)
        column.addSpacing(GAP_L - GAP_M)
        column.addLayout(row(self.bring, None, self.rename, self.export, self.remove, GAP_M, self.close_))

    def _current(self) -> SavedProfile | None:
        chosen = self.view.current_row()
        return chosen if isinstance(chosen, SavedProfile) else None

    def _choose(self, chosen: Any) -> None:
        profile = chosen if isinstance(chosen, SavedProfile) else None
        for one in (self.rename, self.export, self.remove):
            one.setEnabled(profile is not None)
        self._name.hide()
        self.confirm.hide()
        self.holds.setText(self._holding(profile) if profile else "")

    def _holding(self, profile: SavedProfile) -> str:
        """One line for each table: its sheets, what it lists, how many columns, and how many were chosen by hand."""
        lines = []
        for table in profile.content.tables[:6]:
            sheets = ", ".join(s for s in table.sheets if s)
            by_hand = sum(c.by_hand for c in table.columns)
            mapped = sum(bool(c.field) for c in table.columns)
            said = self.tr("{mapped} of {all} columns").format(mapped=mapped, all=len(table.columns))
            parts = [kind_text(table.kind), sheets[:80], said]
            parts.append(self.tr("{count} chosen by hand").format(count=by_hand) if by_hand else "")
            lines.append("  ·  ".join(p for p in parts if p))
        if len(profile.content.tables) > len(lines):
            lines.append(self.tr("and {count} more tables").format(count=len(profile.content.tables) - len(lines)))
        return "\n".join(lines)

    def _keep_both(self) -> None:
        if self._asked is not None:
            self._read(self._asked, is_replacing=False)
        self._asked = None

    def _read(self, path: Path, *, is_replacing: bool) -> None:
        workspace = self._desk.workspace
        self._write(
            self.tr("Import"), lambda: profiles.read_profile(workspace, path, replaces=is_replacing), self._was_read
        )

    def _was_read(self, record: Any) -> None:
        self.notice.say(self.tr("‘{name}’ is saved.").format(name=record.name), "good")

    def _write(self, label_: str, work: Any, done: Any = None) -> None:
        self._desk.tasks.run(
            label_,
            lambda _progress, _is_cancelled: work(),
            owner=self,
            done=done or (lambda _: self.notice.hide()),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)

    def _ask_target(self) -> None:
        profile = self._current()
        if profile is None:
            return
        dialog = self._file_dialog(self.tr("Export the reading"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        safe = "".join(c if c.isalnum() or c in "-_ ()" else "-" for c in profile.record.name).strip()
        dialog.selectFile(f"{safe or 'profile'}.toml")
        dialog.fileSelected.connect(lambda name: self.hand_on(Path(name)))
        dialog.open()

    def _ask_source(self) -> None:
        dialog = self._file_dialog(self.tr("Import a reading"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_over(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilters([self.tr("Saved readings") + " (*.toml)", self.tr("All files") + " (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _hear(self, change: Any) -> None:
        if "profile" in change.nouns:
            self.look()
