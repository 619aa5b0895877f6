"""The samples of one audit: drawn here, their items tested by typing or by a sheet, and what they say."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QInputDialog,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from collabdesk.domain.audits import Audit
from collabdesk.domain.projects import Project
from collabdesk.domain.samples import Sample
from collabdesk.ui import entry
from collabdesk.ui.audits.sampling_draw import DrawDialog
from collabdesk.ui.audits.sampling_results import ResultsPanel
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import amount_text, number_text
from collabdesk.ui.widgets import EmptyState, NoticeBar, button, primary, quiet, row
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases import sampling
from collabdesk.whole_files import write_whole

_PROBLEMS_SHOWN = 6


class SamplingTab(QWidget):
    """`shown_sample` is the sample that is looked at, None where the audit has none."""

    def __init__(self, desk: Desk, audit_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._audit_id = desk, audit_id
        self.shown_sample: Sample | None = None
        self.items: entry.EntryPanel | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Sample"))
        self.choice.setMinimumContentsLength(46)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.draw = primary(self.tr("Draw a sample"), "plus")
        self.draw.clicked.connect(self.ask)
        self.sheet = button(self.tr("Save the sheet"), "spreadsheet")
        self.sheet.setToolTip(self.tr("A workbook with the items, to be filled in elsewhere"))
        self.sheet.clicked.connect(self._ask_sheet)
        self.read = button(self.tr("Read a sheet"), "upload")
        self.read.clicked.connect(self._ask_read)
        self.more = quiet(self.tr("More"))
        menu = QMenu(self.more)
        menu.addAction(self.tr("Save the population…"), self._ask_population)
        menu.addAction(self.tr("Save the script…"), self._ask_script)
        self._discard = menu.addAction(self.tr("Discard the sample"), self._throw_away)
        self.more.setMenu(menu)
        self.notice = NoticeBar()
        self.results = ResultsPanel()
        self._lay_out()
        self.again()

    def _lay_out(self) -> None:
        first = primary(self.tr("Draw a sample"), "plus")
        first.clicked.connect(self.ask)
        self.first = first
        empty = EmptyState(
            "filter", self.tr("No sample was drawn"),
            self.tr("A sample of the cost items is drawn by a seed, so that anybody can draw the same again."),
            first,
        )  # fmt: skip
        self._left, right = QVBoxLayout(), QVBoxLayout()
        right.addWidget(self.results)
        self.split = halves(self._left, right, least=(420, 390), sizes=(1120, 880))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_M)
        column.setSpacing(GAP_M)
        column.addLayout(row(self.choice, GAP_S, self.draw, None, self.sheet, self.read, self.more))
        column.addWidget(self.notice)
        column.addWidget(self.split, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    # Looking

    def again(self) -> None:
        """Read the samples anew; the one that was looked at stays chosen."""
        found = sampling.samples_of(self._desk.workspace, self._audit_id)
        chosen = self.shown_sample.id if self.shown_sample is not None else None
        self.choice.blockSignals(True)
        self.choice.clear()
        for sample in found:
            self.choice.addItem(f"{sample.code}  {sample.title or sample.population}", sample)
        ids = [sample.id for sample in found]
        self.choice.setToolTip("\n".join(sample.population for sample in found))
        self.choice.setCurrentIndex(ids.index(chosen) if chosen in ids else len(ids) - 1)
        self.choice.blockSignals(False)
        self.pages.setCurrentIndex(1 if found else 0)
        self._chosen()

    def _chosen(self, *_: Any) -> None:
        sample = self.choice.currentData()
        if sample is None:
            self.shown_sample = None
            self._show_items(None)
            return
        if self.items is None or self.shown_sample is None or sample.id != self.shown_sample.id:
            self._show_items(sample)
        self.shown_sample = sample
        self._evaluate(sample)

    def _evaluate(self, sample: Sample) -> None:
        workspace = self._desk.workspace

        def evaluated(*_: Any) -> tuple[sampling.Evaluation, int, bool]:
            drawn = sampling.items(workspace, sample)
            tested = any(item.audited is not None for item in drawn)
            return sampling.evaluate(workspace, sample), len(sampling.drift(workspace, drawn)), tested

        self._desk.tasks.run(
            self.tr("Evaluate the sample"), evaluated, owner=self, done=partial(self._show, sample), is_quiet=True
        )

    def _show(self, sample: Sample, told: tuple[sampling.Evaluation, int, bool]) -> None:
        found, changed, tested = told
        if self.shown_sample is not None and sample.id == self.shown_sample.id:
            self.results.show_sample(sample, found, changed)
            self._discard.setEnabled(not tested)

    def _show_items(self, sample: Sample | None) -> None:
        if self.items is not None:
            self._left.removeWidget(self.items)
            self.items.hide()
            self.items.deleteLater()
            self.items = None
        if sample is None:
            return
        audit = self._desk.workspace.get("audit", self._audit_id)
        is_final = isinstance(audit, Audit) and audit.status in ("final", "follow_up", "closed")
        why = self.tr("The audit is final: what was tested stands.") if is_final else ""
        title = QT_TRANSLATE_NOOP
        columns = (
            Column(title("Columns", "Item"), "reference", show=_short, width=172, tip=lambda item: item["reference"]),
            Column(title("Columns", "Partner"), "partner", width=100, tip=lambda item: item["partner"]),
            Column(title("Columns", "Book value"), "book", show=amount_text, kind="number", width=120, is_money=True,
                   unit=sample.currency),
            replace(entry.amount(title("Columns", "Audited"), "audited", unit=sample.currency, open_for=lambda _: why),
                    width=120),
            entry.words(title("Columns", "Explanation"), "explanation", width=200, open_for=lambda _: why),
            entry.words(title("Columns", "Evidence"), "evidence", width=130, open_for=lambda _: why),
            entry.words(title("Columns", "Finding"), "finding", width=100, open_for=lambda _: why),
            Column(title("Columns", "Description"), "description", width=150),
        )  # fmt: skip
        self.items = entry.EntryPanel(
            self._desk, "sample_item", columns, where={"sample_id": sample.id}, called=self.tr("items of the sample"),
            can_add=False, can_delete=False, search_hint=self.tr("Search items"), also=(),
        )  # fmt: skip
        self._left.addWidget(self.items)

    # Acts

    def ask(self, _checked: bool = False) -> None:
        """Open the dialog that draws a sample; of the portfolio the project is asked for first."""
        project = self._project()
        if project is None:
            return
        workspace, audit_id = self._desk.workspace, self._audit_id
        self._desk.tasks.run(
            self.tr("Look at the cost items"),
            lambda *_: sampling.offers(workspace, audit_id, project),
            owner=self,
            done=lambda offers: self._open(project, offers),
            is_quiet=True,
        )

    def _project(self) -> str | None:
        audit = self._desk.workspace.get("audit", self._audit_id)
        if not isinstance(audit, Audit) or audit.project_id is not None:
            return ""
        known = [p for p in self._desk.workspace.find("project") if isinstance(p, Project)]
        names = [f"{p.acronym or p.title}  (#{p.id})" for p in known]
        chosen, is_chosen = QInputDialog.getItem(
            self, self.tr("Draw a sample"), self.tr("Of which project?"), names, 0, False
        )  # fmt: skip
        return f"#{known[names.index(chosen)].id}" if is_chosen and chosen in names else None

    def _open(self, project: str, offers: sampling.Offers) -> None:
        if not offers.currencies:
            self._desk.fail(self.tr("The project has no cost items to sample."))
            return
        self.dialog = DrawDialog(self._desk, self._audit_id, project, offers, self)
        self.dialog.settled.connect(partial(self._draw, project))
        self.dialog.open()

    def _draw(self, project: str, restriction: Any, design: Any, seed: str, found: Any) -> None:
        workspace, audit_id = self._desk.workspace, self._audit_id
        self._desk.write(
            self.tr("Draw a sample"),
            lambda: sampling.draw(
                workspace, audit_id, design=design, restriction=restriction, seed=seed, project=project, found=found
            ),
            owner=self,
            done=self._drawn,
        )

    def _drawn(self, sample: Sample) -> None:
        self.shown_sample = None
        self.again()
        self._desk.tell(self.tr("Sample {code} is drawn.").format(code=sample.code))

    def _ask_sheet(self) -> None:
        name = self._where(self.tr("Save the sheet"), ".xlsx", self.tr("Workbook (*.xlsx)"))
        if name is not None:
            self.save_sheet(name)

    def save_sheet(self, path: Path) -> None:
        """Write the sheet to fill in."""
        self._save(path, lambda sample: sampling.write_sheet(self._desk.workspace, sample, path))

    def _ask_population(self) -> None:
        name = self._where(self.tr("Save the population"), "-population.csv", self.tr("Table (*.csv)"))
        if name is not None:
            self._save(name, lambda s: write_whole(name, sampling.population_file(self._desk.workspace, s)))

    def _ask_script(self) -> None:
        name = self._where(self.tr("Save the script"), "-draw.py", self.tr("Python script (*.py)"))
        if name is not None:
            self._save(name, lambda sample: write_whole(name, sampling.script(sample).encode()))

    def _where(self, heading: str, ending: str, kinds: str) -> Path | None:
        sample = self.shown_sample
        if sample is None:
            return None
        chosen, _ = QFileDialog.getSaveFileName(self, heading, f"{sample.code}{ending}", kinds)
        return Path(chosen) if chosen else None

    def _save(self, path: Path, work: Any) -> None:
        sample = self.shown_sample
        if sample is None:
            return
        self._desk.tasks.run(
            self.tr("Save {file}").format(file=path.name),
            lambda *_: work(sample),
            owner=self,
            done=lambda _: self._desk.tell(self.tr("Saved as {file}").format(file=path.name)),
        )

    def _ask_read(self) -> None:
        kinds = self.tr("Workbook (*.xlsx *.ods *.xls)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Read a sheet"), "", kinds)
        if chosen:
            self.read_sheet(Path(chosen))

    def read_sheet(self, path: Path) -> None:
        """Read a sheet that was filled in."""
        sample, workspace = self.shown_sample, self._desk.workspace
        if sample is not None:
            self._desk.write(
                self.tr("Read the sheet"),
                lambda: sampling.read_sheet(workspace, sample, path),
                owner=self,
                done=lambda read: self._told(path, read),
            )

    def _told(self, path: Path, read: sampling.SheetRead) -> None:
        said = self.tr("{file}: {changed} items changed, {same} as before, {untested} not tested yet.").format(
            file=path.name, changed=number_text(read.changed), same=number_text(read.same),
            untested=number_text(read.untested),
        )  # fmt: skip
        wrong = [f"{p.cell}: {p.text}" for p in read.problems[:_PROBLEMS_SHOWN]]
        if len(read.problems) > _PROBLEMS_SHOWN:
            wrong.append(self.tr("and {n} more").format(n=number_text(len(read.problems) - _PROBLEMS_SHOWN)))
        kind = "error" if read.errors else "warn" if read.problems else "good"
        self.notice.say("\n".join([said, *wrong]), kind)
        if self.items is not None:
            self.items.again()

    def _throw_away(self) -> None:
        sample, workspace = self.shown_sample, self._desk.workspace
        if sample is not None:
            self._desk.write(
                self.tr("Discard the sample"), lambda: sampling.discard(workspace, sample), owner=self, done=None
            )


def _short(reference: str) -> str:
    """The sheet and the cell without the file, which the tip names."""
    _, bracket, cell = reference.partition("[")
    return cell.removesuffix("]") if bracket else reference
