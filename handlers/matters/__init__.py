"""Matters in the chat: raised in a line, stepped on by taps."""
