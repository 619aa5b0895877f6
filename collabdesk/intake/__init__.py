"""A funder's file to staged rows."""
