"""Looking at files: everything is read and checked in a child process, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabdesk.domain.problems import Refused
from collabdesk.intake import file_currency, frames, process
from collabdesk.intake.confirmed import Confirmed
from collabdesk.intake.jobs import CellsJob, Job, LookJob
from collabdesk.intake.open_files import OpenFiles
from collabdesk.intake.staged import KeptValue, StagedFile, StagedTable
from collabdesk.usecases.workspace import Workspace

if TYPE_CHECKING:
    from collabdesk.usecases.keeping.foresight import Foreseen

Progress = Callable[[str, int, int], None]
"""Told the stage, what is done and what there is (0 where that is not known): rows, and files in the stage `file`."""
_Ask = Callable[[Job, Callable[[], bool] | None], Iterator[frames.Frame]]


@dataclass(frozen=True, slots=True)
class LookOptions:
    """What the person says beforehand. `map` are (header text, canonical field) pairs; "Sheet!header" means that
    sheet's alone, the field "" leaves the header out. `written` are (header text, way) pairs for columns that write
    their dates (`dmy`, `mdy`) or amounts (`.`, `,`) in a way of their own. `confirmed` is a profile that tables are
    read by where the person says nothing else; `mapping` names one. `on_same` says what to do with a record that is
    there already.
    """

    sheet: str | None = None
    kind: str | None = None
    map: tuple[tuple[str, str], ...] = ()
    mapping: str | None = None
    funder: str | None = None
    project: str | None = None
    currency: str | None = None
    decimal: str | None = None
    date_order: str | None = None
    on_same: str = "update"
    written: tuple[tuple[str, str], ...] = ()
    confirmed: Confirmed | None = None


@dataclass(slots=True)
class Staged:
    """What looking at some files gave; hand it to `accept`. `foreseen` are records that they will probably meet."""

    files: list[StagedFile]
    options: LookOptions = field(default_factory=LookOptions)
    foreseen: Foreseen | None = None

    @property
    def tables(self) -> list[StagedTable]:
        return [t for f in self.files for t in f.tables]


def look_at(
    files: Sequence[Path | str],
    options: LookOptions | None = None,
    *,
    workspace: Workspace | None = None,
    open_files: OpenFiles | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Staged:
    """Read, find tables, map, stage and check. Writes nothing. A file that cannot be read says so in `refused`.

    `workspace` is where saved mappings are looked up; `open_files` keeps the files read for a next look. Raises
    Refused for options that cannot be, Cancelled within a second of `is_cancelled`.
    """
    from collabdesk.usecases import mappings

    options = options or LookOptions()
    if options.mapping and options.confirmed is None:
        from collabdesk.usecases import profiles

        options = replace(options, confirmed=profiles.find_confirmed(workspace, options.mapping))
    mappings.check_fields(dict(options.map))
    mappings.check_kind(options.kind)
    staged = Staged([], options)
    ask = open_files.ask if open_files is not None else process.run
    for number, path in enumerate(files):
        if progress is not None:
            progress("file", number, len(files))
        meanwhile = _foresight(staged, Path(path), workspace, is_cancelled)
        staged.files.append(_look(Path(path), options, ask, _Heard(progress, meanwhile), is_cancelled))
    settle_currencies(staged, workspace)
    if options.confirmed is not None:
        from collabdesk.usecases import profiles

        profiles.note(staged, options.confirmed)
    return staged


def settle_currencies(staged: Staged, workspace: Workspace | None) -> None:
    """Amounts whose sheet states no currency are in their project's: as its list says, or as the books know it."""

    def books() -> dict[str, str]:
        if workspace is None:
            return {}
        kept = workspace.kept_columns("project", ("code", "currency"))
        return {code: currency for code, currency in zip(kept["code"], kept["currency"], strict=True) if currency}

    for n, file in enumerate(staged.files):
        file_currency.settle(file, staged.files[:n], staged.options.project or "", books)


@dataclass(slots=True)
class _Heard:
    """What is done with a child's messages: the person hears of its progress, and once the file is read, which takes
    all there is of the machine, something else is done here while the child checks the cells."""

    progress: Progress | None
    meanwhile: Callable[[], None] | None


def _foresight(
    staged: Staged, path: Path, workspace: Workspace | None, is_cancelled: Callable[[], bool] | None
) -> Callable[[], None] | None:
    """Reading what the first of the files will probably meet; None where there are no books to read it from."""
    if workspace is None or staged.files:
        return None

    def read() -> None:
        from collabdesk.usecases.keeping.foresight import foresee

        staged.foreseen = foresee(workspace, path.name, is_cancelled)

    return read


def _look(
    path: Path,
    options: LookOptions,
    ask: _Ask,
    heard: _Heard,
    is_cancelled: Callable[[], bool] | None,
) -> StagedFile:
    file = StagedFile(path.name, str(path.absolute()))
    try:
        file.size = _size(path)
        job = LookJob(
            file.path,
            options.sheet,
            options.kind,
            dict(options.map),
            (options.currency or "").upper(),
            options.funder,
            options.decimal or "",
            options.date_order or "",
            dict(options.written),
            options.confirmed,
        )
        _receive(file, ask(job, is_cancelled), heard)
    except Refused as refused:
        file.refused, file.refused_code = refused.sentence, refused.code
        file.tables, file.ignored_sheets = [], []
    return file


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise Refused(f"There is no file {path.name}. Check the name and the folder.", "missing") from None
    except OSError as wrong:
        raise Refused(f"{path.name} cannot be opened: {wrong.strerror}.", "unreadable") from None


def _receive(file: StagedFile, arriving: Iterator[frames.Frame], heard: _Heard) -> None:
    columns: dict[str, Sequence[KeptValue]] = {}
    for word, *told in arriving:
        if word == "progress" and heard.progress is not None:
            heard.progress(told[0], told[1], told[2])
        elif word == "file":
            file.sha256, file.format, file.encoding, file.separator = told
            if heard.meanwhile is not None:
                heard.meanwhile()
        elif word == "column":
            columns[told[0]] = frames.unpack(told[1])
        elif word == "table":
            table: StagedTable = told[0]
            table.values, columns = columns, {}
            file.tables.append(table)
        elif word == "ignored":
            file.ignored_sheets = told[0]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Some rows of a sheet as raw texts, and what is to be seen of the sheet as a whole.

    `merges` are (first row, first column, last row, last column); all numbers are from 1.
    """

    first_row: int
    texts: list[list[str]]
    rows: int = 0
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[tuple[int, int, int, int], ...] = ()


def sheet_page(
    path: Path | str,
    sheet: str,
    first_row: int = 1,
    rows: int = 50,
    *,
    open_files: OpenFiles | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> SheetPage:
    """Some rows of a sheet as they stand in the file. Raises Refused as looking at it does."""
    ask = open_files.ask if open_files is not None else process.run
    job = CellsJob(str(Path(path).absolute()), sheet=sheet, first_row=first_row, rows=rows, tells_sheet=True)
    page: list[list[str]] = []
    seen: Sequence[Any] = ()
    for word, *told in ask(job, is_cancelled):
        if word == "sheet":
            seen = told
        elif word == "rows":
            page = list(told[0])
    return SheetPage(first_row, page, *seen)
