"""What can be wrong: a problem is a value with its place; a refusal is an exception with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error keeps a row out, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the user's data, at its address.

    `cell` is `Sheet!B7`, or `B7` for a file without sheets; "" where no cell can be named.
    `code` is a stable machine word such as `not-an-amount`; `text` is the sentence for the user.
    """

    code: str
    text: str
    cell: str = ""
    severity: Severity = Severity.ERROR


class Refused(Exception):
    """An act that cannot be done now; its text says why and what to do. Exit status 3 of the command line."""

    def __init__(self, sentence: str, code: str = "refused") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class Cancelled(Exception):
    """The person pressed Cancel; nothing was kept."""
