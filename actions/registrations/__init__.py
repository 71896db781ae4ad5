"""From the poster to a place: registering, seats, the waiting line, groups."""
