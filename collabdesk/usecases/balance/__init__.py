"""The balance of a consortium as a window shows it: by partner and by country, with the figures that it rests on."""

from collabdesk.usecases.balance.looking import CountryRow, PartnerRow, View, view

__all__ = ["CountryRow", "PartnerRow", "View", "view"]
