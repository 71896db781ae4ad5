"""Campaigns in the chat: opened in a line, days and work put to them."""
