"""The board packet: one PDF with all a reviewer needs attached; the reviewers' answers come back as a sheet."""

from __future__ import annotations

from collabdesk.usecases.packets.answers import Answer, Answers, accept_answers, read_answers
from collabdesk.usecases.packets.making import Packet, make

__all__ = ["Answer", "Answers", "Packet", "accept_answers", "make", "read_answers"]
