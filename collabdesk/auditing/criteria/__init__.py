"""Criteria: one check a file, each offers its `CRITERION`; found by discovery."""
