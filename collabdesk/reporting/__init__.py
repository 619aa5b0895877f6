"""Figures to a report to a PDF."""
