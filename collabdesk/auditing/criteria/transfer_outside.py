"""Transfers to countries that are not on the dataset's list."""

from __future__ import annotations

from collabdesk.auditing.agreement_drafts import Check
from collabdesk.domain.told import counted_words, told

CRITERION = Check(
    key="transfer_outside",
    title=told("Transfers to countries that are not on the dataset's list"),
    should=told("Data should go only to countries recorded as permitted for them"),
    effect=told("The record of the dataset and that of the transfer contradict each other."),
    counted=lambda n: counted_words(n, "{n} transfer", "{n} transfers"),
    figures=("transfers-outside", "transfers"),
).criterion()
