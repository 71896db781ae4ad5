"""What the leaders are asked, as it may travel (a caption rings on a lock screen), and what
became of it."""

from datetime import datetime

from actions.conclusions.decisions import asked_of, words_of
from domain.matter_kinds import CONCLUSION
from domain.matters import Matter
from domain.report import ASKED, OF_ANOTHER, Lines, ReportLine
from storage import Work


def put(
    work: Work, sent: datetime, shown: datetime, told: datetime
) -> tuple[tuple[str, ...], Lines, Lines]:
    """In words, as it may travel, and what became of each until it is told."""
    there = asked_of(work, sent, shown)
    still = {matter.id for matter in asked_of(work, told, told)} if there else set()
    return (
        tuple(words_of(work, matter) for matter in there),
        tuple(_brief(work, matter) for matter in there),
        tuple(
            _asked(work, matter) if matter.id in still else _became(work, matter)
            for matter in there
        ),
    )


def _asked(work: Work, matter: Matter) -> ReportLine:
    """What one leader is asked waits for nobody else; whose it is does not travel."""
    if matter.owner_id in (None, work.actor.person_id):
        return ReportLine(ASKED, {})
    return ReportLine(OF_ANOTHER, {"owner": work.people.name(matter.owner_id)}, people=("owner",))


def _became(work: Work, matter: Matter) -> ReportLine:
    """Its conclusion by its code; what was put off until when."""
    drawn = work.matters.about(CONCLUSION.code, f"matter:{matter.id}")
    code = drawn[-1].code if drawn and not matter.is_open else ""
    return ReportLine(f"digest.became.{matter.state}", {"code": code, "day": matter.returns_on})


def _brief(work: Work, matter: Matter) -> ReportLine:
    """What somebody typed as an obstacle may name a resident, and is one tap down; so is what
    names a colleague."""
    kind, _, number = matter.about.partition(":")
    task = work.assignments.get(int(number)) if kind == "assignment" else None
    if task and matter.raised_by is None:  # proposed by itself
        return ReportLine("stuck", {"no": task.number, "title": task.title})
    words = words_of(work, matter)
    places = (one.name for one in work.offices.localities(work.today))
    if work.people.is_named_in(words, places, work.today):
        return ReportLine("named", {"code": matter.code})
    named = task and str(task.number) not in words
    return ReportLine("said", {"no": task.number if task and named else None, "text": words})
