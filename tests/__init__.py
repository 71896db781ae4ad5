"""Stories told through the real house."""
