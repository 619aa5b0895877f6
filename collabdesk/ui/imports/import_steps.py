"""The steps of an import above its pages: which there are for this one, which can be gone to, which comes before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.imports.next_step import COLUMNS, COMPARE, DONE, FILES, NAMES, TABLES
from collabdesk.ui.widgets.steps import StepBar

translate = QCoreApplication.translate
_DECIDING = (TABLES, COLUMNS, NAMES, COMPARE)


class ImportSteps(StepBar):
    """The names are a step only where some look alike."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = {
            FILES: translate("Wizard", "Files"), TABLES: translate("Wizard", "Tables"),
            COLUMNS: translate("Wizard", "Columns"), NAMES: translate("Wizard", "Partners"),
            COMPARE: translate("Wizard", "Compare"), DONE: translate("Wizard", "Done"),
        }  # fmt: skip
        super().__init__(list(names.items()), parent)

    def mark(self, step: str, draft: Draft | None) -> None:
        """This is where one is now; what is done is done, and without a table there is nowhere to go."""
        has_tables = draft is not None and any(True for _ in draft.tables())
        reachable = () if step == DONE else (FILES, *(_DECIDING if has_tables else (TABLES,)))
        self.show_step(step, reachable, () if step == NAMES or _has_names(draft) else (NAMES,))

    def before(self, draft: Draft | None) -> str:
        """The step that Back leads to; FILES is out of the import. The columns are left for the tables."""
        shown = [step for step in (TABLES, NAMES, COMPARE) if step != NAMES or _has_names(draft)]
        at = shown.index(self.current) if self.current in shown else 1
        return shown[at - 1] if at else FILES


def _has_names(draft: Draft | None) -> bool:
    return draft is not None and bool(draft.plan.alike)
