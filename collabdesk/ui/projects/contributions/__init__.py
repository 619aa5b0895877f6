"""The tab of contributions: pledges, credit events, scale and assessments, match; and who takes part."""
