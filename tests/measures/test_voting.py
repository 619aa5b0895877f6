"""Votes of a body: shares only from recorded votes, and thresholds compared exactly."""

from decimal import Decimal
from fractions import Fraction

from collabdesk.measures import voting

D = Decimal
TWO_THIRDS = Fraction(2, 3)


def test_two_thirds_of_the_votes_are_enough_and_one_less_is_not():
    assert voting.reaches(D(10), D(15), TWO_THIRDS) is True
    assert voting.reaches(D(9), D(14), TWO_THIRDS) is False


def test_an_abstention_is_no_vote_cast():
    assert voting.majority(D(8), D(4)).value == D(8) / D(12)


def test_what_is_not_recorded_gives_no_share():
    assert voting.quorum(None, D(15)).reason == "no votes present is recorded"
    assert voting.majority(D(8), None).value is None
    assert voting.majority(D(0), D(0)).reason == "the votes cast is zero"
    assert voting.reaches(None, D(15), TWO_THIRDS) is None
    assert voting.reaches(D(8), D(12), None) is None
