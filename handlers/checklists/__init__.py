"""Checklists: items that are tapped, told in a line, or proved with a photo."""
