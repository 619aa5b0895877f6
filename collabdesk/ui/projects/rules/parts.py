"""The rules of a project in three ways: those in force, what the grant states itself, what if others applied."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.pack_values import KNOWN, title_of
from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, choice, words
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.projects.rules.in_force import RulesInForce
from collabdesk.ui.projects.rules.what_if import WhatIf


class ProjectRules(Segmented):
    """Three ways to look."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self.in_force = RulesInForce(desk, project)
        self.stated = stated_values(desk, project.id or 0)
        self.what_if = WhatIf(desk, project)
        self.lay_out(
            [
                ("in_force", self.tr("In force"), self.in_force),
                ("stated", self.tr("Stated by the grant"), self.stated),
                ("what_if", self.tr("What if"), self.what_if),
            ]
        )


def stated_values(desk: Desk, project_id: int) -> EntryPanel:
    """What the grant's data sheet states in place of the pack's values, typed in a table."""
    return EntryPanel(
        desk,
        "rule_override",
        (
            choice(QT_TRANSLATE_NOOP("Columns", "Value"), "name", tuple(KNOWN), word=title_of, is_open=True, width=340),
            words(QT_TRANSLATE_NOOP("Columns", "Is"), "value", width=120,
                  tip=lambda _: QCoreApplication.translate("Rules", "As the pack would write it: 0.25 for 25 %")),
            words(QT_TRANSLATE_NOOP("Columns", "Where it stands"), "source", width=220),
            words(QT_TRANSLATE_NOOP("Columns", "Reason"), "reason", width=0),
        ),
        where={"project_id": project_id},
        called=QCoreApplication.translate("Rules", "values of the grant"),
        search_hint=QCoreApplication.translate("Rules", "Search values"),
        placeholder=QCoreApplication.translate(
            "Rules",
            "The grant states nothing itself: the rule pack's values hold. Type what its data sheet says below."
            " “category.” and a source's word gives that word a category.",
        ),
        also=(),
    )  # fmt: skip
