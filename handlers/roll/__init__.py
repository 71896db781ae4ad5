"""The point leader's morning."""
