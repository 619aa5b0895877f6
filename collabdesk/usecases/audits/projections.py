"""Questioned costs of a finding taken from a sample: what was found is known, what the sample projects is likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from collabdesk.domain.problems import Refused
from collabdesk.domain.samples import Sample
from collabdesk.domain.told import told
from collabdesk.usecases.audits.house_language import in_house_language

if TYPE_CHECKING:
    from collabdesk.domain.audits import Audit
    from collabdesk.domain.findings import Finding
    from collabdesk.usecases.workspace import Workspace

_METHODS = {"monetary_unit": told("monetary-unit sampling"), "random": told("random sampling")}


def samples_of(workspace: Workspace, audit: Audit) -> list[str]:
    """The codes of the audit's samples."""
    return [sample.code for sample in workspace.find("sample", audit_id=audit.id) if isinstance(sample, Sample)]


def projection(workspace: Workspace, code: str, finding: Finding | None = None) -> dict[str, Any]:
    """What a finding says that rests on this sample: known and likely cost, currency, how it was estimated, figures.

    Refused for an unknown sample and for one that is not wholly tested.
    """
    from collabdesk.usecases import sampling

    sample = sampling.sample_called(workspace, code)
    offer = sampling.projection(workspace, sample)
    if offer is None:
        raise Refused(
            f"Sample {sample.code} projects nothing yet: enter what was found of each item first.", "untested"
        )
    cited = [*(finding.figures.split() if finding else ()), *offer.figures.split()]
    return {
        "questioned_known": offer.known,
        "questioned_likely": offer.likely,
        "currency": offer.currency,
        "text": _how(workspace, sample),
        "figures": " ".join(dict.fromkeys(cited)),
    }


def _how(workspace: Workspace, sample: Sample) -> str:
    named = f"{sample.code} ({sample.title})" if sample.title else sample.code
    said = told(
        "Projected from sample {sample}, drawn by {method}: {size} selections out of {population}.",
        sample=named,
        method=_METHODS.get(sample.method, sample.method),
        size=sample.size,
        population=sample.population,
    )
    return in_house_language(workspace, said)
