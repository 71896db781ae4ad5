"""Visits in the chat."""
