"""A report's content on paper: two passes over the pages, then one file written whole or not at all."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import LinesAnnex, ReportContent, SignOff, SourcesAnnex
from collabdesk.reporting.pdf_annex import AnnexPage, line_pages
from collabdesk.reporting.pdf_blocks import SIGN_LINE, flowables, start_height
from collabdesk.reporting.pdf_pages import FRAME, ContentsLine, Entry, Layout, draw_cover, draw_running, numbered
from collabdesk.reporting.pdf_sources import source_pages
from collabdesk.reporting.style import PAGE, Pen, marked, styles
from collabdesk.whole_files import write_whole

PRODUCER = "CollabDesk"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF and its number of pages."""

    content: bytes
    pages: int


def draw(content: ReportContent) -> Drawn:
    """The report as a PDF; the same content gives the same bytes on every machine and day."""
    fonts.register()
    entries = numbered(content.parts)
    annexes = [(e, _annex_pages(e, content)) for e in entries if e.part.is_annex]
    draft = _Document(content, entries, Layout({}, 0))
    draft.build_with(annex=None)
    layout = _with_annexes(draft, annexes)
    final = _Document(content, entries, layout)
    final.build_with(annex=partial(_draw_annexes, content, annexes, layout))
    return Drawn(final.out.getvalue(), layout.total)


def write(drawn: Drawn, path: Path) -> None:
    """Put the PDF at `path`: complete, or the file that was there stays as it was."""
    write_whole(path, drawn.content)


def _annex_pages(entry: Entry, content: ReportContent) -> list[AnnexPage]:
    pages: list[AnnexPage] = []
    title = f"{entry.number}  {entry.part.title}"
    for block in entry.part.blocks:
        if isinstance(block, SourcesAnnex):
            pages += source_pages(content.figures, title)
        elif isinstance(block, LinesAnnex):
            pages += line_pages(block, title)
    return pages


Annexes = list[tuple[Entry, list[AnnexPage]]]


def _with_annexes(draft: _Document, annexes: Annexes) -> Layout:
    pages, total = dict(draft.found), draft.main_pages
    for entry, drawn in annexes:
        pages[entry.key] = total + 1
        total += len(drawn)
    return Layout(pages, total)


def _draw_annexes(content: ReportContent, annexes: Annexes, layout: Layout, canvas: Any) -> None:
    for entry, pages in annexes:
        for i, page in enumerate(pages):
            canvas.setPageSize(page.size)
            if i == 0:
                canvas.bookmarkPage(entry.key)
                canvas.addOutlineEntry(f"{entry.number}  {entry.part.title}", entry.key, 0)
            draw_running(canvas, content, f"{entry.number}  {entry.part.title}", layout.total, page.size)
            page.draw(canvas)
            canvas.showPage()


class _Paper(Canvas):  # type: ignore[misc]
    """A canvas that draws the annexes after the last page of text."""

    annex: Callable[[Any], None] | None = None

    def save(self) -> None:
        if self.annex:
            self.annex(self)
        super().save()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """One pass over cover, contents and text; remembers on which page each part begins."""

    def __init__(self, content: ReportContent, entries: list[Entry], layout: Layout) -> None:
        self.out = io.BytesIO()
        super().__init__(
            self.out, pagesize=PAGE, invariant=1, pageCompression=1, title=_headline(content), lang=content.language,
            author=content.author or PRODUCER, subject=content.kind, creator=PRODUCER, producer=PRODUCER,
            keywords=f"CollabDesk {content.code} digest:{content.digest}", displayDocTitle=1,
        )  # fmt: skip
        self.content, self.entries, self.layout = content, entries, layout
        self.found: dict[str, int] = {}
        self.main_pages = 0
        self.section, self.last_chapter, self.section_from = "", "", 0
        cover = PageTemplate("cover", [Frame(*FRAME)], onPage=lambda canvas, _: draw_cover(canvas, content))
        text = PageTemplate("text", [Frame(*FRAME, 0, 0, 0, 0)], onPageEnd=self._running)
        self.addPageTemplates([text] if content.is_brief else [cover, text])

    def build_with(self, annex: Callable[[Any], None] | None) -> None:
        """Lay out all text; `annex` draws what follows. A draft (None) is measured only, never written."""
        self._doSave = int(annex is not None)
        self.build(self._story(), canvasmaker=partial(self._paper, annex))

    def _paper(self, annex: Callable[[Any], None] | None, *args: Any, **more: Any) -> _Paper:
        paper = _Paper(*args, **more)
        paper.annex = annex
        paper.showOutline()
        stamp = self.content.as_of.strftime("D:%Y%m%d000000Z")
        paper.setDateFormatter(lambda *_: stamp)
        # The library makes the file's identifier from a clock that the environment may set; ours is of the content.
        identifier = hashlib.sha256(f"{self.content.code} {self.content.digest}".encode()).hexdigest()[:32].encode()
        paper._doc._ID = b"\n[<" + identifier + b"><" + identifier + b">]\n"
        return paper

    def _running(self, canvas: Any, _doc: Any) -> None:
        self.main_pages = canvas.getPageNumber()
        draw_running(canvas, self.content, self.section, self.layout.total)
        self.section = self.last_chapter

    def _story(self) -> list[Flowable]:
        story: list[Flowable] = []
        if not self.content.is_brief:
            story += [Spacer(0, 1), NextPageTemplate("text"), PageBreak(), *self._contents(), PageBreak()]
        pen = Pen(_linked(self.content))
        for i, entry in enumerate(e for e in self.entries if not e.part.is_annex):
            # The first one stands at the top of a page already.
            if i and entry.part.starts_page:
                # A chapter of its own page: but half a page that is still free is not left empty for it.
                story.append(CondPageBreak(FRAME[3] / 2))
            elif i:
                story.append(CondPageBreak(60 + start_height(next(iter(entry.part.blocks), None)) + _signing(entry)))
            story.append(_heading(entry))
            for block in entry.part.blocks:
                story += flowables(block, pen)
        return story

    def _contents(self) -> Iterator[Flowable]:
        heading = Paragraph("Contents", styles()["h1"])
        heading.contents_title = True
        yield heading
        for entry in self.entries:
            yield ContentsLine(entry, self.layout.pages.get(entry.key))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """Called by the library after each flowable: notes where parts begin."""
        if getattr(flowable, "contents_title", False):
            self.section = self.last_chapter = "Contents"
        entry: Entry | None = getattr(flowable, "entry_of_part", None)
        if entry is None:
            return
        self.found[entry.key] = self.page
        if entry.part.level == 1:
            self.last_chapter = f"{entry.number}  {entry.part.title}"
        # The running head names the first chapter that begins on the page.
        if entry.part.level == 1 and self.section_from != self.page:
            self.section, self.section_from = self.last_chapter, self.page
        level = entry.part.level - 1
        self.canv.bookmarkPage(entry.key)
        self.canv.addOutlineEntry(f"{entry.number}  {entry.part.title}", entry.key, level, closed=level == 0)


def _linked(content: ReportContent) -> frozenset[str]:
    # A link needs its place in the annex; an outline without that annex prints the codes alone.
    has_annex = any(isinstance(b, SourcesAnnex) for p in content.parts for b in p.blocks)
    return frozenset(f.id for f in content.figures) if has_annex else frozenset()


def _headline(content: ReportContent) -> str:
    return " \u2013 ".join(w for w in (content.kind, content.subject) if w)


def _signing(entry: Entry) -> float:
    # Nobody signs on a page that does not say what: the lines stay with their words.
    return sum(SIGN_LINE * len(b.lines) for b in entry.part.blocks if isinstance(b, SignOff))


def _heading(entry: Entry) -> Flowable:
    style = styles()["h1" if entry.part.level == 1 else "h2"]
    kept = type(style)(style.name + "_part", parent=style, spaceBefore=22 if entry.part.level == 1 else 16)
    heading = Paragraph(marked(f"{entry.number}\u2002{entry.part.title}", style.fontName, style.fontName), kept)
    heading.entry_of_part = entry
    return heading
