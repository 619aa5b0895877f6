"""A portfolio for the benchmarks: 1,000 projects, 20,000 participations, 40,000 budget lines, 1,000,000 cost items."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from collabdesk.domain.batches import Batch
from collabdesk.usecases.workspace import Act, Step, Workspace

PROJECTS, PARTNERS, PARTICIPATIONS, LINES, COSTS = 1_000, 4_000, 20_000, 40_000, 1_000_000
AS_OF = date(2026, 6, 30)
CATEGORIES = ("A.1", "A.2", "B", "C.1", "C.2", "C.3", "D.1", "E")
STATUSES = ("imported", "checked", "declared", "accepted")
PACKAGES = tuple(f"WP{n}" for n in range(1, 9))
_FIRST = date(2024, 1, 1)
_DAYS = tuple((_FIRST + timedelta(days=n)).isoformat() for n in range(900))


def fill(path: Path) -> None:
    """Keep the portfolio in a new database, in one step as a large import would."""
    with Workspace.open(path, person="bench") as workspace, workspace.changing("Fill", Act.IMPORT) as step:
        batch = step.add(Batch(label="Fill", at="2026-06-30T00:00:00Z"))
        _Filling(step, batch.id or 0).all()


class _Filling:
    def __init__(self, step: Step, batch_id: int) -> None:
        self._step, self._batch = step, batch_id

    def _keep(self, noun: str, columns: dict[str, list[Any]]) -> range:
        count = len(next(iter(columns.values())))
        rows = range(2, count + 2)
        return self._step.insert_columns(noun, columns, batch_id=self._batch, table_no=1, source_rows=rows)

    def all(self) -> None:
        projects = self._keep("project", {
            "code": [f"P{n:04}" for n in range(PROJECTS)],
            "title": [f"Project number {n}" for n in range(PROJECTS)],
            "currency": ["EUR"] * PROJECTS,
            "start": ["2024-01-01"] * PROJECTS,
            "end": ["2027-12-31"] * PROJECTS,
            "funding": [30_000_000_0000 + n for n in range(PROJECTS)],
            "total_cost": [40_000_000_0000 + n for n in range(PROJECTS)],
        })  # fmt: skip
        partners = self._keep("partner", {
            "name": [f"Partner {n}" for n in range(PARTNERS)],
            "country": [("DE", "FR", "NO", "IT", "ES", "PL", "US", "JP")[n % 8] for n in range(PARTNERS)],
        })  # fmt: skip
        self._keep("participation", {
            "project_id": [projects[n % PROJECTS] for n in range(PARTICIPATIONS)],
            "partner_id": [partners[(n * 7) % PARTNERS] for n in range(PARTICIPATIONS)],
        })  # fmt: skip
        self._keep("budget", {
            "project_id": [projects[n % PROJECTS] for n in range(LINES)],
            "category": [CATEGORIES[n % 8] for n in range(LINES)],
            "work_package": [PACKAGES[n // PROJECTS % 8] for n in range(LINES)],
            "amount": [1_000_000_0000 + n * 7919 for n in range(LINES)],
            "currency": ["EUR"] * LINES,
        })  # fmt: skip
        self._keep("cost", {
            "project_id": [projects[n % PROJECTS] for n in range(COSTS)],
            "partner_id": [partners[(n % PROJECTS * 7 + n // PROJECTS % 20) % PARTNERS] for n in range(COSTS)],
            "code": [f"I-{n * 7919 % COSTS}" for n in range(COSTS)],
            "category": [CATEGORIES[n // 3 % 8] for n in range(COSTS)],
            "work_package": [PACKAGES[n // 5 % 8] for n in range(COSTS)],
            "date": [_DAYS[n * 31 % 900] for n in range(COSTS)],
            "expended": [(n * 7919) % 100_000_000 for n in range(COSTS)],
            "currency": ["EUR"] * COSTS,
            "status": [STATUSES[n // 7 % 4] for n in range(COSTS)],
        })  # fmt: skip
