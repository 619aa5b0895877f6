"""The organisation's own outlines: which sections a report has, in which order, under which words.

The bundled outlines are where one begins; saved under a name, an outline works in the window and on the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from collabdesk.domain.problems import Refused
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN, font
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.outline_rows import SectionList
from collabdesk.ui.widgets import FormField, NoticeBar, PageHeader, button, label, link, primary, row
from collabdesk.ui.widgets.asking import AskDialog, needed
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.usecases import outline_files, own_outlines
from collabdesk.usecases.own_outlines import OutlineDraft

_SIDE = 400


class NameDialog(AskDialog):
    """Asks under which name an outline is kept."""

    named = Signal(str)

    def __init__(self, title: str, keep: str, name: str, parent: QWidget) -> None:
        super().__init__(title, keep, parent, about=_about(parent))
        self._name = self.ask(parent.tr("&Name"), QLineEdit(name))

    def keep(self) -> None:
        if said := needed(self._name, self.tr("Give the outline a name.")):
            self.named.emit(said)
            self.accept()


def _about(parent: QWidget) -> str:
    return parent.tr("The name chooses it, in the window and on the command line.")


class OutlinePage(QWidget):
    """`left` goes back to where one came from."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: OutlineDraft | None = None
        self._is_showing = self._is_edited = False
        self._make_fields()
        self._make_acts()
        self._lay_out()
        desk.changed.connect(self._hear)

    def begin(self, name: str = "") -> None:
        """Show an outline, or the first one there is."""
        self.notice.hide()
        self.confirm.hide()
        self._offer(name)
        self._open()
        self.list.setFocus()

    def leave(self) -> None:
        """Go back; what is not saved yet is asked for first."""
        self._then(self.left.emit)

    def _escape(self) -> None:
        if self.confirm.isVisible():
            self.confirm.hide()
        else:
            self.leave()

    @property
    def draft(self) -> OutlineDraft | None:
        """What the page says now, kept or not."""
        if self._draft is None:
            return None
        return replace(self._draft, title=self.title.text().strip(), sections=self.list.sections())

    def save(self, name: str = "") -> None:
        """Keep the outline under its name, or another one."""
        draft, workspace = self.draft, self._desk.workspace
        if draft is None:
            return
        if not name and not draft.name:
            self.ask_name(self.save)
            return
        self._write(
            self.tr("Save the outline"),
            lambda: own_outlines.save(workspace, draft, name=name),
            lambda record: self._kept(record.code, self.tr("‘{name}’ is saved.").format(name=record.code)),
        )

    def rename(self, new: str) -> None:
        """Give the outline another name."""
        draft, workspace = self._draft, self._desk.workspace
        if draft is not None and draft.name and new.strip() != draft.name:
            self._write(
                self.tr("Rename the outline"),
                lambda: own_outlines.rename(workspace, draft.name, new),
                lambda _: self._kept(new.strip(), self.tr("It is called ‘{name}’ now.").format(name=new.strip())),
            )

    def remove(self) -> None:
        """Take the outline away; issued reports stay."""
        draft, workspace = self._draft, self._desk.workspace
        if draft is not None and draft.name:
            self._write(
                self.tr("Remove the outline"),
                lambda: own_outlines.remove(workspace, draft.name),
                lambda _: self._kept(draft.base, self.tr("‘{name}’ is removed.").format(name=draft.name)),
            )

    def take_over(self, path: Path) -> None:
        """Take an outline from a file."""
        workspace = self._desk.workspace
        self._write(
            self.tr("Import the outline"),
            lambda: outline_files.read_outline(workspace, path),
            lambda record: self._kept(record.code, self.tr("‘{name}’ is saved.").format(name=record.code)),
        )

    def hand_on(self, path: Path) -> None:
        """Write the outline, as it is kept, to a file."""
        draft, workspace = self._draft, self._desk.workspace
        if draft is not None and draft.name:
            self._write(
                self.tr("Export the outline"),
                lambda: outline_files.write_outline(workspace, draft.name, path),
                lambda file: self.notice.say(self.tr("Written to {file}.").format(file=file.name), "good"),
            )

    def ask_name(self, then: Callable[[str], None]) -> None:
        """Ask for a name; a suggestion is there already."""
        draft = self._draft
        stem = draft.name or draft.title if draft is not None else ""
        dialog = NameDialog(
            self.tr("Save the outline as"), self.tr("Save"), own_outlines.free_name(self._desk.workspace, stem), self
        )
        dialog.named.connect(then)
        dialog.open()

    def _make_fields(self) -> None:
        self.choice = QComboBox()
        self.choice.setMinimumContentsLength(26)
        self.choice.activated.connect(lambda _: self._choose())
        self.title, self.section_title = QLineEdit(), QLineEdit()
        self.opening = QPlainTextEdit()
        self.opening.setTabChangesFocus(True)
        self.opening.setFixedHeight(QFontMetrics(font("body")).lineSpacing() * 4 + 22)
        self.list = SectionList()
        self.list.chosen.connect(lambda _: self._show_section())
        self.list.edited.connect(self._edited)
        self.title.textEdited.connect(lambda _: self._edited())
        self.section_title.textEdited.connect(lambda _: self._worded())
        self.opening.textChanged.connect(self._worded)
        self.state = label("", "secondary", wrap=True)
        self.contents = QPlainTextEdit()
        self.contents.setReadOnly(True)
        self.contents.setAccessibleName(self.tr("The report’s contents"))
        self.notice, self.confirm = NoticeBar(), ConfirmBar()

    def _make_acts(self) -> None:
        self.keep = primary(self.tr("Save"), "save")
        self.keep.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.keep.setToolTip(self.tr("Save (Ctrl+S); a bundled outline is saved under a name of your own"))
        self.keep.clicked.connect(lambda _: self.save())
        self.duplicate = button(self.tr("Save as…"))
        self.duplicate.clicked.connect(lambda: self.ask_name(self.save))
        self.renaming = button(self.tr("Rename…"))
        self.renaming.clicked.connect(self._ask_rename)
        self.removing = button(self.tr("Remove…"))
        self.removing.clicked.connect(self._ask_removal)
        self.bring, self.give = button(self.tr("Import…"), "folder"), button(self.tr("Export…"), "upload")
        self.bring.clicked.connect(self._ask_source)
        self.give.clicked.connect(self._ask_target)
        self.up = button(self.tr("Up"))
        self.down = button(self.tr("Down"))
        self.up.setToolTip(self.tr("Move the section up (Alt+Up)"))
        self.down.setToolTip(self.tr("Move the section down (Alt+Down)"))
        self.up.clicked.connect(lambda: self.list.move(-1))
        self.down.clicked.connect(lambda: self.list.move(1))

    def _lay_out(self) -> None:
        back = link(f"← {self.tr('Back')}")
        back.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)
        about = self.tr("Which sections a report has, in which order, under which words. What you write is printed as "
                        "it is, in every language.")  # fmt: skip
        side = QVBoxLayout()
        side.setSpacing(GAP_S)
        side.addWidget(label(self.tr("Sections: drag, or Alt+Up and Alt+Down"), "label"))
        side.addWidget(self.list, 1)
        side.addLayout(row(self.up, self.down, None))
        left = QWidget()
        left.setFixedWidth(_SIDE)
        left.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(GAP_M)
        words.addWidget(FormField(self.tr("&Title of the report"), self.title))
        words.addWidget(FormField(self.tr("Title of the &section"), self.section_title))
        words.addWidget(
            FormField(self.tr("&Opening words of the section"), self.opening, self.tr("Each line is a paragraph"))
        )
        words.addWidget(label(self.tr("The report’s contents"), "label"))
        words.addWidget(self.contents, 1)
        across = QHBoxLayout()
        across.setSpacing(GAP_L + GAP_S)
        across.addWidget(left)
        across.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_S)
        column.addLayout(row(back, None))
        column.addWidget(PageHeader(self.tr("Outlines of reports"), about, self.keep))
        acts = (self.duplicate, self.renaming, self.removing, None, self.bring, self.give)
        column.addLayout(row(FormField(self.tr("O&utline"), self.choice), GAP_L, self.state, None))
        column.addLayout(row(*acts))
        column.addWidget(self.notice)
        column.addWidget(self.confirm)
        column.addLayout(across, 1)

    def _offer(self, wanted: str) -> None:
        self.choice.clear()
        for one in own_outlines.choices(self._desk.workspace):
            said = self.tr("{title} ({name})").format(title=one.title, name=one.name) if one.is_own else one.title
            self.choice.addItem(said, one.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(wanted)))

    def _choose(self) -> None:
        """Another outline is wished; until what was changed may go, the one that is open stays chosen."""
        wanted = self.choice.currentIndex()
        there = self._draft.name or self._draft.base if self._draft is not None else ""
        if self._is_edited:
            self.choice.setCurrentIndex(max(0, self.choice.findData(there)))
        self._then(lambda: self._show_outline(wanted))

    def _show_outline(self, at: int) -> None:
        self.choice.setCurrentIndex(at)
        self._open()

    def _then(self, go: Callable[[], None]) -> None:
        """Do what would lose the changes once that is confirmed."""
        if self._is_edited:
            self.confirm.ask(self.tr("What you changed is not saved yet."), self.tr("Go on without it"), go)
        else:
            go()

    def _open(self) -> None:
        name = str(self.choice.currentData() or "")
        draft = own_outlines.draft_of(self._desk.workspace, name)
        self._is_showing = True
        self._draft = draft
        self.title.setText(draft.title)
        self.list.fill(draft.sections, own_outlines.section_titles())
        self._is_showing = False
        self._show_section()
        self._say_state(is_edited=False)

    def _show_section(self) -> None:
        section = self.list.section()
        self._is_showing = True
        self.section_title.setText(section.title if section else "")
        titles = own_outlines.section_titles()
        self.section_title.setPlaceholderText(titles.get(section.key, "") if section else "")
        self.opening.setPlainText(section.opening if section else "")
        self._is_showing = False
        at = self.list.currentRow()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < self.list.count() - 1)

    def _worded(self) -> None:
        section = self.list.section()
        if self._is_showing or section is None:
            return
        self.list.put(
            replace(section, title=self.section_title.text().strip(), opening=self.opening.toPlainText().strip())
        )
        self._edited()

    def _edited(self) -> None:
        if not self._is_showing:
            self._say_state(is_edited=True)

    def _say_state(self, *, is_edited: bool) -> None:
        self._is_edited = is_edited
        draft = self._draft
        own = bool(draft and draft.name)
        for act in (self.renaming, self.removing, self.give):
            act.setEnabled(own)
        bundled = self.tr("A bundled outline: what you change is saved under a name of your own.")
        edited = self.tr("Changed and not saved yet.")
        self.state.setText(edited if is_edited else "" if own else bundled)
        self.contents.setPlainText("\n".join(own_outlines.contents(self.list.sections())))

    def _kept(self, name: str, said: str) -> None:
        self._offer(name)
        self._open()
        self.notice.say(said, "good")

    def _ask_rename(self) -> None:
        draft = self._draft
        if draft is None or not draft.name:
            return
        dialog = NameDialog(self.tr("Rename the outline"), self.tr("Rename"), draft.name, self)
        dialog.named.connect(self.rename)
        dialog.open()

    def _ask_removal(self) -> None:
        draft = self._draft
        if draft is not None and draft.name:
            question = self.tr("Remove ‘{name}’? Reports that were issued by it stay.").format(name=draft.name)
            self.confirm.ask(question, self.tr("Remove"), self.remove)

    def _ask_target(self) -> None:
        draft = self._draft
        if draft is None:
            return
        dialog = self._file_dialog(self.tr("Export the outline"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{draft.name}.toml")
        dialog.fileSelected.connect(lambda name: self.hand_on(Path(name)))
        dialog.open()

    def _ask_source(self) -> None:
        dialog = self._file_dialog(self.tr("Import an outline"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_over(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilters([self.tr("Outlines") + " (*.toml)", self.tr("All files") + " (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _write(self, title: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.tasks.run(title, lambda _progress, _is_cancelled: work(), owner=self, done=done, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
        else:
            self._desk.crashed.emit(error)

    def _hear(self, change: Any) -> None:
        draft = self._draft
        if "own_outline" in change.nouns and self.isVisible() and not self._is_edited:
            self._offer(draft.name or draft.base if draft else "")
            self._open()
