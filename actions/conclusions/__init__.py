"""What the leaders are asked, say and conclude: read back, carried out, followed to its end."""
