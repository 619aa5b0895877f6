"""What one can do with a plan: freeze and compare baselines, forecast, achieve with evidence; what may not be typed."""

from collabdesk.usecases.plan.entries import FORECASTS, SUBJECTS
from collabdesk.usecases.plan.forecasts import note
from collabdesk.usecases.plan.typed import Heeded, heed, heed_delete, heed_move

__all__ = ["FORECASTS", "SUBJECTS", "Heeded", "heed", "heed_delete", "heed_move", "note"]
