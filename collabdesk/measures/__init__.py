"""Values to numbers: one file per calculation, pure functions; each file offers its `RULES`."""
