"""Where bugs end: logged under a code without anybody's words, and told to the operator."""

import hashlib
import logging
import traceback

from bot.alarms import Alarms
from domain.letters import Message

log = logging.getLogger(__name__)


def fingerprint(error: BaseException) -> str:
    """The same bug has the same code: `E-7F3A`."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "|".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.name}" for frame in frames[-4:])
    return (
        "E-" + hashlib.sha256(f"{type(error).__name__}|{where}".encode()).hexdigest()[:4].upper()
    )


def place_of(error: BaseException) -> str:
    """Where it happened, without values: messages of errors may hold what people typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return "<".join(
        f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}:{f.name.strip('<>')}" for f in frames[:-6:-1]
    )


class Faults:
    """Where every part brings its bugs."""

    def __init__(self, alarms: Alarms) -> None:
        self._alarms = alarms

    async def record(self, error: BaseException, what: str) -> str:
        """Log a bug and return its code."""
        code = fingerprint(error)
        log.error(f"%s in {what}: %s at %s", code, type(error).__name__, place_of(error))
        self._alarms.ring(code, "fault", code=code, name=type(error).__name__, what=what)
        return code


def recorded_unsaid(code: str) -> Message:
    """Said when a deed was done and its answer cannot be said: it need not be sent again."""
    return Message("fault.recorded", {"code": code})


def not_recorded(code: str) -> Message:
    """Said when an update was put aside: it has not been recorded."""
    return Message("fault.not_recorded", {"code": code})
