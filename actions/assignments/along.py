"""What came along with words of work: kept with it until it is reported as done."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from actions.assignments.leading import going
from actions.assignments.typed import Wish
from actions.desk import action, view
from domain.access import Permission
from domain.dialogue import Expectation
from domain.evidence import Proof, along_with
from domain.letters import Message
from storage import Work


@action(needs=Permission.OWN_WORK)
def do_and_attach(
    work: Work, wish: Wish, assignment_id: int, proofs: Sequence[Proof]
) -> Message | None:
    """Do what the words ask for; what was sent with them goes into the report later."""
    work.actor.require(wish.deed.needs)
    for proof in proofs:
        work.attachments.add(along_with(going(work, assignment_id).id), proof, work.now)
    said = wish.deed.run(work, *wish.args)
    return replace(said, facts={**said.facts, "kept": len(proofs)}) if said else None


@view(needs=Permission.OWN_WORK)
def knows_album(work: Work, album: str) -> bool:
    """Whether an earlier photo of it went somewhere, or waits for an answer."""
    return bool(album) and bool(work.attachments.where(album) or _asked(work, album))


@action(needs=Permission.OWN_WORK)
def follow_album(work: Work, proof: Proof) -> None:
    """The next photo of an album goes where the first one went, or waits with it."""
    if asked := _asked(work, proof.album):
        proofs = [*asked.answers["proofs"], asdict(proof)]
        more = replace(asked, answers={**asked.answers, "proofs": proofs})
        work.expectations.expect(work.actor.me, more, work.now)
    else:
        work.attachments.add(work.attachments.where(proof.album), proof, work.now)


def _asked(work: Work, album: str) -> Expectation | None:
    """The question that holds the first photo of it."""
    waiting = work.expectations.open(work.actor.me, work.now)
    return next((e for e in waiting if album in _albums(e)), None)


def _albums(asked: Expectation) -> set[str]:
    return {str(proof["album"]) for proof in asked.answers.get("proofs", ())}
