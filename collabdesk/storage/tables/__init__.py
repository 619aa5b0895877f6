"""One file per noun: its table."""
