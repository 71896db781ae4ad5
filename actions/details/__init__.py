"""A report taken apart: from each figure to what it counts, and to the card of one task."""
