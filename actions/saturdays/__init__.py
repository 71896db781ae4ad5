"""Volunteer days, from the poster to the thank-you."""
