"""Tries the reading of typed lines: `python -m language when|turnout|reply|accuracy`."""

from language.check.command import main

if __name__ == "__main__":
    raise SystemExit(main())
