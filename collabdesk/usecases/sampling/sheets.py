"""The sheet of a sample: written to be filled in, read back into its items as one step of undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.places import letters
from collabdesk.domain.problems import Problem, Refused, Severity
from collabdesk.domain.rules import plain
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.intake.writer import write_xlsx
from collabdesk.usecases.sampling import lines
from collabdesk.usecases.sampling.filled import Cells, Filled, amount_in, cells_in
from collabdesk.usecases.sampling.population import audit_of
from collabdesk.usecases.sampling.samples import items, population_file, refuse_when_final
from collabdesk.usecases.workspace import Act, Step, Workspace

ABOUT = "About this sample"
HEADERS = (
    "Item", "Reference", "Source cell", "Date", "Description", "Partner", "Currency", "Book value", "Audited value",
    "Explanation", "Evidence",
)  # fmt: skip
_FILLED = ("Audited value", "Explanation", "Evidence")
_NEEDED = ("Item", "Book value", *_FILLED)
_DIGEST = "Population SHA-256"
_ADVICE = (
    "Fill in the last three columns. The audited value is what the evidence shows the amount to be, in the currency "
    "of the row; write the book value again where it is right. Leave a row empty that is not tested yet: it can be "
    "filled in and read again later. Rows may be sorted; the other columns and this sheet stay as they are."
)
_LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a sheet brought: how many items are `changed` or said the `same` as before, how many are `untested` after
    it, and the `problems`, each at its cell. What is wrong is left out; the rest is kept.
    """

    changed: int
    same: int
    untested: int
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.severity == Severity.ERROR)


def write_sheet(workspace: Workspace, sample: Sample, path: Path | str) -> int:
    """Write the sample as a workbook to fill in, with what is known already; gives the number of its items."""
    drawn = items(workspace, sample)
    known = {line.item: line for line in lines.read(population_file(workspace, sample))}
    rows = [_row(item, known[item.cost_id or 0]) for item in drawn]
    about: list[Sequence[Any]] = [
        ["Sample", sample.code],
        ["Population", sample.population],
        [_DIGEST, sample.population_sha256],
        ["Items", len(drawn)],
        ["Book value of the items", sum((i.book or Decimal(0) for i in drawn), Decimal(0))],
        ["Currency", sample.currency],
        ["How to fill it in", _ADVICE],
    ]
    try:
        write_xlsx(Path(path), [(_sheet_of(sample), HEADERS, rows), (ABOUT, [ABOUT], about)], fits=True)
    except OSError as wrong:
        raise Refused(f"{Path(path).name} cannot be written: {wrong.strerror}.", "unwritable") from None
    return len(drawn)


def _sheet_of(sample: Sample) -> str:
    return f"Sample {sample.code}"


def _row(item: SampleItem, line: lines.Line) -> list[Any]:
    return [
        item.cost_id, line.reference, line.source, line.day, item.description, item.partner, item.currency, item.book,
        item.audited, item.explanation, item.evidence,
    ]  # fmt: skip


def read_sheet(workspace: Workspace, sample: Sample, path: Path | str) -> SheetRead:
    """Read a sheet that was filled in, as one step of undo; a later one updates what an earlier one said.

    An empty cell takes nothing away. Refused for the sheet of another sample or population, and once the audit is
    final. A row whose item or book value is not the sample's, or whose amount cannot be read, is left as it was.
    """
    path = Path(path)
    refuse_when_final(audit_of(workspace, sample.audit_id or 0))
    content = _content(path)
    filled = cells_in(path, _sheet_of(sample), ABOUT)
    _refuse_foreign(sample, filled, path.name)
    columns = _columns(filled, path.name)
    drawn = {item.cost_id: item for item in items(workspace, sample)}
    problems: list[Problem] = []
    found = list(_read(filled, columns, drawn, problems))
    changed = [new for new in found if new != drawn[new.cost_id]]
    if changed:
        with workspace.changing(f"Read the sheet of sample {sample.code}", Act.AUDIT) as step:
            step.update_many(changed)
            _keep(workspace, step, sample, path.name, content)
    after = drawn | {new.cost_id: new for new in changed}
    untested = sum(i.audited is None for i in after.values())
    return SheetRead(len(changed), len(found) - len(changed), untested, tuple(problems))


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise Refused(f"{path.name} cannot be read: {wrong.strerror}.", "unreadable") from None
    if len(content) > _LARGEST:
        raise Refused(f"{path.name} is too large for the sheet of a sample.", "too-large")
    return content


def _refuse_foreign(sample: Sample, filled: Filled, name: str) -> None:
    told = {row[0]: row[1] for row in filled.about if len(row) > 1}
    if _DIGEST in told and (told.get("Sample"), told[_DIGEST]) != (sample.code, sample.population_sha256):
        raise Refused(
            f"{name} is the sheet of sample {told.get('Sample') or '?'} of the population {told[_DIGEST][:12]}…, not "
            f"of sample {sample.code} of {sample.population_sha256[:12]}….",
            "other-sample",
        )
    if _DIGEST not in told or filled.items is None:
        raise Refused(
            f"{name} is not the sheet of a sample: {_sheet_of(sample)!r} and {ABOUT!r} are not both in it. Write the "
            "sheet anew and fill that in.",
            "no-sample-sheet",
        )


def _columns(filled: Filled, name: str) -> dict[str, int]:
    assert filled.items is not None
    heads = filled.items.rows[0] if filled.items.rows else []
    found = {head.strip(): n for n, head in enumerate(heads, start=1) if head.strip() in HEADERS}
    missing = [head for head in _NEEDED if head not in found]
    if missing:
        raise Refused(f"{name} lacks the column {', '.join(missing)}: leave the headers as they are.", "no-column")
    return found


def _read(
    filled: Filled, columns: dict[str, int], drawn: dict[int | None, SampleItem], problems: list[Problem]
) -> Iterator[SampleItem]:
    """The items as the sheet has them; what is wrong goes to the problems."""
    assert filled.items is not None
    cells, met = filled.items, set[int | None]()
    for row in range(2, len(cells.rows) + 1):
        said = {head: cells.at(row, column) for head, column in columns.items()}
        if not any(said.values()):
            continue
        told = _Teller(problems, cells, row, columns)
        item = drawn.get(int(said["Item"])) if said["Item"].isdecimal() else None
        if item is None:
            told("Item", "not-in-sample", f"{said['Item']!r} is no item of this sample")
        elif item.cost_id in met:
            told("Item", "twice", f"item {item.cost_id} stands here a second time; the first one is taken")
        else:
            met.add(item.cost_id)
            if (new := _item(item, said, told)) is not None:
                yield new
    for number in sorted(n for n in drawn if n is not None and n not in met):
        text = f"item {number} is missing; it stays as it was"
        problems.append(Problem("missing-row", text, cells.sheet, Severity.WARNING))


@dataclass(slots=True)
class _Teller:
    """Tells what is wrong with cells of one row."""

    problems: list[Problem]
    cells: Cells
    row: int
    columns: dict[str, int]

    def __call__(self, head: str, code: str, text: str, severity: Severity = Severity.ERROR) -> None:
        at = f"{self.cells.sheet}!{letters(self.columns[head])}{self.row}"
        self.problems.append(Problem(code, text, at, severity))

    def amount(self, head: str, currency: str) -> Decimal | None:
        """The amount in the row's cell; None for an empty one. ValueError, told, for what is none."""
        try:
            return amount_in(self.cells, self.row, self.columns[head], currency)
        except ValueError as wrong:
            self(head, "not-an-amount", str(wrong))
            raise


def _item(item: SampleItem, said: dict[str, str], told: _Teller) -> SampleItem | None:
    try:
        book, audited = told.amount("Book value", item.currency), told.amount("Audited value", item.currency)
    except ValueError:
        return None
    if book != item.book:
        drawn = f"{plain(item.book or Decimal(0)):f}"
        told("Book value", "book-changed", f"the book value of item {item.cost_id} was {drawn} when it was drawn")
        return None
    new = replace(
        item,
        audited=item.audited if audited is None else audited,
        explanation=said["Explanation"].strip() or item.explanation,
        evidence=said["Evidence"].strip() or item.evidence,
    )
    if new.audited is not None and new.audited != new.book and not new.explanation:
        text = f"the difference of item {item.cost_id} is not explained"
        told("Explanation", "not-explained", text, Severity.WARNING)
    return new


def _keep(workspace: Workspace, step: Step, sample: Sample, name: str, content: bytes) -> None:
    """The sheet itself is evidence of what was found."""
    sha256 = step.keep_file(name, content)
    if workspace.find("evidence", subject="sample", code=sample.code, sha256=sha256):
        return
    step.add(
        Evidence(
            project_id=sample.project_id,
            subject="sample",
            code=sample.code,
            title=f"Sheet of sample {sample.code}",
            file_name=name,
            sha256=sha256,
            kind="sample sheet",
            received_on=IsoDate(today().isoformat()),
        )
    )
