"""Lists of items, and what is said of each."""
