"""Words: one form of writing, word lists, phrases, numbers, names."""
