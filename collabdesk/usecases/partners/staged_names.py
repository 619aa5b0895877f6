"""Names in files that were looked at and not yet kept: which may mean a partner that is there, or one another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import cast

from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Cancelled
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.orphans import cell_of
from collabdesk.usecases.keeping.partners_there import PartnersThere, partners_there
from collabdesk.usecases.keeping.references import plain
from collabdesk.usecases.keeping.values import Wanted
from collabdesk.usecases.looking import Staged
from collabdesk.usecases.partners.doubles import Index, organisation_of, told_apart
from collabdesk.usecases.partners.likeness import Organisation
from collabdesk.usecases.workspace import Workspace

_AT_ONCE = 500
_FIELDS = ("name", "code", "short_name", "vat", "country", "city")


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


@dataclass(slots=True)
class _Named:
    """One name with its identifier: what the files say of it."""

    said: dict[str, str]
    where: str
    rows: int = 0
    organisation: Organisation = field(init=False)

    def settle(self) -> None:
        self.organisation = Organisation(**self.said)


def likenesses(
    workspace: Workspace,
    staged: Staged,
    *,
    skip: Collection[StagedTable] = (),
    is_cancelled: Callable[[], bool] | None = None,
) -> list[Likeness]:
    """Names that are like a partner there, or like one another, the likeliest first; `skip` are tables not wanted.

    Not among them: names that keeping matches by itself (identifier, VAT number, the very same name, an earlier
    decision) and pairs that a person has told apart.
    """
    left = {id(t) for t in skip}
    tables = [(f.name, t) for f in staged.files if f.refused is None for t in f.tables if id(t) not in left]
    found = _names(tables)
    there = partners_there(workspace)
    new = [one for one in found.values() if _is_new(there, one)]
    partners = cast("list[Partner]", workspace.find("partner")) if new else []
    apart = told_apart(workspace)
    index = Index(organisation_of(p) for p in partners)
    among = Index(one.organisation for one in new)
    like: list[Likeness] = []
    for number, one in enumerate(new):
        if is_cancelled is not None and number % _AT_ONCE == 0 and is_cancelled():
            raise Cancelled
        name, code = one.said["name"], one.said["code"]
        for place, seen in index.like(one.organisation):
            p = partners[place]
            if not apart.is_not(p.id or 0, name, code):
                like.append(Likeness(name, code, one.rows, one.where, p.id, p.name, p.code, *seen))
        for place, seen in among.like(one.organisation, before=number):
            a = new[place].said
            like.append(Likeness(name, code, one.rows, one.where, None, a["name"], a["code"], *seen))
    return sorted(like, key=lambda one: (-one.score, one.partner_id is None, one.name.casefold(), one.code))


def _names(tables: list[tuple[str, StagedTable]]) -> dict[str, _Named]:
    """Every organisation that the tables name, by its identifier or plain name, in the order in which they come."""
    found: dict[str, _Named] = {}
    for file, table in tables:
        names_field = next((f for f in ("partner.name", "project.coordinator") if f in table.values), "")
        if not names_field or (names_field == "project.coordinator" and table.kind != "project"):
            continue
        blank = [""] * table.records
        columns = [table.values.get(names_field if f == "name" else f"partner.{f}", blank) for f in _FIELDS]
        for i, values in enumerate(zip(*columns, strict=True)):
            name, code = str(values[0] or ""), str(values[1] or "")
            if not name:
                continue
            call = code or f"={plain(name)}"
            one = found.get(call)
            if one is None:
                cell = cell_of(table, names_field, i)
                one = found[call] = _Named(dict.fromkeys(_FIELDS, ""), f"{file}, {cell}" if cell else file)
            one.rows += 1
            for attribute, value in zip(_FIELDS, values, strict=True):
                one.said[attribute] = one.said[attribute] or str(value or "")
    for one in found.values():
        one.settle()
    return found


def _is_new(there: PartnersThere, one: _Named) -> bool:
    """Whether keeping would make a new partner of it."""
    wanted = Wanted("partner", {n: [v] for n, v in one.said.items()}, [1])
    call = one.said["code"] or ("name", plain(one.said["name"]))
    found = there.find(call, wanted, 0)
    if found is not None:
        there.give_back(found)  # nothing is kept here
    return found is None
