"""«Nghe dân nói»: what people said in a month, by topic and place; as a picture and as a sheet."""

from datetime import date, timedelta
from typing import Any

from actions.desk import view
from domain.access import Duty, Permission, Role
from domain.letters import Message, Place, Press
from domain.matter_kinds import OPINION
from domain.periods import Span
from domain.refusals import Refusal
from storage import Work

SUMS = ("count", "weight", "answered", "told")
SHOWN = 8
"""The rest stands in the sheet."""


@view(needs=Permission.FOLLOW_MATTERS)
def heard_in(work: Work, first: date) -> Message:
    """What was answered and told back; no words, nobody's name."""
    facts = _month(work, first)
    if not facts["rows"]:
        return Message("matter.heard_none", facts, _before(first), Place.NEW)
    sheet = (Press("m.heard_sheet", 0, f"{first:%Y-%m}"), *_before(first)[0])
    return Message("matter.heard", facts, (sheet,), Place.NEW, paper="heard")


@view(needs=Permission.FOLLOW_MATTERS)
def heard_sheet(work: Work, first: date) -> Message:
    return Message("matter.heard_sheet", _month(work, first), paper="heard_sheet")


def _before(first: date) -> tuple[tuple[Press, ...], ...]:
    return ((Press("m.heard", 0, f"{first - timedelta(days=1):%Y-%m}"),),)


def _month(work: Work, first: date) -> dict[str, Any]:
    leads = work.actor.is_any(Role.LEADER, Role.OFFICE_ADMIN)
    if not (leads or Duty.OPINIONS in work.actor.duties):
        raise Refusal("no_permission")
    month = Span.month(first.year, first.month)
    rows = work.matters.heard(OPINION.code, month.begins(work.zone), month.ends(work.zone))
    more = len(rows) - SHOWN
    return {
        "office": work.office.short,
        "month": first.month,
        "year": first.year,
        "rows": rows,
        "brief": rows[:SHOWN],
        "more": more if more > 0 else None,
        **{name: sum(row[name] for row in rows) for name in SUMS},
    }
