"""Why a file was not read, in the words that the person sees: one sentence with what to do."""

from __future__ import annotations

from collabdesk.domain.problems import Refused

MOST_SPREAD = 12_000_000


def damaged(name: str, how: str = "") -> Refused:
    """The file is not what it says; `how` in words."""
    how = f" ({how})" if how else ""
    return Refused(
        f"{name} is damaged or cut off{how}. Get it again, or open it in a spreadsheet program and save a copy.",
        "damaged",
    )


def encrypted(name: str) -> Refused:
    """Only its password opens the file."""
    sentence = (
        f"{name} is protected by a password. Open it in the spreadsheet program, remove the password, save it, "
        "and try again."
    )
    return Refused(sentence, "encrypted")


def with_dtd(name: str) -> Refused:
    """Its XML defines its own words: the reading library drops cells that use them, others eat the memory."""
    sentence = (
        f"{name} holds a document type definition, which no spreadsheet program writes; it may be made to harm. "
        "It was not read."
    )
    return Refused(sentence, "dtd")


def not_a_spreadsheet(name: str, what: str) -> Refused:
    """The file is something else, which `what` names."""
    return Refused(
        f"{name} is {what}, not a spreadsheet. Save the table as .xlsx or .csv and try again.", "not-a-spreadsheet"
    )


def too_large(name: str, most: int) -> Refused:
    """More bytes than are ever read at once."""
    return Refused(f"{name} is larger than {most // 1024**2} MB. Split it into several files.", "too-large")


def too_old(name: str, what: str) -> Refused:
    """A spreadsheet of a program that nothing here reads."""
    return Refused(f"{name} is {what}, too old to be read. Open it in a spreadsheet program, save it as .xlsx.", "old")


def no_table(name: str, why: str) -> Refused:
    """A text that no table is written in; `why` in words."""
    return Refused(f"{name} is no table of texts: {why}. Save the table as .xlsx or .csv.", "not-a-spreadsheet")


def bomb(name: str) -> Refused:
    """A small file that unpacks to a huge one."""
    return Refused(
        f"{name} unpacks to far more than a spreadsheet holds; it may be made to harm. It was not read.", "too-large"
    )


def too_many_cells(name: str, most: int) -> Refused:
    """More than is ever read at once."""
    return Refused(
        f"{name} has more than {most:,} cells. Split it into several files, or leave out what is not needed.",
        "too-large",
    )


def check_spread(name: str, rows: int, columns: int) -> None:
    """Refused when the cells lie so far apart that the space between them would fill the memory."""
    if rows * columns > MOST_SPREAD:
        raise Refused(
            f"{name} has cells that lie very far apart ({rows:,} rows × {columns:,} columns). Delete what stands far "
            "outside of the table, save, and try again.",
            "too-large",
        )
