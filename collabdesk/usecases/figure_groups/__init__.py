"""Figures by subject: one file per group, each offers its `GROUP`; found by discovery."""
