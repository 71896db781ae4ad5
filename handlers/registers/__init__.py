"""Registers in the chat: one line tells the numbers."""
