"""The partners that are there, by everything they are known by: what persons decided, identifiers, then plain names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from collabdesk.domain.dates import this_moment
from collabdesk.domain.identifiers import contradict, plain_vat
from collabdesk.domain.partner_names import DIFFERENT, SAME, PartnerName
from collabdesk.domain.problems import Refused
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.references import ByName, plain
from collabdesk.usecases.keeping.values import Wanted
from collabdesk.usecases.workspace import Workspace

_Said = tuple[str, str]
"""A name and the identifier beside it, as a file gives them."""


@dataclass(slots=True)
class PartnersThere(ByName):
    """Names that are alike only are never taken for one here: that is for a person to say."""

    decided: dict[Hashable, int] = field(default_factory=dict)
    other_names: dict[Hashable, int] = field(default_factory=dict)
    vats: dict[str, int] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    apart: set[tuple[int, str, str]] = field(default_factory=set)

    @property
    def knows_any(self) -> bool:
        return bool(self.ids or self.decided or self.other_names or self.vats)

    def find(self, call: Hashable, wanted: Wanted, i: int) -> int | None:
        """The partner that row `i` names: as a person decided, by its code, its VAT number, its name."""
        name, code, vat = (str(wanted.columns[n][i] or "") if n in wanted.columns else "" for n in _TELLING)
        there = self.decided.get(call)
        if there is None and code:
            there = self.ids.get(code)
            if there is not None:
                return there
            there = self.other_names.get(code)
        if there is not None:
            self.filling.add(i)
            return there
        return self._by_vat(vat, code, i) or self._by_plain_name(call, wanted, i, (name, code))

    def _by_vat(self, vat: str, code: str, i: int) -> int | None:
        there = self.vats.get(plain_vat(vat)) if vat else None
        if there is None or contradict(self.codes[there], code):
            return None
        if code and self.codes[there]:  # the same number under another kind of identifier: the first one stays
            self.filling.add(i)
        return there

    def _by_plain_name(self, call: Hashable, wanted: Wanted, i: int, said: _Said) -> int | None:
        there = ByName.find(self, call, wanted, i)
        if there is not None and (there, *said) in self.apart:
            self.give_back(there)
            there = None
        if there is None and not said[1]:
            there = self.other_names.get(("name", plain(said[0])))
            if there is not None:
                self.filling.add(i)
        return there

    def give_back(self, record: int) -> None:
        """What was found is not taken after all: another code may still mean it."""
        if not self.codes[record]:
            self.uncoded.add(record)


_AT_ONCE = 10_000  # partners between two moments at which the work can be given up
_TELLING = ("name", "code", "vat")


def partners_there(workspace: Workspace, decisions: Decisions | None = None) -> PartnersThere:
    """All partners that are there, and what was decided about names before and now."""
    same = decisions.same if decisions else {}
    found = PartnersThere(decided={code or ("name", plain(name)): one for (name, code), one in same.items()})
    if not workspace.count("partner"):
        return found
    there = workspace.kept_columns("partner", ("name", "short_name", "code", "vat"))
    found.codes = dict(zip(there["id"], there["code"], strict=True))
    found.names = dict(zip(there["id"], there["name"], strict=True))
    found.uncoded = {record for record, code in found.codes.items() if not code}
    names, short_names = list(map(plain, there["name"])), list(map(plain, there["short_name"]))
    workspace.check()
    times = Counter(short_names)
    named = zip(*map(reversed, (there["id"], names, short_names, there["code"], there["vat"])), strict=True)
    by_short: dict[Hashable, int] = {}
    # The first of several wins; a short name that several have names none of them.
    for n, (record, name, short_name, code, vat) in enumerate(named):
        if n % _AT_ONCE == 0:
            workspace.check()
        if name:
            found.ids["name", name] = record
        if short_name and times[short_name] == 1:
            by_short["name", short_name] = record
        if code:
            found.ids[code] = record
        if vat and (number := plain_vat(vat)):
            found.vats[number] = record
    found.ids = by_short | found.ids
    _add_decided(workspace, found)
    if decisions:
        found.apart |= {(partner, name, code) for name, code, partner in decisions.different}
    return found


def _add_decided(workspace: Workspace, found: PartnersThere) -> None:
    if not workspace.count("partner_name"):
        return
    said = workspace.kept_columns("partner_name", ("partner_id", "name", "code", "verdict"))
    for partner, name, code, verdict in zip(*(said[n] for n in ("partner_id", "name", "code", "verdict")), strict=True):
        if verdict == DIFFERENT:
            found.apart.add((partner, name, code))
            continue
        if code:
            found.other_names.setdefault(code, partner)
        if name:
            found.other_names.setdefault(("name", plain(name)), partner)


def remember_former_names(batch: BatchKeeping, there: PartnersThere) -> None:
    """A file that knows a partner by its identifier has renamed it: other files go on calling it by its old name."""
    updated = batch.kept.updated_ids("partner")
    if not updated:
        return
    now = batch.workspace.kept_columns("partner", ("name",), id=list(updated))
    names = zip(now["id"], now["name"], strict=True)
    former = [(i, there.names[i]) for i, name in names if there.names.get(i) and plain(there.names[i]) != plain(name)]
    _add(batch, [(partner, name, "", SAME) for partner, name in former])


def remember(batch: BatchKeeping) -> None:
    """Write down what the person decided about names in this import, once, so that nobody is asked again."""
    decisions = batch.decisions
    if not (decisions.same or decisions.different) or batch.workspace.count("partner_name", batch_id=batch.batch_id):
        return
    said = [(partner, *key, SAME) for key, partner in decisions.same.items()]
    said += [(partner, name, code, DIFFERENT) for name, code, partner in sorted(decisions.different)]
    missing = {partner for partner, *_ in said} - set(batch.workspace.ids("partner"))
    if missing:
        raise Refused("A partner that was chosen is not there any more. Look at the names again.", "gone")
    _add(batch, said)


def _add(batch: BatchKeeping, said: Sequence[tuple[int, str, str, str]]) -> None:
    if not said:
        return
    known = {(p.partner_id, p.name, p.code, p.verdict) for p in batch.workspace.find("partner_name")}  # type: ignore[attr-defined]
    now = this_moment()
    batch.step.add_many(
        [
            PartnerName(
                partner_id=partner, name=name, code=code, verdict=verdict, decided_at=now,
                decided_by=batch.workspace.person, batch_id=batch.batch_id,
            )
            for partner, name, code, verdict in said
            if (partner, name, code, verdict) not in known
        ]
    )  # fmt: skip
