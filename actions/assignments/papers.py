"""Work that a paper brought: its picture hangs on it, and its number finds it again."""

from datetime import date

from actions.assignments.cards import must_see
from actions.assignments.lists import line_of
from actions.desk import view
from domain.access import Permission
from domain.assignment_rights import may_see
from domain.letters import Message, Press, rows_of
from storage import Work

MOST = 9


@view(needs=Permission.OWN_WORK)
def from_paper(work: Work, number: str, day: date | None = None) -> Message | None:
    """«cv 312», «công văn ngày 16/11»: what came of it, as far as the reader may see it; nothing
    where nobody knows."""
    found = [work.assignments.get(one) for one in work.papers.work_of(number, day, MOST)]
    seen = [a for a in found if may_see(work.actor, a, supports=_had(work, a.id))]
    if not seen:
        return None
    lines = [{**line_of(work, a), "source": a.source} for a in seen]
    presses = [Press("a.open", a.id, label=str(a.number)) for a in seen]
    return Message(
        "work.from_paper", {"number": number, "day": day, "lines": lines}, rows_of(presses)
    )


def _had(work: Work, assignment_id: int) -> bool:
    me = work.actor.person_id
    helps = (s.person_id == me for s in work.assignments.supports(assignment_id))
    led = (row["person_id"] == me for row in work.assignments.leads(assignment_id))
    return any((*helps, *led))


@view(needs=Permission.OWN_WORK)
def papers_of(work: Work, assignment_id: int) -> Message:
    """The photo or file that the work came with."""
    a = work.assignments.get(assignment_id)
    must_see(work, a)
    proofs = work.attachments.about(f"assignment:{a.id}")
    sent = tuple((proof.kind, proof.file_id) for proof in proofs)
    return Message("work.papers", {"code": a.code, "source": a.source}, files=sent)
