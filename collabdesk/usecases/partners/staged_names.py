"""Names in files that were looked at and not yet kept: which may mean a partner that is there, or one another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.orphans import cell_of
from collabdesk.usecases.keeping.partners_there import partners_there
from collabdesk.usecases.keeping.references import plain
from collabdesk.usecases.keeping.values import Wanted
from collabdesk.usecases.looking import Staged
from collabdesk.usecases.partners.doubles import told_apart
from collabdesk.usecases.partners.index import Index, Looks
from collabdesk.usecases.partners.likeness import Organisation
from collabdesk.usecases.uncollected import uncollected
from collabdesk.usecases.workspace import Workspace

_AT_ONCE = 2000
_FIELDS = ("name", "code", "short_name", "vat", "country", "city")  # as `Organisation` has them


@dataclass(frozen=True, slots=True)
class Likeness:
    """A name in the files that is like a partner there, or (`partner_id` None) like another name in the files.

    `name` and `code` are as the files give them; `rows` how many rows do, `where` the first cell.
    """

    name: str
    code: str
    rows: int
    where: str
    partner_id: int | None
    partner_name: str
    partner_code: str
    score: int
    why: str


class Likenesses(list[Likeness]):
    """The names that are alike, the likeliest first; `note` says in a sentence which were not compared with all."""

    note: str = ""


@dataclass(slots=True)
class _Named:
    """One name with its identifier: what the files say of it, and of which table's which record it is first said."""

    said: list[str]
    file: str
    table: StagedTable
    place: int
    rows: int = 0

    @property
    def name(self) -> str:
        return self.said[0]

    @property
    def code(self) -> str:
        return self.said[1]

    @property
    def where(self) -> str:
        cell = cell_of(self.table, _names_field(self.table), self.place)
        return f"{self.file}, {cell}" if cell else self.file


@uncollected()
def likenesses(
    workspace: Workspace,
    staged: Staged,
    *,
    skip: Collection[StagedTable] = (),
    is_cancelled: Callable[[], bool] | None = None,
) -> Likenesses:
    """Names that are like a partner there, or like one another, the likeliest first; `skip` are tables not wanted.

    Not among them: names that keeping matches by itself (identifier, VAT number, the very same name, an earlier
    decision) and pairs that a person has told apart. Raises Cancelled soon after `is_cancelled`.
    """
    looks = Looks(is_cancelled)
    with workspace.watched(looks.check):
        return _likenesses(workspace, staged, skip, looks)


def _likenesses(workspace: Workspace, staged: Staged, skip: Collection[StagedTable], looks: Looks) -> Likenesses:
    looks.check()
    left = {id(t) for t in skip}
    tables = [(f.name, t) for f in staged.files if f.refused is None for t in f.tables if id(t) not in left]
    new = _new(workspace, list(_names(tables, looks.check).values()), looks.check)
    partners = workspace.kept_columns("partner", _FIELDS) if new else {}
    apart = told_apart(workspace)
    index = Index(map(Organisation, *(partners.get(n, ()) for n in _FIELDS)), looks)
    among = Index((Organisation(*one.said) for one in new), looks)
    like = Likenesses()
    cut_short = 0
    for number, (one, entry) in enumerate(zip(new, among.entries, strict=True)):
        looks.check()
        before = looks.cut_short
        for place, seen in index.like(entry):
            if not apart.is_not(partners["id"][place], one.name, one.code):
                partner, name, code = (partners[n][place] for n in ("id", "name", "code"))
                like.append(Likeness(one.name, one.code, one.rows, one.where, partner, name, code, *seen))
        for place, seen in among.like(entry, before=number):
            other = new[place]
            like.append(Likeness(one.name, one.code, one.rows, one.where, None, other.name, other.code, *seen))
        cut_short += looks.cut_short > before
    like.sort(key=lambda one: (-one.score, one.partner_id is None, one.name.casefold(), one.code))
    like.note = _note(cut_short, len(new))
    return like


def _note(cut_short: int, names: int) -> str:
    if not cut_short:
        return ""
    return (
        f"{cut_short:,} of {names:,} new names were not compared with every other: too many share their words. "
        "Look at possible doubles among the partners after the import."
    )


def _names_field(table: StagedTable) -> str:
    """The field that names the organisations of a table's records; "" where they name none."""
    if "partner.name" in table.values:
        return "partner.name"
    return "project.coordinator" if table.kind == "project" and "project.coordinator" in table.values else ""


def _names(tables: list[tuple[str, StagedTable]], check: Callable[[], None]) -> dict[str, _Named]:
    """Every organisation that the tables name, by its identifier or plain name, in the order in which they come."""
    found: dict[str, _Named] = {}
    for file, table in tables:
        field = _names_field(table)
        if not field:
            continue
        blank = [""] * table.records
        columns = [table.values.get(field if f == "name" else f"partner.{f}", blank) for f in _FIELDS]
        for i, values in enumerate(zip(*columns, strict=True)):
            if i % _AT_ONCE == 0:
                check()
            name, code = values[0], values[1]
            if not name:
                continue
            call = str(code) if code else f"={plain(name)}"
            one = found.get(call)
            if one is None:
                found[call] = _Named([str(v or "") for v in values], file, table, i, 1)
                continue
            one.rows += 1
            if "" in one.said:
                one.said = [said or str(v or "") for said, v in zip(one.said, values, strict=True)]
    return found


def _new(workspace: Workspace, names: list[_Named], check: Callable[[], None]) -> list[_Named]:
    """Those of which keeping would make a new partner."""
    if not workspace.count("partner"):
        return names
    there = partners_there(workspace)
    columns = zip(*(one.said for one in names), strict=True)
    wanted = Wanted("partner", dict(zip(_FIELDS, columns, strict=True)) if names else {}, range(len(names)))
    new = []
    for i, one in enumerate(names):
        if i % _AT_ONCE == 0:
            check()
        found = there.find(one.code or ("name", plain(one.name)), wanted, i)
        if found is None:
            new.append(one)
        else:
            there.give_back(found)  # nothing is kept here
    return new
