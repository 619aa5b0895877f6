"""The criteria sets that a person chooses from, and those of one's own: loaded, handed on, taken away."""

from dataclasses import replace

import pytest

from collabdesk.auditing import criteria_sets
from collabdesk.domain.audits import Audit
from collabdesk.domain.problems import Refused
from collabdesk.usecases import criteria
from collabdesk.usecases.workspace import Workspace
from tests.databases import fresh_database, keep

OWN = """code = "house"
title = "House rules"
version = "1"
source = "Board decision 4/2026"
scale_note = "The board's own scale."

[[scale]]
word = "Sound"
legend = "Nothing to mend."

[[criterion]]
key = "overspend"
asks = "Expenditure may exceed the budget by at most {tolerance}."
dimension = "economy"
source = "Board decision 4/2026"
severity = "high"
tolerance = "2.5 %"

[[criterion]]
title = "Relevance"
asks = "The project still answers the need that it was funded for."
dimension = "relevance"
source = "Board decision 4/2026"
"""


@pytest.fixture
def books(tmp_path):
    with Workspace.open(fresh_database(tmp_path)) as workspace:
        yield workspace


def test_the_usual_set_comes_first_and_every_set_names_its_source(books):
    choices = criteria.choices(books)
    assert choices[0].key == "three_es"
    assert {c.key for c in choices} == set(criteria_sets.names())
    assert all(c.title and c.version and c.source and not c.is_own for c in choices)


def test_a_set_that_is_gone_is_called_by_its_key(books):
    assert criteria.title_of(books, "three_es") == criteria.choices(books)[0].title
    assert criteria.title_of(books, "once_there") == "once_there"


def test_a_set_of_ones_own_is_kept_offered_and_undone(books, tmp_path):
    file = tmp_path / "house.toml"
    file.write_text(OWN)
    chosen, change = criteria.add_file(books, file)
    (own,) = [c for c in criteria.choices(books) if c.is_own]
    assert (own.title, own.criteria, own.judged) == ("House rules", 1, 1)
    assert change.label == "Load the criteria set House rules"
    assert criteria.load_set(books, "house") == chosen
    assert chosen.legend("Sound") == "Nothing to mend."
    books.undo()
    assert not [c for c in criteria.choices(books) if c.is_own]


def test_the_same_file_twice_changes_nothing_and_a_changed_one_takes_its_place(books):
    criteria.add_text(books, OWN)
    assert criteria.add_text(books, OWN)[1].id == 0
    criteria.add_text(books, OWN.replace('version = "1"', 'version = "2"'))
    assert [c.version for c in criteria.choices(books) if c.is_own] == ["2"]


def test_every_error_is_refused_with_its_line(books):
    broken = OWN.replace("tolerance =", "tolerence =").replace('severity = "high"', 'severity = "grave"')
    with pytest.raises(Refused) as refused:
        criteria.add_text(books, broken)
    assert "Line 16: the severity of overspend is one of high, medium, low" in refused.value.sentence
    assert "Line 17: tolerence is not known here; is tolerance meant?" in refused.value.sentence
    assert books.count("criteria_set") == 0


def test_a_bundled_set_is_not_taken_over(books):
    _, (problem,) = criteria.check(OWN.replace('"house"', '"three_es"'))
    assert problem.cell == "line 1"


def test_a_set_is_handed_on_as_the_file_that_was_loaded(books, tmp_path):
    criteria.add_text(books, OWN)
    assert criteria.export(books, "house", tmp_path / "out.toml").read_text() == OWN
    written = criteria.export(books, "oecd_dac", tmp_path / "dac.toml").read_text()
    assert written == criteria_sets.text_of("oecd_dac")


def test_a_set_in_use_stays_and_an_unused_one_goes(books):
    criteria.add_text(books, OWN)
    (audit,) = keep(books, Audit(title="Audit of ALPHA", criteria_set="house"))
    with pytest.raises(Refused, match="used by Audit of ALPHA"):
        criteria.remove(books, "house")
    with books.changing("Other criteria") as step:
        step.update(replace(audit, criteria_set="three_es"))
    criteria.remove(books, "house")
    assert books.count("criteria_set") == 0


def test_a_bundled_set_cannot_be_removed(books):
    with pytest.raises(Refused, match="bundled"):
        criteria.remove(books, "oecd_dac")


def test_what_a_settled_audit_was_made_by_is_not_changed_under_it(books):
    criteria.add_text(books, OWN)
    keep(books, Audit(title="Audit of ALPHA", criteria_set="house", status="final"))
    with pytest.raises(Refused, match="another code"):
        criteria.add_text(books, OWN.replace('version = "1"', 'version = "2"'))


def test_an_unknown_set_is_refused_with_those_there_are(books):
    with pytest.raises(Refused, match="three_es"):
        criteria.load_set(books, "../three_es")
