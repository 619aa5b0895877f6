"""A report's furniture in its language: captions, heads of columns, headings and terms, whichever section made them.

Running text says itself with `t`; what a section or the domain has `told` is said again here, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from collabdesk.reporting import content as c
from collabdesk.reporting.language import language, retold, t
from collabdesk.reporting.wording import spoken


def furnished(blocks: Iterable[c.Block]) -> tuple[c.Block, ...]:
    """The blocks with their furniture in the language being written; what is the user's own stays as it is."""
    if language() == "en":
        return tuple(blocks)
    return tuple(_MAKERS[type(block)](block) if type(block) in _MAKERS else block for block in blocks)


def _text(text: c.Text) -> c.Text:
    return tuple(_span(span) for span in text)


def _span(span: c.Span) -> c.Span:
    if isinstance(span, str):
        return retold(span)
    return c.Strong(retold(span.text)) if isinstance(span, c.Strong) else span


def _paragraph(block: c.Paragraph) -> c.Paragraph:
    return replace(block, text=_text(block.text))


def _subheading(block: c.Subheading) -> c.Subheading:
    return replace(block, text=t(block.text))


def _columns(columns: tuple[c.Column, ...]) -> tuple[c.Column, ...]:
    return tuple(replace(column, title=t(column.title)) for column in columns)


def _table(block: c.Table) -> c.Table:
    return replace(
        block,
        caption=t(block.caption),
        columns=_columns(block.columns),
        rows=tuple(tuple(_text(cell) for cell in row) for row in block.rows),
        empty=t(block.empty),
        note=t(block.note),
    )


def _chart(block: c.ChartBlock) -> c.ChartBlock:
    return replace(block, caption=t(block.caption))


def _tiles(block: c.Tiles) -> c.Tiles:
    return c.Tiles(
        tuple(replace(i, label=t(i.label), value=retold(i.value), note=t(i.note)) for i in block.items),
    )


def _pairs(block: c.Pairs) -> c.Pairs:
    return c.Pairs(tuple((t(term), _text(text)) for term, text in block.items))


def _finding(block: c.FindingCard) -> c.FindingCard:
    return replace(
        block,
        title=retold(block.title),
        severity=spoken(block.severity),
        status=spoken(block.status),
        elements=tuple((t(name), _text(text)) for name, text in block.elements),
    )


def _sign_off(block: c.SignOff) -> c.SignOff:
    return c.SignOff(tuple((t(role), name) for role, name in block.lines))


def _code(block: c.Code) -> c.Code:
    return replace(block, caption=t(block.caption))


def _lines(block: c.LinesAnnex) -> c.LinesAnnex:
    return c.LinesAnnex(_columns(block.columns), tuple(tuple(map(retold, row)) for row in block.rows))


_MAKERS: dict[type, Callable[[Any], c.Block]] = {
    c.Paragraph: _paragraph,
    c.Subheading: _subheading,
    c.Table: _table,
    c.ChartBlock: _chart,
    c.Tiles: _tiles,
    c.Pairs: _pairs,
    c.FindingCard: _finding,
    c.SignOff: _sign_off,
    c.Code: _code,
    c.LinesAnnex: _lines,
}
