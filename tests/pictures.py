"""Takes the README's pictures: the real window on the demonstration's database. `python tests/pictures.py [FOLDER]`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1.25")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.room import ImportsRoom
from collabdesk.ui.partners.list import PartnerList
from collabdesk.ui.projects.page import ProjectPage
from collabdesk.ui.widgets import SegmentBar
from collabdesk.ui.window import MainWindow
from collabdesk.usecases import imports
from collabdesk.usecases.demo import build_demo
from collabdesk.usecases.workspace import Workspace

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"


def wait_until(is_so: Callable[[], bool], milliseconds: int = 60_000) -> None:
    while not is_so() and milliseconds > 0:
        QTest.qWait(50)
        milliseconds -= 50


def take(desk: Desk, window: MainWindow, room: str, where: dict, file: Path) -> None:
    desk.go(room, **where)
    take_here(desk, window, file)


def take_here(desk: Desk, window: MainWindow, file: Path) -> None:
    QTest.qWait(300)
    wait_until(lambda: not desk.tasks.is_busy)
    # Charts are drawn once they are on the screen, by tasks of their own.
    window.grab()
    QTest.qWait(1500)
    wait_until(lambda: not desk.tasks.is_busy)
    QTest.qWait(1500)
    window.grab().save(str(file))
    print(file)


HEADER = "projectID,organisationID,name,role,country,city,ecContribution"
EARLIER = (
    "101090077,990000101,North Fjord University,coordinator,NO,Bergen,912000.00",
    "101090077,990000102,Institute of Ocean Optics,participant,PT,Faro,640500.00",
    "101090077,990000103,Centre for Tidal Research,participant,FR,Brest,480250.00",
    "101090077,990000104,Alpine Sensor Works GmbH,participant,AT,Graz,355000.00",
    "101090077,990000105,Baltic Buoy Cooperative,participant,EE,Tallinn,298750.00",
    "101090077,990000106,Adriatic Data Centre,participant,HR,Split,187300.00",
)
CHANGES = {
    "912000.00": "955000.00",
    "Faro,640500.00": "Lisbon,612250.00",
    "GmbH,participant,AT": "GmbH,associatedPartner,AT",
}
ALIKE = (
    "101090077,,Institute of Ocean Optics (IOO),participant,PT,Lisbon,40000.00",
    "101090077,,Univ. of North Fjord,participant,NO,Bergen,25000.00",
)
NEW = "101090077,990000107,Skagerrak Harbour Authority,participant,SE,Lysekil,224000.00"


def take_comparison(desk: Desk, window: MainWindow, folder: Path, file: Path) -> None:
    """A funder's newer list beside the earlier one: changed rows, one that is gone, one that is new."""
    earlier, newer = folder / "partners 2025.csv", folder / "partners 2026.csv"
    rows = "\n".join(EARLIER)
    earlier.write_text(f"{HEADER}\n{rows}\n", encoding="utf-8")
    for old, new in CHANGES.items():
        rows = rows.replace(old, new)
    rows = "\n".join(row for row in rows.split("\n") if "Baltic" not in row)
    newer.write_text(f"{HEADER}\n{rows}\n{NEW}\n", encoding="utf-8")
    imports.accept(desk.workspace, imports.look_at([earlier], workspace=desk.workspace))
    desk.go("imports", files=[newer])
    room = window.findChild(ImportsRoom)
    assert room is not None
    wait_until(lambda: room.wizard.draft is not None and room.wizard.draft.plan.alike is not None)
    room.wizard.go("compare")
    wait_until(lambda: not desk.tasks.is_busy)
    QTest.qWait(1500)
    window.grab().save(str(file))
    print(file)


def take_doubles(desk: Desk, window: MainWindow, folder: Path, file: Path) -> None:
    """Partners whose names look alike, side by side."""
    alike = folder / "associated partners.csv"
    alike.write_text("\n".join((HEADER, *ALIKE)) + "\n", encoding="utf-8")
    imports.accept(desk.workspace, imports.look_at([alike], workspace=desk.workspace))
    desk.go("partners")
    partners = window.findChild(PartnerList)
    assert partners is not None
    partners.choose("doubles")
    QTest.qWait(1500)
    wait_until(lambda: not desk.tasks.is_busy)
    QTest.qWait(500)
    window.grab().save(str(file))
    print(file)


def take_tab(desk: Desk, window: MainWindow, project: int, tab: str, segment: str, file: Path) -> None:
    """One tab of a project's page, and in it one of its ways to look."""
    desk.go("projects", project_id=project)
    QTest.qWait(300)
    page = next(page for page in window.findChildren(ProjectPage) if page.isVisible())
    page.choose(tab)
    QTest.qWait(300)
    bar = next(bar for bar in page.findChildren(SegmentBar) if bar.isVisible())
    bar.choose(segment)
    take_here(desk, window, file)


def main(folder: Path) -> int:
    app = QApplication(sys.argv)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        demo = build_demo(Path(name))
        with Workspace.open(demo.database, person="A. Manager") as workspace:
            desk = Desk(workspace, Theme(app))
            window = MainWindow(desk)
            window.resize(1280, 1000)
            window.show()
            project = workspace.find("project", code="101998877")[0].id
            take(desk, window, "home", {}, folder / "home.png")
            take(desk, window, "projects", {"project_id": project}, folder / "project.png")
            take_tab(desk, window, project, "plan", "gantt", folder / "plan.png")
            take_tab(desk, window, project, "costs", "items", folder / "costs.png")
            audit = workspace.find("audit", project_id=project)[0].id
            take(desk, window, "audits", {"audit_id": audit}, folder / "audits.png")
            report = workspace.find("report", project_id=project)[0].id
            take(desk, window, "reports", {"report_id": report}, folder / "reports.png")
            take_comparison(desk, window, Path(name), folder / "compare.png")
            room = window.findChild(ImportsRoom)
            assert room is not None
            room.show_start()
            take_doubles(desk, window, Path(name), folder / "partners.png")
            window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
