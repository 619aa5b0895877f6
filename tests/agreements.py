"""Books of an agreement in which nothing is amiss: tests change one thing at a time."""

from decimal import Decimal

from collabdesk.auditing.agreement_terms import Term, Terms, number_of
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.transfers import Transfer

D = Decimal


def term(name, text):
    return Term(name, text, number_of(text), "the agreement", confirmed=True)


TERMS = Terms((term("veto_days", "15"), term("quorum", "2/3"), term("majority", "2/3"),
               term("exploitation_months", "12"), term("embargo_days", "0")))  # fmt: skip
TAKEN = Decision(id=1, code="GA-1", body="General Assembly", date="2026-05-12", on_agenda=True, in_meeting=True,
                 entitled=D(15), present=D(12), in_favour=D(9), against=D(2), abstained=D(1), status="adopted")  # fmt: skip
DATA = Dataset(id=4, code="DS1", is_personal=True, permitted="EEA CH", duo="GRU NPU")
SENT = Transfer(id=6, code="T1", dataset="ds1", from_country="NO", to_country="DE", mechanism="none_needed")
