"""Finds, before printing, every character that no bundled font can print, and says so among the limitations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Cite, Paragraph, ReportContent, Tile, field_names
from collabdesk.reporting.language import t
from collabdesk.reporting.style_fonts import register, without_glyph

_NAMED = 20


def texts(value: Any) -> set[str]:
    """Every string in a report's content."""
    found: set[str] = set()
    waiting: list[Any] = [(value,)]
    while waiting:
        some = waiting.pop()
        if isinstance(some, Mapping):
            some = (*some, *some.values())
        elif (names := field_names(type(some))) is not None:
            some = [getattr(some, name) for name in names]
        # Most of what there is is text, and need not wait; a number or a day has none.
        for one in some:
            if isinstance(one, str):
                found.add(one)
            elif isinstance(one, (tuple, list, Mapping)) or field_names(type(one)) is not None:
                waiting.append(one)
    return found


def codes_in(value: Any) -> Iterator[str]:
    """The codes of all figures that a report's parts print or draw."""
    if isinstance(value, (Cite, Tile)):
        yield value.code
    elif isinstance(value, Figure):
        yield value.id
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from codes_in(getattr(value, f.name))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from codes_in(inner)


def unprinted(content: ReportContent) -> ReportContent:
    """The content with a paragraph among its limitations that names characters without a glyph, if any."""
    register()
    missing = without_glyph(texts(content))
    if not missing:
        return content
    named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, 'unnamed').lower()}" for c in missing[:_NAMED])
    if len(missing) > _NAMED:
        named = t("{characters} and {n} more", characters=named, n=len(missing) - _NAMED)
    told = t("No bundled font has these characters; they are printed by their number: {characters}.", characters=named)
    parts = tuple(
        replace(p, blocks=(*p.blocks, Paragraph((told,)))) if p.key == "limitations" else p for p in content.parts
    )
    return replace(content, parts=parts)
