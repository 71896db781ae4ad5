"""Stories of the roll: who was there, who was not, and the thanks."""
