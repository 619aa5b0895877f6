"""The tab of a project's plan: work packages, milestones, deliverables, charts and baselines."""
