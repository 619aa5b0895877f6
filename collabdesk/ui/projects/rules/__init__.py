"""The rules of one project: which pack and why, what the grant states itself, what if another applied."""
