"""Start to a usable main window on a database with 100,000 contributions, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import ratios

from collabdesk.domain.batches import Batch
from collabdesk.usecases.workspace import Act, Workspace

BOUND = 3.0
CONTRIBUTIONS = 100_000
PROJECTS = 1000

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.show()
QTimer.singleShot(0, window.close)
app.exec()
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.ui.remembered import Remembered
from collabdesk.ui.window import MainWindow
from collabdesk.usecases.workspace import Workspace

with Workspace.open(sys.argv[1], person="bench") as workspace:
    app = QApplication(sys.argv)
    desk = Desk(workspace, Theme(app))
    window = MainWindow(desk, Remembered())
    waiting = []
    desk.tasks.began.connect(waiting.append)
    # Usable: the window is there, and all that Home asked the worker for is shown.
    desk.tasks.ended.connect(lambda task: (waiting.remove(task), waiting or QTimer.singleShot(0, window.close)))
    window.show_room("home")
    window.show()
    if not waiting:
        QTimer.singleShot(0, window.close)
    app.exec()
"""


def fill(path: Path) -> None:
    """A database as large imports leave it."""
    with Workspace.open(path, person="bench") as workspace, workspace.changing("Fill", Act.IMPORT) as step:
        batch = step.add(Batch(label="Fill", at="2026-06-30T00:00:00Z"))

        def keep(noun: str, columns: dict[str, list]) -> range:
            count = len(next(iter(columns.values())))
            return step.insert_columns(noun, columns, batch_id=batch.id, table_no=1, source_rows=range(2, count + 2))

        projects = keep(
            "project",
            {
                "code": [f"P{n}" for n in range(PROJECTS)],
                "currency": ["EUR"] * PROJECTS,
                "funding": [10**10] * PROJECTS,
            },
        )
        partners = keep("partner", {"name": [f"Partner {n}" for n in range(3000)]})
        numbers = range(CONTRIBUTIONS)
        keep(
            "contribution",
            {
                "project_id": [projects[n % len(projects)] for n in numbers],
                "partner_id": [partners[n % len(partners)] for n in numbers],
                "currency": ["EUR"] * CONTRIBUTIONS,
                "amount": [(n * 7919) % 10**9 for n in numbers],
            },
        )


def process(program: str, *words: str) -> None:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", program, *words], check=True, env=env)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "large.db")
        fill(database)
        bare = ratios.fastest(lambda: process(BARE))
        ours = ratios.fastest(lambda: process(OURS, str(database)))
    return ratios.verdict(f"Start of the window on {CONTRIBUTIONS:,} contributions", ours, bare, BOUND)


if __name__ == "__main__":
    sys.exit(main())
