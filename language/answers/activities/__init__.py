"""Days out as they are planned, changed and asked about."""
