"""Work: given, answered, reported, decided; by buttons and by typing."""
