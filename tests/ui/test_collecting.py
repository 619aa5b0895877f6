"""Garbage is collected in the window's thread only: a widget must not die in the worker."""

import gc
import threading

from PySide6.QtWidgets import QApplication

from collabdesk.ui.tasks import Tasks


class Cycle:
    """Says in which thread it was collected."""

    died_in: list[int] = []  # noqa: RUF012

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Cycle.died_in.append(threading.get_ident())


def test_garbage_never_dies_in_the_worker(qapp: QApplication, qtbot):
    Cycle.died_in.clear()
    tasks, places = Tasks(), []
    Cycle()

    def work(_progress, _is_cancelled):
        places.append(threading.get_ident())
        return [[i] for i in range(200_000)]  # enough to have the collector run, were it on

    task = tasks.run("work", work)
    assert task is not None
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    tasks.close()
    gc.collect()
    assert places[0] != threading.get_ident()
    assert set(Cycle.died_in) == {threading.get_ident()}
    assert gc.isenabled()
