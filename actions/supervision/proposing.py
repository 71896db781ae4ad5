"""A visit is proposed: in one line, or in four taps; the radar answers at once."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from actions.desk import action
from actions.supervision import approving, beside
from actions.supervision.beside import Draft
from actions.supervision.known import facts_of, kept, people_of
from actions.supervision.radar import radar, radar_of
from domain.access import Hand, Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, Rows, rows_of
from domain.names import clean, shorten
from domain.refusals import Refusal
from domain.visits import STAGES, ProposalSaid, Species, Visit, check_subject, check_window
from storage import Work
from storage.lookups import BODY, THEME
from storage.rows import dump
from storage.visits import Proposal

P = Permission
FORM, OPENNESS = "visit.form", "visit.openness"
ASKS = ("species", "theme", "body", "window")
"""The four things that a proposal is made of, in the order in which they are asked."""
LABEL, NAME_LETTERS, CHOICES, MONTHS = 28, 80, 6, 4
UNDECIDED = timedelta(days=7)
"""So long a proposal waits for the word whether it is announced."""


@action(needs=P.SUPERVISE)
def begin(work: Work, said: ProposalSaid) -> Message:
    """What the line says is taken, what it does not say is asked."""
    return _go_on(work, _filled({}, said))


@action(needs=P.SUPERVISE)
def answer(work: Work, said: ProposalSaid) -> Message:
    """One more of the four."""
    return _go_on(work, _filled(_draft(work), said))


@action(needs=P.SUPERVISE)
def choose(work: Work, name: str, lookup_id: int) -> Message:
    """A theme or a body out of the list; what was typed becomes a name of it with the proposal."""
    if name not in (THEME, BODY) or not work.lookups.is_known(name, lookup_id):
        raise Refusal("not_found")
    return _go_on(work, {**_draft(work), f"{name}_id": lookup_id})


@action(needs=P.SUPERVISE)
def add_new(work: Work, name: str) -> Message:
    """What was typed becomes a theme or a body of the office's list."""
    draft = _draft(work)
    if name not in (THEME, BODY) or not draft.get(name):
        raise Refusal("words_gone")
    private = bool(draft.get("private")) and name == BODY
    _check_private(draft, private)
    found = work.lookups.add(name, draft[name], work.today, private=private, of_visits=True)
    work.log("added", name, found)
    return _go_on(work, {**draft, f"{name}_id": found})


def _draft(work: Work) -> Draft:
    waited = work.expectations.find(work.actor.me, FORM, 0, work.now)
    if waited is None:
        raise Refusal("words_gone")
    return dict(waited.answers)


def _filled(draft: Draft, said: ProposalSaid) -> Draft:
    """What was said goes over what was there."""
    given = {name: value for name, value in asdict(said).items() if value}
    if "last" in given:
        draft = {key: value for key, value in draft.items() if key != "starts"}
    for name in (THEME, BODY):
        if name in given:
            given[name] = clean(given[name], NAME_LETTERS)
            draft = {key: value for key, value in draft.items() if key != f"{name}_id"}
    return {**draft, **given}


def _go_on(work: Work, draft: Draft) -> Message:
    draft = _looked_up(work, draft)
    if draft.get("whose"):
        _organisation(work, draft["whose"])
    _check_private(draft, bool(draft.get("private")))
    _check_time(work, draft)
    beside.members_said(draft)
    known = {**draft, "theme": draft.get("theme_id"), "body": draft.get("body_id")}
    asks = next((name for name in ASKS if not known.get(_key(name))), None)
    if asks is None:
        work.expectations.forget(work.actor.me, FORM, 0)
        return _propose(work, draft) if draft.get("unannounced") else _ask_openness(work, draft)
    kept = {**draft, "asks": asks}
    work.expectations.expect(work.actor.me, Expectation(FORM, 0, kept), work.now)
    hidden = draft.get("unannounced") or None
    rows = _choices(work, draft, asks)
    name = draft.get(asks) if asks in (THEME, BODY) else None
    is_like = any(press.verb == "v.choose" for row in rows for press in row)
    facts = {"name": name if is_like else None, "fresh": None if is_like else name}
    facts |= {"bare": "yes" if facts["fresh"] and str(name).isascii() else None}
    facts |= {"hidden": hidden, **_said_so_far(work, draft)}
    return Message(f"visit.ask.{asks}", facts, rows, topic=f"{FORM}:0")


def _check_time(work: Work, draft: Draft) -> None:
    if draft.get("last"):
        check_window(draft["first"], draft["last"], work.today)
    if draft.get("starts") and draft["starts"] <= work.now:
        raise Refusal("due_past", due=draft["starts"])


def _key(name: str) -> str:
    return "last" if name == "window" else name


def _said_so_far(work: Work, draft: Draft) -> Mapping[str, Any]:
    names = {
        name: work.lookups.name(draft.get(f"{name}_id")) or draft.get(name) or ""
        for name in (THEME, BODY)
    }
    said = beside.read_back(work, draft)
    return {**said, "theme_said": names[THEME], "body_said": names[BODY]}


def _looked_up(work: Work, draft: Draft) -> Draft:
    """A theme or body that the words name plainly needs no tap."""
    for name in (THEME, BODY):
        if draft.get(name) and not draft.get(f"{name}_id"):
            found = work.lookups.find(name, draft[name])
            draft = {**draft, f"{name}_id": found[0].id} if len(found) == 1 else draft
    return draft


def _check_private(draft: Draft, private: bool) -> None:
    if draft.get("species"):
        check_subject(Species(draft["species"]), private)


def _choices(work: Work, draft: Draft, asks: str) -> Rows:
    if asks == "species":
        kinds = [
            Press("v.kind", 0, species.value, label=f"@visit.kind.{species.value}")
            for species in Species
        ]
        return rows_of(kinds, 2)
    if asks == "window":
        return rows_of([_month(work.today, n) for n in range(MONTHS)], 2)
    words = draft.get(asks, "")
    listed = (
        work.lookups.find(asks, words) or work.lookups.nearest(asks, words)
        if words
        else work.lookups.newest(asks, CHOICES)
    )
    presses = [Press("v.choose", one.id, asks, label=shorten(one.name, LABEL)) for one in listed]
    return (*rows_of(presses, 1), *(((Press("v.new", 0, asks),),) if words else ()))


def _month(today: date, ahead: int) -> Press:
    first = _first_of(today, ahead)
    return Press("v.month", 0, f"{first:%Y-%m}", label=f"@visit.month={first.month}")


def _first_of(day: date, ahead: int = 0) -> date:
    years, month = divmod(day.month - 1 + ahead, 12)
    return date(day.year + years, month + 1, 1)


@action(needs=P.SUPERVISE)
def in_month(work: Work, year: int, month: int) -> Message:
    """The whole of a month, as a button says it."""
    if not (1 <= month <= 12 and work.today.year <= year <= work.today.year + 2):
        raise Refusal("unknown_button")
    first = date(year, month, 1)
    last = date.fromordinal(_first_of(first, 1).toordinal() - 1)
    return _go_on(work, _filled(_draft(work), ProposalSaid(first=first, last=last)))


def _ask_openness(work: Work, draft: Draft) -> Message:
    """Read back with what it meets; until its proposer says whether it is announced it is written
    down nowhere, and nobody else hears of it."""
    asked = int(mark_of(dump(draft)), 16)
    until = work.now + UNDECIDED
    waits = Expectation(OPENNESS, asked, draft, expires=until)
    work.expectations.expect(work.actor.me, waits, work.now)
    buttons = ((Press("v.openly", asked), Press("v.sudden", asked)),)
    facts = {**radar_of(work, _as_said(work, draft)), **beside.read_back(work, draft)}
    facts |= {"announced": draft.get("announced") or None}
    facts |= {"unsaid": None if facts["announced"] else "yes"}
    return Message("visit.ask.openness", facts, buttons, topic=f"{OPENNESS}:{asked}")


def _as_said(work: Work, draft: Draft) -> Visit:
    """As it will be: who approves it and when it begins, where that was said."""
    visit = _as_visit(work, _proposal_of(work, draft))
    return beside.with_said(work, visit, draft)


def undecided(work: Work) -> list[int]:
    """What the actor proposed and never said whether it is announced, the newest first."""
    waiting = work.expectations.open(work.actor.me, work.now)
    return [one.subject for one in waiting if one.topic == OPENNESS]


@action(needs=P.SUPERVISE)
def ask_again(work: Work, asked: int) -> Message:
    """It is read back once more, with what it meets by now."""
    waited = work.expectations.find(work.actor.me, OPENNESS, asked, work.now)
    if waited is None:
        raise Refusal("words_gone")
    return _ask_openness(work, dict(waited.answers))


@action(needs=P.SUPERVISE)
def add(work: Work, asked: int, said: ProposalSaid) -> Message:
    """Who goes, when, who approves it: said while it is asked whether it is announced."""
    waited = work.expectations.find(work.actor.me, OPENNESS, asked, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, OPENNESS, asked)
    draft = _filled(dict(waited.answers), said)
    beside.members_said(draft)
    _check_time(work, draft)
    return _propose(work, draft) if said.announced else _go_on(work, draft)


@action(needs=P.SUPERVISE)
def decide(work: Work, asked: int, hidden: bool) -> Message:
    """Announced or not: now it is written down, and those whom it concerns hear of it."""
    waited = work.expectations.find(work.actor.me, OPENNESS, asked, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, OPENNESS, asked)
    check_window(waited.answers["first"], waited.answers["last"], work.today)
    return _propose(work, {**waited.answers, "unannounced": hidden})


def _proposal_of(work: Work, draft: Draft) -> Proposal:
    species, body_id = Species(draft["species"]), draft["body_id"]
    check_subject(species, work.lookups.is_private(body_id))
    return Proposal(
        species,
        _organisation(work, str(draft.get("whose", ""))),
        draft["theme_id"],
        body_id,
        draft["first"],
        draft["last"],
        draft["first"].year,
        work.offices.locality_in(work.lookups.name(body_id), work.today),
        bool(draft.get("unannounced")),
    )


def _organisation(work: Work, whose: str) -> int:
    """Their own; of several the one that was said, and nobody proposes for another."""
    own = [
        one for one in work.offices.organisations(work.today) if one.id in work.actor.organisations
    ]
    named = [one.id for one in own if whose in ("", one.code)]
    if not own:
        raise Refusal("visit_no_organisation")
    if not named:
        raise Refusal("visit_other_organisation", own=own[0].short)
    return min(named)


def _as_visit(work: Work, proposal: Proposal) -> Visit:
    """To be compared before it is one."""
    return Visit(0, "", stage=STAGES[0].code, proposed_at=work.now, **proposal.facts)


def _propose(work: Work, draft: Draft) -> Message:
    """Of one that nobody is told of it is asked who approves it, where that is not plain."""
    added = work.visits.add(_proposal_of(work, draft), work.actor.me, work.now)
    said = beside.with_said(work, added, draft)
    kept(work, replace(said, approver_id=beside.who_approves(work, said, draft)))
    visit = work.visits.get(added.id)
    if not visit.unannounced:
        _learn_names(work, draft)
    work.log("proposed", "visit", visit.id, became=visit.stage)
    told = beside.send_team(work, visit, draft)
    visit = work.visits.get(added.id)
    _tell(work, visit)
    approving.tell(work, visit)
    if approving.lacks(work, visit):
        return approving.ask(work, visit, told)
    return radar(work, visit, besides=told)


def _learn_names(work: Work, draft: Draft) -> None:
    """What was typed is from now on a name of what was meant; of one that nobody is told of
    nobody else would have a name so."""
    for name in (THEME, BODY):
        if draft.get(name):
            work.lookups.call(draft[f"{name}_id"], draft[name])


def _tell(work: Work, visit: Visit) -> None:
    """Whoever decides hears of it in working hours; of an unannounced one by its code alone."""
    hidden = {"theme": "", "body": ""} if visit.unannounced else {}
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    message = Message("visit.new", {**facts_of(work, visit), **hidden}, opens)
    for person in people_of(work, visit, Hand.DUTY_HEAD):
        if person != visit.approver_id:
            work.tell_at_work(person, f"visit:{visit.id}:{person}", message)
