"""The tab of balance: shares, concentration, return, votes and leads."""
