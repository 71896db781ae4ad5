"""Stories of registrations: from the poster to a place, waiting, handed on, given up."""
