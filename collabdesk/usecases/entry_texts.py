"""Rows given as texts, by a script or a csv file: each field is read by its noun, references by code or name."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain import typed
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.scales import field_types
from collabdesk.usecases.entry_checks import WrongCell
from collabdesk.usecases.listing import project_id

if TYPE_CHECKING:
    from collabdesk.domain.records import Record
    from collabdesk.usecases.workspace import Workspace

_NAMES = ("code", "short_name", "acronym", "name", "title")
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_FIELDS_OF_PERCENT = frozenset({"share", "done", "working_time", "funding_rate", "cofunding_rate"})


def read_csv(file: Path) -> list[dict[str, str]]:
    """The rows of a csv file whose first line names the fields; Refused when it cannot be read."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file.name} cannot be read as UTF-8 text: {error}.", "unreadable") from None
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=mark))
    if not rows:
        raise Refused(f"{file.name} is empty: its first line must name the fields.", "empty")
    names = [name.strip() for name in rows[0]]
    return [dict(zip(names, row, strict=False)) for row in rows[1:] if any(cell.strip() for cell in row)]


@dataclass(slots=True)
class Reader:
    """Reads the texts of one noun's rows; `wrong` collects what cannot be read, each with its row and field.

    `decimal` decides `1,234`; `project` is the code of the project of rows that name none.
    """

    workspace: Workspace
    noun: str
    decimal: str = "."
    project: str | None = None
    wrong: list[WrongCell] = field(default_factory=list)
    _known: dict[tuple[str, int | None], list[Record]] = field(default_factory=dict)

    def row(self, texts: Mapping[str, str], place: int = 0) -> dict[str, Any]:
        """The fields of one new row; empty texts are not stated. Amounts without a currency are in the project's."""
        belongs = "project_id" in field_types(NOUNS[self.noun])
        home = self._home(texts, place) if belongs else None
        fields: dict[str, Any] = {"project_id": home} if home is not None else {}
        own = {n: t for n, t in texts.items() if t.strip() and not (belongs and n in ("project", "project_id"))}
        fields |= self._read(own, home, place)
        if home is not None and _lacks_currency(fields, field_types(NOUNS[self.noun])):
            fields["currency"] = self._project(home).currency
        return fields

    def changes(self, texts: Mapping[str, str], number: int) -> dict[str, Any]:
        """The fields that are set of a record that is there; an empty text empties its field."""
        record = self.workspace.get(self.noun, number)
        home = number if self.noun == "project" else getattr(record, "project_id", None)
        return self._read(texts, home, None)

    def number(self, text: str) -> int:
        """The id of the record that a person names by its number or code; Refused unless it is just one."""
        home = project_id(self.workspace, self.project) if self.project and self.noun != "project" else None
        if text.isdigit() and self.workspace.get(self.noun, int(text)) is not None:
            return int(text)
        try:
            return self._reference(self.noun, text, home)
        except ValueError as error:
            raise Refused(str(error), "no-record") from None

    def _read(self, texts: Mapping[str, str], home: int | None, place: int | None) -> dict[str, Any]:
        types = field_types(NOUNS[self.noun])
        fields: dict[str, Any] = {}
        for name, text in texts.items():
            at = name if name in types or f"{name}_id" not in types else f"{name}_id"
            if at not in types:
                fields[at] = text  # is refused, with the fields there are
                continue
            try:
                fields[at] = self._value(at, text, types[at], home) if text.strip() else None
            except ValueError as error:
                self.wrong.append(WrongCell(at, str(error), place))
        return fields

    def _home(self, texts: Mapping[str, str], place: int) -> int | None:
        code = texts.get("project") or texts.get("project_id") or self.project
        if not code:
            return None
        try:
            return project_id(self.workspace, code)
        except Refused as refused:
            self.wrong.append(WrongCell("project", refused.sentence, place))
            return None

    def _value(self, name: str, text: str, kind: str, home: int | None) -> Any:
        if kind == "amount":
            return self._amount(text)
        if kind == "quantity":
            is_percent = name in _FIELDS_OF_PERCENT and text.strip().endswith("%")
            return (typed.percent if is_percent else typed.quantity)(text, self.decimal)
        if kind == "date":
            return typed.project_month(text, self._start(home), begins=name.endswith("start")) or text.strip()
        if kind == "bool":
            if text.strip().casefold() not in _YES:
                raise ValueError(f"“{text}” is neither yes nor no.")
            return _YES[text.strip().casefold()]
        return self._reference(name.removesuffix("_id"), text.strip(), home) if kind == "int" else text

    def _amount(self, text: str) -> Any:
        found = typed.amount(text, self.decimal)
        if found is not None and found.currency:
            raise ValueError(f"“{text}” names a currency: give it as currency={found.currency}.")
        return found.value if found else None

    def _start(self, home: int | None) -> str | None:
        return self._project(home).start if home is not None else None

    def _project(self, home: int) -> Project:
        found = next((r for r in self._records("project", None) if r.id == home), Project())
        return cast(Project, found)

    def _reference(self, noun: str, text: str, home: int | None) -> int:
        """The one record of this code or name; in the same project where it belongs to one. `#7` is its number."""
        if noun not in NOUNS:
            raise ValueError("This field is kept by the program.")
        records = self._records(noun, home)
        said = noun.replace("_", " ")
        if text.startswith("#") and text[1:].isdigit():
            found: Sequence[Record] = [r for r in records if r.id == int(text[1:])]
        else:
            found = next((f for key in _NAMES if (f := _called(records, key, text))), [])
        if len(found) != 1:
            numbers = ", ".join(f"#{record.id}" for record in found[:5])
            several = f"{len(found)} are called “{text}”: name one by its number ({numbers})."
            raise ValueError(several if found else f"There is no {said} “{text}”.")
        return int(found[0].id or 0)

    def _records(self, noun: str, home: int | None) -> list[Record]:
        belongs = "project_id" in field_types(NOUNS[noun]) and home is not None
        key = noun, home if belongs else None
        if key not in self._known:
            self._known[key] = self.workspace.find(noun, **({"project_id": home} if belongs else {}))
        return self._known[key]


def _called(records: Sequence[Record], key: str, text: str) -> list[Record]:
    exact = [record for record in records if getattr(record, key, None) == text]
    return exact or [r for r in records if str(getattr(r, key, "") or "").casefold() == text.casefold()]


def _lacks_currency(fields: Mapping[str, Any], types: Mapping[str, str]) -> bool:
    has_amount = any(types.get(name) == "amount" and value is not None for name, value in fields.items())
    return has_amount and "currency" in types and not (fields.get("currency") or fields.get("unit_of_account"))
