"""Keeps a short report to its pages: what has no room is left out, and the report says what."""

from __future__ import annotations

from dataclasses import replace

from collabdesk.reporting import pdf
from collabdesk.reporting.content import Block, ChartBlock, Paragraph, Part, ReportContent, Table
from collabdesk.reporting.cutting import first_rows
from collabdesk.reporting.language import t

_FEWEST = 2
"""So many rows of a table stay as long as anything else can go."""


def fitted(content: ReportContent, pages: int) -> ReportContent:
    """The content in at most so many pages.

    The longest table loses its last rows first, then charts go, then the last tables; sections put what matters first.
    Where each page begins with a section of its own, only the page that is too full loses anything.
    """
    groups = _pages(content)
    if len(groups) == pages:
        parts = [_kept_to(replace(content, parts=group), 1).parts for group in groups]
        return replace(content, parts=tuple(part for group in parts for part in group))
    return _kept_to(content, pages)


def _pages(content: ReportContent) -> list[tuple[Part, ...]]:
    """The parts by the page that they begin on at the earliest."""
    groups: list[list[Part]] = []
    for part in content.parts:
        if part.starts_page or not groups:
            groups.append([])
        groups[-1].append(part)
    return [tuple(group) for group in groups]


def _kept_to(content: ReportContent, pages: int) -> ReportContent:
    while pdf.draw(content).pages > pages:
        shorter = _shorter(content)
        if shorter is None:
            return content
        content = shorter
    return content


def _shorter(content: ReportContent) -> ReportContent | None:
    """The content with a little less, and said so; None where nothing more can go."""
    tables = [(len(b.rows), p, i) for p, i, b in _blocks(content) if isinstance(b, Table) and len(b.rows) > _FEWEST]
    if tables:
        _, part, place = max(tables, key=lambda found: found[0])
        return _with(content, part, place, _fewer(content.parts[part].blocks[place]))
    charts = [(p, i) for p, i, b in _blocks(content) if isinstance(b, ChartBlock)]
    if charts:
        part, place = charts[-1]
        chart = content.parts[part].blocks[place]
        assert isinstance(chart, ChartBlock)
        return _with(content, part, place, _left_out(chart.caption))
    tables = [(len(b.rows), p, i) for p, i, b in _blocks(content) if isinstance(b, Table) and b.rows]
    if tables:
        _, part, place = tables[-1]
        table = content.parts[part].blocks[place]
        assert isinstance(table, Table)
        return _with(content, part, place, _left_out(table.caption))
    return None


def _blocks(content: ReportContent) -> list[tuple[int, int, Block]]:
    return [(p, i, block) for p, part in enumerate(content.parts) for i, block in enumerate(part.blocks)]


def _fewer(block: Block) -> Table:
    """The table without its last row, or its last eighth."""
    assert isinstance(block, Table)
    return first_rows(block, max(_FEWEST, len(block.rows) - max(1, len(block.rows) // 8)))


def _left_out(caption: str) -> Paragraph:
    return Paragraph((t("Left out for want of room: {what}.", what=caption),), "note")


def _with(content: ReportContent, part: int, place: int, block: Block) -> ReportContent:
    parts: list[Part] = list(content.parts)
    blocks = list(parts[part].blocks)
    blocks[place] = block
    parts[part] = replace(parts[part], blocks=tuple(blocks))
    return replace(content, parts=tuple(parts))
