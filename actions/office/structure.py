"""«Cơ cấu»: the office's sections, organisations and places, added, renamed, closed by itself."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from actions.desk import action, view
from actions.office.offices import presets
from domain.access import Permission
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Place, Press, rows_of
from domain.names import clean, code_of, shorten
from domain.presets import GivenOrganisation
from domain.refusals import Refusal, must_find
from storage import Work
from storage.structure import Kind, OfficePart, Structure, is_one_of

P = Permission
TOPIC = "structure"
KINDS: tuple[Kind, ...] = get_args(Kind)
NAME_LETTERS, SHORT_LETTERS, LABEL, MOST = 60, 20, 18, 40
NEVER_CLOSED = frozenset({"MTTQ", "KHAC"})
"""Figures that belong to no organisation are counted under these."""


@view(needs=P.MANAGE_PEOPLE)
def page(work: Work) -> Message:
    """All three as they are today, each behind a button."""
    rows = [{"kind": kind, "names": [one.name for one in _parts(work, kind)]} for kind in KINDS]
    shown = [{**row, "none": None if row["names"] else "yes"} for row in rows]
    presses = [Press("st.list", 0, kind, label=f"@structure.kind.{kind}") for kind in KINDS]
    return Message("structure.page", {"rows": shown}, rows_of(presses))


@view(needs=P.MANAGE_PEOPLE)
def listed(work: Work, kind: str) -> Message:
    """Each a button, and one for another."""
    known = _kind(kind)
    parts = _parts(work, known)
    names = [Press("st.one", p.id, known, label=shorten(_short(p), LABEL)) for p in parts]
    add = (Press("st.add", 0, known), Press("st.page", 0, label="@button.back"))
    facts = {"kind": known, "count": len(parts)}
    return Message("structure.list", facts, (*rows_of(names), add))


@view(needs=P.MANAGE_PEOPLE)
def one(work: Work, kind: str, part_id: int) -> Message:
    part = _must(work, kind, part_id)
    presses = (Press("st.rename", part.id, part.kind), Press("st.close", part.id, part.kind))
    back = Press("st.list", 0, part.kind, label="@button.back")
    facts = {"name": part.name, "kind": part.kind, "short": part.short or None}
    people = work.of(Structure).belong(part, work.today)
    return Message("structure.one", {**facts, "people": len(people)}, ((*presses, back),))


@view(needs=P.MANAGE_PEOPLE)
def called(work: Work, kind: str, words: str) -> Sequence[tuple[str, int]]:
    """Which parts these words name; where a kind was said and none fits, those there are."""
    kinds = [_kind(kind)] if kind else KINDS
    parts = [part for one in kinds for part in _parts(work, one)]
    found = [(part.kind, part.id) for part in parts if part.is_called(words)]
    if kind and not found:
        raise Refusal("structure_which", name=words, names=[part.name for part in parts])
    return found


@action(needs=P.MANAGE_PEOPLE)
def ask_names(work: Work, kind: str, part_id: int = 0) -> Message:
    """What the new ones are called, or the one that is renamed."""
    known = _kind(kind)
    part = _must(work, known, part_id) if part_id else None
    _wait(work, {"does": "rename" if part else "add", "kind": known, "id": part_id})
    facts = {"kind": known, "was": part.name if part else None}
    return Message(f"structure.ask_{'rename' if part else 'add'}", facts, topic=f"{TOPIC}:0")


@action(needs=P.MANAGE_PEOPLE)
def hear(work: Work, typed: str) -> Message:
    """The names that were asked for."""
    kept = _asked(work)
    return propose.run(work, kept["does"], kept["kind"], kept["id"], typed)


@action(needs=P.MANAGE_PEOPLE)
def propose(work: Work, does: str, kind: str, part_id: int, typed: str = "") -> Message:
    """It is shown as it will be; nothing is written yet."""
    known = _kind(kind)
    part = _must(work, known, part_id) if does != "add" else None
    value = _closed(work, part) if part and does == "close" else _named(work, known, part, typed)
    kept = {"does": does, "kind": known, "id": part_id, "value": value}
    _wait(work, kept)
    go = Press("st.go", 0, mark_of(str(kept)), label=f"@structure.does.{does}")
    facts = {"kind": known, "was": part.name if part else None, "names": value}
    message = f"structure.read_{does}"
    return Message(message, facts, ((go, Press("st.drop")),), topic=f"{TOPIC}:0")


@action(needs=P.MANAGE_PEOPLE)
def carry_out(work: Work, mark: str = "") -> Message:
    """«Thêm», «Đổi tên», «Đóng»: an older button writes nothing."""
    kept = _asked(work)
    if "value" not in kept or (mark and mark != mark_of(str(dict(kept)))):
        raise Refusal("question_over")
    kind: Kind = _kind(kept["kind"])
    if kept["does"] == "add":
        for name in _named(work, kind, None, ", ".join(kept["value"])):
            _add(work, kind, name)
    else:
        _change(work, _must(work, kind, kept["id"]), kept["does"], kept["value"])
    work.expectations.forget(work.actor.me, TOPIC, 0)
    return Message("structure.done", {"kind": kind, "names": kept["value"]}, place=Place.RESULT)


@action(needs=P.MANAGE_PEOPLE)
def drop(work: Work) -> Message:
    """«Thôi»: all stays as it was."""
    if not work.expectations.forget(work.actor.me, TOPIC, 0):
        raise Refusal("question_over")
    return Message("structure.dropped", place=Place.EDIT)


def _change(work: Work, part: OfficePart, does: str, value: Sequence[str]) -> None:
    if does == "close":
        _closed(work, part)
        work.of(Structure).close(part, work.today)
        if part.kind == "locality":
            work.places.end(part.id, work.today)
        work.log("structure.closed", part.kind, part.id, was=part.name)
        return
    (name,) = _named(work, part.kind, part, value[0])
    work.of(Structure).rename(part, *_both(name, part.short))
    work.log("structure.renamed", part.kind, part.id, was=part.name, became=name)


def _add(work: Work, kind: Kind, name: str) -> None:
    added = _ADD[kind](work, name)
    work.log("structure.added", kind, added, became=name)


def _add_unit(work: Work, name: str) -> int:
    position = len(work.offices.units(work.today))
    code = code_of(name, work.of(Structure).codes(), initials=True)
    return work.offices.add_unit(code, name, position, work.today)


def _add_place(work: Work, name: str) -> int:
    return work.offices.place_from(name, work.of(Structure).codes(), work.today)


def _add_organisation(work: Work, name: str) -> int:
    given = _given(work, name)
    if not work.of(Structure).reopen(given.code, given.name, given.short):
        position = len(work.offices.organisations(work.today))
        work.offices.add_organisation(given.code, given.name, given.short, position, work.today)
    return next(o.id for o in work.offices.organisations(work.today) if o.code == given.code)


_ADD = {"unit": _add_unit, "organisation": _add_organisation, "locality": _add_place}


def _given(work: Work, name: str) -> GivenOrganisation:
    """One that figures can be typed of: the preset's."""
    offered = presets()[work.office.preset].organisations
    fits = [o for o in offered if is_one_of(name, o.name, o.short, o.code)]
    if not fits:
        there = {o.code for o in work.offices.organisations(work.today)}
        rest = [o.name for o in offered if o.code not in there]
        raise Refusal("structure_unread", name=name, names=rest, none=None if rest else "yes")
    return fits[0]


def _named(work: Work, kind: Kind, part: OfficePart | None, typed: str) -> list[str]:
    """The names that were typed, each of which nobody else there has."""
    alone = part or kind != "locality"
    said = [typed] if alone else typed.replace(";", ",").replace("\n", ",").split(",")
    names = [name for one in said if (name := clean(one, NAME_LETTERS).strip(' ."«»'))]
    if not names or len(names) > MOST:
        raise Refusal("structure_names")
    if kind == "organisation" and part is None:
        names = [_given(work, name).name for name in names]
    others = [one for one in _parts(work, kind) if part is None or one.id != part.id]
    for name in names:
        if any(one.is_called(_both(name, "")[0]) for one in others):
            raise Refusal("structure_known", name=name)
    return list(dict.fromkeys(names))


def _closed(work: Work, part: OfficePart) -> list[str]:
    """Nobody is left there, and it answers for nothing."""
    people = work.of(Structure).belong(part, work.today)
    unit = part.id if part.kind == "unit" else 0
    duties = [duty.value for duty in work.of(Structure).answers_for(unit, work.today)]
    if people:
        raise Refusal("structure_people", name=part.name, people=people)
    if duties:
        raise Refusal("structure_duties", name=part.name, duties=duties)
    if part.kind == "organisation" and part.code in NEVER_CLOSED:
        raise Refusal("structure_stays", name=part.name)
    return [part.name]


def _both(name: str, short: str) -> tuple[str, str]:
    """«Công đoàn (CĐ)»: a name, and what it is called in short where that is said."""
    called, opens, said = name.removesuffix(")").partition("(")
    return (called.strip(), clean(said, SHORT_LETTERS)) if opens and said else (name, short)


def _parts(work: Work, kind: Kind) -> list[OfficePart]:
    offices, today = work.offices, work.today
    if kind == "unit":
        return [OfficePart(kind, u.id, u.code, u.name, u.short) for u in offices.units(today)]
    if kind == "organisation":
        return [
            OfficePart(kind, o.id, o.code, o.name, o.short) for o in offices.organisations(today)
        ]
    return [OfficePart(kind, p.id, p.code, p.name) for p in offices.localities(today)]


def _short(part: OfficePart) -> str:
    return part.short if part.kind == "unit" else part.name


def _must(work: Work, kind: str, part_id: int) -> OfficePart:
    return must_find(next((p for p in _parts(work, _kind(kind)) if p.id == part_id), None))


def _kind(said: str) -> Kind:
    return must_find(next((kind for kind in KINDS if kind == said), None))


def _wait(work: Work, answers: Mapping[str, Any]) -> None:
    work.expectations.expect(work.actor.me, Expectation(TOPIC, answers=answers), work.now)


def _asked(work: Work) -> Mapping[str, Any]:
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None:
        raise Refusal("question_over")
    return heard.answers
