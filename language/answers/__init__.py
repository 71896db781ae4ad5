"""Answers: what somebody wants with a line, and what it says besides."""
