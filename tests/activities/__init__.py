"""Stories of activities: planned, announced, changed, put off, filled."""
