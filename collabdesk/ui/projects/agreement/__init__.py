"""The tab of a project's agreement: clauses, decisions, background and results, datasets, transfers."""
