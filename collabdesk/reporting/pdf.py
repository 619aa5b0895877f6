"""A report's content on paper: one pass over the pages, then one file written whole or not at all."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from collabdesk.reporting import content as c
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import LinesAnnex, ReportContent, SignOff, SourcesAnnex
from collabdesk.reporting.language import LOCALES, t, writing
from collabdesk.reporting.pdf_annex import AnnexPage, line_pages
from collabdesk.reporting.pdf_blocks import SIGN_LINE, Setting, flowables, start_height
from collabdesk.reporting.pdf_flow import Words
from collabdesk.reporting.pdf_logo import keep_logo
from collabdesk.reporting.pdf_pages import Entry, contents_lines, draw_cover, draw_running, numbered
from collabdesk.reporting.pdf_paper import FigurePlace, Paper
from collabdesk.reporting.pdf_sources import source_pages
from collabdesk.reporting.style import FRAME, PAGE, STYLES, WIDE, WIDE_FRAME
from collabdesk.reporting.style_palette import coloured, palette_of
from collabdesk.whole_files import write_whole

PRODUCER = "CollabDesk"
_MARK_LIMIT = 160
_FEW_WORDS = 700


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF, its number of pages, and where on them each figure's code or value stands."""

    content: bytes
    pages: int
    places: tuple[FigurePlace, ...] = ()


def draw(content: ReportContent) -> Drawn:
    """The report as a PDF; the same content gives the same bytes on every machine and day."""
    fonts.register()
    with writing(_language(content)), coloured(palette_of(content.look)):
        document = _Document(content)
        document.build(list(document.story()), canvasmaker=document.paper)
    paper = document.drawn_on
    return Drawn(document.out.getvalue(), paper.getPageNumber() - 1, tuple(paper.places))


def write(drawn: Drawn, path: Path) -> None:
    """Put the PDF at `path`: complete, or the file that was there stays as it was."""
    write_whole(path, drawn.content)


def _language(content: ReportContent) -> str:
    return content.language.partition("-")[0] or "en"


class _Direct(ActionFlowable):  # type: ignore[misc]
    """Pages of an annex that are drawn straight on the paper; the last of them is left open."""

    def __init__(self, entry: Entry, block: c.Block, *, has_title: bool) -> None:
        super().__init__()
        self.entry, self.block, self.has_title = entry, block, has_title

    def apply(self, doc: _Document) -> None:
        title = doc.headline_of(self.entry) if self.has_title else ""
        if self.has_title:
            doc.begin(self.entry, None)
        doc.canv.is_annex = isinstance(self.block, SourcesAnnex)
        for i, page in enumerate(self._pages(doc.content, title)):
            if i:
                doc.running(doc.canv, doc)
                doc.canv.showPage()
            doc.canv.setPageSize(page.size)
            page.draw(doc.canv)
        doc.canv.is_annex = False

    def _pages(self, content: ReportContent, title: str) -> list[AnnexPage]:
        if isinstance(self.block, LinesAnnex):
            return line_pages(self.block, title)
        return source_pages(content.figures, title)


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """Cover, contents, text and annexes; remembers on which page each part begins."""

    def __init__(self, content: ReportContent) -> None:
        self.out = io.BytesIO()
        language = LOCALES[_language(content)].replace("_", "-")
        super().__init__(
            self.out, pagesize=PAGE, invariant=1, pageCompression=1, title=_headline(content), lang=language,
            author=fonts.composed(content.author or content.look.organisation) or PRODUCER,
            subject=fonts.composed(content.kind), creator=PRODUCER, producer=PRODUCER, displayDocTitle=1,
            keywords=f"CollabDesk {fonts.composed(content.code)} digest:{content.digest}",
        )  # fmt: skip
        self.content, self.entries = content, numbered(content.parts)
        self.found: dict[str, int] = {}
        self.marks = self.level = 0
        self.is_direct = False
        self.section, self.last_chapter, self.section_from = "", "", 0
        self.setting = Setting(has_numbers=not content.is_brief)
        cover = PageTemplate("cover", [Frame(*FRAME)], onPage=lambda canvas, _: draw_cover(canvas, content))
        text = PageTemplate("text", [Frame(*FRAME, 0, 0, 0, 0)], onPageEnd=self.running, pagesize=PAGE)
        wide = PageTemplate("wide", [Frame(*WIDE_FRAME, 0, 0, 0, 0)], onPageEnd=self.running, pagesize=WIDE)
        self.setting.is_wide = bool(self.entries) and _begins_wide(self.entries[0].part.blocks)
        inner = [wide, text] if self.setting.is_wide else [text, wide]
        self.addPageTemplates(inner if content.is_brief else [cover, *inner])

    def paper(self, *args: Any, **more: Any) -> Paper:
        """The paper to draw on, with the names that lie in the file itself."""
        self.drawn_on = paper = _Whole(*args, linked=_linked(self.content), **more)
        if not self.content.is_brief:
            paper.showOutline()
        stamp = self.content.as_of.strftime("D:%Y%m%d000000Z")
        paper.setDateFormatter(lambda *_: stamp)
        # The library makes the file's identifier from a clock that the environment may set; ours is of the content.
        said = f"{self.content.code} {self.content.digest}".encode("utf-8", "replace")
        identifier = hashlib.sha256(said).hexdigest()[:32].encode()
        paper._doc._ID = b"\n[<" + identifier + b"><" + identifier + b">]\n"
        keep_logo(paper, self.content.logo)
        return paper

    def running(self, canvas: Any, _doc: Any) -> None:
        """Head and foot, drawn when the page is full: its section is known then."""
        draw_running(canvas, self.content, self.section, canvas._pagesize)
        self.section = self.last_chapter

    def headline_of(self, entry: Entry) -> str:
        return f"{entry.number}  {entry.part.title}"

    def story(self) -> Iterator[Flowable]:
        """Everything in order."""
        if not self.content.is_brief:
            yield from (Spacer(0, 1), NextPageTemplate("text"), PageBreak(), *self._contents())
            yield from (NextPageTemplate(self._template()), PageBreak())
        for i, entry in enumerate(self.entries):
            yield from self._part(entry, is_first=i == 0)

    def _contents(self) -> Iterator[Flowable]:
        heading = Words((t("Contents"),), STYLES["h1"], whole=True)
        heading.contents_title = True
        yield heading
        room = FRAME[3] - heading.wrap(FRAME[2], FRAME[3])[1] - heading.spaceAfter
        yield from contents_lines(self.entries, self.found, room)

    def _part(self, entry: Entry, *, is_first: bool) -> Iterator[Flowable]:
        blocks = entry.part.blocks
        has_heading = not blocks or not all(isinstance(b, LinesAnnex | SourcesAnnex) for b in blocks)
        if has_heading:
            yield from () if is_first else self._room_for(entry)
            yield _heading(self.headline_of(entry), entry)
        for i, block in enumerate(blocks):
            if isinstance(block, LinesAnnex | SourcesAnnex):
                is_open = is_first and i == 0
                yield from () if is_open else self._turned(is_wide=False, always=True)
                yield _Direct(entry, block, has_title=i == 0 and not has_heading)
                self.is_direct = True
                continue
            is_wide = _begins_wide(blocks[i:]) or (self.setting.is_wide and _goes_with(block))
            yield from self._turned(is_wide=is_wide, always=self.is_direct)
            yield from flowables(block, self.setting)

    def _room_for(self, entry: Entry) -> Iterator[Flowable]:
        blocks = entry.part.blocks
        is_wide = _begins_wide(blocks)
        if self.is_direct or is_wide != self.setting.is_wide or entry.part.is_annex:
            yield from self._turned(is_wide=is_wide, always=True)
        elif entry.part.starts_page:
            # A chapter of its own page: but half a page that is still free is not left empty for it.
            yield CondPageBreak(self.setting.full / 2)
        else:
            yield CondPageBreak(60 + start_height(next(iter(blocks), None)) + _signing(entry))

    def _turned(self, *, is_wide: bool, always: bool = False) -> Iterator[Flowable]:
        """A new page where the next block wants another one than it stands on."""
        if always or is_wide != self.setting.is_wide:
            self.setting.is_wide, self.is_direct = is_wide, False
            yield from (NextPageTemplate(self._template()), PageBreak())

    def _template(self) -> str:
        return "wide" if self.setting.is_wide else "text"

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Called by the library after each flowable: notes where parts begin, and what else is a bookmark."""
        if getattr(flowable, "contents_title", False):
            self.section = self.last_chapter = t("Contents")
        entry: Entry | None = getattr(flowable, "entry_of_part", None)
        mark = getattr(flowable, "bookmark", "")
        if entry is None and not mark:
            return
        top = self.frame._y + flowable.height + 12
        if entry is not None:
            self.begin(entry, top)
        else:
            self.marks += 1
            key = f"mark-{self.marks}"
            self.canv.bookmarkHorizontalAbsolute(key, top)
            self.canv.addOutlineEntry(fonts.composed(mark)[:_MARK_LIMIT], key, self.level, closed=1)

    def begin(self, entry: Entry, top: float | None) -> None:
        """A part begins on this page, at its top where `top` is None."""
        page = self.canv.getPageNumber()
        self.found[entry.key] = page
        headline = self.headline_of(entry)
        if entry.part.level == 1:
            self.last_chapter = headline
        # The running head names the first chapter that begins on the page.
        if entry.part.level == 1 and self.section_from != page:
            self.section, self.section_from = self.last_chapter, page
        if top is None:
            self.canv.bookmarkPage(entry.key)
        else:
            self.canv.bookmarkHorizontalAbsolute(entry.key, top)
        self.level = 1 if self.level == 0 else min(entry.part.level, 2)
        self.canv.addOutlineEntry(fonts.composed(headline), entry.key, self.level - 1, closed=1)


class _Whole(Paper):
    """A paper whose totals are filled in before it is written."""

    def save(self) -> None:
        self.settle()
        super().save()


def _begins_wide(blocks: Sequence[c.Block]) -> bool:
    """A table of many columns comes first, or after a few words that then stand on its page."""
    words = 0
    for block in blocks:
        if isinstance(block, c.Table):
            return block.is_wide and bool(block.rows)
        if not isinstance(block, c.Paragraph):
            return False
        words += sum(len(s) for s in block.text if isinstance(s, str))
        if words > _FEW_WORDS:
            return False
    return False


def _goes_with(block: c.Block) -> bool:
    return isinstance(block, c.Paragraph) and block.tone == "note"


def _linked(content: ReportContent) -> frozenset[str]:
    # A link needs its place in the annex; an outline without that annex prints the codes alone.
    has_annex = any(isinstance(b, SourcesAnnex) for p in content.parts for b in p.blocks)
    return frozenset(f.id for f in content.figures) if has_annex else frozenset()


def _headline(content: ReportContent) -> str:
    return fonts.composed(" \u2013 ".join(w for w in (content.kind, content.subject) if w))


def _signing(entry: Entry) -> float:
    # Nobody signs on a page that does not say what: the lines stay with their words.
    return sum(SIGN_LINE * len(b.lines) for b in entry.part.blocks if isinstance(b, SignOff))


def _heading(headline: str, entry: Entry) -> Flowable:
    heading = Words((headline,), STYLES["h1" if entry.part.level == 1 else "h2"], whole=True)
    heading.entry_of_part = entry
    return heading
