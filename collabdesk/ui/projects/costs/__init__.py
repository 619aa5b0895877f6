"""The tab of a project's costs: cost items, effort and reporting periods."""
