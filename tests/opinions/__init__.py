"""Stories of what people say."""
