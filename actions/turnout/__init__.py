"""Figures of a day out: asked, said, read back, confirmed, counted, corrected."""
