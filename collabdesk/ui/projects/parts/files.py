"""Files that a project's records came from, and what was changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.words import kind_text
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, moment_text, number_text, status_text
from collabdesk.ui.widgets import SegmentBar, row

_NOUNS = ("participation", "contribution", "budget", "cost", "work_package", "milestone", "deliverable", "indicator",
          "award", "finding", "risk")  # fmt: skip
_OWN = ("milestone", "deliverable", "participation")
HISTORY_ROWS = 300
LOOKED_AT = 2000


@dataclass(frozen=True, slots=True)
class FileUse:
    """One table of a file, and how many of the project's records came from it."""

    file: str
    sheet: str
    kind: str
    at: str
    records: int
    sha256: str


FILES = (
    Column(QT_TRANSLATE_NOOP("Columns", "File"), "file", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Sheet"), "sheet", width=160),
    Column(QT_TRANSLATE_NOOP("Columns", "Kind of table"), "kind", width=130),
    Column(QT_TRANSLATE_NOOP("Columns", "Records"), "records", show=number_text, kind="number", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Imported"), "at", show=moment_text, width=160),
    Column(QT_TRANSLATE_NOOP("Columns", "SHA-256"), "sha256", show=lambda v: f"{v[:12]}…" if v else DASH, width=130,
           tone=lambda _: "muted", tip=lambda use: use.sha256),
)  # fmt: skip


def _shown(value: Any, field: str) -> str:
    if isinstance(value, str) and field in ("start", "end", "baseline", "forecast", "achieved", "due", "submitted_on"):
        return date_text(value)
    return status_text(str(value)) if value not in (None, "") else DASH


def _field_name(field: str) -> str:
    return field.replace("_", " ") or DASH


HISTORY = (
    Column(QT_TRANSLATE_NOOP("Columns", "When"), "at", show=moment_text, width=160),
    Column(QT_TRANSLATE_NOOP("Columns", "Who"), "person", width=110),
    Column(QT_TRANSLATE_NOOP("Columns", "Step"), "label", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Field"), "field", show=_field_name, width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Before"), lambda e: _shown(e.old, e.field), width=150,
           tone=lambda _: "secondary"),
    Column(QT_TRANSLATE_NOOP("Columns", "After"), lambda e: _shown(e.new, e.field), width=150),
)  # fmt: skip


def file_uses(desk: Desk, project: Project) -> list[FileUse]:
    """Which tables of which files the project and its records came from."""
    return uses_of(desk, [("project", {"id": project.id}), *((n, {"project_id": project.id}) for n in _NOUNS)])


def uses_of(desk: Desk, parts: Iterable[tuple[str, Mapping[str, object]]]) -> list[FileUse]:
    """Which tables of which files records came from; each part is a noun and where its records are."""
    counts: dict[tuple[Any, Any], int] = {}
    for noun, where in parts:
        for part in desk.workspace.sums(noun, (), by=("batch_id", "table_no"), where=where):
            if part.key[0] is not None:
                counts[part.key] = counts.get(part.key, 0) + part.records
    batches = sorted({batch for batch, _ in counts})
    tables = desk.workspace.rows("source_table", desk.workspace.ids("source_table", where={"batch_id": batches}))
    batch_rows = {row["id"]: row for row in desk.workspace.rows("batch", batches)}
    uses = []
    for table in tables:
        records = counts.get((table["batch_id"], table["table_no"]), 0)
        if records:
            kind, digest = kind_text(table["kind"]), table["file_sha256"] or ""
            at = batch_rows.get(table["batch_id"], {}).get("at", "")
            uses.append(FileUse(table["file_name"] or "", table["sheet"], kind, at, records, digest))
    return uses


def history(desk: Desk, project: Project) -> list[Any]:
    """What was changed of the project, its milestones, deliverables and participations; newest first."""
    found = [
        e
        for e in desk.workspace.history("project", project.id, HISTORY_ROWS)
        if e.kind == "updated" or e.act != "import"
    ]
    for noun in _OWN:
        ids = set(desk.workspace.ids(noun, where={"project_id": project.id}))
        found += [e for e in desk.workspace.history(noun, limit=LOOKED_AT) if e.id in ids and e.kind == "updated"]
    return sorted(found, key=lambda e: (e.at, e.step), reverse=True)[:HISTORY_ROWS]


class FilesAndHistory(QWidget):
    """Two tables: where the records came from, and what was done to them since."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._files = MemoryRows(FILES, file_uses(desk, project))
        self._history = MemoryRows(HISTORY, history(desk, project))
        self._segments = SegmentBar([("files", self.tr("Source files")), ("history", self.tr("History"))])
        stack = QStackedWidget()
        for model, empty in (
            (self._files, self.tr("Nothing of this project was imported; it was typed in.")),
            (self._history, self.tr("Nothing was changed since the import.")),
        ):
            model.setParent(self)
            frame = QFrame()
            frame.setProperty("framed", True)
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(1, 1, 1, 1)
            inside.addWidget(TableView(model, desk.theme, placeholder=empty))
            stack.addWidget(frame)
        self._segments.chosen.connect(lambda key: stack.setCurrentIndex(0 if key == "files" else 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row(self._segments, None))
        column.addWidget(stack, 1)
        desk.changed.connect(self._hear)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        self._history.show(history(self._desk, self._project))
        if change.batch_id is not None:
            self._files.show(file_uses(self._desk, self._project))
