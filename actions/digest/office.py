"""The office's hand on the report: the draft, remarks, what to decide, approval, a pause."""

from collections.abc import Sequence
from dataclasses import replace

from actions.desk import action, view
from actions.digest.correcting import resend
from actions.digest.counting import Counted
from actions.digest.facts import ALL, compute
from actions.digest.printing import as_sent
from actions.digest.sending import (
    freeze,
    letter,
    send,
    show_office,
)
from actions.rooms import followed
from domain.access import Permission, Role
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows
from domain.periods import Week
from domain.refusals import Refusal
from storage import Work
from storage.digests import Digest

P = Permission
MOST_ASKS = 3
REMARKS, ASKS = "digest_remarks", "digest_asks"
ASK_LETTERS, REMARK_LETTERS = 200, 600


def draw_preview(work: Work, digest_id: int) -> Message:
    """The draft as the office watches it: when it goes, what is missing, who has it."""
    kept = work.digests.get(digest_id)
    copies, until = work.digests.deliveries(digest_id), kept.sent_at or work.now
    shown = {
        "number": kept.week.number,
        "sends": None if kept.paused else kept.sends,
        "waits": kept.paused or None,
        "missing": kept.missing,
        "asks": _numbered(followed().asked(work, until, kept.updated_at or until)),
        "remarks": kept.remarks,
        "state": "paused" if kept.paused else kept.state,
        "approved": "yes" if kept.approved_by else "no",
        "arrived": sum(copy.arrived for copy in copies) if copies else None,
        "owed": len(copies) or None,
        "waiting": [copy.name for copy in copies if not copy.arrived],
    }
    return Message("digest.preview", shown, _buttons(kept), card=f"preview:{digest_id}")


def _numbered(asks: Sequence[str]) -> list[str]:
    """As the report will number them, where there are several."""
    return [f"{n}. {text}" for n, text in enumerate(asks, start=1)] if asks[1:] else list(asks)


def _buttons(kept: Digest) -> Rows:
    look = Press("d.look", kept.id)
    approve = () if kept.approved_by else (Press("d.approve", kept.id),)
    if kept.state in ("sent", "skipped"):
        return ((look, *approve),)
    skip = Press("rs.skip", kept.week.monday.toordinal())
    pause = Press("d.go", kept.id) if kept.paused else Press("d.pause", kept.id)
    words = (Press("d.remarks", kept.id), Press("d.asks", kept.id))
    chase = ((Press("t.missing"),),) if kept.missing else ()
    return ((look, *approve), words, (pause, skip), *chase)


def _mine(work: Work, digest_id: int) -> Digest:
    """Approving and editing is the office's."""
    if not work.actor.is_any(Role.OFFICE_ADMIN):
        raise Refusal("no_permission", permission=P.APPROVE_DIGEST.value)
    return work.digests.get(digest_id)


def _shown(work: Work, digest_id: int) -> Message:
    show_office(work, digest_id)
    return replace(draw_preview(work, digest_id), place=Place.EDIT)


@view(needs=P.APPROVE_DIGEST)
def look(work: Work, digest_id: int) -> Message:
    """The draft itself, as it would read now."""
    kept = _mine(work, digest_id)
    told = work.digests.parts(kept.id).get(ALL) or compute(work, kept.edition, ALL, work.now)
    return replace(letter(digest_id, as_sent(work, kept.id, told)), buttons=())


@view(needs=P.APPROVE_DIGEST)
def to_approve(work: Work, number: int | None = None) -> int:
    """The draft that waits for a yes, of that week where one is named; 0 where none does."""
    this = Week.of(work.today)
    weeks = (this, this.previous)
    found = [kept for kept in map(work.digests.of_week, weeks) if kept and not kept.approved_by]
    meant = [kept.id for kept in found if number in (None, kept.week.number)]
    return next(iter(meant), 0)


@action(needs=P.APPROVE_DIGEST)
def approve(work: Work, digest_id: int) -> Message:
    """It goes at its hour, marked as approved; one that has gone is marked anew."""
    kept = _mine(work, digest_id)
    if kept.approved_by:
        raise Refusal("already_approved", who=work.people.name(kept.approved_by))
    if kept.state == "skipped":
        raise Refusal("report_skipped")
    work.digests.approve(digest_id, work.actor.me, work.now)
    work.log("digest.approved", "digest", digest_id)
    if kept.state == "sent":
        resend(work, digest_id)
    return _shown(work, digest_id)


@action(needs=P.APPROVE_DIGEST)
def pause(work: Work, digest_id: int) -> Message:
    kept = _open(work, digest_id)
    work.digests.set_paused(kept.id, True)
    work.log("digest.paused", "digest", kept.id)
    return _shown(work, kept.id)


def _open(work: Work, digest_id: int) -> Digest:
    kept = _mine(work, digest_id)
    if kept.state in ("sent", "skipped"):
        raise Refusal("report_gone")
    return kept


@action(needs=P.APPROVE_DIGEST)
def go(work: Work, digest_id: int, counted: Counted) -> Message:
    """The pause is over; when its hour has passed the report goes at once."""
    kept = _open(work, digest_id)
    work.digests.set_paused(kept.id, False)
    work.log("digest.resumed", "digest", kept.id)
    if work.now >= kept.sends:
        if kept.state == "preview":
            freeze(work, kept, counted)
        send(work, work.digests.get(kept.id))
    return _shown(work, kept.id)


@action(needs=P.APPROVE_DIGEST)
def ask_remarks(work: Work, digest_id: int) -> Message:
    return _expect(work, REMARKS, _mine(work, digest_id).id)


@action(needs=P.APPROVE_DIGEST)
def ask_asks(work: Work, digest_id: int) -> Message:
    return _expect(work, ASKS, _mine(work, digest_id).id)


def _expect(work: Work, topic: str, digest_id: int) -> Message:
    work.expectations.expect(work.actor.me, Expectation(topic, digest_id), work.now)
    facts = {"asks": followed().asked(work, work.now, work.now)}
    return Message(topic.replace("_", ".ask_", 1), facts, topic=f"{topic}:{digest_id}")


@action(needs=P.APPROVE_DIGEST)
def write_remarks(work: Work, digest_id: int, text: str) -> Message:
    """Free words of the office at the end of the report."""
    kept = _mine(work, digest_id)
    if len(text) > REMARK_LETTERS:
        raise Refusal("remark_too_long", letters=len(text), most=REMARK_LETTERS)
    work.expectations.forget(work.actor.me, REMARKS, digest_id)
    work.digests.set_remarks(digest_id, text)
    return _after_words(work, kept)


@action(needs=P.APPROVE_DIGEST)
def write_asks(work: Work, digest_id: int, lines: Sequence[str]) -> Message:
    """What the committee is asked to decide: up to three lines, «0» for none."""
    kept = _mine(work, digest_id)
    if len(lines) > MOST_ASKS:
        raise Refusal("too_many_asks", most=MOST_ASKS)
    work.expectations.forget(work.actor.me, ASKS, digest_id)
    followed().rewrite(work, [line[:ASK_LETTERS] for line in lines])
    return _after_words(work, kept)


def _after_words(work: Work, kept: Digest) -> Message:
    if kept.state == "sent":
        resend(work, kept.id)
    show_office(work, kept.id)
    facts = {
        "number": kept.week.number,
        "asks": followed().asked(work, work.now, work.now),
        "remarks": work.digests.get(kept.id).remarks,
    }
    return Message("digest.noted", facts, ((Press("d.look", kept.id),),))
