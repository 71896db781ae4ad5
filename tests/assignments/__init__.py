"""Stories of assignments: given, accepted, reported, decided, reminded of."""
