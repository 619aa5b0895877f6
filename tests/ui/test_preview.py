"""The preview of a report as a person uses it: figures, search, parts, zoom, and the way back to a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter

from collabdesk.domain.figures import Source
from collabdesk.reporting import pdf
from collabdesk.reporting.content import Cite, Column, Paragraph, Part, ReportContent, SourcesAnnex, Table
from collabdesk.ui.reports.preview import PdfPreview
from collabdesk.ui.reports.printing import print_pdf
from collabdesk.ui.reports.source_cells import SourceCellsDialog
from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace
from reporting.conftest import made_figures
from ui.room_desk import desk_on, light_theme

FIGURES = made_figures()[:6]


@pytest.fixture(scope="module")
def drawn() -> pdf.Drawn:
    cited = Paragraph(("The budget is ", "known", Cite("F3-budget"), "."))
    wide = Table("Wide", tuple(Column(f"C{i}") for i in range(9)), ((("cell",),) * 9,), is_wide=True)
    parts = (
        Part("a", "First", (cited, Paragraph(("Herring and cod.",)))),
        Part("b", "Second", (wide,)),
        Part("c", "Sources", (SourcesAnnex(),), is_annex=True),
    )
    return pdf.draw(
        ReportContent(title="T", subject="S", as_of=date(2025, 3, 14), outline="o", figures=FIGURES, parts=parts)
    )


@pytest.fixture
def preview(qtbot, drawn):
    made = PdfPreview(light_theme())
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_pdf(drawn.content, drawn.places, {f.id: f"{f.label}\n{f.id}" for f in FIGURES})
    return made


def place_of(drawn, code):
    return next(p for p in drawn.places if p.code == code)


@pytest.mark.parametrize("mode", [QPdfView.ZoomMode.FitToWidth, QPdfView.ZoomMode.FitInView, QPdfView.ZoomMode.Custom])
def test_a_click_on_a_figures_code_chooses_it_at_any_zoom(qtbot, preview, drawn, mode):
    preview.fit(mode)
    place = place_of(drawn, "F3-budget")
    preview.go_to(place.page)
    point = preview.places.point_of(place)
    assert preview.places.at(point) == "F3-budget"
    assert preview.places.at(QPoint(point.x(), point.y() + 200)) == ""
    with qtbot.waitSignal(preview.figure_chosen) as told:
        qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == ["F3-budget"]
    assert preview.page == place.page


def test_the_keyboard_reaches_every_figure_beside_the_pages(qtbot, preview):
    preview.siding.click()
    preview.pane.choose("figures")
    rows = preview.pane.figures
    assert rows.count() == len(FIGURES)
    rows.setCurrentRow(0)
    with qtbot.waitSignal(preview.figure_chosen) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args[0] in {f.id for f in FIGURES}


def test_all_places_of_a_word_are_found_one_after_the_other(qtbot, preview):
    preview.open_search()
    preview.search.field.setText("f3-")
    preview.search.field.returnPressed.emit()
    qtbot.waitUntil(lambda: preview.hits.count() > len(FIGURES), timeout=5000)
    count = preview.hits.count()
    assert preview.search.count.text() == f"1 of {count}"
    preview.search.step(-1)
    assert preview.search.count.text() == f"{count} of {count}"
    assert preview.page == preview.pages - 1
    preview.search.field.setText("no such word")
    preview.search.field.returnPressed.emit()
    qtbot.waitUntil(lambda: preview.search.count.text() == "Not found", timeout=5000)
    qtbot.keyClick(preview.search.field, Qt.Key.Key_Escape)
    assert not preview.search.isVisible()


def test_a_part_leads_to_its_page_and_pictures_follow_the_page_in_sight(preview):
    marks = preview.pane.marks
    titles = [marks.index(i, 0).data() for i in range(marks.rowCount())]
    preview.pane.contents.clicked.emit(marks.index(next(i for i, t in enumerate(titles) if "Second" in t), 0))
    assert preview.page == 3
    assert preview.pane.pages.currentIndex().row() == 3


def test_zoom_is_told_and_kept_within_bounds(preview):
    preview.zoom_to(1.0)
    assert preview.scale.text() == "100 %"
    for _ in range(40):
        preview.zoom(1.2)
    assert preview.scale.text() == "500 %"


def test_a_new_version_of_the_report_stays_on_the_page_in_sight(preview, drawn):
    preview.go_to(2)
    preview.show_pdf(drawn.content, drawn.places)
    assert preview.page == 2


def test_chosen_pages_are_printed_and_wide_ones_turned(qapp, drawn, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(3, 4)
    assert print_pdf(drawn.content, printer, lambda *_: None, lambda: False) == 2
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == 2
    assert printed.pagePointSize(1).height() > printed.pagePointSize(1).width()
    picture = printed.render(1, printed.pagePointSize(1).toSize())
    columns = [x for x in range(picture.width()) if any(picture.pixelColor(x, y).lightness() < 200
               and picture.pixelColor(x, y).alpha() for y in range(0, picture.height(), 3))]  # fmt: skip
    # Turned, the running head stands at the right edge of the upright sheet.
    assert max(columns) > picture.width() * 0.85
    printed.close()


def test_a_figure_leads_to_its_cells_in_the_sheet_as_kept(qtbot, tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text("Grant number,Acronym,Title,Total cost EUR\n101,ALPHA,Sea,1000.00\n102,BETA,Land,2000.50\n")
    workspace = Workspace.open(tmp_path / "w.db", person="t")
    staged = imports.look_at([path])
    imports.accept(workspace, staged)
    source = Source(path.name, staged.files[0].sha256, staged.tables[0].sheet, "D2:D3", 2)
    with desk_on(workspace) as desk:
        dialog = SourceCellsDialog(desk, replace(FIGURES[0], sources=(source,)))
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: dialog.sheet.rows.rowCount() > 0 and not desk.tasks.is_busy, timeout=20_000)
        marked = dialog.sheet.rows.marked
        assert [m.data() for m in marked] == ["1000.00", "2000.50"]
        assert dialog.sheet.currentIndex() == marked[0]
        dialog.on.click()
        assert dialog.sheet.currentIndex() == marked[1]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
