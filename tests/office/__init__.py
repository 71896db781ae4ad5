"""Stories of the office: who comes in, who is there, its groups and its week."""
