"""Campaigns: one plan with its parts, days and work, and what it achieves."""
