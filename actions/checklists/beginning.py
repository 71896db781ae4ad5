"""A checklist begins: the steps of a task in one line, a visit, a hamlet, a house."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from actions.assignments import cards as tasks
from actions.checklists.cards import draw_checking, facts_of, refresh
from actions.checklists.known import (
    TASK,
    Begun,
    hands_about,
    may_begin,
    must_begin,
    number_of,
    seen,
)
from actions.desk import action, view
from actions.matters.known import known as known_matter
from actions.office.unannounced import may_read_found
from domain.access import Permission, hands_of
from domain.checklist_kinds import BY_PREFIX, CHECKLISTS, HAMLET, STEPS, VISIT, kind_of
from domain.checklists import (
    NAME_LETTERS,
    ListKind,
    Mode,
    check_name,
    items_of,
    lacking,
)
from domain.dialogue import Expectation
from domain.letters import Message, Press, result, rows_of, toast
from domain.names import clean
from domain.refusals import Refusal, must_find
from domain.visits import PREFIX
from storage import Work
from storage.bundled import checklists
from storage.checklists import Checking
from storage.lookups import THEME

P = Permission
NAMED = 4
PLACE, LIST, SEND = "checklist.place", "checklist.list", "checklist.send"


@view(needs=P.FOLLOW_MATTERS)
def all_open(work: Work) -> Message:
    """Every open one that the actor may see, hamlets that were recognised first, and the kinds
    that they may begin."""
    hamlets = [row for row in work.checklists.claimed(HAMLET.code, work.now) if not row.is_open]
    begun = [Begun(work, row) for row in (*hamlets, *work.checklists.open())]
    shown = [one for one in begun if one.may(one.kind.reads)]
    opens = [Press("ck.open", one.row.id, label=one.row.code) for one in shown]
    claimed = [kind for kind in CHECKLISTS.values() if kind.mode is Mode.CLAIM]
    new = [_new("ck.new", kind) for kind in claimed if may_begin(work, kind)]
    lists = [_new("ck.list", kind) for kind in (*claimed, VISIT) if _may_write(work, kind)]
    facts = {"count": len(shown), "rows": [facts_of(one) for one in shown]}
    rows = (*rows_of(opens), *rows_of([*new, Press("cp.list")]), *rows_of(lists, 2))
    return Message("checklist.all", facts, rows)


def _new(verb: str, kind: ListKind) -> Press:
    return Press(verb, 0, kind.code, label=f"@checklist.{verb[3:]}.{kind.code}")


@view(needs=P.FOLLOW_MATTERS)
def open_checking(work: Work, checking_id: int) -> Message:
    card = draw_checking(work, seen(work, checking_id).row.id)
    if card is None:
        raise Refusal("not_found")
    return card


@view(needs=P.FOLLOW_MATTERS)
def open_by_code(work: Work, prefix: str, number: int) -> Message:
    """«TM1»"""
    return open_checking.run(work, work.checklists.by_number(_code(prefix), number).id)


@view(needs=P.FOLLOW_MATTERS)
def meant(work: Work, prefix: str, number: int, name: str) -> int | None:
    """By its code, or the name of a house, where there is such a one."""
    if name:
        called = [row.id for row in work.checklists.open() if row.name.upper() == name]
        return seen(work, called[0]).row.id if called else None
    return seen(work, work.checklists.by_number(_code(prefix), number).id).row.id


def _code(prefix: str) -> str:
    return must_find(BY_PREFIX.get(prefix)).code


@view(needs=P.FOLLOW_MATTERS)
def hamlets(work: Work) -> dict[int, str]:
    """Those that the actor may see, by their names."""
    begun = [Begun(work, row) for row in work.checklists.open() if row.kind == HAMLET.code]
    return {one.row.id: one.row.name for one in begun if one.may(one.kind.reads)}


@view(needs=P.FOLLOW_MATTERS)
def texts(work: Work, checking_id: int) -> dict[int, str]:
    """Its items in words."""
    return {item.number: item.text for item in seen(work, checking_id).items}


@view(needs=P.FOLLOW_MATTERS)
def steps_meant(work: Work, number: int | None, under: str) -> list[int]:
    """The steps of the task that is named, or under whose card it is said; else of each of one's
    own tasks with steps."""
    kind, _, subject = under.partition(":")
    if number is not None:
        task = work.assignments.by_number(number)
        abouts = [f"{TASK}:{task.id}"] if task else []
    elif kind == TASK:
        abouts = [f"{TASK}:{subject}"]
    else:
        abouts = [f"{TASK}:{task.id}" for task in work.assignments.open_of(work.actor.me)]
    found = [work.checklists.of(STEPS.code, about) for about in abouts]
    return [row.id for row in found if row and Begun(work, row).may(STEPS.marks)]


@view(needs=P.FOLLOW_MATTERS)
def steps_left(
    work: Work, number: int | None, under: str = ""
) -> list[tuple[int, dict[int, str]]]:
    """The steps that are open, by their words, of each task that may be meant."""
    meant = steps_meant.run(work, number, under)
    found = [Begun(work, work.checklists.get(id_)) for id_ in meant]
    return [(one.row.id, _left(one)) for one in found]


@view(needs=P.FOLLOW_MATTERS)
def which_steps(work: Work, checking_ids: Sequence[int]) -> Message:
    """Of several tasks with steps: each a button."""
    rows = [facts_of(seen(work, one)) for one in checking_ids]
    opens = [
        Press("ck.open", one, label=row["name"])
        for one, row in zip(checking_ids, rows, strict=True)
    ]
    return Message("checklist.which_steps", {"rows": rows}, rows_of(opens))


def _left(found: Begun) -> dict[int, str]:
    left = lacking(found.kind, found.items, found.marks, found.work.now)
    return {item.number: item.text for item in found.items if item.number in left}


@view(needs=P.FOLLOW_MATTERS)
def open_steps(work: Work, assignment_id: int) -> Message:
    found = work.checklists.of(STEPS.code, f"{TASK}:{assignment_id}")
    if found is None:
        raise Refusal("not_found")
    return open_checking.run(work, found.id)


@action(needs=P.FOLLOW_MATTERS)
def give_steps(work: Work, number: int, lines: Sequence[str]) -> Message:
    """«139 gồm: soạn, trình, gửi»; given again while nothing is ticked, they are others."""
    task = work.assignments.by_number(number)
    if task is None:
        raise Refusal("not_found")
    tasks.must_see(work, task)
    about = f"{TASK}:{task.id}"
    if hands_about(work, about).isdisjoint(STEPS.begins) or not task.under_way:
        raise Refusal("checklist_not_yours", code=task.code)
    items = items_of(lines)
    found = work.checklists.of(STEPS.code, about)
    if found and work.checklists.marks(found.id):
        raise Refusal("checklist_begun", code=task.code)
    version = work.checklists.write(STEPS.code, items, work.now)
    if found:
        work.checklists.relist(found.id, version)
        work.log("relisted", "checking", found.id)
        refresh(work, found.id)
    else:
        found = _begin(work, STEPS, version, about=about)
    tasks.refresh(work, task)
    return open_checking.run(work, found.id)


@action(needs=P.FOLLOW_MATTERS)
def visit(work: Work, prefix: str, number: int) -> Message:
    """«bảng kiểm GS19», «bảng kiểm 139»: what is looked at on the way; one at a time."""
    must_begin(work, VISIT)
    about = _about(work, prefix, number)
    found = work.checklists.of(VISIT.code, about)
    if found is None or not found.is_open:
        found = _begin(work, VISIT, _version_for(work, about), about=about)
    return open_checking.run(work, found.id)


def _version_for(work: Work, about: str) -> int:
    """The list of what is looked at there; where there is none, the one for all."""
    kind, number = about.partition(":")[0], number_of(about)
    theme = None
    if kind == "visit":
        theme = work.visits.get(number).theme_id
    if kind == "matter":
        theme = work.matters.get(number).theme_id
    own = work.checklists.latest(_of_theme(theme)) if theme else None
    return own or _version(work, VISIT)


def _of_theme(theme_id: int) -> str:
    return f"{VISIT.code}:{theme_id}"


@action(needs=P.FOLLOW_MATTERS)
def write_theme_list(work: Work, theme: str, lines: Sequence[str]) -> Message:
    """«bảng kiểm nội dung niêm yết: …»: from now on for visits on this theme."""
    _must_write(work, VISIT.code)
    items, found = items_of(lines), work.lookups.find(THEME, theme)
    if len(found) != 1:
        names = [one.name for one in found or work.lookups.newest(THEME, NAMED)]
        raise Refusal("checklist_theme", name=theme, names=names)
    version = work.checklists.write(_of_theme(found[0].id), items, work.now)
    work.log("written", "checklist", version)
    return toast("checklist.written_for", theme=found[0].name, many=len(items))


def _visit_there(work: Work, number: int) -> int:
    """Of a visit that nobody is told of beforehand, and of what became one with it, there is no
    list before its team is there."""
    visit = work.visits.by_number(number)
    led = work.visits.get(visit.kept_id) if visit.kept_id else visit
    if not (led.is_told or led.arrived_at) or not may_read_found(work, visit):
        raise Refusal("not_found")
    return visit.id


def _about(work: Work, prefix: str, number: int) -> str:
    if not prefix:
        task = must_find(work.assignments.by_number(number))
        tasks.must_see(work, task)
        return f"{TASK}:{task.id}"
    if prefix == PREFIX:
        return f"visit:{_visit_there(work, number)}"
    return f"matter:{known_matter(work, prefix, number).id}"


@action(needs=P.FOLLOW_MATTERS)
def ask_place(work: Work, code: str) -> Message:
    must_begin(work, kind_of(code))
    work.expectations.expect(work.actor.me, Expectation(PLACE, 0, {"kind": code}), work.now)
    return Message(f"checklist.ask.{code}", topic=f"{PLACE}:0")


@action(needs=P.FOLLOW_MATTERS)
def begin_place(work: Work, code: str, words: str) -> Message:
    """A hamlet by its name, a house by its code alone."""
    kind, name = kind_of(code), clean(words, NAME_LETTERS)
    must_begin(work, kind)
    check_name(kind, name)
    work.expectations.forget(work.actor.me, PLACE, 0)
    found = _begin(work, kind, _version(work, kind), name=name, locality_id=_locality(work, name))
    return open_checking.run(work, found.id)


def _locality(work: Work, name: str) -> int | None:
    """The one that is named, else that of whoever begins it."""
    said, places = name.casefold(), work.offices.localities(work.today)
    named = [place.id for place in places if place.name.casefold() in said]
    return next(iter(named), next(iter(work.actor.localities), None))


@action(needs=P.FOLLOW_MATTERS)
def ask_list(work: Work, code: str) -> Message:
    kind = _must_write(work, code)
    work.expectations.expect(work.actor.me, Expectation(LIST, 0, {"kind": code}), work.now)
    items = work.checklists.items(_version(work, kind))
    rows = [{"text": item.text, "critical": item.critical or None} for item in items]
    return Message("checklist.ask_list", {"list": code, "rows": rows}, topic=f"{LIST}:0")


@dataclass(frozen=True, slots=True)
class SheetBeside:
    """Of a sheet what is no item: rows, columns, and the pages that were not read."""

    apart: Sequence[str] = ()
    columns: Sequence[str] = ()
    page: str = ""
    others: Sequence[str] = ()


@action(needs=P.FOLLOW_MATTERS)
def read_list(
    work: Work, code: str, lines: Sequence[str], beside: SheetBeside | None = None
) -> Message:
    """As the new list will be, and what of its sheet is none of it; nothing is written yet."""
    kind, items = _must_write(work, code), items_of(lines)
    asked = Expectation(SEND, 0, {"kind": kind.code, "lines": list(lines)})
    work.expectations.forget(work.actor.me, LIST, 0)
    work.expectations.expect(work.actor.me, asked, work.now)
    rows = [{"text": item.text, "critical": item.critical or None} for item in items]
    facts = {"list": code, "rows": rows, "many": len(items), **(asdict(beside) if beside else {})}
    buttons = ((Press("ck.write", 0, asked.mark),),)
    return Message("checklist.read_list", facts, buttons, topic=f"{SEND}:0")


@action(needs=P.FOLLOW_MATTERS)
def write_list(work: Work, mark: str = "") -> Message:
    """A new version, as it was read back; what was begun keeps its own."""
    asked = work.expectations.find(work.actor.me, SEND, 0, work.now)
    if asked is None or not asked.is_read_as(mark):
        raise Refusal("words_gone")
    kind, items = _must_write(work, asked.answers["kind"]), items_of(asked.answers["lines"])
    before = _version(work, kind)
    version = work.checklists.write(kind.code, items, work.now)
    work.expectations.forget(work.actor.me, SEND, 0)
    work.log("written", "checklist", version)
    undo = ((Press("ck.relist", before, kind.code),),)
    return result("checklist.written", undo, list=kind.code, many=len(items))


@action(needs=P.FOLLOW_MATTERS)
def rewrite_list(work: Work, version: int, code: str) -> Message:
    """«Lấy lại bảng cũ»: its items are the newest again."""
    kind, items = _must_write(work, code), work.checklists.items(version)
    if not items:
        raise Refusal("not_found")
    again = work.checklists.write(kind.code, items, work.now)
    work.log("written", "checklist", again)
    return result("checklist.written", list=kind.code, many=len(items))


def _may_write(work: Work, kind: ListKind) -> bool:
    return not hands_of(work.actor, kind.duty).isdisjoint(kind.writes)


def _must_write(work: Work, code: str) -> ListKind:
    kind = kind_of(code)
    if kind.mode is Mode.TICK or not _may_write(work, kind):
        raise Refusal("no_permission", permission=P.FOLLOW_MATTERS.value)
    return kind


def _version(work: Work, kind: ListKind) -> int:
    """The newest; the first time a sample, to be replaced."""
    found = work.checklists.latest(kind.code)
    return found or work.checklists.write(kind.code, items_of(checklists()[kind.code]), work.now)


def _begin(
    work: Work,
    kind: ListKind,
    version: int,
    *,
    about: str = "",
    name: str = "",
    locality_id: int | None = None,
) -> Checking:
    of = {"about": about, "name": name}
    found = work.checklists.begin(
        kind, version, work.now, work.actor.me, locality_id=locality_id, **of
    )
    work.log("begun", "checking", found.id)
    return found
