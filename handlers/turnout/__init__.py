"""Figures and photos of the points."""
