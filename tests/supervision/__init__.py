"""Stories of visits without overlap, and of what becomes of their recommendations."""
