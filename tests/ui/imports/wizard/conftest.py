"""What tests of the imports room share: a room on an empty database, and two versions of a funder's list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from collabdesk.ui.imports.room import ImportsRoom
from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.room_desk import RoomDesk, desk_on

HEADER = "projectID,organisationID,name,role,country,ecContribution\n"
FIRST = (
    "101090001,990000001,North Fjord University,coordinator,NO,1000.50",
    "101090001,990000002,Institute of Ocean Optics,participant,PT,2000.25",
    "101090001,990000003,Centre for Tidal Research,participant,FR,3000.00",
    "101090001,990000004,Alpine Sensor Works,participant,AT,4000.00",
)
SECOND = (
    "101090001,990000001,North Fjord University,coordinator,NO,1500.50",  # changed
    "101090001,990000002,Institute of Ocean Optics,participant,PT,2000.25",
    "101090001,990000003,Centre for Tidal Research,participant,FR,3000.00",
    "101090001,990000005,Lisbon Deep Water Lab,participant,PT,5000.00",  # new; Alpine Sensor Works is gone
)


@pytest.fixture
def desk(qapp, tmp_path) -> Iterator[RoomDesk]:
    with desk_on(Workspace.open(fresh_database(tmp_path, "portfolio.db"), person="Ana")) as desk:
        yield desk


@pytest.fixture
def room(qtbot, desk) -> ImportsRoom:
    room = ImportsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    room.activateWindow()
    return room


@pytest.fixture
def write(tmp_path) -> Callable[..., Path]:
    """Writes rows below the header into a file of this name."""

    def written(name: str, *rows: str, header: str = HEADER) -> Path:
        file = tmp_path / name
        file.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
        return file

    return written


@pytest.fixture
def first(write) -> Path:
    return write("partners 2023.csv", *FIRST)


@pytest.fixture
def second(write) -> Path:
    return write("partners 2024.csv", *SECOND)


@pytest.fixture
def kept(desk, first) -> imports.Accepted:
    """The first version, imported."""
    return imports.accept(desk.workspace, imports.look_at([first], workspace=desk.workspace))


@pytest.fixture
def looked(qtbot, desk, room) -> Callable[..., None]:
    """Looks at files and waits until they were compared too."""

    def look(*files: Path) -> None:
        room.look_at(files)
        qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=20_000)
        qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)

    return look


@pytest.fixture
def rest(qtbot, desk) -> Callable[[], None]:
    """Waits until the worker has nothing to do."""
    return lambda: qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)
