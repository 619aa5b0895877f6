"""Statements speak the organisation's language on paper and in a workbook; scripts read English, whatever it is."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from collabdesk.reporting import pdf
from collabdesk.reporting.statement_content import content_of
from collabdesk.usecases import organisation, statements
from collabdesk.usecases.figures import rules
from translations import pseudo

from .conftest import AS_OF

KINDS = (("europe", "financial", {"partner": "UN1", "period": "RP1"}), ("america", "sf425", {}),
         ("facility", "contribution", {}), ("facility", "contribution", {"partner": "Agency North"}),
         ("europe", "budget", {"by": "category"}), ("europe", "budget", {"partner": "UN1", "by": "partner"}))  # fmt: skip


@pytest.mark.parametrize(("project", "kind", "asked"), KINDS)
def test_no_word_of_a_statement_stays_english(workspace, request, monkeypatch, project, kind, asked):
    its = request.getfixturevalue(project)
    made = statements.make(workspace, kind, its.id, AS_OF, **asked)
    with pseudo.writing_brackets(monkeypatch):
        content = content_of(made, rules(), "de")
        left = pseudo.left_in_english(content, {*pseudo.own_words(workspace), made.rule_pack, "Coordinator"})
        assert left == []


def test_what_is_written_is_in_the_organisation_s_language(workspace, europe, tmp_path, monkeypatch):
    organisation.change(workspace, language="de")
    made = statements.make(workspace, "financial", europe.id, AS_OF, partner="UN1")
    assert made.title == "Individual financial statement"
    drawn = []
    draw = pdf.draw
    monkeypatch.setattr(pdf, "draw", lambda content: drawn.append(content) or draw(content))
    statements.write(workspace, made, tmp_path / "a.pdf")
    assert drawn[0].language == "de-DE"
    statements.write(workspace, made, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for cell in book.worksheets[2][1]][:2] == ["Kennzahl", "Was"]
