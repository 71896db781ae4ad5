"""python -m bot: run the bot, or do the office's work at a desk."""

import sys

from bot.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
