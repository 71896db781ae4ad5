"""Figures of an activity: asked, said, read back, confirmed, counted, corrected."""
