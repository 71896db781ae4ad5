"""Stories of what is followed to its end."""
