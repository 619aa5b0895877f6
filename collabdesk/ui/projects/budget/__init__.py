"""The budget of a project: versions and their moves, lines, transfers, tables across, comparison, actual costs."""
