"""Checklists: steps of a task, what a visit looks at, criteria of a hamlet or a house, parts of a
campaign."""
