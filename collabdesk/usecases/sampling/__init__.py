"""Sampling: a population of cost items, a sample of it that anybody can draw again, its sheet, its evaluation."""

from collabdesk.measures.random_sampling import PROJECTIONS
from collabdesk.measures.sample_evaluation import MONETARY_UNIT, RANDOM, Direction, Evaluation
from collabdesk.usecases.sampling.offers import Offers, offers
from collabdesk.usecases.sampling.outsider import script
from collabdesk.usecases.sampling.planning import Design, Planned, planned, usual
from collabdesk.usecases.sampling.population import Population, currencies, population, project_of
from collabdesk.usecases.sampling.samples import (
    Offer,
    discard,
    draw,
    drift,
    evaluate,
    items,
    population_file,
    projection,
    sample_called,
    samples_of,
)
from collabdesk.usecases.sampling.sheets import SheetRead, read_sheet, write_sheet

__all__ = [
    "MONETARY_UNIT", "PROJECTIONS", "RANDOM", "Design", "Direction", "Evaluation", "Offer", "Offers", "Planned",
    "Population", "SheetRead", "currencies", "discard", "draw", "drift", "evaluate", "items", "offers", "planned",
    "population", "population_file", "project_of", "projection", "read_sheet", "sample_called", "samples_of", "script",
    "usual", "write_sheet",
]  # fmt: skip
