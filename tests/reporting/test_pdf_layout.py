"""Where things stand on paper: wide tables, long cells, captions, links there and back, colours and logo."""

from __future__ import annotations

import io
import random
import re
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4

from collabdesk.domain.figures import Edit, Source
from collabdesk.reporting import pdf
from collabdesk.reporting.content import (
    Cite,
    Column,
    FindingCard,
    Look,
    Pairs,
    Paragraph,
    Part,
    ReportContent,
    SourcesAnnex,
    Subheading,
    Table,
    Tile,
    Tiles,
    say,
)
from collabdesk.reporting.pdf_columns import fitted, unfolded
from collabdesk.reporting.style_palette import READABLE, contrast, luminance, palette_of
from reporting.conftest import made_figures


def report(*blocks, **more):
    parts = (Part("a", "First", blocks), *more.pop("parts", ()))
    return ReportContent(title="T", subject="S", as_of=date(2025, 3, 14), outline="o", parts=parts,
                         **{"figures": (), **more})  # fmt: skip


def table(columns, rows, **more):
    titles = tuple(Column(f"Head{i}.", is_number=i > 0) for i in range(columns))
    cells = tuple(tuple((f"r{r}c{i}.",) for i in range(columns)) for r in range(rows))
    return Table(more.pop("caption", "Shares"), titles, cells, **more)


def test_a_wide_table_stands_on_landscape_pages_between_portrait_ones(read):
    blocks = (say("before " * 200), table(9, 60, is_wide=True, note="below."), say("note", "note"), say("after"))
    printed = read(pdf.draw(report(*blocks)).content)
    wide = [printed.width(i) > A4[0] + 1 for i in range(len(printed.pages))]
    assert wide == [False, False, False, True, True, True, False]
    assert all("Head8." in page for page, is_wide in zip(printed.pages, wide, strict=True) if is_wide)
    assert "note" in printed.pages[5]
    assert "after" in printed.pages[6]


def test_a_part_that_begins_with_a_wide_table_has_its_heading_there(read):
    second = Part("b", "Second", (say("A few words."), table(9, 3, is_wide=True)))
    printed = read(pdf.draw(report(say("text"), parts=(second,))).content)
    (page,) = [i for i, text in enumerate(printed.pages) if "2 Second" in text.replace("\u2002", " ") and i > 1]
    assert printed.width(page) > A4[0] + 1
    assert "r2c8." in printed.pages[page]


def test_a_brief_report_may_begin_wide_without_an_empty_page(read):
    printed = read(pdf.draw(report(table(9, 3, is_wide=True), is_brief=True)).content)
    assert len(printed.pages) == 1
    assert printed.width(0) > A4[0] + 1
    assert "Page 1 of 1" in printed.pages[0]


def test_columns_that_do_not_fit_stand_in_groups_with_the_first_repeated(read):
    printed = read(pdf.draw(report(table(60, 3, is_wide=True))).content)
    whole = "\n".join(printed.pages)
    assert all(f"r2c{i}." in whole for i in range(60))
    parts = {int(n) for n in re.findall(r"part (\d+) of", whole)}
    assert parts == set(range(1, max(parts) + 1))
    assert whole.count("r0c0.") == max(parts) > 1


def test_cells_higher_than_a_page_are_broken_and_the_head_is_repeated(read):
    words = " ".join(f"w{i}." for i in range(400))
    rows = ((("key",), (words,)), (("x" * 5000,), ("y",)))
    columns = (Column("Key", 2), Column("Narrow", 1), *(Column(f"C{i}", 3) for i in range(4)))
    block = Table("Long", columns, tuple((*row, *((("-",),) * 4)) for row in rows))
    printed = read(pdf.draw(report(block)).content)
    whole = "".join(printed.pages)
    found = re.findall(r"w(\d+)\.", whole)
    shown = [int(n) for n in found]
    assert shown == sorted(shown)
    assert len(shown) > 200
    assert all("Narrow" in page for page in printed.pages[2:])
    assert sum(page.count("x") for page in printed.pages) >= 1500


def test_captions_are_numbered_and_kept_with_their_tables(read):
    blocks = [b for i in range(12) for b in (say("line " * 60), table(2, 4 + i % 5, caption=f"Caption{i}."))]
    pages = read(pdf.draw(report(*blocks)).content).pages
    for i in range(12):
        (page,) = [p for p in pages if f"Table {i + 1}: Caption{i}." in p]
        after = page.partition(f"Caption{i}.")[2]
        assert "r1c1." in after
    assert any("continued" in p for p in read(pdf.draw(report(table(2, 90))).content).pages)


def test_every_code_and_every_tiles_value_has_its_place(read):
    figures = made_figures()[:5]
    cited = Paragraph(tuple(s for f in figures for s in (f.label, Cite(f.id), " ")))
    tiles = Tiles(tuple(Tile(f.label, "12 %", f.id) for f in figures[:2]))
    annex = Part("s", "Sources", (SourcesAnnex(),), is_annex=True)
    drawn = pdf.draw(report(cited, tiles, figures=figures, parts=(annex,)))
    pages = read(drawn.content).pages
    counts = {f.id: [p.page for p in drawn.places if p.code == f.id] for f in figures}
    # In the text, at the tile's value and its code, in the annex.
    assert [len(found) for found in counts.values()] == [4, 4, 2, 2, 2]
    for place in drawn.places:
        left, top, wide, high = place.rect
        assert 60 < left < left + wide < 560
        assert 60 < top < top + high < 800
        assert place.code in pages[place.page]
    assert pages[3].count("page 3") == len(figures)


def test_links_lead_to_the_annex_and_back_to_the_first_mention(read):
    figures = made_figures()[:1]
    annex = Part("s", "Sources", (SourcesAnnex(),), is_annex=True)
    cited = Paragraph(("The budget", Cite(figures[0].id), " again", Cite(figures[0].id)))
    with_back = pdf.draw(report(cited, figures=figures, parts=(annex,))).content
    without = pdf.draw(report(say("The budget"), figures=figures, parts=(annex,))).content
    assert with_back.count(b"/Subtype /Link") - without.count(b"/Subtype /Link") == 3


def test_the_annex_tells_days_in_words_and_later_edits(read):
    edit = Edit("2025-02-03T10:00:00Z", "A. Clerk", "1000", "900.50")
    typed = Source("", "", "", "", 1, edits=(edit,))
    figure = replace(made_figures()[0], sources=(typed,), inputs={"as of": "2025-03-14", "budget": "5290000"})
    annex = Part("s", "Sources", (SourcesAnnex(),), is_annex=True)
    (page,) = read(pdf.draw(report(say("x"), figures=(figure,), parts=(annex,))).content).pages[3:]
    said = page.replace("\u00a0", " ")
    assert "as of = 14 March 2025, budget = 5,290,000" in said
    assert "Changed on 3 February 2025 by A. Clerk: 1,000 became 900.5" in said


def test_subheadings_and_findings_are_bookmarks_below_their_part(read):
    card = FindingCard("2025-001", "Late", "high", "issued", (("Condition", ("text",)),))
    titles = [t for t, _ in read(pdf.draw(report(Subheading("Who"), say("x"), card)).content).bookmarks()]
    assert titles == ["Cover", "1  First", "Who", "2025-001 Late"]


@pytest.mark.parametrize("accent", ["#FFD400", "#FFFFFF", "#000000", "#00FFAA", "#0B4F6C", "#FF0000"])
@pytest.mark.parametrize("second", ["", "#FFEE88"])
def test_colours_are_made_readable_and_series_stay_apart_in_grey(accent, second):
    palette = palette_of(Look(accent=accent, second=second))
    for role in ("accent", "second", "muted", "ink", "alarm"):
        assert contrast(palette.named(role), palette.paper) >= READABLE
    assert contrast(palette.named("accent"), palette.tint) >= 3.5
    dark, middle, pale = map(luminance, palette.series)
    assert dark + 0.2 < middle < pale - 0.2


def test_a_colour_that_is_none_and_a_logo_that_is_no_picture_are_left_out(read):
    odd = report(say("x"), look=Look(accent="red", logo_sha256="00"), logo=b"no picture")
    assert read(pdf.draw(odd).content).pages[2]
    assert palette_of(Look(accent="red")) == palette_of(Look())


def test_the_logo_is_put_into_the_file_once_and_the_look_is_part_of_the_digest():
    picture = io.BytesIO()
    Image.new("RGB", (60, 20), "#AA2200").save(picture, "PNG")
    plain = report(say("x"))
    shown = replace(plain, look=Look(organisation="Ministry", logo_sha256="ab"), logo=picture.getvalue())
    content = pdf.draw(shown).content
    assert content.count(b"/Subtype /Image") == 1
    assert pdf.draw(shown).content == content
    assert shown.digest != plain.digest
    assert replace(shown, logo=b"").digest == shown.digest


def test_any_text_anywhere_prints():
    rnd = random.Random(5)
    pools = [range(0x250), range(0x590, 0x700), range(0x3000, 0x3100), range(0xD800, 0xD900), range(0x110000)]

    def text(most=60):
        pool = rnd.choice(pools)
        return "".join(chr(rnd.choice(pool)) if rnd.random() < 0.8 else rnd.choice(" \n-") for _ in range(most))

    for _ in range(6):
        cells = tuple(tuple((text(),) for _ in range(3)) for _ in range(4))
        columns = tuple(Column(text(20), is_number=rnd.random() < 0.4) for _ in range(3))
        blocks = (
            Paragraph((text(300), Cite(text(8))), "item"), Subheading(text(900)), Pairs(((text(300), (text(),)),)),
            Table(text(), columns, cells, note=text(), is_wide=rnd.random() < 0.5),
            Tiles((Tile(text(), text(), text(8), text()),)), FindingCard(text(), text(900), "", "", ((text(), (text(),)),)),
        )  # fmt: skip
        made = report(*blocks, look=Look(organisation=text()), author=text(), code=text(9))
        assert pdf.draw(replace(made, title=text(), kind=text())).pages > 2


def test_a_row_that_heads_others_is_never_the_last_of_a_page(read):
    columns = (Column("Name", 1), Column("Words", 3))
    for before in range(28, 44):
        rows = [((f"r{i}.",), ("words",)) for i in range(before + 6)]
        rows.insert(before, (("Group.",), ("",)))
        pages = read(pdf.draw(report(Table("Shares", columns, tuple(rows), strong_rows=(before,)))).content).pages
        (page,) = [p for p in pages if "Group." in p]
        assert f"r{before}." in page.partition("Group.")[2]


def test_values_of_a_column_stand_in_line_although_some_of_their_codes_are_long(read):
    short, long = made_figures()[:2]
    long = replace(long, id=f"F1-{'very-' * 4}long")
    columns = (Column("Words", 1), *(Column(f"N{i}", 1, is_number=True) for i in range(6)))
    rows = tuple((("key",), ("1,234,567.00 ", Cite(f.id)), *((("123,456,789.00",),) * 5)) for f in (short, long))
    drawn = pdf.draw(report(Table("T", columns, rows), figures=(short, long)))
    first, second = (next(p.rect for p in drawn.places if p.code == f.id) for f in (short, long))
    assert first[0] + first[2] == pytest.approx(second[0] + second[2], abs=0.5)
    lines = [line.strip() for page in read(drawn.content).pages for line in page.splitlines()]
    assert lines.count(short.id) == lines.count(long.id) == 1


def test_no_single_line_of_a_finding_stands_on_the_page_that_follows(read):
    for words in range(40, 72, 2):
        condition = ("Words of the condition. " * words,)
        terms = (("Condition", condition), ("Effect", ("What follows.",)), ("Evidence", ("F1.",)))
        card = FindingCard("2026-001", "Late", "high", "issued", terms)
        pages = read(pdf.draw(report(*(say("line") for _ in range(14)), card)).content).pages
        (last,) = [p for p in pages if "Evidence" in p]
        assert "Effect" in last


@pytest.mark.parametrize(("chapters", "pages"), [(20, 1), (30, 1), (60, 3)])
def test_a_few_lines_of_the_contents_too_many_stand_closer_instead_of_alone(read, chapters, pages):
    parts = tuple(Part(f"p{i}", f"Chapter{i}.", (say("text"),)) for i in range(chapters))
    printed = read(pdf.draw(report(say("first"), parts=parts)).content).pages
    assert sum("Contents" in page.splitlines()[0] or "S · T Contents" in page for page in printed) == pages
    assert f"Chapter{chapters - 1}." in printed[pages]


def test_what_is_left_of_a_line_goes_to_the_columns_that_lack_it():
    long, codes = ("Installation of twelve stations",), (Cite("F1-plan-slip-d1-1"), " ", Cite("F1-float-d1-1"))
    columns = (Column("No.", 1), Column("What", 1), Column("Baseline", 1), Column("Now", 1), Column("Code", 9))
    rows = [(("D1.1",), long, ("30 September 2024",), ("25 December 2024 (done)",), codes)] * 2
    widths = fitted(columns, rows, 300.0)
    assert sum(widths) == pytest.approx(300.0)
    assert widths[1] > unfolded(long) / 2
    assert widths[-1] < unfolded(codes)
