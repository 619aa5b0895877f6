"""Names of organisations as funders write them: the same ones are found, and no two are taken for one."""

from __future__ import annotations

import tomllib

import pytest

from collabdesk import paths
from collabdesk.domain.identifiers import contradict, contradicting_vat, scheme_of
from collabdesk.usecases.partners.likeness import CONFIDENT, OFFERED, Organisation, alike
from collabdesk.usecases.partners.names import plain_name, plain_words

SAME = [
    ("UNIVERSITY OF LEEDS", "University of Leeds"),
    ("The University of Leeds", "Leeds University"),
    ("Universität Wien", "University of Vienna"),
    ("UNIVERSITAET WIEN", "Universität Wien"),
    ("Technische Universität München", "TU Muenchen"),
    ("TECHNISCHE UNIVERSITAET MUENCHEN", "Technical University of Munich"),
    ("TU Wien", "Technische Universität Wien (TU Wien)"),
    ("Politecnico di Milano", "Polytechnic University of Milan"),
    ("Università degli Studi di Padova", "Universita' degli studi di Padova"),
    ("Université de Genève", "University of Geneva"),
    ("Universidad de Sevilla", "University of Seville"),
    ("Uniwersytet Warszawski", "University of Warsaw"),
    ("Univerzita Karlova", "UNIVERZITA KARLOVA"),
    ("Københavns Universitet", "University of Copenhagen"),
    ("Göteborgs universitet", "Gothenburg University"),
    ("Siemens AG", "SIEMENS AKTIENGESELLSCHAFT"),
    ("Siemens AG", "Siemens"),
    ("Acme Robotics GmbH & Co. KG", "ACME ROBOTICS GMBH"),
    ("Nordlys Energi A/S", "Nordlys Energi AS"),
    ("Nordlys Energi A/S", "Nordlys Energi"),
    ("Rossi Impianti S.p.A.", "Rossi Impianti SpA"),
    ("Rossi Impianti S.r.l.", "ROSSI IMPIANTI SRL"),
    ("Zielona Energia sp. z o.o.", "Zielona Energia Sp. z o. o."),
    ("Modrá voda s.r.o.", "MODRA VODA SRO"),
    ("Harbour Analytics Ltd.", "Harbour Analytics Limited"),
    ("Prairie Labs, Inc.", "Prairie Labs Incorporated"),
    ("Van Dam Techniek B.V.", "Van Dam Techniek BV"),
    ("Kuusi Oy", "KUUSI OY"),
    ("Forschungszentrum Jülich GmbH", "Forschungszentrum Juelich"),
    ("Forschungs Zentrum Jülich", "Forschungszentrum Jülich"),
    ("Smith & Sons Ltd", "Smith and Sons"),
    ("Ben-Gurion University of the Negev", "Ben Gurion University of the Negev"),
    ("L'Institut Pasteur", "Institut Pasteur"),
    ("Ministère de la Santé", "Ministry of Health"),
    ("Stichting Wageningen Research", "WAGENINGEN RESEARCH"),
    ("Norwegian Institute of Example Studies (NIES)", "Norwegian Institute of Example Studies"),
    ("Aristotelio Panepistimio Thessalonikis", "ARISTOTELIO PANEPISTIMIO THESSALONIKIS"),
]
OTHERS = [
    ("University of Leeds", "Leeds Beckett University"),
    ("TU Wien", "TU Graz"),
    ("University of California, Davis", "University of California, Irvine"),
    ("Fraunhofer IPA", "Fraunhofer IPK"),
    ("Universität Graz", "Technische Universität Graz"),
    ("University of Vienna", "Medical University of Vienna"),
    ("Karolinska Institutet", "Karolinska University Hospital"),
    ("Universität Hamburg", "Universität Homburg"),
    ("University of Bern", "University of Berg"),
    ("Max Planck Institute for Chemistry", "Max Planck Institute for Physics"),
    ("Siemens AG", "Siemens Healthineers AG"),
    ("University of York", "York University of New York"),
    ("New York University", "University of York"),
    ("Bank of Austria", "Bank of Australia"),
    ("University of Newcastle", "Newcastle City Council"),
    ("University College London", "Imperial College London"),
    ("Universidade de Lisboa", "Universidade Nova de Lisboa"),
    ("Institute of Physics", "Institute of Chemistry"),
    ("Ministry of Health", "Ministry of Education"),
    ("Université Paris 8", "Université Paris 13"),
    ("University of Washington", "Washington State University"),
    ("Miami University", "Miami Dade College"),
    ("Hochschule Darmstadt", "Technische Universität Darmstadt"),
    ("Universität Salzburg", "Universität Würzburg"),
    ("INRIA", "INRAE"),
    ("CNR", "CNRS"),
    ("Loughborough University", "University of Luxembourg"),
    ("Universität Marburg", "Universität Magdeburg"),
    ("School District 12", "School District 21"),
    ("North Carolina State University", "South Carolina State University"),
    ("Trinity College Dublin", "Dublin City University"),
    ("Université de Bordeaux", "Université de Bordeaux I"),
    ("Volta Grid (Lyon)", "Volta Grid (METZ)"),
    ("Slovak Academy of Sciences", "Slovenian Academy of Sciences"),
]


def score(one: str, other: str, **more: str) -> int:
    return alike(Organisation(one, **more), Organisation(other, **more)).score


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_confidently_one(one, other):
    assert score(one, other) >= CONFIDENT
    assert score(other, one) == score(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_that_only_look_alike_are_not_offered(one, other):
    assert score(one, other) < OFFERED
    assert score(other, one) < OFFERED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Universiteit Wageningen", "Universiteit Wageninngen"),
        ("Loughborough University", "Loughboro ugh University"),
        ("Centre National de la Recherche Scientifique", "CNRS"),
        ("Centre National de la Recherche Scientifique CNRS", "Centre National de la Recherche Scientifique"),
    ],
)
def test_slips_and_acronyms_are_offered(one, other):
    assert score(one, other) >= OFFERED


@pytest.mark.parametrize(
    ("one", "other"), [("University of Davis", "University of Davies"), ("Norwegian Institute", "NI"), ("CNRS", "CNR")]
)
def test_what_may_be_a_slip_is_never_confident(one, other):
    assert score(one, other) < CONFIDENT


def test_two_identifiers_of_one_kind_say_that_they_are_two():
    one, other = Organisation("Ministry of Health", "999111222"), Organisation("Ministry of Health", "999111333")
    assert alike(one, other).score == 0
    assert alike(one, Organisation("Ministry of Health", "https://ror.org/02feahw73")).score >= CONFIDENT


def test_the_same_identifier_or_vat_number_is_the_same_organisation_whatever_its_name():
    assert alike(Organisation("Old Name", "999111222"), Organisation("New Name", "999111222")).score == 100
    one, other = Organisation("Old Name", vat="DE 123 456 789"), Organisation("New Name", vat="DE123456789")
    assert alike(one, other).score >= CONFIDENT
    assert alike(one, Organisation("Old Name", vat="DE987654321")).score == 0


def test_another_country_speaks_against_and_the_same_one_for_a_likeness():
    here, there = Organisation("Ministry of Health", country="FR"), Organisation("Ministry of Health", country="ES")
    assert OFFERED <= alike(here, there).score < CONFIDENT
    assert "FR and ES" in alike(here, there).why
    slip = alike(Organisation("Hannover Clinic", country="DE"), Organisation("Hanover Clinics", country="DE"))
    assert slip.score < CONFIDENT


def test_a_place_that_is_the_organisations_own_adds_nothing():
    one = Organisation("University of Leeds", city="Leeds", country="United Kingdom")
    assert alike(one, Organisation("University of Leeds, United Kingdom")).score >= OFFERED
    branch = Organisation("Institute of Waves Lille", city="Lille")
    assert alike(Organisation("Institute of Waves", city="Paris"), branch).score < OFFERED
    assert alike(one, Organisation("University of Leeds Beckett")).score < OFFERED


def test_a_name_that_is_nothing_but_its_legal_form_or_an_article_is_still_a_name():
    assert plain_name("The AG").words
    assert plain_name("SA").words == ("sa",)
    assert score("", "") == 0


@pytest.mark.parametrize(
    ("code", "scheme"),
    [
        ("999111222", "PIC"),
        ("https://ror.org/02feahw73", "ROR"),
        ("12-3456789", "EIN"),
        ("K8RPMLHVBKX3", "UEI"),
        ("GB-COH-01234567", "register"),
        ("grid.5252.0", "GRID"),
        ("77", "digits 2"),
    ],
)
def test_identifiers_are_known_by_their_form(code, scheme):
    assert scheme_of(code) == scheme


def test_only_identifiers_of_one_kind_contradict():
    assert contradict("999111222", "999111223")
    assert not contradict("999111222", "K8RPMLHVBKX3")
    assert not contradict("", "999111222")
    assert contradicting_vat("ATU12345678", "ATU87654321")
    assert not contradicting_vat("ATU12345678", "DE123456789")


def test_the_words_in_names_mean_one_thing_each():
    told = tomllib.loads(paths.resources("names", "organisations.toml").read_text("utf-8"))
    spelt = [(" ".join(plain_words(s)), word) for word, some in (told["words"] | told["places"]).items() for s in some]
    assert len(spelt) == len(set(dict(spelt))), "no spelling stands for two words, and none stands twice"
    joining = {w for said in told["joining"] for w in plain_words(said)}
    assert not [said for said, _ in spelt if joining & set(said.split())], "it would be left out before it is read"
