"""Stories of the whole house: its rules, its commands, and what belongs to no one room."""
