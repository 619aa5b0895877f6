"""What figures are made from, one file a topic: `gathered(workspace, project, as_of)` gives its facts."""
