"""Visits as they are proposed, changed and carried out."""
