"""Conclusions in the chat: an item of the report answered, a line that concludes it."""
