"""Figures of a report: who is counted, and what was achieved."""
