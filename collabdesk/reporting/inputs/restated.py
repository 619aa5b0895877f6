"""What a report restates of the signed one whose place it takes."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.figures import Figure


@dataclass(frozen=True, slots=True)
class RestatedFigure:
    """A figure as the superseded report signed it and as it is now; None where there is none. `cause` names changes."""

    old: Figure | None
    new: Figure | None
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """The superseded report, and each figure that is another one now; days are ISO text."""

    code: str
    as_of: str
    signed_by: str
    signed_at: str
    figures: tuple[RestatedFigure, ...] = ()
