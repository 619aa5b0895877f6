"""What a report says of a sample: how it was drawn, what was tested, what it says of its population."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Sampled:
    """One sample of the audit. `project` is how the report calls the project that was sampled; `script` draws the
    sample again from `population_file`. `changed` are the items whose book value is not any more what was drawn.
    """

    sample: Sample
    items: tuple[SampleItem, ...]
    evaluation: Evaluation
    project: str = ""
    script: str = ""
    changed: tuple[SampleItem, ...] = ()

    @property
    def population_file(self) -> str:
        """The name under which the population is handed on."""
        return f"population-{self.sample.code}.csv"
