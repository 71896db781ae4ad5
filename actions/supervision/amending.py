"""What a proposal is on, or of whom, is put right: read back with what it was, and sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.supervision.known import (
    facts_of,
    kept,
    led,
    own_last,
    refresh,
    seen_by_number,
    tell_concerned,
    told_of,
    was_read_back,
)
from actions.supervision.proposing import NAME_LETTERS
from actions.supervision.radar import met_by, row_of
from actions.supervision.team import must_not_tell
from domain.access import Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, Rows, result, rows_of
from domain.names import clean, shorten
from domain.refusals import Refusal
from domain.visits import MERGES, Visit, check_subject
from storage import Work
from storage.lookups import BODY, THEME

P = Permission
AMEND = "visit.amend"
PARTS = (THEME, BODY)
NEAREST, SHOWN, LABEL = 2, 3, 28


@action(needs=P.SUPERVISE)
def amend(work: Work, visit_id: int, said: Mapping[str, str], private: bool = False) -> Message:
    """«GS19 nội dung: tiếp công dân»: nothing is done yet."""
    visit = _must_amend(work, visit_id)
    names = {part: clean(words, NAME_LETTERS) for part, words in said.items()}
    return _read_back(work, visit, {"names": names, "private": private, "ids": {}})


@action(needs=P.SUPERVISE)
def amend_by_number(
    work: Work, number: int, said: Mapping[str, str], private: bool = False
) -> Message:
    return amend.run(work, seen_by_number(work, number).id, said, private)


@action(needs=P.SUPERVISE)
def choose(work: Work, visit_id: int, part: str, lookup_id: int) -> Message:
    """A name of the office's list instead of the new one that was typed."""
    visit = _must_amend(work, visit_id)
    waited = work.expectations.find(work.actor.me, AMEND, visit.id, work.now)
    if waited is None or part not in PARTS or not work.lookups.is_known(part, lookup_id):
        raise Refusal("words_gone")
    ids = {**waited.answers["ids"], part: lookup_id}
    return _read_back(work, visit, {**waited.answers, "ids": ids})


def _must_amend(work: Work, visit_id: int) -> Visit:
    """Until the body was told, and while it stands alone."""
    visit = led(work, visit_id)
    if visit.stage not in MERGES or visit.arrived_at:
        raise Refusal("visit_moved_on", code=visit.code)
    if visit.trip_id or work.visits.merged_into(visit.id):
        raise Refusal("visit_part_first", code=visit.code)
    return visit


def _read_back(work: Work, visit: Visit, said: Mapping[str, Any]) -> Message:
    """What it was and becomes, under which name, and who will hear of it."""
    ids = {part: said["ids"].get(part) or _known(work, part, said) for part in said["names"]}
    now = _with(work, visit, ids)
    check_subject(visit.species, bool(said["private"]) or work.lookups.is_private(now.body_id))
    was = facts_of(work, visit)
    becomes = {part: work.lookups.name(ids[part]) or said["names"][part] for part in ids}
    if all(becomes[part] == was[part] for part in ids):
        return result("visit.not_amended", code=visit.code, theme=was["theme"], body=was["body"])
    kept_so = {**said, "ids": {part: one for part, one in ids.items() if one}}
    waits = Expectation(AMEND, visit.id, {**kept_so, "version": visit.version})
    work.expectations.expect(work.actor.me, waits, work.now)
    facts = {
        "code": visit.code,
        "rows": _changes(was, becomes),
        "fresh": [becomes[part] for part in ids if not ids[part]],
        "clash": [row_of(work, now, one)["code"] for one in met_by(work, now)[:SHOWN]],
        "names": work.people.names(*told_of(work, visit, at_once=False)),
    }
    sends = (Press("v.amended", visit.id), Press("v.unamended", visit.id))
    buttons = (*_nearest(work, visit, ids, said["names"]), sends)
    return Message("visit.ask_amend", facts, buttons, topic=f"{AMEND}:{visit.id}")


def _changes(was: Mapping[str, Any], becomes: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"part": part, "was": was[part], "now": becomes[part]} for part in becomes]


def _known(work: Work, part: str, said: Mapping[str, Any]) -> int | None:
    """The one of the list that the words name plainly."""
    found = work.lookups.find(part, said["names"][part])
    return found[0].id if len(found) == 1 else None


def _nearest(
    work: Work, visit: Visit, ids: Mapping[str, int | None], names: Mapping[str, str]
) -> Rows:
    """What the list has that is like a name which it does not have."""
    found = [
        Press("v.amendto", visit.id, f"{part}.{one.id}", label=shorten(one.name, LABEL))
        for part, words in names.items()
        if not ids[part]
        for one in (work.lookups.find(part, words) or work.lookups.nearest(part, words))[:NEAREST]
        if one.id not in (visit.theme_id, visit.body_id)
    ]
    return rows_of(found, 1)


def _with(work: Work, visit: Visit, ids: Mapping[str, int | None]) -> Visit:
    theme, body = ids.get(THEME) or visit.theme_id, ids.get(BODY) or visit.body_id
    place = work.offices.locality_in(work.lookups.name(body), work.today)
    moved = replace(visit, theme_id=theme, body_id=body)
    return replace(moved, locality_id=place) if body != visit.body_id else moved


@action(needs=P.SUPERVISE)
def carry_out(work: Work, visit_id: int) -> Message:
    """«Gửi»: it is so from now on, and those whom it concerns hear of it."""
    visit = _must_amend(work, visit_id)
    said = was_read_back(work, visit, AMEND)
    ids = {part: said["ids"].get(part) or _new(work, part, said) for part in said["names"]}
    now = _with(work, visit, ids)
    row, rows = _amend(work, visit, now, "amended")
    names = work.people.names(*told_of(work, visit, at_once=False))
    back = ((Press("v.unamend", row), Press("v.open", visit.id, label=visit.code)),)
    return result("visit.amended", back, code=visit.code, rows=rows, names=names)


def _amend(work: Work, visit: Visit, now: Visit, event: str) -> tuple[int, list[dict[str, str]]]:
    """Written down, and told to whom it concerns; the number of its row in the journal."""
    must_not_tell(work, now, now.meets)
    was, becomes = facts_of(work, visit), facts_of(work, now)
    kept(work, now)
    before = {"theme_id": visit.theme_id, "body_id": visit.body_id}
    version = work.visits.get(visit.id).version
    row = work.log(event, "visit", visit.id, facts={**before, "version": version})
    refresh(work, visit)
    rows = _changes(was, {part: becomes[part] for part in PARTS if becomes[part] != was[part]})
    told = {"code": visit.code, "rows": rows, "by": work.actor.name}
    tell_concerned(work, work.visits.get(visit.id), Message("visit.amended_told", told))
    return row, rows


@action(needs=P.SUPERVISE)
def take_back(work: Work, row_id: int) -> Message:
    """«Hoàn tác», for ten minutes, where nothing became of it since."""
    row, visit = own_last(work, row_id, "amended", _must_amend)
    before = {THEME: row.facts["theme_id"], BODY: row.facts["body_id"]}
    _, rows = _amend(work, visit, _with(work, visit, before), "amended_back")
    opens = ((Press("v.open", visit.id, label=visit.code),),)
    return result("visit.amended", opens, code=visit.code, rows=rows, names=())


def _new(work: Work, part: str, said: Mapping[str, Any]) -> int:
    private = bool(said["private"]) and part == BODY
    words = said["names"][part]
    found = work.lookups.add(part, words, work.today, private=private, of_visits=True)
    work.log("added", part, found)
    return found


@action(needs=P.SUPERVISE)
def leave_it(work: Work, visit_id: int) -> Message:
    """«Thôi»: it stays as it is."""
    work.expectations.forget(work.actor.me, AMEND, visit_id)
    visit = led(work, visit_id)
    facts = facts_of(work, visit)
    return result("visit.not_amended", code=visit.code, theme=facts["theme"], body=facts["body"])
