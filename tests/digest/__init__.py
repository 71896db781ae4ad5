"""Stories of the digest: the week in figures, and its way to the readers."""
