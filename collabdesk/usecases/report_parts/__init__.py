"""One file per topic of a report: gathers its facts from the workspace."""
