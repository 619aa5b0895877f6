"""What tests of the window share: a filled workspace, a desk that is closed again, and pictures of widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.filled import fill
from ui.room_desk import light_theme


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new, empty workspace."""
    with Workspace.open(fresh_database(tmp_path), person="Test") as opened:
        yield opened


@pytest.fixture
def filled_workspace(workspace: Workspace) -> Workspace:
    """A workspace with invented projects, partners, money and plans."""
    fill(workspace)
    return workspace


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The program's light theme on the test's application."""
    return light_theme()


@pytest.fixture
def desk(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A desk over the workspace (fill it with `filled_workspace`)."""
    made = Desk(workspace, theme)
    yield made
    qtbot.waitUntil(lambda: not made.tasks.is_busy, timeout=20_000)
    made.close()


@pytest.fixture
def at_rest(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Waits until the worker has nothing to do and the window has heard of it."""

    def wait() -> None:
        qtbot.wait(80)
        qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)
        qtbot.wait(20)

    return wait


@pytest.fixture
def shown(qtbot: QtBot, at_rest: Callable[[], None]) -> Callable[..., Any]:
    """Shows a widget and waits until it is at rest; gives it back."""

    def show(widget: QWidget, width: int = 1200, height: int = 700) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        at_rest()
        return widget

    return show


@pytest.fixture
def picture(at_rest: Callable[[], None], tmp_path: Path) -> Callable[[QWidget], Path]:
    """Shows a widget, waits until it is at rest, and gives the file of its picture."""

    def take(widget: QWidget, width: int = 1280, height: int = 800) -> Path:
        widget.resize(width, height)
        widget.show()
        at_rest()
        file = tmp_path / "picture.png"
        assert widget.grab().save(str(file))
        return file

    return take
