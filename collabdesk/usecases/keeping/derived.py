"""Fields that follow from what a funder's file says: where a record stands, and the currency of its amounts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from collabdesk.domain.contributions import PURPOSES
from collabdesk.domain.nouns import NOUNS
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.agreement_words import add_words
from collabdesk.usecases.keeping.book_statuses import BOOK_STATUSES, add_book_status
from collabdesk.usecases.keeping.values import Columns, types_of

_DONE = frozenset({"complete", "completed", "achieved", "done", "met", "delivered", "reached", "finished", "erreicht",
                   "abgeschlossen", "atteint", "terminé", "alcanzado", "raggiunto", "yes", "true"})  # fmt: skip
_DROPPED = frozenset({"cancelled", "canceled", "superseded", "superceded", "withdrawn", "removed", "entfallen"})
_ACCEPTED = frozenset({"accepted", "approved", "angenommen", "accepté", "aceptado"})
_ENDED = frozenset({"closed", "ended", "completed", "complete", "finished", "abgeschlossen", "terminé", "finalizado"})

_IN_KIND = frozenset({"in kind", "inkind", "kind", "en nature", "nature", "sachleistung", "in natura", "en especie"})
_CASH = frozenset({"cash", "in cash", "monetary", "money", "en numéraire", "numéraire", "geldleistung", "in denaro"})


def add_derived(noun: str, columns: Columns, count: int) -> None:
    """Put the status that the funder's words mean beside them; statuses that mean nothing to us stay at their first."""
    said = [str(w).strip().casefold() for w in columns.get("funder_status", ())] or [""] * count
    if noun == "milestone":
        _milestones(columns, said, count)
    elif noun == "deliverable":
        submitted = columns.get("submitted_on") or [None] * count
        columns["status"] = [
            "accepted" if w in _ACCEPTED else "submitted" if s or w in _DONE or w == "submitted" else "planned"
            for w, s in zip(said, submitted, strict=True)
        ]
    elif noun == "project" and "funder_status" in columns:
        columns["status"] = ["terminated" if w == "terminated" else "ended" if w in _ENDED else "active" for w in said]
    elif noun == "finding":
        columns["status"] = ["issued"] * count
    elif noun == "contribution":
        if "form" in columns:
            columns["form"] = [_form(str(word or "")) for word in columns["form"]]
        if "purpose" in columns:
            columns["purpose"] = [_purpose(str(word or "")) for word in columns["purpose"]]
    elif noun in BOOK_STATUSES:
        add_book_status(noun, columns, count)
    add_words(noun, columns, count)


def _form(word: str) -> str:
    """One of the domain's forms where the word means one; blank is cash, any other word stays as it was said."""
    said = word.strip().casefold().replace("-", " ").replace("_", " ")
    return "in_kind" if said in _IN_KIND else "cash" if said in _CASH or not said else word


def _purpose(word: str) -> str:
    """One of the domain's purposes where the word is one; any other word stays as it was said."""
    said = word.strip().casefold()
    return said if said in PURPOSES else word


def _milestones(columns: Columns, said: Sequence[str], count: int) -> None:
    achieved = list(columns.get("achieved") or [None] * count)
    if "achieved" not in columns and "forecast" in columns:
        # "Forecast / Actual": the date is the actual one once the milestone is complete.
        achieved = [f if w in _DONE else None for f, w in zip(columns["forecast"], said, strict=True)]
    columns["achieved"] = achieved
    columns["status"] = [
        "achieved" if a or w in _DONE else "cancelled" if w in _DROPPED else "planned"
        for a, w in zip(achieved, said, strict=True)
    ]


def add_currency(noun: str, columns: Columns, table: StagedTable, count: int) -> None:
    """The currency of the record's own amounts: its row's where the table has a currency column, else the table's."""
    if "currency" not in types_of(noun) or "currency" in columns or not amounts_in(noun, columns):
        return
    stated = next((v for name, v in table.values.items() if name.endswith(".currency")), None)
    if stated is not None:
        columns["currency"] = [c or table.currency for c in stated]
    elif table.currency:
        columns["currency"] = [table.currency] * count


def amounts_in(noun: str, columns: Columns) -> list[str]:
    """The amount fields among the columns."""
    return [name for name in columns if types_of(noun).get(name) == "amount"]


@cache
def references_of(noun: str) -> tuple[str, ...]:
    """The nouns that a record refers to by `<noun>_id`."""
    return tuple(name[:-3] for name in types_of(noun) if name.endswith("_id") and name[:-3] in NOUNS)
