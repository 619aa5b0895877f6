"""A page of columns and cells over a file, whose new looks are answered at once; dragging by hand-made events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.imports.table_page import TablePage
from collabdesk.usecases import mappings
from collabdesk.usecases.imports import OpenFiles, look_at


@pytest.fixture(scope="session")
def open_files() -> Iterator[OpenFiles]:
    """The files that several tests look at stay read: to start a reading child takes longer than most tests."""
    files = OpenFiles()
    yield files
    files.close()


@pytest.fixture
def page_of(qtbot, desk: Desk, at_rest: Callable[[], None], open_files: OpenFiles) -> Callable[..., TablePage]:
    """Opens the page on a file; what is decided is looked at at once."""

    def open_on(path: Path, table: int = 0, size: tuple[int, int] = (1000, 600)) -> TablePage:
        page = TablePage(desk, mappings.field_names(), mappings.kind_names())
        qtbot.addWidget(page)
        draft = Draft(look_at([path], open_files=open_files), open_files)

        def look_again(key, choices) -> None:
            options = draft.choose(key, choices)
            assert draft.put(key, look_at([draft.path(key)], options, open_files=open_files))
            page.show_table(draft, key, is_new_look=True)

        page.decided.connect(look_again)
        page.resize(*size)
        page.show()
        page.show_table(draft, [key for key, _ in draft.tables()][table])
        at_rest()
        return page

    return open_on


@pytest.fixture
def drop() -> Callable[[QWidget, QMimeData, QPoint], bool]:
    """Drags something over a widget and drops it there; tells whether it was taken."""

    def drop_on(target: QWidget, mime: QMimeData, at: QPoint) -> bool:
        words = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(at, *words)
            QApplication.sendEvent(target, event)
            if not event.isAccepted():
                return False
        dropped = QDropEvent(QPointF(at), *words, QEvent.Type.Drop)
        QApplication.sendEvent(target, dropped)
        return dropped.isAccepted()

    return drop_on
