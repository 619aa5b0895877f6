"""Exchange rates: the manager's own tables and the European Central Bank's bundled history; conversions with reasons.

The only place that knows the library with the history, which is read when the first rate is asked for.
"""

from collabdesk.domain.conversions import CHOICES, Converted, InHome, NoRate, Rate, Unconverted
from collabdesk.usecases.rates.explaining import Explained, explained
from collabdesk.usecases.rates.finding import Rates, rate
from collabdesk.usecases.rates.home import in_home, in_home_by

__all__ = [
    "CHOICES",
    "Converted",
    "Explained",
    "InHome",
    "NoRate",
    "Rate",
    "Rates",
    "Unconverted",
    "explained",
    "in_home",
    "in_home_by",
    "rate",
]
