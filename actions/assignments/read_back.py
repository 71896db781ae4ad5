"""Several things that were read back in one message: done once, as they were shown."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.refusals import Refusal
from storage import Work
from storage.rows import stamp

Step = dict[str, Any]
"""What is done with which thing, as it is kept until the yes."""


def shown(step: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """All that a step says, alike before and after it was kept."""
    return sorted((name, _one(said)) for name, said in step.items() if said not in (None, ""))


def _one(said: Any) -> str:
    if isinstance(said, Mapping):
        return repr(shown(said))
    return str(stamp(said) if isinstance(said, datetime) else said)


def steps_read_back(
    work: Work, topic: str, mark: str, known_by: Callable[[Sequence[Step]], str]
) -> Sequence[Step]:
    """What was read back and waits for a yes, once; a button of an older reading finds nothing."""
    heard = work.expectations.find(work.actor.me, topic, 0, work.now)
    kept = heard.answers["steps"] if heard else []
    if not kept or mark not in ("", known_by(kept)):
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, topic, 0)
    return kept
