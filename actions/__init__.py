"""What may be done in the office: deeds and views, each with the right it needs."""
