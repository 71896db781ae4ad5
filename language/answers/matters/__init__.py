"""What is followed to its end: difficulties, opinions, recommendations, conclusions."""
