"""What a report says, apart from paper: blocks of text, tables, charts and figures, and their canonical form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told


@dataclass(frozen=True, slots=True)
class Cite:
    """A figure's code in running text or in a table; on paper it leads to the annex of sources."""

    code: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the sentence."""

    text: str


Span = str | Strong | Cite
Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `lead` opens a section, `note` is small print, `item` stands in a list."""

    text: Text
    tone: Literal["body", "lead", "note", "item"] = "body"


def say(text: str, tone: Literal["body", "lead", "note", "item"] = "body") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((text,), tone)


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section, not listed in the contents."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share of the line, relative to its siblings."""

    title: str
    width: float = 1.0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `strong_rows` are totals. Without rows, `empty` is printed instead.

    A table that `is_wide` stands on landscape pages.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    strong_rows: tuple[int, ...] = ()
    empty: str = told("Nothing is recorded.")
    note: str = ""
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart by its name, drawn from figures; `size` is its height in points."""

    name: str
    caption: str
    figures: tuple[Figure, ...]
    height: float = 190.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One headline number."""

    label: str
    value: str
    code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Headline numbers side by side."""

    items: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms and what they stand for."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding with its elements in the order of the standard."""

    code: str
    title: str
    severity: str
    status: str
    elements: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Lines to sign on: role, and the name where it is known."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of a program, each on a line of its own in letters of one width, to be copied out of the file. They are of
    plain characters and none begins with a space, which copying would lose."""

    caption: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcesAnnex:
    """All figures of the report with rule, inputs and sources: drawn from `ReportContent.figures`."""


@dataclass(frozen=True, slots=True)
class LinesAnnex:
    """Many short lines, one row of paper each; a text that does not fit is cut with an ellipsis."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


Block = (
    Paragraph
    | Subheading
    | Table
    | ChartBlock
    | Tiles
    | Pairs
    | FindingCard
    | SignOff
    | Code
    | SourcesAnnex
    | LinesAnnex
)


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered chapter (level 1), a section of one (level 2) or an annex, with its blocks."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    starts_page: bool = False
    is_annex: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How the organisation's reports look: colours as `#RRGGBB` ("" for the usual ones), its name, which logo."""

    accent: str = ""
    second: str = ""
    organisation: str = ""
    logo_sha256: str = ""
    logo_suffix: str = ""


_NO_PART_OF_DIGEST = frozenset({"code", "issued_at", "is_brief", "logo"})


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """A whole report. `code` and `issued_at` name the issue; they are no part of the digest, nor is `is_brief`: a few
    pages without cover and contents. `logo` holds the picture's bytes, for which the digest of `look` answers.
    """

    title: str
    subject: str
    as_of: date
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    outline: str
    subtitle: str = ""
    kind: str = "Performance audit report"
    code: str = ""
    issued_at: str = ""
    addressee: str = ""
    author: str = ""
    language: str = "en-GB"
    cover: tuple[tuple[str, str], ...] = ()
    project_id: int | None = None
    audit_id: int | None = None
    is_brief: bool = False
    look: Look = Look()
    logo: bytes = b""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything the report says: the same facts give the same digest on every machine."""
        shown = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _NO_PART_OF_DIGEST}
        return _sha256(plain(shown))

    def chapters(self) -> dict[str, str]:
        """SHA-256 over what each part says, by its title; the names that sign are no part of it."""
        said = {p.title: [b for b in p.blocks if not isinstance(b, SignOff)] for p in self.parts}
        return {title: _sha256(plain(blocks)) for title, blocks in said.items()}


def _sha256(shown: Any) -> str:
    text = json.dumps(shown, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_FIELDS: dict[type, tuple[str, ...] | None] = {}


def field_names(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass, None for another type: looked up once a kind, for a report has thousands of values."""
    try:
        return _FIELDS[kind]
    except KeyError:
        _FIELDS[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None
        return _FIELDS[kind]


def plain(value: Any) -> Any:
    """The value in words of JSON: dataclasses with their name, exact numbers as text."""
    kind = type(value)
    if kind is str or isinstance(value, str):
        return value
    if (names := field_names(kind)) is not None:
        return {"is": kind.__name__, **{name: plain(getattr(value, name)) for name in names}}
    if kind is tuple or kind is list:  # the most by far
        return [v if type(v) is str else plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): v if type(v) is str else plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, (Decimal, date)):
        return str(value)
    return value
