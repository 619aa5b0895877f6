"""Composes a report: what of, as of when, and the pages as they will be printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import latest, this_moment, today
from collabdesk.domain.reports import Report
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.compose_form import ComposeForm, Wish
from collabdesk.ui.reports.preview import PdfPreview
from collabdesk.ui.reports.print_dialog import ask_printer
from collabdesk.ui.reports.source_cells import SourceCellsDialog, hints_of
from collabdesk.ui.tasks import Task
from collabdesk.ui.widgets import NoticeBar, button, label, link, primary, row, separator
from collabdesk.usecases import reports

_FORM_WIDTH = 264
_WAIT_MS = 250


class ComposePage(QWidget):
    """`left` goes back to the list; `organisation_wished` and `outlines_wished` ask for those pages."""

    left = Signal()
    organisation_wished = Signal()
    outlines_wished = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._content: Any = None
        self._pdf = b""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.compose)
        self._make_form()
        self._make_acts()
        self.preview = PdfPreview(desk.theme)
        self.preview.figure_chosen.connect(self.open_source)
        self.notice = NoticeBar()
        self._lay_out()
        desk.changed.connect(self._hear)

    def begin(self, project_id: int | None = None) -> None:
        """Start with a project, or the portfolio, as of today."""
        self._fill(project_id, None, today())

    def begin_audit(self, audit: Audit) -> None:
        """Start with an audit's subject and day."""
        self._fill(audit.project_id, audit.id, latest(audit.as_of) if audit.as_of else today())

    def begin_report(self, report: Report) -> None:
        """Show an issued report again, as the data of today give it."""
        asked = reports.asked_of(self._desk.workspace, report)
        self._fill(
            report.project_id, report.audit_id, asked.as_of, report.outline, language=report.language,
            partner=asked.partner, addressee=report.addressee,
        )  # fmt: skip

    def forget(self) -> None:
        """Stop composing."""
        self._wait.stop()
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def wish(self) -> Wish:
        """What the form says now."""
        return self.form.wish()

    def compose(self) -> None:
        """Make the pages anew, in the worker."""
        self.forget()
        wish, workspace = self.wish(), self._desk.workspace
        self._set_ready(False)
        self.state.setText(self.tr("Composing the report…"))

        def work(_progress: Any, _is_cancelled: Any) -> tuple[Any, Any]:
            content = reports.compose(workspace, **wish.words())
            return content, reports.drawn(content)

        self._task = self._desk.tasks.run(
            self.tr("Compose the report"),
            work,
            owner=self,
            done=lambda made: self._show(wish, made),
            failed=self._failed,
            is_quiet=True,
        )

    def open_source(self, code: str) -> None:
        """Show the cells that a printed figure rests on."""
        figure = next((f for f in self._content.figures if f.id == code), None) if self._content else None
        if figure is not None:
            SourceCellsDialog(self._desk, figure, self).open()

    def save(self, path: Path) -> None:
        """Write what is shown to a file, without issuing it."""
        content = self._content
        self._desk.tasks.run(
            self.tr("Save {file}").format(file=path.name),
            lambda _progress, _is_cancelled: reports.write_pdf(content, path),
            owner=self,
            done=lambda _: self._desk.tell(self.tr("Saved as {file}").format(file=path.name)),
        )

    def issue(self, path: Path) -> None:
        """Print to a file and keep the report with its code, digest and frozen figures."""
        wish, workspace = self.wish(), self._desk.workspace
        self._desk.write(
            self.tr("Issue the report"),
            lambda: reports.issue(workspace, **wish.words(), path=path, issued_at=this_moment()),
            owner=self,
            done=lambda report: self._issued(report, path),
        )

    def _fill(self, project_id: int | None, audit_id: int | None, as_of: date, outline: str = "", **more: str) -> None:
        self.notice.hide()
        self.form.fill(self._desk.workspace, project_id, audit_id, as_of, outline=outline, **more)
        # Filling the form is no choice of the person's: one composing is enough.
        self._wait.stop()
        # Another report begins on its first page; the same one made anew stays where the person reads.
        self.preview.go_to(0)
        self.compose()
        self.preview.view.setFocus()

    def _make_form(self) -> None:
        self.form = ComposeForm()
        self.subject, self.outline = self.form.subject, self.form.outline
        self.form.changed.connect(self._wait.start)
        self.state = label("", "secondary", wrap=True)

    def _make_acts(self) -> None:
        self.issuing = primary(self.tr("Issue…"), "check")
        self.issuing.setToolTip(self.tr("Keep the report with its code and figures, and write it to a file"))
        self.issuing.clicked.connect(lambda: self._ask_path(self.issue))
        self.saving = button(self.tr("Save as PDF…"), "save")
        self.saving.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.saving.clicked.connect(lambda: self._ask_path(self.save))
        self.printing = button(self.tr("Print…"), "print")
        self.printing.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.printing.clicked.connect(self.ask_printer)

    def _lay_out(self) -> None:
        back = link(f"← {self.tr('Reports')}")
        back.setToolTip(self.tr("Back to the list (Alt+Left)"))
        back.clicked.connect(self.left)
        organisation, outlines = link(self.tr("Organisation…")), link(self.tr("Outlines…"))
        organisation.setToolTip(self.tr("Name, logo, colours and language of the reports"))
        organisation.clicked.connect(self.organisation_wished)
        outlines.setToolTip(self.tr("Which sections a report has, in which order, under which words"))
        outlines.clicked.connect(lambda: self.outlines_wished.emit(str(self.outline.currentData() or "")))
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, GAP_S, 0)
        lines.setSpacing(GAP_M)
        lines.addWidget(label(self.tr("Compose a report"), "title", wrap=True))
        lines.addWidget(self.form)
        lines.addLayout(row(organisation, outlines, None))
        lines.addWidget(self.state)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.setProperty("ground", "window")
        form = QWidget()
        form.setFixedWidth(_FORM_WIDTH)
        acts = QVBoxLayout(form)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(GAP_S)
        acts.addWidget(scroll, 1)
        acts.addWidget(separator())
        for act in (self.issuing, self.saving, self.printing):
            acts.addWidget(act)
        right = QVBoxLayout()
        right.setSpacing(GAP_M)
        right.addWidget(self.notice)
        right.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(GAP_L + GAP_S)
        across.addWidget(form)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_S)
        column.addLayout(row(back, None))
        column.addLayout(across, 1)

    def ask_printer(self) -> None:
        """Ask which printer and which pages; they go out in the worker."""
        name = self._content.title if self._content is not None else "CollabDesk"
        ask_printer(self._desk, self, name, self._pdf, self.preview.pages)

    def _ask_path(self, then: Any) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([self.tr("PDF files") + " (*.pdf)"])
        dialog.selectFile(self.file_name())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def file_name(self) -> str:
        """A name for the file that says what of and as of when."""
        wish = self.wish()
        subject = self.subject.currentText().partition(" – ")[0] if wish.project_code else self.tr("Portfolio")
        safe = "".join(c if c.isalnum() or c in "-_ " else "-" for c in subject).strip() or "report"
        return f"{safe} {wish.as_of.isoformat()}.pdf"

    def _show(self, wish: Wish, made: tuple[Any, Any]) -> None:
        if wish != self.wish():
            return
        self._task = None
        self._content, drawn = made
        self._pdf = drawn.content
        self.preview.show_pdf(self._pdf, drawn.places, hints_of(self._content.figures))
        code = self._content.code
        said = self.tr("Issued as {code}; today’s data say exactly the same.").format(code=code)
        self.state.setText(said if code else self.tr("Not issued yet: this is what would be printed."))
        self._set_ready(True)

    def _failed(self, error: Exception) -> None:
        from collabdesk.domain.problems import Cancelled, Refused

        if isinstance(error, Cancelled):
            return
        self._task = None
        self.preview.clear()
        if isinstance(error, Refused):
            self.notice.say(error.sentence, "error")
            self.state.setText(self.tr("The report could not be composed."))
        else:
            self._desk.crashed.emit(error)

    def _issued(self, report: Report, path: Path) -> None:
        self.notice.say(
            self.tr("Issued as {code} and written to {file}.").format(code=report.code, file=path.name), "good"
        )
        self.compose()

    def _set_ready(self, is_ready: bool) -> None:
        for act in (self.issuing, self.saving, self.printing):
            act.setEnabled(is_ready)

    def _hear(self, change: Any) -> None:
        if "own_outline" in change.nouns:
            self.form.refresh_outlines()
        if self.isVisible() and self._content is not None:
            self._wait.start()
