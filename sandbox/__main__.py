"""`python -m sandbox`: Ctrl-C ends it without a traceback, even while it is still loading."""

from __future__ import annotations

import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from sandbox.commands import main

    sys.exit(main())
