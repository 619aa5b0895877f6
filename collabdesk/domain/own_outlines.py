"""An outline of the organisation's own: which sections, in which order, under which words."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOutline(Record):
    """`code` names it on the command line; `base` is the bundled outline it came from. `content` is JSON: the sections
    in order, each with its key and, where a person changed them, its title and opening words.
    """

    code: str = ""
    title: str = ""
    base: str = ""
    content: str = ""
