"""The weekly report, for its readers and for the office."""
