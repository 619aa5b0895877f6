"""Rule packs in use: those there are, which one a project is under and why, and what another would give."""

from collabdesk.usecases.rules.choosing import CATEGORY, Choice, choose, chosen, with_overrides
from collabdesk.usecases.rules.packs import Offered, bundled, check, load, offered, pack_of, packs, remove
from collabdesk.usecases.rules.using import state, use
from collabdesk.usecases.rules.what_if import what_if

__all__ = [
    "CATEGORY", "Choice", "Offered", "bundled", "check", "choose", "chosen", "load", "offered", "pack_of", "packs",
    "remove", "state", "use", "what_if", "with_overrides",
]  # fmt: skip
