"""Figures, tables and memory over 1,000 projects, 20,000 participations and 1,000,000 cost items, against raw SQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import portfolio
import ratios

from collabdesk.usecases.figures import figures
from collabdesk.usecases.home import home
from collabdesk.usecases.workspace import Workspace

HOME, ONE, TABLE, MEMORY = 2.0, 15.0, 1.5, 200.0
PROJECT = "P0007"
DAY = portfolio.AS_OF.isoformat()

# The sums that Home's figures are made of, as one would ask the file itself for them.
OF_ALL = (
    "select currency, count(*), sum(funding), sum(total_cost) from project group by currency",
    "select project_id, category, currency, sum(amount) from budget group by 1, 2, 3",
    (
        f"select project_id, category, currency, count(*), sum(obligated), sum(expended) from cost"
        f" where date is null or date <= '{DAY}' group by 1, 2, 3"
    ),
    (
        "select partner_id, form, currency, sum(amount), sum(pledged), sum(called), sum(received) from contribution"
        " group by 1, 2, 3"
    ),
    "select count(distinct partner_id) from participation",
    "select id, name, short_name, country from partner",
)
OF_ONE = (
    "select * from project where id = ?",
    "select category, work_package, period, currency, sum(amount) from budget where project_id = ? group by 1, 2, 3, 4",
    (
        f"select category, currency, status, count(*), sum(obligated), sum(expended) from cost where project_id = ?"
        f" and (date is null or date <= '{DAY}') group by 1, 2, 3"
    ),
    "select work_package, date, currency, sum(expended) from cost where project_id = ? group by 1, 2, 3",
    "select partner_id, category, status, sum(expended) from cost where project_id = ? group by 1, 2, 3",
    "select p.id, p.name, p.country from participation i join partner p on p.id = i.partner_id where i.project_id = ?",
)
VIEWS = {
    "sorted by amount": ({}, "expended", "select id from cost order by expended desc, id"),
    "sorted by day": ({}, "date", "select id from cost order by date desc, id"),
    "sorted by partner": (
        {},
        "partner_name",
        "select c.id from cost c left join partner p on p.id = c.partner_id order by lower(p.name) desc, c.id",
    ),
    "filtered by status, sorted by amount": (
        {"status": "declared"},
        "expended",
        "select id from cost where status = 'declared' order by expended desc, id",
    ),
}

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
def resident():
    pages = int(open("/proc/self/statm").read().split()[1])
    return pages * 4096 / 1024**2
app = QApplication(sys.argv)
"""
BARE = WINDOW + "window = QMainWindow(); window.setCentralWidget(QLabel('Hello')); window.show()\n"
OURS = (
    WINDOW
    + """
from PySide6.QtCore import Qt
from collabdesk.ui.desk import Desk
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.columns import Column, day, money
from collabdesk.usecases.workspace import Workspace
from collabdesk.ui.window import MainWindow
from collabdesk.ui.remembered import Remembered

workspace = Workspace.open(sys.argv[1], person="bench", read_only=True)
desk = Desk(workspace, Theme(app))
window = MainWindow(desk, Remembered())
columns = (Column("Number", "code"), Column("Partner", "partner_name"), day("Date", "date"), money("Cost", "expended"))
panel = ListPanel(desk, "cost", columns)
window.setCentralWidget(panel)
window.resize(1280, 800)
window.show()
app.processEvents()
fetched = []
rows = workspace.rows
workspace.rows = lambda name, ids: fetched.append(len(ids)) or rows(name, ids)
panel.rows.sort(3, Qt.SortOrder.DescendingOrder)
app.processEvents()
for place in range(0, 1_000_000, 100_000):
    panel.table.scrollTo(panel.rows.index(place, 0))
    app.processEvents()
print("fetched", sum(fetched), "in", len(fetched))
"""
)


def raw(path: Path, queries: tuple[str, ...], *given: object) -> Callable[[], None]:
    """All the queries, their rows fetched, by the driver alone."""

    def work() -> None:
        connection = sqlite3.connect(path)
        for query in queries:
            connection.execute(query, given).fetchall()
        connection.close()

    return work


def of_tables(workspace: Workspace, path: Path) -> int:
    failed = 0
    for name, (where, sort, query) in VIEWS.items():
        ours = ratios.fastest(lambda w=where, s=sort: workspace.ids("cost", where=w, sort=s, descending=True))
        bare = ratios.fastest(raw(path, (query,)))
        failed |= ratios.verdict(f"1,000,000 costs {name}", ours, bare, TABLE)
    return failed


def resident(program: str, *words: str) -> tuple[float, str]:
    """The megabytes that the program holds at its end, and what it printed before."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program += "print(resident())\nimport os; sys.stdout.flush(); os._exit(0)\n"
    told = subprocess.run(
        [sys.executable, "-c", program, *words], check=True, env=env, stdout=subprocess.PIPE, text=True
    ).stdout.split("\n")
    return float(told[-2]), told[0]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "portfolio.db")
        portfolio.fill(path)
        failed = 0
        with Workspace.open(path, person="bench", read_only=True) as workspace:
            ours = ratios.fastest(lambda: home(workspace, portfolio.AS_OF))
            bare = ratios.fastest(raw(path, OF_ALL))
            failed |= ratios.verdict("Home's figures of 1,000 projects and 1,000,000 costs", ours, bare, HOME)
            ours = ratios.fastest(lambda: figures(workspace, PROJECT, portfolio.AS_OF))
            number = workspace.find("project", code=PROJECT)[0].id
            bare = ratios.fastest(lambda: [raw(path, (q,), number)() for q in OF_ONE])
            failed |= ratios.verdict("All figures of one project of them", ours, bare, ONE)
            failed |= of_tables(workspace, path)
        bare, _ = resident(BARE)
        ours, told = resident(OURS, str(path))
        print(f"Sorted and scrolled to ten places, the table {told.replace(' in', ' rows in')} pages")
        failed |= ratios.within("The window with that table, above a bare window", ours - bare, MEMORY, "MB")
    return failed


if __name__ == "__main__":
    sys.exit(main())
