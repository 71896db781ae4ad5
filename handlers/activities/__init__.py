"""Activities: planned, changed, announced."""
