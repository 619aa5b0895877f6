"""Partners as one: names that are alike, merging two into one with consent, and telling two apart."""

from __future__ import annotations

from collabdesk.usecases.partners.doubles import Pair, possible_doubles
from collabdesk.usecases.partners.likeness import CONFIDENT, OFFERED
from collabdesk.usecases.partners.merging import Merging, foresee, merge, remember_former_name, tell_apart
from collabdesk.usecases.partners.staged_names import Likeness, Likenesses, likenesses

__all__ = ["CONFIDENT", "OFFERED", "Likeness", "Likenesses", "Merging", "Pair", "foresee", "likenesses", "merge",
           "possible_doubles", "remember_former_name", "tell_apart"]  # fmt: skip
