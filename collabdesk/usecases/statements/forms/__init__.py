"""The forms of statements: ONE FILE PER STATEMENT, each offering STATEMENT."""
