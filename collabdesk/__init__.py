"""CollabDesk: the books, audits and reports of an international research collaboration."""

__version__ = "0.1.0"
