"""Figures to drafted findings."""
