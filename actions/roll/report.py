"""Among the good news of the report: how many who came out in the week were thanked."""

from collections.abc import Iterator

from actions.rooms import ReportPart
from domain.behind import DAY, Behind, Row, behind
from domain.digest import Seen
from domain.report import Part, ReportLine
from storage import Work
from storage.rolls import Rolls

NAME = "thanks"


def tell(work: Work, seen: Seen) -> Part | None:
    if not seen.whole:
        return None
    facts = {"n": sum(n for _, n in _thanked(work, seen))}
    good, brief = ReportLine("digest.thanked", facts), ReportLine("digest.caption_thanked", facts)
    return Part(NAME, good=(good,), caption_good=(brief,)) if facts["n"] else None


def _thanked(work: Work, seen: Seen) -> list[tuple[int, int]]:
    begins, ends = seen.week.begins(work.zone), seen.week.ends(work.zone)
    return work.of(Rolls).thanked(begins, ends, seen.cut_off)


def behind_thanks(work: Work, seen: Seen) -> Iterator[Behind]:
    """Day by day; nobody is named."""
    if seen.whole:
        found = ((work.activities.get(one), n) for one, n in _thanked(work, seen))
        yield behind("n", (Row(DAY, a.id, a.code, a.title, a.starts, n) for a, n in found))


PART = ReportPart(NAME, 47, tell, behind=behind_thanks)
