"""The reading child may die of a file; the program lives on and says why."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import time

import pytest

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake import frames, process
from collabdesk.intake.jobs import CellsJob, LookJob


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Code;Title;Funding\nP1;One;1.000,50\nP2;Two;2.000,00\n", "utf-8")
    return path


def test_raw_texts_come_from_the_file(sheet):
    found = list(process.run(CellsJob(str(sheet), cells=(("", 2, 3), ("", 9, 9), ("No", 1, 1)))))
    assert found == [("cells", ["1.000,50", "", ""])]


def test_a_child_that_dies_becomes_one_sentence(sheet, monkeypatch):
    def dying():
        return subprocess.Popen(
            [sys.executable, "-c", "import os; os.abort()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    monkeypatch.setattr(process, "_start", dying)
    with pytest.raises(Refused, match="ended abruptly"):
        list(process.run(LookJob(str(sheet))))


def test_cancelling_kills_within_a_second(sheet, monkeypatch):
    def endless():
        return subprocess.Popen(
            [sys.executable, "-c", "while True: pass"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    monkeypatch.setattr(process, "_start", endless)
    start = time.monotonic()
    with pytest.raises(Cancelled):
        list(process.run(LookJob(str(sheet)), lambda: time.monotonic() - start > 0.2))
    assert time.monotonic() - start < 1.2


def test_a_bug_of_the_child_is_a_bug_here(sheet):
    with pytest.raises(RuntimeError, match="no such kind"):
        list(process.run(LookJob(str(sheet), kind="no such kind")))


def test_a_message_that_cannot_be_read_is_a_bug_and_nothing_is_waited_for(sheet, monkeypatch):
    def unreadable(_stream: object) -> None:
        raise AttributeError("no such slot")

    monkeypatch.setattr(frames, "receive", unreadable)
    with pytest.raises(RuntimeError, match="no such slot"):
        list(process.run(LookJob(str(sheet))))


def test_the_child_cannot_send_code():
    class Evil:
        def __reduce__(self):
            return print, ("owned",)

    import io

    stream = io.BytesIO()
    body = pickle.dumps(("table", Evil()))
    stream.write(len(body).to_bytes(8, "little") + body)
    stream.seek(0)
    with pytest.raises(pickle.UnpicklingError):
        frames.receive(stream)


@pytest.mark.parametrize("column", [["a", "", "ü"], [1, 2], [1, None, -5], [], ["x", None], [2**70], [1.5]])
def test_columns_travel_unchanged(column):
    assert list(frames.unpack(frames.pack(column))) == column


def test_the_child_imports_nothing_heavy():
    code = (
        "import sys; import collabdesk.intake.child, collabdesk.intake.looking; "
        "print([m for m in ('sqlalchemy', 'PySide6', 'reportlab', 'openpyxl', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=process._ROOT)
    assert done.stdout.strip() == "[]"


def test_a_look_that_takes_too_long_is_ended_by_the_system():
    pytest.importorskip("resource")
    forever = "from collabdesk.intake import child; child.cap_time(1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", forever], check=False, timeout=60, capture_output=True)
    assert ended.returncode == -signal.SIGXCPU
