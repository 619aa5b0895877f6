"""Where an entry table stands: its project and what its cells may refer to, read once and again after a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, overload

from collabdesk.domain.projects import Project

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

_NAMES = ("code", "short_name", "acronym", "name", "title")


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that a cell may take: how it is shown, by which other texts it is known, what stands beside it."""

    value: Any
    text: str
    also: tuple[str, ...] = ()
    beside: Mapping[str, Any] | None = None


class Offers(Sequence[Offer]):
    """What a cell may take, found by its names without looking at each."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        self._offers = offers
        self._shown: dict[str, list[Offer]] = {}
        self._also: dict[str, list[Offer]] = {}
        for offer in offers:
            self._shown.setdefault(offer.text.casefold(), []).append(offer)
            for name in {name.casefold() for name in offer.also}:
                self._also.setdefault(name, []).append(offer)

    def called(self, text: str) -> Sequence[Offer]:
        """Those that a text names; how they are shown counts before their other names."""
        wanted = text.casefold()
        return self._shown.get(wanted) or self._also.get(wanted) or ()

    @overload
    def __getitem__(self, at: int) -> Offer: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Offer]: ...

    def __getitem__(self, at: int | slice) -> Offer | Sequence[Offer]:
        return self._offers[at]

    def __len__(self) -> int:
        return len(self._offers)


NO_OFFERS = Offers(())


class Here:
    """What the columns of one table ask for: the project, and the records that can be referred to."""

    def __init__(self, workspace: Workspace, where: Mapping[str, Any]) -> None:
        self.workspace = workspace
        self.where = dict(where)
        self._offers: dict[tuple[str, str], Offers] = {}
        self._project: Project | None = None

    def forget(self) -> None:
        """What was read may have changed."""
        self._offers.clear()
        self._project = None

    @property
    def project_id(self) -> int | None:
        return self.where.get("project_id")

    @property
    def start(self) -> str | None:
        """The first day of the project, by which M7 is counted."""
        if self._project is None and self.project_id is not None:
            self._project = cast("Project | None", self.workspace.get("project", self.project_id))
        return self._project.start if self._project else None

    def offers(self, noun: str, field: str) -> Offers:
        """The records of a noun, of this project where they belong to one, as what `field` would hold of them."""
        key = noun, field
        if key not in self._offers:
            self._offers[key] = Offers(self._partners() if noun == "partner" else self._records(noun, field))
        return self._offers[key]

    def _records(self, noun: str, field: str) -> list[Offer]:
        belongs = "project_id" in self.workspace.columns(noun) and self.project_id is not None
        found = self.workspace.find(noun, **({"project_id": self.project_id} if belongs else {}))
        offers = []
        for record in found:
            names = [str(n) for name in _NAMES if (n := getattr(record, name, ""))] or [f"#{record.id}"]
            value = record.id if field.endswith("_id") else names[0]
            text = " · ".join(names[:2]) if field.endswith("_id") else names[0]
            offers.append(Offer(value, text, tuple(names)))
        return offers

    def _partners(self) -> list[Offer]:
        """The project's own partners first, then all others."""
        ours = set()
        if self.project_id is not None:
            ours = set(
                self.workspace.kept_columns("participation", ("partner_id",), **self.where_project())["partner_id"]
            )
        held = self.workspace.kept_columns("partner", ("code", "name", "short_name", "country"))
        rows = sorted(
            zip(held["id"], held["code"], held["name"], held["short_name"], held["country"], strict=True),
            key=lambda row: (row[0] not in ours, (row[3] or row[2]).casefold()),
        )
        counts: dict[str, int] = {}
        for row in rows:
            counts[row[2]] = counts.get(row[2], 0) + 1
        return [
            Offer(
                number,
                name if counts[name] == 1 or not code else f"{name} · {code}",
                tuple(filter(None, (short, code, name))),
                {"partner_name": name, "partner_short_name": short, "partner_code": code, "country": country,
                 "partner_country": country},
            )
            for number, code, name, short, country in rows
        ]  # fmt: skip

    def where_project(self) -> dict[str, Any]:
        """The condition that a record belongs to this table's project."""
        return {"project_id": self.project_id}
