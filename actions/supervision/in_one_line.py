"""Two things of a visit in one line: each is done by itself, with a tap."""

from collections.abc import Sequence

from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press
from domain.names import shorten
from domain.refusals import Refusal
from storage import Work
from storage.rows import dump

P = Permission
TWO = "visit.two"
LABEL = 28


@action(needs=P.SUPERVISE)
def ask(work: Work, lines: Sequence[str]) -> Message:
    """Nothing is done yet; both are kept."""
    kept = {"lines": list(lines)}
    asked = int(mark_of(dump(kept)), 16)
    work.expectations.expect(work.actor.me, Expectation(TWO, asked, kept), work.now)
    rows = tuple(
        (Press("v.oneof", asked, str(n), label=shorten(line, LABEL)),)
        for n, line in enumerate(lines)
    )
    return Message("visit.two", buttons=rows, topic=f"{TWO}:{asked}")


@view(needs=P.SUPERVISE)
def line(work: Work, asked: int, n: int) -> str:
    """The one that was tapped, as it was typed."""
    waited = work.expectations.find(work.actor.me, TWO, asked, work.now)
    lines: Sequence[str] = waited.answers["lines"] if waited else ()
    if not 0 <= n < len(lines):
        raise Refusal("words_gone")
    return lines[n]
