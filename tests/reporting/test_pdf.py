"""The printed report: complete, linked, the same bytes everywhere, and written whole or not at all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4

from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.reporting import outline, pdf
from collabdesk.reporting.content import ChartBlock, Column, Paragraph, Part, ReportContent, SignOff, Table
from collabdesk.reporting.pdf_pages import numbered, wrapped

ROOT = Path(__file__).resolve().parents[2]


def drawn(data):
    return pdf.draw(outline.compose(data))


def test_every_part_is_printed_and_every_page_says_which_of_how_many_it_is(full, read, full_pdf):
    printed = read(full_pdf.content)
    pages = printed.pages
    assert len(pages) == full_pdf.pages
    assert all(f"Page {i} of {len(pages)}" in text for i, text in enumerate(pages, start=1) if i > 1)
    assert "Page" not in pages[0]
    whole = "\n".join(pages)
    for part in outline.compose(full).parts:
        assert part.title in whole


def test_the_cover_names_report_addressee_day_and_digest(full, read):
    content = outline.compose(replace(full, code="R-2025-001", issued_at="2025-04-01T10:00:00Z"))
    cover = read(pdf.draw(content).content).pages[0]
    for word in ("R-2025-001", "General Assembly", "14 March 2025", "1 April 2025", content.digest, "BLUEGRID"):
        assert word in cover


def test_contents_and_bookmarks_lead_to_the_pages_they_name(read, full_pdf):
    printed = read(full_pdf.content)
    contents = printed.pages[1]
    parts = [(title, page) for title, page in printed.bookmarks()[1:] if "  " in title]
    assert len(parts) > 10
    for title, page in parts:
        number, name = re.split(r"\s{2,}", title, maxsplit=1)
        assert name in printed.pages[page - 1]
        assert re.search(rf"{re.escape(number)}\s+{re.escape(name)}\s+{page}\b", contents), title


def test_every_figure_has_its_place_in_the_annex_with_file_hash_and_cells(full, read, full_pdf):
    printed = read(full_pdf.content)
    annex = "\n".join(p for p in printed.pages if re.search(r"Annex [A-Z]\s+Sources of the figures", p))
    for figure in full.figures:
        assert figure.id in annex
        assert figure.rule in annex
    assert "ab" * 32 in annex
    assert "partners.xlsx [Beneficiaries] C5:C18, C20" in annex
    assert "15 records, sum 5,290,000.00" in annex


def links(content: bytes) -> int:
    return content.count(b"/Subtype /Link")


def test_codes_are_links_and_a_code_without_an_entry_is_none(full):
    cited = replace(full, findings=(replace(full.findings[0], figures="F3-absorption-travel F3-gone"),))
    known = replace(full, findings=(replace(full.findings[0], figures="F3-absorption-travel"),))
    none = replace(full, findings=(replace(full.findings[0], figures=""),))
    assert links(drawn(cited).content) == links(drawn(known).content) == links(drawn(none).content) + 1


def test_an_outline_without_the_annex_prints_codes_without_links(full, read):
    content = outline.compose(full)
    content = replace(content, parts=tuple(p for p in content.parts if p.key != "sources"))
    bare = pdf.draw(content).content
    assert links(bare) == len(content.parts)
    assert "F3-absorption" in "".join(read(bare).pages)


def test_title_language_and_embedded_fonts(read, full_pdf):
    raw = full_pdf.content
    assert read(raw).title() == "Performance audit report – BLUEGRID"
    assert b"/Lang (en-GB)" in raw
    names = set(re.findall(rb"/BaseFont /(\S+)", raw))
    assert {n.split(b"+")[-1].split(b"-")[0] for n in names} - {b"Helvetica"} == {
        b"InterTabular", b"NotoSerifDisplay", b"DejaVuSans", b"DroidSansFallback",
    }  # fmt: skip
    assert raw.count(b"/FontFile2") == len([n for n in names if b"Helvetica" not in n])


def test_markup_in_a_users_text_is_printed_as_it_stands(full, read):
    nasty = 'John <john@x.org> & x<y <img src="/etc/passwd"/> </para> &lt;b&gt; \u202e\x00'
    data = replace(
        full,
        project=replace(full.project, title=nasty, abstract=nasty),
        findings=(replace(full.findings[0], title=nasty, condition=nasty),),
        addressee=nasty,
    )
    whole = "\n".join(read(drawn(data).content).pages)
    assert "John <john@x.org> & x<y" in whole
    assert "&lt;b&gt;" in whole


def test_nothing_recorded_prints_sensibly(empty, read):
    pages = read(drawn(empty).content).pages
    assert "No performance figure can be computed" in "".join(pages)
    assert all(len(text) > 60 for text in pages)


def test_texts_longer_than_a_page_and_words_longer_than_a_line_are_printed(full, read):
    long = "Lorem ipsum dolor sit amet. " * 900
    data = replace(
        full,
        findings=(Finding(id=1, code="2025-009", title="T" * 400, condition=long, criteria="x" * 3000, status="issued",
                          questioned_known=Decimal("123456789012345.6789"), currency="EUR"),),
        recommendations=(Recommendation(id=1, finding_id=1, text=long, addressee="A" * 300),),
        project=replace(full.project, title="Very long title " * 40, acronym="Z" * 90),
    )  # fmt: skip
    whole = "".join(read(drawn(data).content).pages)
    assert "EUR 123,456,789,012,345.6789" in whole
    assert "cut here; the record holds the full text" in whole.replace("\r\n", " ")


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 400])
def test_an_annex_of_lines_has_every_line_whatever_its_length(full, lines_of, read, count):
    data = replace(full, lines=lines_of(count))
    whole = "\n".join(read(drawn(data).content).pages)
    shown = re.findall(r"row (\d+)\b", whole)
    assert [int(n) for n in shown if int(n) >= 5][:count] == list(range(5, 5 + count))


def test_annexes_of_lines_are_landscape_and_the_rest_portrait(read, full_pdf):
    printed = read(full_pdf.content)
    assert printed.width(0) == pytest.approx(A4[0], abs=1)
    assert printed.width(len(printed.pages) - 1) == pytest.approx(A4[1], abs=1)


def test_a_part_that_just_fills_its_page_leaves_no_empty_one(read):
    for count in range(20, 40):
        words = tuple(Paragraph(("line",)) for _ in range(count))
        parts = (Part("a", "First", words, starts_page=True), Part("b", "Second", words[:1], starts_page=True))
        content = ReportContent(title="T", subject="T", as_of=date(2025, 1, 1), parts=parts, figures=(), outline="x")
        pages = read(pdf.draw(content).content).pages
        assert all("line" in text or "Second" in text for text in pages[2:])


def paged(read, *blocks):
    content = ReportContent(title="T", subject="S", as_of=date(2025, 3, 14), outline="o", figures=(),
                            parts=(Part("a", "First", blocks),))  # fmt: skip
    return read(pdf.draw(content).content).pages[2:]


@pytest.mark.parametrize("count", range(28, 40))
def test_no_row_of_a_table_stands_alone_on_a_page(read, count):
    rows = tuple(((f"row{i:02}.",), ("1",)) for i in range(count))
    pages = paged(read, Table("A table", (Column("Figure", 4), Column("Value", 1)), rows))
    found = [re.findall(r"row\d\d\.", page) for page in pages]
    assert [row for page in found for row in page] == [f"row{i:02}." for i in range(count)]
    assert all(len(page) >= 2 for page in found)


def test_a_chart_closes_its_rows_up_before_it_leaves_a_page_half_empty(full, read):
    shares = tuple(replace(full.figures[-1], id=f"F3-share-{i}", detail=f"Partner {i:03}") for i in range(14))
    chart = ChartBlock("shares", "Shares", shares, height=294)
    counts = {len(paged(read, *[Paragraph((f"line {i}",)) for i in range(n)], chart)) for n in range(15, 19)}
    assert counts == {1}


SAME = """
import sys, hashlib
sys.path.insert(0, sys.argv[1])
import conftest
from collabdesk.reporting import outline, pdf
data = conftest.made_full()
print(hashlib.sha256(pdf.draw(outline.compose(data)).content).hexdigest())
"""


def test_the_same_facts_give_the_same_bytes_under_any_seed_zone_language_and_clock():
    def digest(**env: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SAME, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONPATH": str(ROOT), **env}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    first = digest(PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    other = digest(PYTHONHASHSEED="77", TZ="America/Lima", LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1700000000")
    assert len(first) == 64
    assert first == other


def test_writing_replaces_whole_files_only(tmp_path, monkeypatch, full_pdf):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full_disk(_fd):
        raise OSError(28, "No space left on device")

    report = full_pdf
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full_disk)
        with pytest.raises(OSError, match="No space"):
            pdf.write(report, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    pdf.write(report, path)
    assert path.read_bytes() == report.content
    assert list(tmp_path.iterdir()) == [path]


def test_parts_are_numbered_by_chapter_section_and_annex():
    parts = (Part("a", "", ()), Part("b", "", (), level=2), Part("c", "", (), level=2), Part("d", "", ()),
             Part("e", "", (), is_annex=True), Part("f", "", (), is_annex=True))  # fmt: skip
    assert [e.number for e in numbered(parts)] == ["1", "1.1", "1.2", "2", "Annex A", "Annex B"]


def test_a_title_is_wrapped_and_what_is_left_over_ends_in_an_ellipsis():
    lines = wrapped("word " * 100, "InterTabular-Regular", 12, 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("\u2026")


def test_a_wrapped_title_keeps_its_letters_in_the_order_of_reading():
    title = "مشروع بحثي مشترك"
    assert wrapped(title, "InterTabular-Regular", 12, 400, 2) == [title]


@pytest.mark.parametrize("count", range(24, 34))
def test_the_lines_to_sign_on_stay_with_the_words_that_are_signed(read, count):
    lines = Part("a", "First", tuple(Paragraph((f"line {i}",)) for i in range(count)))
    signing = Part("b", "Sign-off", (Paragraph(("We confirm.",)), SignOff((("Prepared by", ""), ("Reviewed by", "")))))
    content = ReportContent(title="T", subject="S", as_of=date(2025, 3, 14), outline="o", figures=(),
                            parts=(lines, signing))  # fmt: skip
    (page,) = [p for p in read(pdf.draw(content).content).pages if "We confirm." in p]
    assert "Reviewed by" in page
