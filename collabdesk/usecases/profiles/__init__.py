"""Profiles: how a funder's spreadsheets are read, confirmed once, offered next time, handed from one to another."""

from __future__ import annotations

from collabdesk.usecases.profiles.confirming import confirm
from collabdesk.usecases.profiles.finding import find_confirmed, is_file
from collabdesk.usecases.profiles.handing_on import content_of_file, read_profile, write_profile
from collabdesk.usecases.profiles.noting import note
from collabdesk.usecases.profiles.offering import Offer, offer_for, offers, with_profile
from collabdesk.usecases.profiles.saved import SavedProfile, known, named, remove, rename, saved, unreadable

__all__ = [
    "Offer",
    "SavedProfile",
    "confirm",
    "content_of_file",
    "find_confirmed",
    "is_file",
    "known",
    "named",
    "note",
    "offer_for",
    "offers",
    "read_profile",
    "remove",
    "rename",
    "saved",
    "unreadable",
    "with_profile",
    "write_profile",
]
