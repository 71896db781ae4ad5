"""On the spot, each tap by itself: arrived, what was found, what came of it; the team agrees."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.checklists.several import left_of_visit
from actions.desk import action, view
from actions.matters.known import may_read
from actions.office.unannounced import hands, is_member, may_see
from actions.supervision.known import in_team, kept, refresh, seen_by_number, way_on
from actions.supervision.team import goes_along
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.evidence import Proof
from domain.letters import Message, Press, result, rows_of
from domain.matter_kinds import RECOMMENDATION
from domain.names import clean_lines, shorten
from domain.refusals import Refusal
from domain.visits import (
    ORDER,
    WORDS_LETTERS,
    Finding,
    Sort,
    Visit,
    check_arrival,
    is_under_way,
)
from storage import Work

P = Permission
Notes = Sequence[tuple[Sort, str]]
NotesOf = Callable[[str], Notes]
FOUND, THERE, PLACE = "visit.found", "visit.there", "location"
DRAFTED = "drafted"
NOTES, LABEL, TWICE = 6, 28, 2
AGREES = frozenset({"agrees", "agrees_not"})
CORRECTS = (Hand.OWNER, Hand.DUTY_HEAD)


@action(needs=P.SUPERVISE)
def arrive(work: Work, visit_id: int) -> Message:
    """From now on its team sees where it is, and writes what it finds."""
    visit = _to_arrive(work, visit_id)
    check_arrival(visit)
    kept(work, replace(visit, arrived_at=work.now, on_day=work.today))
    work.log("arrived", "visit", visit.id)
    for member in work.teams.of(visit.id):
        work.redraw(f"visit:{visit.id}", member.person_id, ring=member.person_id != work.actor.me)
    return _ask(work, visit)


def _to_arrive(work: Work, visit_id: int) -> Visit:
    """Who goes along and does not know where waits for its head."""
    goes = work.visits.get(visit_id)
    if _comes_along(work, goes) and not may_see(work, goes):
        raise Refusal("visit_head_arrives", code=goes.code, head=work.people.name(goes.head_id))
    return in_team(work, visit_id)


def _comes_along(work: Work, visit: Visit) -> bool:
    """Of its team, and knows so by now; where no hour was said, on its days."""
    if visit.starts_at or visit.first > work.today:
        return goes_along(work, visit.id)
    return is_member(work, visit)


@action(needs=P.SUPERVISE)
def ask_there(work: Work, visit_id: int, words: str) -> Message:
    """A note of somebody who has not said that they arrived: it is kept with the question."""
    visit, said = _to_arrive(work, visit_id), clean_lines(words, WORDS_LETTERS)
    work.expectations.expect(
        work.actor.me, Expectation(THERE, visit.id, {"words": said}), work.now
    )
    buttons = ((Press("v.there", visit.id, label="@button.v.arrive"),),)
    facts = {"code": visit.code, "words": said}
    return Message("visit.ask_there", facts, buttons, topic=f"{THERE}:{visit.id}")


@action(needs=P.SUPERVISE)
def arrive_noting(work: Work, visit_id: int, read: NotesOf) -> Message:
    """They are there, and what was typed is the first note."""
    waited = work.expectations.find(work.actor.me, THERE, visit_id, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, THERE, visit_id)
    arrived = arrive.run(work, visit_id)
    find.run(work, visit_id, read(str(waited.answers["words"])))
    return arrived


def made(work: Work, visit_id: int) -> Visit:
    """Nothing is found where nobody went."""
    visit = in_team(work, visit_id)
    if not (is_under_way(visit) or visit.done_at):
        raise Refusal("visit_moved_on", code=visit.code)
    return visit


def hear_notes(work: Work, visit: Visit) -> None:
    """Until the day is over: whatever is typed later is of something else."""
    until = datetime.combine(work.today + timedelta(days=1), time(), work.zone)
    work.expectations.expect(work.actor.me, Expectation(FOUND, visit.id, expires=until), work.now)


def _ask(work: Work, visit: Visit) -> Message:
    hear_notes(work, visit)
    found = work.matters.open_of_body(RECOMMENDATION.code, visit.body_id)
    waiting = tuple(matter.code for matter in found if may_read(work, matter))
    lacks = "yes" if ORDER[visit.stage] < ORDER["planned"] else None
    facts = {"code": visit.code, "open": waiting, "lacks": lacks}
    return Message("visit.ask_found", facts, topic=f"{FOUND}:{visit.id}")


@action(needs=P.SUPERVISE)
def ask_found(work: Work, visit_id: int) -> Message:
    return _ask(work, made(work, visit_id))


@action(needs=P.SUPERVISE)
def find(
    work: Work,
    visit_id: int,
    notes: Notes,
    proof: Proof | None = None,
    *,
    named: bool = False,
) -> Message:
    """Words, a photo, or both; more may follow. What came back says for which time; what stands
    there already is said, and stands once; a tap takes it back; who names somebody hears who
    reads it."""
    visit = made(work, visit_id)
    said = [(sort, clean_lines(words, WORDS_LETTERS)) for sort, words in notes]
    said = [(sort, words) for sort, words in said if words]
    if not attached(work, visit, proof) and not said:
        raise Refusal("words_needed")
    new, before, written = not_yet(work, visit, said), _before(work, visit), list[Press]()
    for sort, words in new:
        times = before + 1 if sort is Sort.SHORT else 1
        note = Finding(sort, words, times, by=work.actor.me)
        written.append(_takes_back(visit, work.teams.find(visit.id, note, work.now), words))
        work.log("found", "visit", visit.id)
    refresh(work, visit)
    hear_notes(work, visit)
    again = before + 1 if before and any(sort is Sort.SHORT for sort, _ in new) else None
    sorts = tuple(dict.fromkeys(sort.value for sort, _ in new))
    twice = tuple(shorten(words, LABEL) for sort, words in said if (sort, words) not in new)
    alone = new[0][1] if len(new) == 1 else None
    facts = {
        "words": alone,
        "sorts": sorts,
        "times": again,
        "twice": twice[:TWICE],
        **read_by(visit, named),
    }
    kind = "visit.found" if new or proof else "visit.found_already"
    one = [replace(press, label="") for press in written] if len(written) == 1 else written
    return result(kind, rows_of(one[:NOTES]), code=visit.code, **facts)


def _takes_back(visit: Visit, finding_id: int, words: str) -> Press:
    return Press("v.strike", visit.id, str(finding_id), label=shorten(f"✕ {words}", LABEL))


def read_by(visit: Visit, named: bool) -> dict[str, Any]:
    """Of an announced one everybody on the staff reads who is named."""
    return {"named": "yes" if named and not visit.unannounced else None}


def _before(work: Work, visit: Visit) -> int:
    return work.teams.found_before(visit.id, visit.body_id, visit.theme_id)


def not_yet(work: Work, visit: Visit, notes: Notes) -> list[tuple[Sort, str]]:
    """Those that nobody wrote down there before in the same words."""
    stand = {(note.sort, note.words.casefold()) for note in work.teams.found(visit.id)}
    return [(sort, words) for sort, words in notes if (sort, words.casefold()) not in stand]


@view(needs=P.SUPERVISE)
def ask_items(work: Work, visit_id: int) -> Message:
    """«6/8 mục»: how many says not which; that is asked, and nothing is marked."""
    visit = made(work, visit_id)
    code, left = left_of_visit(work, f"visit:{visit.id}") or (None, ())
    return Message("visit.ask_items", {"code": visit.code, "list": code, "left": left})


@view(needs=P.SUPERVISE)
def notes(work: Work, visit_id: int) -> Sequence[Finding]:
    """What was written down there and is the actor's to take away: a bare «bỏ dòng vừa rồi» means
    one's own."""
    return [note for note in work.teams.found(made(work, visit_id).id) if _is_mine(work, note)]


def _is_mine(work: Work, note: Finding) -> bool:
    return note.by in (None, work.actor.me)


def _may_strike(work: Work, visit: Visit, note: Finding) -> bool:
    """Whoever wrote it; and who answers for what the team found."""
    return _is_mine(work, note) or not hands(work, visit).isdisjoint(CORRECTS)


@view(needs=P.SUPERVISE)
def made_by_number(work: Work, number: int) -> int:
    """The visit of a code, for whoever writes down what came of it."""
    return made(work, seen_by_number(work, number).id).id


@action(needs=P.SUPERVISE)
def strike(work: Work, visit_id: int, finding_id: int) -> Message:
    """A note that was no note goes; where it is not plain which one, they are shown. Nobody takes
    away what another wrote, but the head of the team and of supervision, by a tap."""
    visit = made(work, visit_id)
    found = [note for note in work.teams.found(visit.id) if _may_strike(work, visit, note)]
    one = next((note for note in found if note.id == finding_id), None)
    if one is None and finding_id:
        raise Refusal("unknown_button")
    return _gone(work, visit, one) if one else _which_note(work, visit, found)


def _gone(work: Work, visit: Visit, one: Finding) -> Message:
    work.teams.strike(one.id)
    work.log("struck", "visit", visit.id)
    refresh(work, visit)
    hear_notes(work, visit)
    return result("visit.struck", code=visit.code, words=one.words, sort=one.sort.value)


def _which_note(work: Work, visit: Visit, notes: Sequence[Finding]) -> Message:
    shown = notes[-NOTES:]
    if not shown:
        raise Refusal("visit_no_notes", code=visit.code)
    hear_notes(work, visit)
    newest = shown[::-1]
    rows = [
        (Press("v.strike", visit.id, str(note.id), label=shorten(note.words, LABEL)),)
        for note in newest
    ]
    others = [
        {"name": note.name, "words": note.words} for note in newest if not _is_mine(work, note)
    ]
    return Message("visit.ask_strike", {"code": visit.code, "rows": others}, tuple(rows))


@action(needs=P.SUPERVISE)
def end_notes(work: Work, visit_id: int) -> Message:
    """«xong»: nothing more is noted; what its checklist still lacks is said."""
    visit = made(work, visit_id)
    work.expectations.forget(work.actor.me, FOUND, visit.id)
    left = left_of_visit(work, f"visit:{visit.id}")
    lacks = {"list": left[0], "left": left[1]} if left and left[1] else {"list": None, "left": ()}
    on = [Press("v.step", visit.id, f"{visit.version}.visited", label="@visit.do.visited")]
    way = way_on(work, visit)
    opens = (*rows_of(on if way and way.code == "visited" else []), _opens(visit))
    count = len(work.teams.found(visit.id))
    return Message("visit.notes_ended", {"code": visit.code, "count": count, **lacks}, opens)


def _opens(visit: Visit) -> tuple[Press, ...]:
    return (Press("v.open", visit.id, label=visit.code),)


def attached(work: Work, visit: Visit, proof: Proof | None) -> bool:
    """A photo, a voice, or the place as the phone says it, to some ten metres."""
    if proof is None or not (proof.file_id or proof.kind == PLACE):
        return False
    if proof.kind == PLACE:
        lat, lon = round(proof.latitude, 4), round(proof.longitude, 4)
        there = f"{lat},{lon}"
        proof = replace(proof, latitude=lat, longitude=lon, unique_id=there)
    if not work.attachments.add(f"visit:{visit.id}", proof, work.now):
        raise Refusal("attached_already", code=visit.code)
    work.log("attached", "visit", visit.id)
    return True


@view(needs=P.SUPERVISE)
def which_here(work: Work, does: str) -> int:
    """The one visit that the actor is on and of which this can be said now; 0 where there is none,
    asked where there are several."""
    fits = FITS[does]
    here = [v for v in work.visits.open() if fits(v, work.today) and _comes_along(work, v)]
    if len(here) > 1 and does in AGREES:
        here = [visit for visit in here if _asks_me(work, visit)] or here
    return _only(here)


@view(needs=P.SUPERVISE)
def noting_today(work: Work) -> int:
    """The one visit at which the actor arrived today; 0 where there is none, asked where there are
    several. Of an older one only what says so is a note."""
    on_it = (v for v in work.visits.open() if v.arrived_at and _not_concluded(v, work.today))
    today = (v for v in on_it if v.arrived_at and work.day(v.arrived_at) == work.today)
    return _only([visit for visit in today if _comes_along(work, visit)])


def _only(here: Sequence[Visit]) -> int:
    if len(here) > 1:
        raise Refusal("visit_which_here", codes=[visit.code for visit in here])
    return here[0].id if here else 0


@view(needs=P.SUPERVISE)
def in_hand(work: Work) -> Sequence[tuple[int, str]]:
    """The visits at which the actor is today: what they send may be of one of them."""
    there = (v for v in work.visits.open() if v.arrived_at and _in_hand(v, work.today))
    today = (v for v in there if v.arrived_at and work.day(v.arrived_at) == work.today)
    return tuple((visit.id, visit.code) for visit in today if is_member(work, visit))


def _asks_me(work: Work, visit: Visit) -> bool:
    """The team was asked whether it agrees with the draft, and the actor has not said."""
    mine = (one for one in work.teams.of(visit.id) if one.person_id == work.actor.person_id)
    asked = any(row.event == "draft" for row in work.journal.history("visit", visit.id))
    return asked and any(one.agrees is None for one in mine)


def _to_come(visit: Visit, today: date) -> bool:
    first, last = (visit.on_day, visit.on_day) if visit.on_day else (visit.first, visit.last)
    return is_under_way(visit) and not visit.arrived_at and first <= today <= last


def _to_come_soon(visit: Visit, today: date) -> bool:
    """Its hour was told; whoever is told it says whether they come."""
    near = visit.starts_at is not None and (visit.day - today).days <= 1
    return near and is_under_way(visit) and not visit.arrived_at and visit.day >= today


def _in_hand(visit: Visit, _: date) -> bool:
    return is_under_way(visit) and visit.arrived_at is not None


def _made_now(visit: Visit, _: date) -> bool:
    return visit.done_at is not None and ORDER.get(visit.stage, -1) < ORDER["concluded"]


def _not_concluded(visit: Visit, today: date) -> bool:
    return _in_hand(visit, today) or _made_now(visit, today)


FITS: Mapping[str, Callable[[Visit, date], bool]] = {
    "arrived": _to_come,
    "comes": _to_come_soon,
    "comes_not": _to_come_soon,
    "minutes": _in_hand,
    "score": _in_hand,
    "there": _to_come,
    "found": _not_concluded,
    "recommended": _not_concluded,
    "draft": _made_now,
    "agrees": _made_now,
    "agrees_not": _made_now,
}
"""When a line that names no visit can be said of one."""
