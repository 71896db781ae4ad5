"""«Nghe dân nói»: what people said in a month, by topic and place; as a picture and as a sheet."""

from datetime import date

from actions.desk import view
from domain.access import Permission, hands_of
from domain.calendar import DAY
from domain.letters import Message, Place, Press
from domain.matter_kinds import OPINION
from domain.periods import Span
from domain.refusals import Refusal
from storage import Work
from storage.opinions import Voices

SUMS = ("count", "weight", "answered", "told")
SHOWN = 8
"""The rest stands in the sheet."""


@view(needs=Permission.FOLLOW_MATTERS)
def heard_in(work: Work, first: date, as_sheet: bool = False) -> Message:
    """What was answered and told back; no words, nobody's name."""
    if hands_of(work.actor, OPINION.duty).isdisjoint(OPINION.reads):
        raise Refusal("no_permission")
    month = Span.month(first.year, first.month)
    rows = work.of(Voices).heard(OPINION.code, month.begins(work.zone), month.ends(work.zone))
    facts = {
        "office": work.office.short,
        "month": first.month,
        "year": first.year,
        "rows": rows,
        "brief": rows[:SHOWN],
        "more": max(0, len(rows) - SHOWN) or None,
        **{name: sum(row[name] for row in rows) for name in SUMS},
    }
    if as_sheet:
        return Message("matter.heard_sheet", facts, paper="heard_sheet")
    before = Press("m.heard", 0, f"{first - DAY:%Y-%m}")
    if not rows:
        return Message("matter.heard_none", facts, ((before,),), Place.NEW)
    sheet = Press("m.heard_sheet", 0, f"{first:%Y-%m}")
    return Message("matter.heard", facts, ((sheet, before),), Place.NEW, paper="heard")
