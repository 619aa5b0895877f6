"""What is typed is checked against its noun before it is kept: fields, types, references, what must be stated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.obligations import OBLIGATORY, UNIQUE, missing, wrong_value
from collabdesk.domain.problems import Refused
from collabdesk.domain.scales import field_types
from collabdesk.usecases import plan
from collabdesk.usecases.contributions import typed as credit_typed

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

_KEPT_BY_THE_PROGRAM = frozenset({"id", "uid", "version", "batch_id", "table_no", "source_row", "source_column"})
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class WrongCell:
    """Why one cell cannot be kept: `row` is the place of a new row in its block, `id` the record of a changed cell."""

    field: str
    text: str
    row: int | None = None
    id: int | None = None


@dataclass(slots=True)
class Typed:
    """The fields typed for one record: `row` is its place among the new ones, `before` what it holds when it is there.

    `values` are cleaned; what is wrong goes to `wrong`.
    """

    given: Mapping[str, Any]
    row: int | None
    before: Mapping[str, Any]
    values: dict[str, Any]
    wrong: list[WrongCell]

    @property
    def after(self) -> dict[str, Any]:
        return {**self.before, **self.values}

    def refuse(self, field: str, text: str) -> None:
        """Leave a field out and say why."""
        self.values.pop(field, None)
        self.wrong.append(WrongCell(field, text, self.row, None if self.row is not None else self.before["id"]))


def refuse_unless_typed(noun: str) -> None:
    """Refused for nouns whose records come about by acts of their own."""
    if noun not in OBLIGATORY:
        known = ", ".join(sorted(OBLIGATORY))
        raise Refused(f"A {noun.replace('_', ' ')} is not typed into a table. What can be typed: {known}.", "not-typed")


def check(workspace: Workspace, noun: str, typed: Sequence[Typed]) -> None:
    """Fill the values and what is wrong of each."""
    types = field_types(NOUNS[noun])
    for one in typed:
        for field, value in one.given.items():
            try:
                one.values[field] = _clean(noun, field, value, types)
            except ValueError as error:
                one.refuse(field, str(error))
    _check_references(workspace, typed, types)
    if noun in UNIQUE:
        _check_codes(workspace, noun, typed)
    for one in typed:
        lacked = set() if one.row is not None else {field for field, _ in missing(noun, one.before)}
        refused = {w.field for w in one.wrong}
        for field, sentence in list(missing(noun, one.after)):
            if field not in lacked and field not in refused:
                one.refuse(field, sentence)
    if noun in plan.SUBJECTS:
        _check_plan(workspace, noun, typed)
    if noun == "credit_event":
        for one in (one for one in typed if one.row is None):
            for field, sentence in list(credit_typed.objections(one.before, one.values)):
                one.refuse(field, sentence)


def _check_plan(workspace: Workspace, noun: str, typed: Sequence[Typed]) -> None:
    """What a frozen baseline, missing evidence or a submission keeps from being typed."""
    heeded = plan.Heeded(workspace)
    for one in typed:
        known = one.before if one.row is None else {**one.before, **one.values, "id": None, "achieved": None}
        for field, sentence in list(heeded.objections(noun, known, one.values)):
            one.refuse(field, sentence)


def _clean(noun: str, field: str, value: Any, types: Mapping[str, str]) -> Any:
    if field not in types or field in _KEPT_BY_THE_PROGRAM:
        known = ", ".join(name for name in types if name not in _KEPT_BY_THE_PROGRAM | {"status"})
        raise ValueError(f"There is no field called {field!r} here. Known: {known}.")
    if field == "status":
        raise ValueError("A status is not typed: it moves from one to the next that is allowed.")
    cleaned = _READ[types[field]](value)
    if field in ("currency", "base", "quote") and isinstance(cleaned, str):
        cleaned = cleaned.upper()
    reason = wrong_value(noun, field, cleaned)
    if reason:
        raise ValueError(reason)
    return cleaned


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    raise ValueError(f"{value!r} is not a text.")


def _day(value: Any) -> str | None:
    if value in (None, ""):
        return None
    text = value.isoformat()[:10] if isinstance(value, date) else str(value)
    found = _ISO.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise ValueError(f"“{text}” is not a date. Write it like 2025-03-14.") from None
    return text


def _number(value: Any) -> Decimal | None:
    if value in (None, ""):
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int) or not Decimal(value).is_finite():
        raise ValueError(f"“{value}” is not an exact number.")
    return Decimal(value)


def _yes(value: Any) -> bool | None:
    if value in (None, ""):
        return None
    if isinstance(value, bool):
        return value
    raise ValueError(f"“{value}” is neither yes nor no.")


def _reference(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError(f"“{value}” is not the number of a record.")


_READ = {"text": _text, "date": _day, "amount": _number, "quantity": _number, "bool": _yes, "int": _reference}


def _check_references(workspace: Workspace, typed: Sequence[Typed], types: Mapping[str, str]) -> None:
    """What is referred to must be there, and belong to the same project where it belongs to one."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in typed:
        for field in _references(one.values, types):
            wanted[field].add(one.values[field])
    for field, ids in wanted.items():
        noun = field.removesuffix("_id")
        known = {record.id: record for record in workspace.find(noun, id=ids)}
        for one in typed:
            number = one.values.get(field)
            if number is None:
                continue
            if number not in known:
                one.refuse(field, f"This {noun.replace('_', ' ')} is not there any more.")
                continue
            home, ours = getattr(known[number], "project_id", None), one.after.get("project_id")
            if home is not None and ours is not None and home != ours:
                one.refuse(field, f"This {noun.replace('_', ' ')} belongs to another project.")


def _references(values: Mapping[str, Any], types: Mapping[str, str]) -> Iterator[str]:
    return (
        field for field, value in values.items()
        if value is not None and types[field] == "int" and field.removesuffix("_id") in NOUNS
    )  # fmt: skip


def _check_codes(workspace: Workspace, noun: str, typed: Sequence[Typed]) -> None:
    """No code is given twice: others refer to it."""
    taken: dict[Any, set[str]] = {}
    for one in typed:
        code = one.values.get("code")
        if not code or code == one.before.get("code"):
            continue
        home = one.after.get("project_id")
        if home not in taken:
            where = {} if noun == "project" else {"project_id": home}
            taken[home] = set(workspace.kept_columns(noun, ("code",), **where)["code"])
        if code in taken[home]:
            one.refuse("code", f"There is a {noun.replace('_', ' ')} “{code}” already.")
        taken[home].add(code)
