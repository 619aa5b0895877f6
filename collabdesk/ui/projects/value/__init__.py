"""The tab of a project's earned value: where it stands on a day, by work package, and the readings of progress."""
