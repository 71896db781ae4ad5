"""Days out: planned, changed, announced."""
