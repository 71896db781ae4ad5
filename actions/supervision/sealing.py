"""A visit is sealed before any detail of it is typed: three know of it until it is opened."""

import secrets
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.office.unannounced import SUPERVISION
from actions.rooms import AwaitedYes
from actions.supervision.known import people_of
from actions.supervision.radar import met_by, row_of
from actions.supervision.team import brief
from domain.access import Hand, Permission, Role
from domain.dialogue import Expectation
from domain.expiring import WHERE
from domain.letters import Message, Press, Rows, rows_of, toast
from domain.names import clean, short_name
from domain.refusals import Refusal
from domain.seals import TOPIC, Sealed, proof_of, proved
from domain.visits import ProposalSaid, Species, Visit, check_subject, check_window
from storage import Work
from storage.lookups import BODY, THEME
from storage.rows import spell
from storage.visits import Proposal

P = Permission
SALT_BYTES, NAME_LETTERS, SHOWN = 16, 80, 4


@action(needs=P.SUPERVISE)
def begin(work: Work) -> Message:
    """First who approves it; nothing else has been said yet."""
    work.sealed.ready()
    leaders = work.people.with_role(Role.LEADER, work.today)
    if not leaders:
        raise Refusal("seal_nobody")
    asks = Expectation(TOPIC, 0, {"asks": "approver"})
    work.expectations.expect(work.actor.me, asks, work.now)
    buttons = [Press("v.sealby", p.id, label=short_name(p.name)) for p in leaders]
    return Message("sealed.begin", {}, rows_of(buttons, 2), topic=f"{TOPIC}:0")


@action(needs=P.SUPERVISE)
def choose(work: Work, person_id: int) -> Message:
    """Whoever approves it; now one line may be typed, which is never written down as it is."""
    waits(work)
    if person_id not in people_of_leaders(work):
        raise Refusal("not_found")
    organisation = min(work.actor.organisations, default=None)
    if organisation is None:
        raise Refusal("visit_no_organisation")
    seal_id = work.sealed.put(Sealed(work.actor.me, person_id, organisation))
    asks = Expectation(TOPIC, 0, {"asks": "line", "sealed": seal_id})
    work.expectations.expect(work.actor.me, asks, work.now)
    return Message("sealed.ask_line", topic=f"{TOPIC}:0")


def people_of_leaders(work: Work) -> set[int]:
    return {person.id for person in work.people.with_role(Role.LEADER, work.today)}


def waits(work: Work) -> dict[str, Any]:
    waited = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if waited is None:
        raise Refusal("words_gone")
    return dict(waited.answers)


@action(needs=P.SUPERVISE)
def write(work: Work, said: ProposalSaid) -> Message:
    """The whole of it in one line; the approver hears that something waits, and no more."""
    waited = waits(work)
    seal_id = str(waited.get("sealed", ""))
    if not seal_id or waited["asks"] != "line":
        raise Refusal("seal_first")
    if not (said.theme and said.body and said.first and said.last):
        raise Refusal("seal_line")
    species = said.species or Species.SUPERVISION
    check_subject(species, said.private)
    check_window(said.first, said.last, work.today)
    whole = replace(
        work.sealed.get(seal_id),
        species=species,
        theme=clean(said.theme, NAME_LETTERS),
        body=clean(said.body, NAME_LETTERS),
        first=said.first,
        last=said.last,
    )
    work.sealed.put(whole, seal_id)
    work.expectations.forget(work.actor.me, TOPIC, 0)
    _ring_deciders(work, seal_id, whole)
    return _kept(work, seal_id, whole, later=bool(said.team or said.starts))


def _kept(work: Work, seal_id: str, sealed: Sealed, *, later: bool = False) -> Message:
    """`later`: its team and hour are said once it is approved."""
    facts = {
        "names": work.people.names(*_readers(work, sealed)),
        "later": "yes" if later else None,
    }
    return Message("sealed.kept", facts, opens(seal_id))


def _readers(work: Work, sealed: Sealed) -> list[int]:
    """Everybody who can read it (`_may`): who proposed it, who decides on visits, who approves it;
    of whoever is away also who decides for them."""
    heads = work.duties.leaders(SUPERVISION, work.today)
    instead = [work.decider_for(person) for person in heads]
    return list(dict.fromkeys([sealed.proposed_by, *heads, *instead, sealed.approver_id]))


def _ring_deciders(work: Work, seal_id: str, sealed: Sealed) -> None:
    """Who approves it; and who decides on visits, for they alone see what it meets."""
    _ring(work, sealed.approver_id, seal_id, "waits")
    for person in work.duties.leaders(SUPERVISION, work.today):
        if person != sealed.approver_id:
            _ring(work, person, seal_id, "proposed")


def opens(seal_id: str) -> Rows:
    """The way to its page."""
    return ((Press("v.sealed", 0, seal_id),),)


def _ring(work: Work, person_id: int, seal_id: str, what: str) -> None:
    """A letter lies in the database until it is carried: it says nothing."""
    key = f"sealed:{seal_id}:{what}:{person_id}"
    work.tell_at_work(person_id, key, Message(f"sealed.{what}", {}, opens(seal_id)))


def read_sealed(work: Work, seal_id: str) -> Sealed:
    """One of the three reads it; to everybody else there is none, as there is none of an unknown
    id."""
    sealed = work.sealed.get(seal_id)
    if not _may(work, sealed):
        raise Refusal("not_found")
    return sealed


def to_approve(work: Work) -> list[AwaitedYes]:
    """Those that wait for the actor's yes; where the key is missing, none can be read."""
    try:
        sealed = work.sealed.all()
    except Refusal:
        return []
    mine = [n for n, one in sealed.items() if one.waits_for(work.actor.person_id)]
    return [AwaitedYes("sealed", Press("v.sealed", 0, n, label=n[:6])) for n in mine]


@view(needs=P.SUPERVISE)
def waiting(work: Work) -> Message:
    """Those that the actor may read, or leads and is about to go on."""
    whole = {n: one for n, one in work.sealed.all().items() if one.is_whole}
    mine = [n for n, one in whole.items() if _may(work, one) or leads(work, one)]
    buttons = [Press("v.sealed", 0, seal_id, label=seal_id[:6]) for seal_id in mine]
    rows = (*rows_of(buttons), (Press("v.seal"),))
    return Message("sealed.list", {"count": len(mine) or None}, rows, protect=True)


def leads(work: Work, sealed: Sealed) -> bool:
    """Its head, from half a day before on: where it goes is theirs to say aloud."""
    return work.actor.me == sealed.head_id and sealed.is_near(work.now)


def led_sealed(work: Work, seal_id: str) -> Sealed:
    """One that the actor may read, or leads and is about to go on."""
    sealed = work.sealed.get(seal_id)
    if not (_may(work, sealed) or leads(work, sealed)):
        raise Refusal("not_found")
    return sealed


def _may(work: Work, sealed: Sealed) -> bool:
    mine = work.actor.me in (sealed.proposed_by, sealed.approver_id)
    return mine or SUPERVISION in work.actor.leads


@view(needs=P.SUPERVISE)
def look(work: Work, seal_id: str) -> Message:
    """What it is; for whoever approves it and the head of supervision, what it meets."""
    sealed = led_sealed(work, seal_id)
    if not _may(work, sealed):
        return where.run(work, seal_id)
    visit = _as_visit(work, sealed)
    met = met_by(work, visit) if _knows(work, sealed) else []
    facts = {
        "species": sealed.species.value,
        "theme": sealed.theme,
        "body": sealed.body,
        "window": (sealed.first, sealed.last),
        "by": work.people.name(sealed.proposed_by),
        "approver": work.people.name(sealed.approver_id),
        "gone": _is_gone(work, sealed) or None,
        "starts": sealed.starts,
        "meets": sealed.meets,
        "team": tuple(work.people.names(*(person for person, _ in sealed.team))),
        "lacks": tuple(_gone(work, sealed)),
        "proof": proof_of(sealed) if sealed.salt else None,
        "rows": tuple(row_of(work, visit, one) for one in met[:SHOWN]),
    }
    ways = _ways(work, seal_id, sealed)
    return Message("sealed.page", facts, ways, protect=True, expires=f"{WHERE}:0")


@view(needs=P.SUPERVISE)
def where(work: Work, seal_id: str) -> Message:
    """Where it goes, for its head to say aloud: it does not stay in the chat."""
    sealed = led_sealed(work, seal_id)
    facts = {"theme": sealed.theme, "body": sealed.body, "species": sealed.species.value}
    opened = ((Press("v.unseal", 0, seal_id),),)
    return Message("sealed.where", facts, opened, protect=True, expires=f"{WHERE}:0")


def _knows(work: Work, sealed: Sealed) -> bool:
    return work.actor.me == sealed.approver_id or SUPERVISION in work.actor.leads


def _as_visit(work: Work, sealed: Sealed) -> Visit:
    """To be compared: with what its words name plainly."""
    theme, body = (_known(work, s, w) for s, w in ((THEME, sealed.theme), (BODY, sealed.body)))
    place = work.offices.locality_in(sealed.body, work.today)
    first, last = sealed.first or work.today, sealed.last or work.today
    ids = (sealed.organisation_id, theme, body)
    return Visit(
        0, "", first.year, sealed.species, "proposed", *ids, first, last, work.now,
        locality_id=place,
    )  # fmt: skip


def _known(work: Work, sort: str, words: str) -> int:
    found = work.lookups.find(sort, words)
    return found[0].id if len(found) == 1 else 0


def _ways(work: Work, seal_id: str, sealed: Sealed) -> Rows:
    if sealed.salt:
        road = [Press("v.sealroad", 0, seal_id)] if sealed.team else []
        ways = [Press("v.sealteam", 0, seal_id), *road, Press("v.unseal", 0, seal_id)]
        return rows_of([*ways, Press("v.sealno", 0, seal_id)], 2)
    approves = work.actor.me == sealed.approver_id
    first = [Press("v.sealok", 0, seal_id)] if approves else []
    others = _others(work, seal_id) if _is_gone(work, sealed) else []
    return (*rows_of(others, 2), *rows_of([*first, Press("v.sealno", 0, seal_id)]))


def _is_gone(work: Work, sealed: Sealed) -> bool:
    """Whoever was to approve it decides here no longer."""
    return not sealed.salt and sealed.approver_id not in people_of_leaders(work)


def _gone(work: Work, sealed: Sealed) -> list[str]:
    """Of its team, and who approved it, those who work here no longer."""
    people = dict.fromkeys((*(person for person, _ in sealed.team), sealed.approver_id))
    return work.people.names(*(p for p in people if not work.people.get(p, work.today)))


def _others(work: Work, seal_id: str) -> list[Press]:
    leaders = work.people.with_role(Role.LEADER, work.today)
    return [Press("v.sealto", p.id, seal_id, label=short_name(p.name)) for p in leaders]


@action(needs=P.SUPERVISE)
def hand_on(work: Work, seal_id: str, person_id: int) -> Message:
    """The approver left: another one is asked."""
    sealed = read_sealed(work, seal_id)
    if not _is_gone(work, sealed) or person_id not in people_of_leaders(work):
        raise Refusal("visit_moved_on", code=seal_id[:6])
    handed = replace(sealed, approver_id=person_id)
    work.sealed.put(handed, seal_id)
    _ring(work, person_id, seal_id, "waits")
    return _kept(work, seal_id, handed)


@action(needs=P.SUPERVISE)
def approve(work: Work, seal_id: str) -> Message:
    """The approver's own chat has the proof: from now on nothing can be swapped unseen."""
    sealed = read_sealed(work, seal_id)
    if work.actor.me != sealed.approver_id:
        raise Refusal("visit_not_yours", code=seal_id[:6])
    if sealed.salt or not sealed.is_whole:
        raise Refusal("visit_moved_on", code=seal_id[:6])
    approved = replace(sealed, salt=secrets.token_hex(SALT_BYTES))
    work.sealed.put(approved, seal_id)
    for person in {sealed.proposed_by, *work.duties.leaders(SUPERVISION, work.today)}:
        _ring(work, person, seal_id, "agreed")
    return Message("sealed.approved", {"proof": proof_of(approved)}, opens(seal_id))


@view(needs=P.SUPERVISE)
def ask_decline(work: Work, seal_id: str) -> Message:
    """It cannot be brought back: that is said first."""
    read_sealed(work, seal_id)
    buttons = ((Press("v.sealgone", 0, seal_id), Press("v.sealed", 0, seal_id)),)
    return Message("sealed.ask_decline", {}, buttons, protect=True)


@action(needs=P.SUPERVISE)
def decline(work: Work, seal_id: str) -> Message:
    """Not held: it is as if it had never been. A team that knows the hour hears it at once."""
    sealed = read_sealed(work, seal_id)
    tell_those_who_stay(work, seal_id, sealed)
    work.sealed.drop(seal_id)
    work.erases = True
    return toast("sealed.declined")


def tell_those_who_stay(
    work: Work, seal_id: str, sealed: Sealed, going: Collection[int] = ()
) -> None:
    """Who was told the hour and does not go."""
    for person in (person for person, _ in sealed.team if sealed.briefed and person not in going):
        key = f"sealed:{seal_id}:stays:{spell(work.now)}:{person}"
        work.tell(person, key, Message("sealed.stays", protect=True), urgent=True)


@action(needs=P.SUPERVISE)
def unseal(work: Work, seal_id: str) -> Message:
    """On the spot it becomes a visit like others: its code, its number, its place in the journal;
    facts and salt stand beside the proof. By its head too, who is there."""
    sealed = led_sealed(work, seal_id)
    if not sealed.salt or sealed.first is None or sealed.last is None:
        raise Refusal("seal_not_approved")
    theme, body = _listed(work, THEME, sealed.theme), _listed(work, BODY, sealed.body)
    proposal = Proposal(
        sealed.species,
        sealed.organisation_id,
        theme,
        body,
        sealed.first,
        sealed.last,
        work.today.year,
        work.offices.locality_in(sealed.body, work.today),
        unannounced=True,
    )
    visit = work.visits.add(proposal, sealed.proposed_by, work.now)
    work.teams.set(visit.id, dict(sealed.team))
    work.visits.save(_as_opened(work, visit, sealed))
    work.sealed.drop(seal_id)
    work.log("opened", "visit", visit.id, became="planned")
    if not sealed.briefed:
        brief(work, work.visits.get(visit.id))
    message = _opened(work, visit, sealed)
    heads = people_of(work, visit, Hand.DUTY_HEAD)
    for person in dict.fromkeys((sealed.approver_id, sealed.proposed_by, *heads)):
        if work.people.get(person, work.today):
            work.tell(person, f"sealed:{seal_id}:opened:{person}", message)
    work.redraw(f"visit:{visit.id}", work.actor.me, ring=True)
    return message


def _as_opened(work: Work, visit: Visit, sealed: Sealed) -> Visit:
    """Its approver stays. Before its hour nobody is there yet, so that its team is told no more
    than the team of any that nobody is told of."""
    early = sealed.starts if sealed.starts and work.now < sealed.starts else None
    return replace(
        visit,
        stage="planned",
        approver_id=sealed.approver_id,
        head_id=sealed.head_id or work.actor.me,
        on_day=work.day(early) if early else work.today,
        arrived_at=None if early else work.now,
        starts_at=sealed.starts,
        meets=sealed.meets,
    )


def _opened(work: Work, visit: Visit, sealed: Sealed) -> Message:
    """What was approved, to be read; and letter by letter in a file, which the proof is the hash
    of."""
    facts = {
        "code": visit.code,
        "species": sealed.species.value,
        "theme": sealed.theme,
        "body": sealed.body,
        "window": (sealed.first, sealed.last),
        "org": work.offices.organisation_name(sealed.organisation_id),
        "by": work.people.name(sealed.proposed_by),
        "approver": work.people.name(sealed.approver_id),
        "salt": sealed.salt,
        "proof": proof_of(sealed),
        "proved": proved(sealed),
    }
    return Message("sealed.opened", facts, paper="sealed_facts", protect=True)


def _listed(work: Work, sort: str, name: str) -> int:
    """The opening is the tap by which a new name comes onto the list."""
    return _known(work, sort, name) or work.lookups.add(sort, name, work.today, of_visits=True)
