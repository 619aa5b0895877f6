"""An issued report as it was kept: its pages, who reviewed and signed it, and what is to be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collabdesk.domain.dates import this_moment
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.answers import AnswersDialog
from collabdesk.ui.reports.preview import PdfPreview
from collabdesk.ui.reports.print_dialog import ask_printer
from collabdesk.ui.reports.signing import ReviewDialog, SignDialog
from collabdesk.ui.texts import count_text, date_text
from collabdesk.ui.widgets import NoticeBar, Page, button, clear, label, link, primary, row, separator
from collabdesk.ui.widgets.labels import Badge
from collabdesk.usecases import packets, reports, restatements

_WIDTH = 264


class IssuedPage(QWidget):
    """`left` goes back; `composed` asks for the report as today's data give it; `restated` for the ledger."""

    left = Signal()
    composed = Signal(int)
    restated = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.report = Report()
        self._pdf = b""
        self.preview = PdfPreview(desk.theme)
        self.notice = NoticeBar()
        self._title = label("", "title", wrap=True)
        self.badge = Badge()
        self._facts = QVBoxLayout()
        self._facts.setSpacing(GAP_S)
        self.acts = QVBoxLayout()
        self.acts.setSpacing(GAP_S)
        self._lay_out()
        desk.changed.connect(self._hear)

    def show_report(self, number: int) -> None:
        """Show a report; its pages are read in the worker."""
        report = self._desk.workspace.get("report", number)
        if not isinstance(report, Report):
            return
        self.notice.hide()
        self.preview.clear()
        self._show(report)
        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Read report {code}").format(code=report.code),
            lambda *_: reports.certified_bytes(workspace, report) or reports.kept_bytes(workspace, report),
            owner=self,
            done=lambda content: self._show_pages(number, content),
            failed=self._without_pages,
            is_quiet=True,
        )

    def _show_pages(self, number: int, content: bytes) -> None:
        if self.report.id == number:
            self._pdf = content
            self.preview.show_pdf(content)

    def _without_pages(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.notice.say(self.tr("An early version issued this report without keeping its pages."), "info")
        else:
            self._desk.crashed.emit(error)

    def _show(self, report: Report) -> None:
        self.report = report
        self._title.setText(f"{report.code}")
        self.badge.show_status(report.status)
        clear(self._facts)
        for name, said in self._said(report):
            self._facts.addWidget(label(name, "label"))
            self._facts.addWidget(label(said, wrap=True))
        late = next((o for o in restatements.out_of_date(self._desk.workspace) if o.report.id == report.id), None)
        if late is not None:
            one, many = "Later data give one of its figures otherwise.", "Later data give %n of its figures otherwise."
            self.notice.say(count_text("IssuedPage", one, many, len(late.figures)), "warn")
        self._offer(report, is_late=late is not None)

    def _said(self, report: Report) -> list[tuple[str, str]]:
        signed = f"{report.signed_by}, {date_text(report.signed_at)}" if report.signed_by else ""
        later = self._desk.workspace.find("report", supersedes=report.code)
        followed = ", ".join(r.code for r in later if isinstance(r, Report))
        words = (
            (self.tr("Title"), report.title),
            (self.tr("As of"), date_text(report.as_of)),
            (self.tr("Addressee"), report.addressee),
            (self.tr("Reviewed by"), report.reviewed_by),
            (self.tr("Signed by"), signed),
            (self.tr("Certificate"), reports.signature_of(report).get("signer", "")),
            (self.tr("Takes the place of"), report.supersedes),
            (self.tr("Followed by"), followed),
        )
        return [(name, said) for name, said in words if said]

    def _offer(self, report: Report, *, is_late: bool) -> None:
        clear(self.acts)
        if report.status == "draft":
            self._act(primary(self.tr("Mark as reviewed…"), "check"), self.ask_review)
        elif report.status == "reviewed":
            self._act(primary(self.tr("Sign…"), "check"), self.ask_signature)
            self._act(button(self.tr("Back to draft"), "undo"), self._reopen)
        elif report.status == "signed":
            if is_late:
                self._act(primary(self.tr("Restated figures…"), "warning"), lambda: self.restated.emit(report.code))
            supersede = button(self.tr("Issue a superseding report…"), "arrow-right")
            self._act(supersede, lambda: self._ask_file("pdf", self.supersede))
        self._act(button(self.tr("Save a copy…"), "save"), lambda: self._ask_file("pdf", self.save))
        self._act(button(self.tr("Print…"), "print"), self._print)
        self._act(button(self.tr("Tables as a workbook…"), "spreadsheet"), lambda: self._ask_file("xlsx", self.tables))
        packet = button(self.tr("Board packet…"), "package")
        packet.setToolTip(self.tr("One PDF with the tables, the evidence and a sheet of responses attached"))
        self._act(packet, lambda: self._ask_file("pdf", self.packet, self.tr("packet")))
        self._act(button(self.tr("Responses came back…"), "imports"), self._ask_answers)
        self._act(link(self.tr("Compose it from today’s data")), lambda: self.composed.emit(report.id or 0))

    def _act(self, act: QPushButton, do: Callable[[], None]) -> None:
        act.clicked.connect(lambda _=False: do())
        self.acts.addWidget(act)

    def ask_review(self) -> None:
        """Ask who reviewed it."""
        dialog = ReviewDialog(self.report.code, self._desk.workspace.person, self)
        dialog.reviewed.connect(self._review)
        dialog.open()

    def ask_signature(self) -> None:
        """Ask who signs it, and for a certificate."""
        dialog = SignDialog(self.report.code, self._desk.workspace.person, self.report.supersedes, self)
        dialog.signed.connect(self.sign)
        dialog.open()

    def _print(self) -> None:
        ask_printer(self._desk, self, self.report.code, self._pdf, self.preview.pages)

    def _review(self, name: str) -> None:
        code, workspace = self.report.code, self._desk.workspace
        self._desk.write(self.tr("Review"), lambda: reports.review(workspace, code, by=name), owner=self)

    def _reopen(self) -> None:
        code, workspace = self.report.code, self._desk.workspace
        self._desk.write(self.tr("Back to draft"), lambda: reports.reopen(workspace, code), owner=self)

    def sign(self, name: str, file: Path | None, password: str) -> None:
        """Sign for good; the password goes no further."""
        code, workspace = self.report.code, self._desk.workspace

        def work() -> Report:
            known = reports.Certificate(file.read_bytes(), password) if file else None
            return reports.sign(workspace, code, by=name, certificate=known)

        self._desk.write(self.tr("Sign"), work, owner=self, done=lambda report: self.show_report(report.id))

    def save(self, path: Path) -> None:
        """Write the kept file again."""
        report, workspace = self.report, self._desk.workspace
        self._write(path, lambda: reports.print_again(workspace, report, path))

    def tables(self, path: Path) -> None:
        """Write every table of the report."""
        report, workspace = self.report, self._desk.workspace
        self._write(path, lambda: reports.write_tables(workspace, report, path))

    def packet(self, path: Path) -> None:
        """Write the board packet."""
        code, workspace = self.report.code, self._desk.workspace
        self._write(path, lambda: packets.make(workspace, code, path))

    def supersede(self, path: Path) -> None:
        """Issue the draft that is to take this one's place, and show it."""
        code, workspace = self.report.code, self._desk.workspace
        self._desk.write(
            self.tr("Issue the superseding report"),
            lambda: reports.supersede(workspace, code, path=path, issued_at=this_moment()),
            owner=self,
            done=lambda report: self.show_report(report.id),
        )

    def _write(self, path: Path, work: Callable[[], Any]) -> None:
        self._desk.tasks.run(
            self.tr("Save {file}").format(file=path.name),
            lambda *_: work(),
            owner=self,
            done=lambda _: self._desk.tell(self.tr("Saved as {file}").format(file=path.name)),
        )

    def _ask_file(self, suffix: str, then: Callable[[Path], None], word: str = "") -> None:
        dialog = QFileDialog(self, self.tr("Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        kind = self.tr("PDF files") if suffix == "pdf" else self.tr("Workbooks")
        dialog.setNameFilters([f"{kind} (*.{suffix})"])
        dialog.selectFile(f"{' '.join(w for w in (self.report.code, word) if w)}.{suffix}")
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def _ask_answers(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the sheet that came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Workbooks") + " (*.xlsx)", self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda name: self.read_answers(Path(name)))
        dialog.open()

    def read_answers(self, path: Path) -> None:
        """Read a sheet of responses and show what it brings."""
        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Read {file}").format(file=path.name),
            lambda *_: packets.read_answers(workspace, path),
            owner=self,
            done=lambda read: AnswersDialog(self._desk, read, self).open(),
        )

    def _lay_out(self) -> None:
        back = link(f"← {self.tr('Reports')}")
        back.setToolTip(self.tr("Back to the list (Alt+Left)"))
        back.clicked.connect(self.left)
        side = QWidget()
        side.setFixedWidth(_WIDTH)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP_M)
        lines.addLayout(row(self._title, self.badge, None))
        # Long names and many facts scroll; the acts below them stay in sight.
        self.facts = Page()
        self.facts.column.setContentsMargins(0, 0, GAP_S, 0)
        self.facts.column.addLayout(self._facts)
        self.facts.column.addStretch(1)
        lines.addWidget(self.facts, 1)
        lines.addWidget(separator())
        lines.addLayout(self.acts)
        right = QVBoxLayout()
        right.setSpacing(GAP_M)
        right.addWidget(self.notice)
        right.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(GAP_L + GAP_S)
        across.addWidget(side)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_S)
        column.addLayout(row(back, None))
        column.addLayout(across, 1)

    def _hear(self, change: Any) -> None:
        if self.report.id is None or not {"report", "restatement"} & change.nouns:
            return
        report = self._desk.workspace.get("report", self.report.id)
        if isinstance(report, Report):
            self._show(report)
        elif self.isVisible():
            self.left.emit()
