"""Values to numbers: one file per calculation."""
