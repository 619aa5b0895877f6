"""The tabs of one project's page."""
