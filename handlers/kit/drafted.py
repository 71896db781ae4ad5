"""Orders as they are typed, as the rows of a draft: who, what, until when, which section helps."""

from collections.abc import Sequence
from typing import Any

from actions.assignments import drafting, proposing
from actions.assignments.draft_looks import Row
from actions.assignments.drafting import MOST_ROWS
from actions.assignments.whom import roster, sections
from domain.access import Permission, Role
from domain.letters import Message
from domain.people import Person, Unit
from handlers.kit.proofs import proof_of
from handlers.kit.turn import Turn
from language import Due, PaperSaid, Reading, WorkLine


async def work_from(turn: Turn, said: Reading, source: Row) -> Message | None:
    """Lines of work that come of something that was raised."""
    rows = await written(turn, said, await turn.see(roster))
    return await turn.do(drafting.begin, [{**row, **source} for row in rows])


async def from_paper(turn: Turn, paper: PaperSaid) -> Message | None:
    """Work that a paper brings: who and, where it was not said, when are asked; of whoever gives
    none it is passed on."""
    rest = turn.reading.of(paper.rest)
    if not turn.actor.may(Permission.ASSIGN):
        return await turn.do(proposing.ask, turn.text, rest.due.at)
    lines = rest.work_lines(await turn.see(roster))
    row = row_of(lines[0], "") if lines else {"what": paper.rest}
    kept = {"number": paper.number, "said": paper.said, "day": paper.day}
    more: dict[str, Any] = {"source": paper.said, "paper": kept, "files": files_of(turn)}
    return await turn.do(drafting.begin, [{**row, "line": turn.text, **more}])


async def written(
    turn: Turn, said: Reading, people: Sequence[Person], about: str = ""
) -> list[Row]:
    """The rows of a message, which knows them again when it is edited."""
    units = await turn.see(sections)
    lines = said.work_lines(people)[: MOST_ROWS + 2]
    number = turn.message.id if turn.message else 0
    rows = [_wanting(said, row) for row in rows_of(lines, about)]
    rows = [with_sections(said.of(row["what"]), row, people, units) for row in rows]
    return [{**row, "written_in": number, "files": files_of(turn)} for row in rows]


def with_sections(said: Reading, row: Row, people: Sequence[Person], units: Sequence[Unit]) -> Row:
    """«DCPL phối hợp» is no part of what is to be done; of a section that leads it is its head."""
    found = said.sections_in(units)
    heads = [p.id for p in people if p.unit_id == found.leads and Role.HEAD in p.roles]
    led = {"leads": heads, "choices": []} if found.leads and len(heads) == 1 else {}
    helps = {"units": list(found.helps)} if found.helps else {}
    return {**row, "what": found.what, **helps, **({} if row.get("leads") else led)}


def _wanting(said: Reading, row: Row) -> Row:
    """A line without a lead says what it asks of one."""
    named = row.get("leads") or row.get("choices")
    return row if named else {**row, "wants": list(said.of(row["what"]).strengths_wanted)}


def files_of(turn: Turn) -> list[list[str]]:
    """The photo or file that came with the words."""
    proof = proof_of(turn)
    if proof is None or not proof.file_id or proof.kind == "voice":
        return []
    return [[proof.kind, proof.file_id, proof.unique_id, proof.name]]


def rows_of(lines: Sequence[WorkLine], about: str) -> list[Row]:
    """A row for each line, but for the headings above them."""
    work = [line for line in lines if not line.is_title]
    return [row_of(line, about) for line in work or lines]


def row_of(line: WorkLine, about: str) -> Row:
    """What a line says for sure; what is doubtful is asked by buttons."""
    row: Row = {"line": line.said, "what": line.what or about}
    row |= {"leads": [line.lead.one]} if line.lead.one else {"choices": list(line.lead.among)}
    row |= {"due": line.due.at} if line.due.at else when_asked(line.due)
    others = [h.one for h in line.helpers if h.one]
    if line.each_own and line.lead.one:
        return row | {"leads": [line.lead.one, *others]}
    return row | {"supports": others}


def when_asked(due: Due) -> Row:
    """A day that is asked, and why: two readings, one that is over, or that there is not."""
    return {"readings": list(due.readings), "past": due.past, "missing": due.missing}
