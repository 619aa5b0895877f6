"""The facts of one topic of a report each, as frozen values."""
