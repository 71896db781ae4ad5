"""A strict stand-in for Telegram on this machine, so that anybody can try the bot."""
