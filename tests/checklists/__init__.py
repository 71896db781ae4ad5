"""Stories of numbers that are told again and again."""
