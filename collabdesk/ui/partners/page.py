"""The page of one partner: its facts, other names, parts in projects, contributions and files."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.partner_names import SAME, PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.ui.columns import Column, status
from collabdesk.ui.design.scale import GAP_L, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel, filled
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.partners.facts import FIELDS, called, field_text, said
from collabdesk.ui.projects.contributions.columns import CONTRIBUTIONS
from collabdesk.ui.projects.parts.files import FILES, uses_of
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, status_text
from collabdesk.ui.widgets import Card, EmptyState, FactGrid, Page, TabBar, clear, label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.headed import lay_out_subject
from collabdesk.usecases import edits

_OWN = ("participation", "contribution", "budget", "cost")
_PROJECT = Column(QT_TRANSLATE_NOOP("Columns", "Project"), lambda r: r.get("project_acronym") or r.get("project_code"),
                  sort="project_acronym", width=140)  # fmt: skip
PARTICIPATIONS = (
    _PROJECT,
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), "project_title", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Role"), "role", show=status_text, width=170),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
    Column(QT_TRANSLATE_NOOP("Columns", "Number"), "code", width=120, tone=lambda _: "secondary"),
)


class PartnerPage(QWidget):
    """`left` is told when the person goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, partner_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, partner_id
        self._title = label("", "title", wrap=True)
        self._line = label("", "secondary", wrap=True)
        self._facts = QVBoxLayout()
        self._stack = QStackedWidget()
        parts = {
            "projects": (self.tr("Projects"), self._participations()),
            "contributions": (self.tr("Contributions"), self._contributions()),
            "facts": (self.tr("Facts and names"), self._facts_page()),
            "files": (self.tr("Source files"), self._files_part()),
        }
        for _, part in parts.values():
            self._stack.addWidget(part)
        self.tabs = TabBar([(key, title) for key, (title, _) in parts.items()])
        self.tabs.chosen.connect(lambda key: self._stack.setCurrentWidget(parts[key][1]))
        head = (self._title, self._line, GAP_S, self.tabs)
        lay_out_subject(self, self.tr("Partners"), self.left.emit, head, self._stack)
        desk.changed.connect(self._hear)
        self._show()

    def _participations(self) -> QWidget:
        self.participations = ListPanel(
            self._desk, "participation", PARTICIPATIONS, where={"partner_id": self._id},
            search_hint=self.tr("Search its projects"), placeholder=self.tr("It takes part in no project."),
        )  # fmt: skip
        self.participations.opened.connect(self._go_to_project)
        return _within(self.participations)

    def _contributions(self) -> QWidget:
        where = {"partner_id": self._id}
        columns = [_PROJECT, *(c for c in CONTRIBUTIONS if c.value != "partner_name")]
        self.contributions = ListPanel(
            self._desk, "contribution", filled(self._desk, "contribution", columns, where), where=where,
            search_hint=self.tr("Search contributions"), placeholder=self.tr("No contributions are recorded."),
        )  # fmt: skip
        self.contributions.opened.connect(self._go_to_project)
        return _within(self.contributions)

    def _facts_page(self) -> QWidget:
        page = Page()
        page.column.addLayout(self._facts)
        page.column.addStretch(1)
        return page

    def _files_part(self) -> QWidget:
        self._files = MemoryRows(FILES, self._uses())
        self._files.setParent(self)
        empty = self.tr("Nothing of this partner was imported; it was typed in.")
        return _within(framed(TableView(self._files, self._desk.theme, placeholder=empty)))

    def _uses(self) -> list[Any]:
        return uses_of(self._desk, [("partner", {"id": self._id}), *((n, {"partner_id": self._id}) for n in _OWN)])

    def _go_to_project(self, chosen: Any) -> None:
        if chosen["project_id"] is not None:
            self._desk.go("projects", project_id=chosen["project_id"], tab="partners")

    def search(self) -> None:
        """Put the cursor into the shown part's search field, where it has one."""
        shown = self._stack.currentWidget()
        panel = shown.findChild(ListPanel) if shown is not None else None
        if isinstance(panel, ListPanel):
            panel.search.setFocus()

    def _show(self) -> None:
        partner = self._desk.workspace.get("partner", self._id)
        if not isinstance(partner, Partner):
            self._say_gone()
            return
        self._title.setText(called(partner))
        parts = (
            partner.short_name,
            partner.code,
            partner.kind,
            ", ".join(p for p in (partner.city, partner.country) if p),
        )
        self._line.setText("  ·  ".join(p for p in parts if p) or self.tr("Only its name is recorded"))
        clear(self._facts)
        self._facts.setSpacing(GAP_L)
        self._facts.addWidget(self._facts_card(partner))
        self._facts.addWidget(self._names_card())

    def _facts_card(self, partner: Partner) -> Card:
        card = Card(self.tr("Facts"))
        grid = FactGrid()
        for field, _ in FIELDS:
            if field == "sme":
                grid.add_text(field_text(field), said(partner, field))
            else:
                grid.add_field(
                    field_text(field), said(partner, field), partial(self._keep, field), is_wide=field == "name"
                )
        card.column.addWidget(grid)
        return card

    def _names_card(self) -> Card:
        card = Card(self.tr("Other names"))
        names = cast("list[PartnerName]", self._desk.workspace.find("partner_name", partner_id=self._id))
        for name in names:
            text = "  ·  ".join(part for part in (name.name, name.code) if part)
            word = self.tr("the same") if name.verdict == SAME else self.tr("not the same")
            by = QCoreApplication.translate("PartnerPage", "{word}, said {who}, {day}").format(
                word=word, who=name.decided_by or DASH, day=date_text(name.decided_at[:10])
            )
            card.column.addLayout(row(label(text), None, label(by, "small")))
        if not names:
            card.column.addWidget(label(self.tr("It is known by this one name."), "muted"))
        return card

    def _keep(self, field: str, typed: str) -> None:
        workspace, number = self._desk.workspace, self._id
        text = QCoreApplication.translate("PartnerPage", "Change {field} of {name}")
        step = text.format(field=field_text(field).lower(), name=self._title.text())
        self._desk.write(step, lambda: edits.edit(workspace, "partner", number, step, **{field: typed}), owner=self)

    def _say_gone(self) -> None:
        """The partner was merged, or its import taken back, while its page was open."""
        gone = EmptyState("partners", self.tr("This partner is not there any more"), self.tr(
            "It was merged with another, or the import that brought it was taken back. Undo brings it again."
        ))  # fmt: skip
        self._stack.addWidget(gone)
        self._stack.setCurrentWidget(gone)
        self.tabs.hide()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if {"partner", "partner_name"} & change.nouns:
            self._show()
        if change.batch_id is not None or {*_OWN} & change.nouns:
            self._files.show(self._uses())


def _within(part: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
    column.addWidget(part)
    return held
