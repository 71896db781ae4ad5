"""Days out are planned here, shown back, and opened."""
