"""The worker: one piece of work after the other, off the window's thread, with progress, cancel and every error told."""

import threading

import pytest

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot, tasks):
    heard = []
    tasks.run(
        "Count",
        lambda progress, _: threading.get_ident(),
        done=lambda ident: heard.append((ident, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    worked, told = heard[0]
    assert worked != told == threading.get_ident()


def test_work_is_done_one_after_the_other(qtbot, tasks):
    running, most, done = [0], [0], []

    def work(progress, is_cancelled):
        running[0] += 1
        most[0] = max(most[0], running[0])
        running[0] -= 1

    for _ in range(5):
        tasks.run("One", work, done=done.append)
    qtbot.waitUntil(lambda: len(done) == 5, timeout=5000)
    assert most == [1]
    assert not tasks.is_busy


def test_progress_is_told_in_order(qtbot, tasks):
    heard, done = [], []

    def work(progress, is_cancelled):
        for n in range(3):
            progress("reading", n, 3)

    tasks.run("Read", work, progressed=lambda *report: heard.append(report), done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=5000)
    assert heard == [("reading", 0, 3), ("reading", 1, 3), ("reading", 2, 3)]


def test_cancelled_work_says_so_and_nothing_crashes(qtbot, tasks):
    heard, crashed, started = [], [], threading.Event()
    tasks.crashed.connect(crashed.append)

    def work(progress, is_cancelled):
        started.set()
        while not is_cancelled():
            pass
        raise Cancelled

    task = tasks.run("Wait", work, failed=heard.append)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert isinstance(heard[0], Cancelled)
    assert not crashed


@pytest.mark.parametrize(("error", "signal"), [(Refused("Not now."), "refused"), (ZeroDivisionError("x"), "crashed")])
def test_an_error_that_nobody_takes_is_told_to_the_person(qtbot, tasks, error, signal):
    def work(progress, is_cancelled):
        raise error

    with qtbot.waitSignal(getattr(tasks, signal), timeout=5000) as heard:
        tasks.run("Fail", work)
    assert heard.args == [error]


def test_whoever_was_deleted_hears_nothing(qtbot, tasks):
    import shiboken6
    from PySide6.QtCore import QObject

    owner, heard, go = QObject(), [], threading.Event()
    task = tasks.run("Late", lambda progress, _: go.wait(5), owner=owner, done=heard.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(task.ended, timeout=5000):
        go.set()
    assert not heard
