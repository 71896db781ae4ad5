"""Among the good news of the report: how many who came out in the week were thanked."""

from actions.rooms import ReportPart
from domain.digest import Seen
from domain.report import Part, ReportLine
from storage import Work
from storage.rolls import Rolls

NAME = "thanks"


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    begins, ends = seen.week.begins(work.zone), seen.week.ends(work.zone)
    facts = {"n": work.of(Rolls).thanked(begins, ends, seen.cut_off)}
    good, brief = ReportLine("digest.thanked", facts), ReportLine("digest.caption_thanked", facts)
    return Part(NAME, good=(good,), caption_good=(brief,)) if facts["n"] else None


PART = ReportPart(NAME, 47, tell)
