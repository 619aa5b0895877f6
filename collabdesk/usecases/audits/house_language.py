"""What an audit writes into its own record by itself, said in the organisation's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collabdesk.reporting.language import t, writing
from collabdesk.usecases import organisation

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace


def in_house_language(workspace: Workspace, text: str) -> str:
    """The sentence as the organisation's reports would say it; what people wrote in it stays as it is."""
    with writing(organisation.current(workspace).language or "en"):
        return str(t(text))
