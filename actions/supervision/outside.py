"""What others plan to look at: a row each, typed or pasted from a sheet."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from actions.desk import action
from actions.supervision.known import must
from domain.access import Hand, Permission
from domain.dialogue import Expectation
from domain.letters import Message, Press, result
from domain.names import clean
from domain.refusals import Refusal
from domain.visits import OutsideSaid, check_window
from storage import Work
from storage.lookups import BODY, THEME

P = Permission
KEEPS = (Hand.DUTY, Hand.DUTY_HEAD, Hand.OFFICE)
NAME_LETTERS, SHOWN, ALIKE = 80, 6, 3
NEW = "visit.outside"


@dataclass(frozen=True, slots=True)
class _Read:
    """A row, its theme and body where the office's list has them, and the names that are new."""

    row: OutsideSaid
    theme: int | None
    body: int | None

    @property
    def new(self) -> list[str]:
        named = ((self.theme, self.row.theme), (self.body, self.row.body))
        return [clean(words, NAME_LETTERS) for known, words in named if not known]


def _read(work: Work, row: OutsideSaid) -> _Read:
    """Each name is looked up once."""
    check_window(row.first, row.last, work.today)
    return _Read(row, _known(work, THEME, row.theme), _known(work, BODY, row.body))


@action(needs=P.SUPERVISE)
def write_down(work: Work, rows: Sequence[OutsideSaid]) -> Message:
    """Those whose names are known, at once; the others are read back, and wait for a tap."""
    must(work, KEEPS)
    read = [_read(work, row) for row in rows]
    known, new = [one for one in read if not one.new], [one for one in read if one.new]
    for one in known:
        _keep(work, one)
    return _ask(work, new, len(known)) if new else _kept([one.row for one in known])


@action(needs=P.SUPERVISE)
def ask_told(work: Work, row: OutsideSaid) -> Message:
    """What was told in a sentence is read back, also where every name is known."""
    must(work, KEEPS)
    return _ask(work, [_read(work, row)], 0)


def _ask(work: Work, told: Sequence[_Read], kept: int) -> Message:
    """What was read back before and not written down waits with it."""
    read = [*(_read(work, row) for row in _waiting(work, told)), *told]
    waits = Expectation(NEW, answers={"rows": [asdict(one.row) for one in read]})
    work.expectations.expect(work.actor.me, waits, work.now)
    names = list(dict.fromkeys(name for one in read for name in one.new))
    shown = (one.row for one in read[:SHOWN])
    rows = [{**asdict(row), "window": (row.first, row.last)} for row in shown]
    facts = {"rows": rows, "names": names, "count": len(read), "kept": kept or None}
    leave = Press("q.leave", 0, NEW, label="@button.leave")
    return Message("visit.outside_new", facts, ((Press("v.outside"), leave),), topic=f"{NEW}:0")


def _waiting(work: Work, told: Sequence[_Read]) -> list[OutsideSaid]:
    """Less those that were told once more, put right."""
    waited = work.expectations.find(work.actor.me, NEW, 0, work.now)
    rows = [OutsideSaid(**row) for row in waited.answers["rows"]] if waited else []
    return [row for row in rows if not any(_is_anew(row, one.row) for one in told)]


def _is_anew(row: OutsideSaid, told: OutsideSaid) -> bool:
    """All but one of what it says is the same."""
    was, now = asdict(row), asdict(told)
    same = [was[name].casefold() == now[name].casefold() for name in ("whose", "theme", "body")]
    same.append((row.first, row.last) == (told.first, told.last))
    return same.count(True) >= ALIKE


@action(needs=P.SUPERVISE)
def add_new(work: Work) -> Message:
    """What was read back, with the names that are new."""
    must(work, KEEPS)
    waited = work.expectations.find(work.actor.me, NEW, 0, work.now)
    if waited is None:
        raise Refusal("words_gone")
    work.expectations.forget(work.actor.me, NEW, 0)
    rows = [OutsideSaid(**row) for row in waited.answers["rows"]]
    for row in rows:
        _keep(work, _read(work, row))
    return _kept(rows)


def _kept(rows: Sequence[OutsideSaid]) -> Message:
    return result("visit.outside_kept", count=len(rows), whose=[row.whose for row in rows][:4])


def _keep(work: Work, read: _Read) -> None:
    row = read.row
    theme = read.theme or _added(work, THEME, row.theme)
    body = read.body or _added(work, BODY, row.body)
    whose = clean(row.whose, NAME_LETTERS)
    plan = work.visits.add_outside(whose, theme, body, row.first, row.last)
    work.log("outside", "outside_plan", plan)


def _added(work: Work, sort: str, words: str) -> int:
    added = work.lookups.add(sort, clean(words, NAME_LETTERS), work.today)
    work.log("added", sort, added)
    return added


def _known(work: Work, sort: str, words: str) -> int | None:
    """What is known by a name of its own is meant; two that fit are asked about."""
    name = clean(words, NAME_LETTERS)
    found = work.lookups.find(sort, name)
    if len(found) > 1:
        raise Refusal("visit_which", name=name, names=[one.name for one in found])
    return found[0].id if found else None
