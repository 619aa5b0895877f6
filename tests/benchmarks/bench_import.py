"""Import of 100,000 rows x 21 columns end to end, against a raw calamine read and a raw sqlite3 insert of the same rows.

`python bench_import.py [ROWS]`. Ours reads in a guarded child process, maps, checks, and keeps with provenance,
journal and the file's own bytes. Then the same file again, its revert, and whether ten and twice as many rows take
ten and twice as long.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import python_calamine
import ratios
import xlsxwriter

from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace

BOUND = 1.5
AGAIN_BOUND = 1.5
MEMORY_BOUND = 600
REVERT_BOUND = 1.0
LINEAR_BOUND = 1.25
HEADERS = (
    "Project number", "Acronym", "Participant order", "Role", "PIC", "Legal name", "Short name", "VAT number",
    "SME", "Type", "Street", "Postcode", "City", "Country", "Region", "Website", "EU contribution", "Net EU contribution",
    "Total cost", "End of participation", "Start date",
)  # fmt: skip
KINDS = ("HES", "REC", "PRC", "PUB", "OTH")
COUNTRIES = ("DE", "FR", "IT", "ES", "PL", "NL", "SE", "NO", "FI", "EL")


def row(number: int) -> tuple:
    """One partner's contribution: ten partners a project, three thousand partners in all."""
    partner = number % 3000
    amount = 10000 + (number * 7919) % 900000 + (number % 100) / 100
    return (
        str(101000000 + number // 10), f"ACRO{number // 10}", number % 10 + 1, "beneficiary" if number % 10 else "coordinator",
        str(900000000 + partner), f"Organisation {partner}", f"ORG{partner}", f"XX{partner:09}", "yes" if partner % 3 else "no",
        KINDS[partner % 5], f"Street {partner}", f"{10000 + partner}", f"City {partner % 400}", COUNTRIES[partner % 10],
        f"Region {partner % 90}", f"www.org{partner}.example", amount, round(amount * 0.9, 2), round(amount * 1.2, 2), "",
        date(2021, 1, 1) + timedelta(days=number % 900),
    )  # fmt: skip


def write_workbook(path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("participants")
    sheet.write_row(0, 0, HEADERS)
    for number in range(rows):
        for column, value in enumerate(row(number)):
            if isinstance(value, date):
                sheet.write_datetime(number + 1, column, datetime(value.year, value.month, value.day))
            elif isinstance(value, str):
                sheet.write_string(number + 1, column, value)
            else:
                sheet.write_number(number + 1, column, value)
    book.close()


@dataclass
class Spent:
    """What some work took: seconds on the wall, and of both processes' processor time."""

    wall: float
    cpu: float

    @staticmethod
    def since(start: tuple[float, float]) -> Spent:
        """From `now()` until now."""
        wall, cpu = now()
        return Spent(wall - start[0], cpu - start[1])


@dataclass
class Bare:
    """The bare libraries' work: read, and read and insert."""

    read: Spent
    all: Spent


@dataclass
class Ours:
    """Our import of a new file, the look alone, the same file again, and the revert of the first."""

    look: Spent
    all: Spent
    again: Spent | None = None
    revert: Spent | None = None


def now() -> tuple[float, float]:
    """The clock, and the processor time of this process and the children that have ended."""
    return time.perf_counter(), sum(os.times()[:4])


def bare(workbook: Path, folder: Path) -> Bare:
    """Read the sheet and insert its rows into one table, with our own pragmas."""
    start = now()
    with python_calamine.CalamineWorkbook.from_path(str(workbook)) as book:
        rows = book.get_sheet_by_index(0).to_python()
    read = Spent.since(start)
    connection = sqlite3.connect(folder / f"bare{time.perf_counter_ns()}.db", isolation_level=None)
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(len(HEADERS)))})")
    connection.execute("BEGIN IMMEDIATE")
    texts = ([v.isoformat() if isinstance(v, date) else v for v in line] for line in rows[1:])
    connection.executemany(f"INSERT INTO t VALUES ({','.join('?' * len(HEADERS))})", texts)
    connection.execute("COMMIT")
    connection.close()
    return Bare(read, Spent.since(start))


def ours(workbook: Path, folder: Path, rows: int, *, whole: bool = True) -> Ours:
    """Look at the workbook and accept it into a new database; when `whole`, once more, and revert the first."""
    with Workspace.open(folder / f"ours{time.perf_counter_ns()}.db", person="bench") as workspace:
        first, batch = _take(workspace, workbook)
        if workspace.count("contribution") != rows:
            raise SystemExit(f"{workspace.count('contribution')} contributions kept instead of {rows}")
        if whole:
            start = now()
            imports.revert(workspace, batch)
            first.revert = Spent.since(start)
            workspace.undo()
            first.again = _take(workspace, workbook)[0].all
            if workspace.count("contribution") != rows:
                raise SystemExit("the same file again must not add anything")
    return first


def _take(workspace: Workspace, workbook: Path) -> tuple[Ours, int]:
    start = now()
    staged = imports.look_at([workbook], imports.LookOptions(currency="EUR"), workspace=workspace)
    looked = Spent.since(start)
    batch = imports.accept(workspace, staged).batch_id
    return Ours(looked, Spent.since(start)), batch


def linear(rows: int, folder: Path) -> int:
    """A tenth, all and twice the rows, and the most memory that both processes held together."""
    taken = []
    bad = 0
    for some in (rows // 10, rows, rows * 2):
        workbook = folder / f"participants{some}.xlsx"
        write_workbook(workbook, some)
        with ratios.Memory() as memory:
            taken.append((some, min(ours(workbook, folder, some, whole=False).all.cpu for _ in range(2))))
        if some == rows:
            bad |= ratios.within(f"Memory of program and reading child, {some:,} rows", memory.peak, MEMORY_BOUND, "MB")
        else:
            print(f"Memory of program and reading child, {some:,} rows: {memory.peak:.0f} MB")
    said = ", ".join(f"{some:,} rows {cpu:.2f} s" for some, cpu in taken)
    (few, least), (some, middle), (many, most) = taken
    growth = (most - middle) / (many - some) * (some - few) / (middle - least)
    word = "ok" if growth <= LINEAR_BOUND else "OVER"
    print(
        f"Import, processor time: {said}; a further row costs {growth:.2f} x as much at the end (at most {LINEAR_BOUND:g} x) {word}"
    )
    return bad | (0 if growth <= LINEAR_BOUND else 1)


def main(rows: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bad = linear(rows, folder)  # first, while nothing else has filled this process's memory
        workbook = folder / f"participants{rows}.xlsx"
        # Taken in turns, so that a busy moment of the machine falls on both.
        pairs = [(ours(workbook, folder, rows), bare(workbook, folder)) for _ in range(3)]
    us, them = [p[0] for p in pairs], [p[1] for p in pairs]
    for one, other in pairs:
        print(f"  look {one.look.wall:.2f} s, all {one.all.wall:.2f} s, bare {other.all.wall:.2f} s; "
              f"processor {one.all.cpu:.2f} s, bare {other.all.cpu:.2f} s")  # fmt: skip
    middle = statistics.median(o.all.cpu for o in us) / statistics.median(b.all.cpu for b in them)
    print(f"  processor time of both processes: {middle:.2f} x")
    read, imported = min(b.read.wall for b in them), min(o.all.wall for o in us)
    again = min(o.again.wall for o in us if o.again)
    reverted = min(o.revert.wall for o in us if o.revert)
    title = f"Import of {rows:,} rows x {len(HEADERS)} columns"
    bad |= ratios.verdict(title, imported, min(b.all.wall for b in them), BOUND)
    bad |= ratios.verdict("The same file again, against a bare read", again, read, AGAIN_BOUND)
    return bad | ratios.verdict("Its revert, against its import", reverted, imported, REVERT_BOUND)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
