"""What audits of a project tested by sample: each sample with its items and its evaluation."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class SampleFacts:
    """One sample; its items stand in the order of the population."""

    sample: Sample
    items: tuple[SampleItem, ...]
    evaluation: Evaluation
