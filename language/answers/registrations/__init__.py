"""Who comes to a day out, with whom, and how old."""
