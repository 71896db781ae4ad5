"""Stories of turnout: figures asked for, read back, counted."""
