"""Visits without overlap: proposed, compared, put together, followed to their end."""
