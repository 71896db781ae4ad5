"""Activities are planned here, shown back, and opened."""
