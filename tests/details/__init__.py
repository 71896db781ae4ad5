"""Stories of a report taken apart."""
