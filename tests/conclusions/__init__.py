"""Stories of what the leaders are asked and what they conclude."""
