"""A report of the same books has the same bytes whoever prints it, wherever and in whatever surroundings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep

ROOT = Path(__file__).resolve().parents[2]
HERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "de_DE.UTF-8",
    "LC_ALL": "de_DE.UTF-8",
    "PYTHONHASHSEED": "1",
    "USER": "ada",
}
THERE = {"TZ": "America/Anchorage", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "USER": "bo",
         "SOURCE_DATE_EPOCH": "1"}  # fmt: skip


def printing(books: Path, folder: Path, surroundings: dict[str, str]) -> subprocess.Popen[bytes]:
    """Another process that prints the report in a folder of its own, from a copy of the books."""
    folder.mkdir()
    shutil.copyfile(books, folder / "books.db")
    known = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, "-m", "collabdesk", "--database", "books.db", "report", "P-1", "--as-of", "2025-03-14",
               "--outline", "project_status", "--out", "report.pdf"]  # fmt: skip
    surroundings = {**known, **surroundings, "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    return subprocess.Popen(command, cwd=folder, env=surroundings, stdout=subprocess.PIPE)


def test_time_zone_locale_hash_seed_folder_and_user_leave_no_trace_in_a_report(tmp_path):
    books = fresh_database(tmp_path)
    with Workspace.open(books, person="Ada") as workspace:
        keep(workspace, Project(code="P-1", acronym="TIDE", currency="EUR", funding=Decimal(300), start="2024-01-01"))
        partners = keep(workspace, *(Partner(name=name, country=c) for name, c in (("Łódź", "PL"), ("Ωmega", "EL"))))
        keep(workspace, *(Contribution(project_id=1, partner_id=p.id, amount=Decimal(100), pledged=Decimal(50),
                                       received=Decimal(10), currency="EUR") for p in partners))  # fmt: skip
    running = [printing(books, tmp_path / name, its) for name, its in (("here", HERE), ("there", THERE))]
    assert [process.wait(60) for process in running] == [0, 0]
    told = [process.stdout.read().rsplit(b" ", 1)[1] for process in running]
    assert told[0] == told[1]
    here, there = ((tmp_path / name / "report.pdf").read_bytes() for name in ("here", "there"))
    assert here.startswith(b"%PDF-")
    assert here == there
