"""What a sample is drawn from: the cost items of an audit's project in one currency, in canonical order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.figures import Basis
from collabdesk.domain.period_rules import belongs
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import plain
from collabdesk.domain.sample_terms import LISTED, LeftOut, Restriction
from collabdesk.domain.scales import AMOUNT_PLACES
from collabdesk.usecases import periods, provenance
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.sampling import lines
from collabdesk.usecases.sampling.lines import Line
from collabdesk.usecases.workspace import Workspace

_READ = (
    "code", "date", "period_end", "partner_id", "category", "description", "declared_in", "expended", "currency",
)  # fmt: skip
# Many items share a day.
_first, _last = lru_cache(4_096)(earliest), lru_cache(4_096)(latest)
_REASONS = ("negative", "zero", "no_amount", "later")


@dataclass(frozen=True)
class Population:
    """`lines` can be drawn, in canonical order; `left_out` cannot, and says why."""

    project: Project
    restriction: Restriction
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def book_value(self) -> Decimal:
        """The exact sum of all that can be drawn."""
        return sum((line.book for line in self.lines), Decimal(0))

    @cached_property
    def file(self) -> bytes:
        """The population's file; its SHA-256 is the population's."""
        return lines.content(self.lines)


def audit_of(workspace: Workspace, audit: Audit | int) -> Audit:
    """The audit as it is now. Refused where there is none."""
    number = audit if isinstance(audit, int) else audit.id or 0
    found = workspace.get("audit", number)
    if not isinstance(found, Audit):
        raise Refused(f"There is no audit {number}.", "gone")
    return found


def project_of(workspace: Workspace, audit: Audit, code: str = "") -> Project:
    """The project whose costs are sampled: the audit's, or of an audit of the portfolio the one named."""
    number = audit.project_id
    if number is None:
        if not code:
            raise Refused("The audit is of the whole portfolio: name the project to sample.", "no-project")
        number = project_id(workspace, code)
    return cast("Project", workspace.get("project", number))


def currencies(workspace: Workspace, project: Project) -> list[str]:
    """The currencies of the project's cost items."""
    return sorted({g.key[0] for g in workspace.sums("cost", (), by=("currency",), where={"project_id": project.id})})


def population(
    workspace: Workspace, audit: Audit | int, asked: Restriction, method: str, project: str = ""
) -> Population:
    """The cost items that can be drawn by the method, and what cannot.

    Refused for an unknown partner, category or period, and where the items are in several currencies and none is
    asked for: amounts of two currencies are not added.
    """
    audit = audit_of(workspace, audit)
    subject = project_of(workspace, audit, project)
    what = _settled(workspace, subject, asked, str(audit.as_of or ""))
    rows = list(_rows(workspace, subject, what))
    where = (("project_id", subject.id), ("currency", what.currency))
    cells = provenance.cells_of(workspace, Basis("cost", "expended", where=where))
    groups: dict[str, list[Line]] = {}
    for row in rows:
        groups.setdefault(_why(row, what, method), []).append(_line(row, cells.get(row["id"], "")))
    _refuse_unknown(what, rows)
    return Population(
        subject,
        what,
        tuple(lines.in_order(groups.get("", ()))),
        tuple(_left_out(why, lines.in_order(groups[why])) for why in _REASONS if why in groups),
    )


def _settled(workspace: Workspace, project: Project, asked: Restriction, until: str) -> Restriction:
    known = currencies(workspace, project)
    if not known:
        raise Refused(f"{project.code or project.title} has no cost items to sample.", "no-costs")
    chosen = asked.currency.upper() or (known[0] if len(known) == 1 else "")
    if chosen not in known:
        said = ", ".join(unit or "none stated" for unit in known)
        what = f"No cost item is in {chosen}." if chosen else "A sample is drawn from amounts of one currency."
        raise Refused(f"{what} The cost items are in: {said}. Name one.", "which-currency")
    return replace(asked, currency=chosen, until=until)


def _rows(workspace: Workspace, project: Project, what: Restriction) -> Iterator[dict[str, Any]]:
    """The items of the project that meet the restriction, but for the day until which they are known."""
    where: dict[str, object] = {"project_id": project.id, "currency": what.currency}
    if what.categories:
        where["category"] = list(what.categories)
    known = periods.of(workspace, project.id) if what.period else ()
    if what.period and what.period not in {p.code for p in known}:
        raise Refused(f"There is no reporting period {what.period!r}.", "no-period")
    kept = workspace.kept_columns("cost", _READ, **where)
    people = workspace.kept_columns("partner", ("name", "short_name"))
    names = {
        n: (name, short) for n, name, short in zip(people["id"], people["name"], people["short_name"], strict=True)
    }
    for values in zip(*(kept[name] for name in ("id", *_READ)), strict=True):
        row = dict(zip(("id", *_READ), values, strict=True))
        row["partner_name"], row["partner_short_name"] = names.get(row["partner_id"], ("", ""))
        row["expended"] = None if row["expended"] is None else Decimal(row["expended"]).scaleb(-AMOUNT_PLACES)
        period = belongs(known, row["declared_in"], _day(row)) if known else None
        if (not known or (period and period.code == what.period)) and _meets(row, what):
            yield row


def _meets(row: dict[str, Any], what: Restriction) -> bool:
    day = _day(row)
    if what.partners and not {row["partner_name"], row["partner_short_name"]} & set(what.partners):
        return False
    if what.start and (not day or _last(day) < _first(what.start)):
        return False
    return not (what.end and (not day or _first(day) > _last(what.end)))


def _refuse_unknown(what: Restriction, rows: Sequence[dict[str, Any]]) -> None:
    """A word that picks no item is a slip of the pen, not a smaller population."""
    names = {row["partner_name"] for row in rows} | {row["partner_short_name"] for row in rows}
    for asked, known in ((what.partners, names), (what.categories, {row["category"] for row in rows})):
        unknown = [word for word in asked if word not in known]
        if unknown:
            raise Refused(f"No cost item in {what.currency} is of {', '.join(unknown)}.", "nothing-of-it")


def _day(row: dict[str, Any]) -> str:
    return str(row["date"] or row["period_end"] or "")


def _why(row: dict[str, Any], what: Restriction, method: str) -> str:
    """Why an item cannot be drawn; "" when it can."""
    day, book = _day(row), row["expended"]
    if what.until and day and _first(day) > _last(what.until):
        return "later"
    if book is None:
        return "no_amount"
    if method == "monetary_unit" and book <= 0:
        return "zero" if book == 0 else "negative"
    return ""


def _line(row: dict[str, Any], cell: str) -> Line:
    return Line(
        item=row["id"],
        reference=row["code"] or "",
        source=cell,
        day=_day(row),
        partner=row["partner_name"] or "",
        category=row["category"] or "",
        description=row["description"] or "",
        currency=row["currency"] or "",
        book=row["expended"] or Decimal(0),
    )


def _left_out(why: str, found: Iterable[Line]) -> LeftOut:
    listed = list(found)
    items = tuple((x.reference, x.source, f"{plain(x.book):f}") for x in listed[:LISTED])
    return LeftOut(why, len(listed), sum((x.book for x in listed), Decimal(0)), items)
