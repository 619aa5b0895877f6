"""Types and dissemination levels of deliverables as Horizon Europe codes them; other funders use their own words."""

from __future__ import annotations

TYPES = {
    "R": "document, report",
    "DEM": "demonstrator, pilot, prototype",
    "DEC": "websites, patent filings, press, videos",
    "DATA": "data set",
    "DMP": "data management plan",
    "ETHICS": "ethics",
    "SECURITY": "security",
    "OTHER": "software, algorithm, model and other",
}
# The levels were not read in a primary text: a choice to type from, no rule counts on them.
LEVELS = {
    "PU": "public",
    "SEN": "sensitive",
    "R-UE/EU-R": "EU classified, restricted",
    "C-UE/EU-C": "EU classified, confidential",
    "S-UE/EU-S": "EU classified, secret",
}
READ_ONLY = frozenset({"submitted", "accepted", "rejected"})
"""Statuses in which a deliverable is in the funder's hands and no field of it changes any more."""
