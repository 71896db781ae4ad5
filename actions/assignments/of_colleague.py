"""What is ordered of a colleague's work by their name: which of it is meant."""

from collections.abc import Sequence

from actions.assignments.leading import way_out
from actions.desk import action
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of
from domain.names import shorten
from storage import Work

TOPIC = "work.theirs.which"
SHOWN, LABEL_LETTERS = 6, 28


@action(needs=Permission.ASSIGN)
def ask_which(work: Work, choices: Sequence[int], text: str, said: int) -> Message:
    """Keep what was said, as number `said` of all that was ever said, and ask of which."""
    found = [work.assignments.get(one) for one in choices[:SHOWN]]
    kept = Expectation(TOPIC, said, {"text": text, "picks": [a.id for a in found]})
    work.expectations.expect(work.actor.me, kept, work.now)
    presses = [
        Press("v.theirs", a.id, str(said), label=shorten(f"{a.number} – {a.title}", LABEL_LETTERS))
        for a in found
    ]
    rows = (*rows_of(presses, 1), way_out(TOPIC, said))
    return Message("work.which_verdict", {"text": text}, rows, topic=f"{TOPIC}:{said}")
